import { isDay } from '../../shared/days.ts'
import { type Contradiction, contradictionsOf } from './contradictions.ts'
import type { MatchInput } from './input.ts'

/** What cannot be planned with, and where it stands. */
export type Fault =
  | { code: 'twice'; what: 'project' | 'space' | 'quota' | 'criterion'; id: string }
  | { code: 'number'; what: string; id: string; field: string; value: number }
  | { code: 'day'; what: string; id: string; field: string; value: string }
  /** At least is more than at most. */
  | { code: 'range'; what: 'need' | 'quota'; id: string }
  /** A criterion whose 0 and 1 are one figure. */
  | { code: 'scale'; what: 'criterion'; id: string }
  | { code: 'units'; what: 'rule'; id: string; contradiction: Contradiction }

type Check = (what: string, id: string, field: string, value: number | null) => Fault[]
const from =
  (least: number, isIn: (value: number) => boolean): Check =>
  (what, id, field, value) =>
    value === null || (Number.isFinite(value) && value >= least && isIn(value))
      ? []
      : [{ code: 'number', what, id, field, value }]
const notNegative = from(0, () => true)
const positive = from(0, (value) => value > 0)
/** A stay of more days ends after the calendar does. */
const mostDays = 365_000
const days = from(0, (value) => value > 0 && value <= mostDays)
const finite = from(Number.NEGATIVE_INFINITY, () => true)

const dayFaults = (what: string, id: string, field: string, value: string | null): Fault[] =>
  value === null || isDay(value) ? [] : [{ code: 'day', what, id, field, value }]

export function faultsOf({ projects, spaces, rules, criteria, quotas }: MatchInput): Fault[] {
  return [
    ...twice('project', projects),
    ...twice('space', spaces),
    ...twice('quota', quotas),
    ...twice('criterion', criteria),
    ...projects.flatMap(({ id, gain, need }): Fault[] => [
      ...finite('project', id, 'gain', gain),
      ...positive('project', id, 'areaM2', need.areaM2),
      ...notNegative('project', id, 'leastM2', need.leastM2),
      ...notNegative('project', id, 'mostM2', need.mostM2),
      ...days('project', id, 'days', need.days),
      ...dayFaults('project', id, 'on', need.on),
      ...dayFaults('project', id, 'latestOn', need.latestOn),
      ...(need.leastM2 > need.mostM2 ? [{ code: 'range' as const, what: 'need' as const, id }] : []),
    ]),
    ...spaces.flatMap((space): Fault[] => [
      ...positive('space', space.id, 'areaM2', space.areaM2),
      ...dayFaults('space', space.id, 'readyOn', space.readyOn),
      ...(space.kind === 'parcel' ? notNegative('space', space.id, 'leastPartM2', space.leastPartM2) : []),
      ...space.reservations.flatMap(({ period, areaM2 }): Fault[] => [
        ...dayFaults('space', space.id, 'period.from', period.from),
        ...dayFaults('space', space.id, 'period.to', period.to),
        ...positive('space', space.id, 'reservation.areaM2', areaM2),
      ]),
    ]),
    ...quotas.flatMap(({ id, least, most }): Fault[] => [
      ...notNegative('quota', id, 'least', least),
      ...notNegative('quota', id, 'most', most),
      ...(least !== null && most !== null && least > most
        ? [{ code: 'range' as const, what: 'quota' as const, id }]
        : []),
    ]),
    ...criteria.flatMap(({ id, weight, zero, one }): Fault[] => [
      ...notNegative('criterion', id, 'weight', weight),
      ...(zero === one || !Number.isFinite(zero) || !Number.isFinite(one)
        ? [{ code: 'scale' as const, what: 'criterion' as const, id }]
        : []),
    ]),
    ...rules.flatMap((rule) => ('value' in rule ? finite('rule', rule.id, 'value', rule.value) : [])),
    // Two units cannot be set beside each other; limits that exclude each other are told with who they leave out.
    ...contradictionsOf(rules).flatMap((contradiction): Fault[] =>
      contradiction.kind === 'units'
        ? [{ code: 'units', what: 'rule', id: contradiction.rules[0], contradiction }]
        : [],
    ),
  ]
}

function twice(what: 'project' | 'space' | 'quota' | 'criterion', all: readonly { id: string }[]): Fault[] {
  const seen = new Set<string>()
  return all.flatMap(({ id }): Fault[] => {
    if (seen.has(id)) return [{ code: 'twice', what, id }]
    seen.add(id)
    return []
  })
}
