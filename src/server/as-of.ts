import type { FastifyRequest, RouteOptions } from 'fastify'
import { addDays, isDay, shanghaiDay } from '../shared/days.ts'
import { Day } from '../shared/schema.ts'
import { Problem, say } from './errors.ts'

type Asked = { asOf?: string }
type Properties = { type?: string; properties?: Record<string, unknown> }

/**
 * Gives every route that reads a parameter `asOf`, a day: the records as they stood when that day ended in Shanghai.
 * What the log does not remember (settings of one's own, imports on their way) is read as it is.
 */
export function offerAsOf(route: RouteOptions) {
  if (route.method !== 'GET' || route.config?.access === 'public') return
  const schema = (route.schema?.querystring ?? { type: 'object', properties: {} }) as Properties
  const querystring = { ...schema, properties: { ...schema.properties, asOf: Day } }
  route.schema = { ...route.schema, querystring }
}

/** The instant that a request asks for; undefined for now. A day that has not ended is now. */
export function readAsOf({ query, method }: FastifyRequest, now = new Date()): Date | undefined {
  const { asOf } = (query ?? {}) as Asked
  if (asOf === undefined || method !== 'GET') return undefined
  const today = shanghaiDay(now)
  if (!isDay(asOf) || asOf > today)
    throw new Problem(
      'invalid_input',
      say(
        `没有 ${asOf} 这一天的记录，请选今天或以前的日期。`,
        `There is no record of ${asOf}; choose today or an earlier day.`,
      ),
    )
  return asOf === today ? undefined : new Date(Date.parse(`${addDays(asOf, 1)}T00:00:00+08:00`) - 1)
}
