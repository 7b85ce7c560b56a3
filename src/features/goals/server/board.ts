import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { standsOn } from '../../organisation/model/state.ts'
import { unitsAsKnown } from '../../organisation/server/organisation-on.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import type { Goal, GoalBoard, GoalDetail } from '../contract.ts'
import { daysOf, progressOf, timeProgress } from '../model/progress.ts'
import { type Counting, figureOf, listCounted, type Tally, tallyByCorps } from './counted.ts'
import { goalPolicy } from './policy.ts'
import { findGoal, listGoals, listPeriods, listVersions, type StoredGoal } from './queries.ts'

/** Goals of a period as they stand on the day looked at, or stood when the period ended. */
export async function readBoard(
  db: Db,
  actor: Actor,
  today: Day,
  asked: string | undefined,
): Promise<GoalBoard> {
  const { zoneId } = actor
  const periods = await listPeriods(db, zoneId)
  const period = asked ?? usual(periods, today)
  const days = daysOfPeriod(period)
  const on = today < days.fromOn ? days.fromOn : today > days.toOn ? days.toOn : today
  const units = await unitsOn(db, zoneId, on, today)
  const goals = (await listGoals(db, zoneId, period)).filter(
    (goal) => goal.toOn >= on && (goal.fromOn <= on || today < days.fromOn),
  )
  const tallies = new Map<Day, ReadonlyMap<string | null, Tally>>()
  const items: Goal[] = []
  for (const goal of goals) {
    const counting = countingOf(goal, today)
    const tally = tallies.get(counting.countedOn) ?? (await tallyByCorps(db, zoneId, counting))
    tallies.set(counting.countedOn, tally)
    const isZone = units.some(({ id, kind }) => id === goal.unitId && kind === 'zone_office')
    items.push(shown(actor, goal, today, figureOf(tally, goal.measure, isZone ? 'zone' : goal.unitId)))
  }
  return {
    period,
    periods: [...new Set([...periods, period])].sort().reverse(),
    today,
    timeProgress: timeProgress(days, today),
    units: units.map(({ id, name, kind }) => ({ id, name, isZone: kind === 'zone_office' })),
    items,
    abilities: abilitiesOn(goalPolicy, actor, undefined),
  }
}

/** One goal with the projects behind it and what it was before. */
export async function readGoal(db: Db, actor: Actor, today: Day, id: string): Promise<GoalDetail> {
  const { zoneId } = actor
  const goal = found(await findGoal(db, zoneId, id), say('目标', 'goal'), id)
  const counting = countingOf(goal, today)
  const unit = (await unitsOn(db, zoneId, counting.countedOn, today)).find((one) => one.id === goal.unitId)
  const of = unit?.kind === 'zone_office' ? 'zone' : goal.unitId
  const versions = await listVersions(db, zoneId, id)
  const tally = await tallyByCorps(db, zoneId, counting)
  return {
    goal: shown(actor, goal, today, figureOf(tally, goal.measure, of)),
    unit: unit?.name ?? '',
    setBy: versions[0]?.by ?? null,
    setAt: goal.setAt.toISOString(),
    rows: await listCounted(db, zoneId, counting, goal.measure, of),
    history: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
  }
}

function shown(actor: Actor, goal: StoredGoal, today: Day, actual: Decimal): Goal {
  const { setBy: _by, setAt: _at, ...rest } = goal
  return {
    ...rest,
    actual,
    ...progressOf(actual, goal.value, timeProgress(daysOfPeriod(goal.period), today)),
    countedOn: countingOf(goal, today).countedOn,
    abilities: abilitiesOn(goalPolicy, actor, goal),
  }
}

/** Events of the whole period; the corps that had the project on the goal's last day, or has it on the day looked at. */
function countingOf({ period, toOn }: StoredGoal, today: Day): Counting {
  const isNow = toOn >= today
  return { ...daysOfPeriod(period), countedOn: isNow ? today : toOn, isNow }
}

async function unitsOn(db: Db, zoneId: string, on: Day, today: Day) {
  const units = on < today ? await unitsAsKnown(db, zoneId, on) : await listUnits(db, zoneId)
  return units
    .filter((unit) => (unit.kind === 'corps' || unit.kind === 'zone_office') && standsOn(unit, on))
    .sort((a, b) => Number(b.kind === 'zone_office') - Number(a.kind === 'zone_office'))
}

/** This year; where it has no goals, the newest year that has. */
function usual(periods: readonly string[], today: Day): string {
  const years = periods.filter((period) => period.length === 4)
  const year = today.slice(0, 4)
  return years.includes(year) ? year : (years.find((one) => one < year) ?? year)
}

export function daysOfPeriod(period: string) {
  const days = daysOf(period)
  if (days) return days
  throw new Problem(
    'invalid_input',
    say(
      `没有“${period}”这个时期，请写成 2022、2022-Q1 或 2022-03。`,
      `There is no period “${period}”; write 2022, 2022-Q1 or 2022-03.`,
    ),
  )
}
