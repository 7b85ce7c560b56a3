import type { FastifyRequest, RouteOptions } from 'fastify'
import { addDays, isDay, shanghaiDay } from '../shared/days.ts'
import { Day } from '../shared/schema.ts'
import { Problem, say } from './errors.ts'

/** Routes that read what the log remembers; they and whatever will be built like them can be asked for any day. */
const remembered = new Set<unknown>(['project:read', 'unit:read', 'export:create'])

type Asked = { asOf?: string }
type Properties = { type?: string; properties?: Record<string, unknown> }

/** Gives such a route its parameter `asOf`, a day: the records as they stood when that day ended in Shanghai. */
export function offerAsOf(route: RouteOptions) {
  if (route.method !== 'GET' || !remembered.has(route.config?.access)) return
  const schema = (route.schema?.querystring ?? { type: 'object', properties: {} }) as Properties
  const querystring = { ...schema, properties: { ...schema.properties, asOf: Day } }
  route.schema = { ...route.schema, querystring }
}

/** The instant that a request asks for; undefined for now. A day that has not ended is now. */
export function readAsOf({ query, routeOptions }: FastifyRequest, now = new Date()): Date | undefined {
  const { asOf } = (query ?? {}) as Asked
  if (asOf === undefined || !remembered.has(routeOptions.config.access)) return undefined
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
