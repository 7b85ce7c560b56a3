import { type Day, daysBetween } from '../../../shared/days.ts'
import { parseWhen } from '../../../shared/when.ts'
import type { LedgerRow } from '../contract.ts'
import { isStage } from '../phases.ts'
import { lifeOrder, type MilestoneKind, type Stage, stages } from '../stages.ts'

export type StageDates = { plan: string | null; forecast: string | null; actual: string | null }

export function datesOf(row: Pick<LedgerRow, string>, kind: MilestoneKind): StageDates {
  const at = (date: string) => row[`${kind}.${date}`] ?? null
  return {
    plan: textOrNull(at('plan')),
    forecast: textOrNull(at('forecast')),
    actual: textOrNull(at('actual')),
  }
}
const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

/** What is expected of a date that has not come: the newest word counts. */
export const expected = ({ plan, forecast }: StageDates) => forecast ?? plan

/** −1 for what is no stage. */
export const placeIn = (order: readonly MilestoneKind[], stage: unknown) =>
  isStage(stage) ? order.indexOf(stage) : -1

export type Next = {
  kind: MilestoneKind
  when: string | null /** Negative when it is past. */
  days: number | null
}

/** The first event after the stage reached that has not happened: one with a date, else simply the next stage. */
export function nextMilestone(row: Pick<LedgerRow, string>, today: Day): Next | undefined {
  const reached = placeIn(lifeOrder, row['stage'])
  const ahead = lifeOrder.slice(reached + 1).filter((kind) => datesOf(row, kind).actual === null)
  const dated = ahead.find((kind) => expected(datesOf(row, kind)) !== null)
  if (dated) {
    const when = expected(datesOf(row, dated))
    return { kind: dated, when, days: when === null ? null : daysUntil(when, today) }
  }
  const kind = ahead.find((one) => stages.some((known) => known === one))
  return kind && { kind, when: null, days: null }
}

/** To the last day of the period meant. */
export function daysUntil(when: string, today: Day): number | null {
  const read = parseWhen(when)
  return read ? daysBetween(today, read.day) : null
}

/** A project that stands still, was lost or rescinded has no next step and is not late. */
export const isMoving = (row: Pick<LedgerRow, string>) =>
  row['standing'] === undefined || row['standing'] === null || row['standing'] === 'ongoing'

export type RailState = 'passed' | 'current' | 'ahead' | 'late'
export type RailStop = { stage: Stage; state: RailState; when: string | null; isActual: boolean }

/** The fourteen stages as stops of a rail. A stage ahead whose day is past is late, unless the project stands still. */
export function railOf(row: Pick<LedgerRow, string>, today: Day): RailStop[] {
  const reached = placeIn(stages, row['stage'])
  return stages.map((stage, at) => {
    const dates = datesOf(row, stage)
    const when = dates.actual ?? (at > reached ? expected(dates) : null)
    const isLate =
      isMoving(row) &&
      at > reached &&
      dates.actual === null &&
      when !== null &&
      (daysUntil(when, today) ?? 0) < 0
    const state = isLate ? 'late' : at < reached ? 'passed' : at === reached ? 'current' : 'ahead'
    return { stage, state, when, isActual: dates.actual !== null }
  })
}
