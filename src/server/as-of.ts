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

/** The instant that a request asks for; undefined for now. */
export function readAsOf({ query, method }: FastifyRequest): Date | undefined {
  const { asOf } = (query ?? {}) as Asked
  return asOf === undefined || method !== 'GET' ? undefined : endOfDay(asOf)
}

/** No zone’s records are older, and calendars of other times are not ours. */
const earliest = '1900-01-01'

/** The last instant of a day in Shanghai; undefined, which is now, for a day that has not ended. Refuses days to come. */
export function endOfDay(day: string, now = new Date()): Date | undefined {
  const today = shanghaiDay(now)
  if (!isDay(day) || day > today || day < earliest)
    throw new Problem(
      'invalid_input',
      say(
        `没有 ${day} 这一天的记录，请选 ${earliest} 至今天的日期。`,
        `There is no record of ${day}; choose a day from ${earliest} to today.`,
      ),
    )
  return day === today ? undefined : new Date(Date.parse(`${addDays(day, 1)}T00:00:00+08:00`) - 1)
}
