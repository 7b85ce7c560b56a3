import { daysBetween, shanghaiDay } from '../../../shared/days.ts'
import type { Contest, Outcome, Settled } from '../contract.ts'
import { firstContactRule } from './rules.ts'

type Registration = {
  id: string
  unitId: string
  unitName: string
  contactOn: string
  registeredAt: string
  contested: Contest | null
}
type Decision = { unitId: string; unitName: string; decidedAt: string }

const earlier = (a: Registration, b: Registration) =>
  a.contactOn === b.contactOn
    ? a.registeredAt === b.registeredAt
      ? a.id < b.id
      : a.registeredAt < b.registeredAt
    : a.contactOn < b.contactOn
const firstOf = <R extends Registration>(rows: readonly R[]) =>
  rows.reduce<R | undefined>((first, row) => (first && !earlier(row, first) ? first : row), undefined)

const settledBy = (by: Settled['by'], { unitId, unitName }: Decision | Registration, row?: Registration) => ({
  unitId,
  unitName,
  by,
  firstContactId: row?.id ?? null,
})

/** The earliest day holds it, on one day the earlier registration; contested ones wait. What was decided stands until it is decided again. */
export function holderOf(
  registrations: readonly Registration[],
  decisions: readonly Decision[],
): Settled | null {
  const decision = latest(decisions)
  if (decision)
    return settledBy(
      'decision',
      decision,
      firstOf(registrations.filter(({ unitId }) => unitId === decision.unitId)),
    )
  const first = firstOf(registrations.filter(({ contested }) => contested === null))
  return first ? settledBy('rule', first, first) : null
}

/** By days alone, contested or not. */
export function ruleHolderOf(registrations: readonly Registration[]): Settled | null {
  const first = firstOf(registrations)
  return first ? settledBy('rule', first, first) : null
}

const latest = (decisions: readonly Decision[]) =>
  decisions.reduce<Decision | undefined>(
    (last, one) => (last && last.decidedAt > one.decidedAt ? last : one),
    undefined,
  )

type Place = {
  /** The person who registers may not know of the project. */
  isUnseen: boolean
  registrations: readonly Registration[]
  decisions: readonly Decision[]
  /** What the ledger says, by name. */
  ledgerUnit: string | null
}

/** Whether the rule settles a new registration, or somebody has to: it never opens a project to whoever may not know of it. */
export function contestOf(row: Registration, place: Place): Contest | null {
  if (place.isUnseen) return 'unseen'
  const holder = holderOf(place.registrations, place.decisions)
  if (holder?.unitId === row.unitId) return null
  const counted = place.registrations.filter(({ contested }) => contested === null)
  const wouldHold = firstOf([...counted, row]) === row
  if (!holder) return place.ledgerUnit && place.ledgerUnit !== row.unitName ? 'ledger' : null
  if (!wouldHold) return null
  if (holder.by === 'decision') return 'decided'
  return isLate(row.contactOn, shanghaiDay(Date.parse(row.registeredAt))) ? 'late' : null
}

export const isLate = (contactOn: string, today: string) =>
  daysBetween(contactOn, today) > firstContactRule.lateAfterDays

export const outcomeOf = (row: Registration, holder: Settled | null): Outcome =>
  row.contested ? 'contested' : holder?.unitId === row.unitId ? 'first' : 'later'
