import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Day, type Month, monthOf } from '../../../shared/days.ts'
import { lightsOf } from '../../lights/server/lights-of.ts'
import type { BattleChart, BattleQuery, ChartRow } from '../contract.ts'
import { cellsOf, monthsOf } from '../model/cell.ts'
import { addTo, noTally, type Tally } from '../model/tally.ts'
import { daysOf, listCharted, milestonesWithin, nearestMonth, tasksWithin } from './queries.ts'

const noMilestones: [] = []
const noTasks = new Map()

/** Projects down, months across. A handful of statements, however many projects there are; counts are of all of them. */
export async function readBattle(db: Db, actor: Actor, query: BattleQuery, today: Day): Promise<BattleChart> {
  const { zoneId } = actor
  const { group = 'corps', limit = 500, offset = 0, months = 12 } = query
  const from = checkMonth(query.from ?? `${today.slice(0, 4)}-01`)
  const span = { from, months, today }
  const days = daysOf(monthsOf(span))
  const projects = await listCharted(db, actor, { ...query, group })
  const milestones = await milestonesWithin(db, zoneId, days)
  const tasks = await tasksWithin(db, zoneId, days)
  const lights = await lightsOf(db, zoneId, monthOf(today), today)
  const rows = projects
    .map((project): ChartRow => {
      const charted = {
        ...project,
        milestones: milestones.get(project.id) ?? noMilestones,
        tasks: tasks.get(project.id) ?? noTasks,
      }
      const light = lights.get(project.id)?.light ?? 'grey'
      return { ...project, light, cells: cellsOf(charted, span) }
    })
    .filter(({ cells }) =>
      query.only === undefined
        ? true
        : cells.some(({ state }) => (query.only === 'overdue' ? state === 'overdue' : state !== null)),
    )
  const byCorps = tallies(rows, ({ corpsId }) => corpsId)
  const groups = group === 'corps' ? byCorps : tallies(rows, ({ chain }) => chain)
  const counts = noTally()
  for (const { cells } of rows) addTo(counts, cells)
  return {
    ...{ today, from, months, total: rows.length, counts: { ...counts, projects: rows.length } },
    items: rows.slice(offset, offset + limit),
    nearest: counts.tasks > 0 ? null : await nearestMonth(db, zoneId, days, rows),
    groups: groups.map(([value, tally]) => ({ value, ...tally })),
    byCorps: byCorps.map(([corpsId, tally]) => ({ corpsId, ...tally })),
  }
}

function tallies(rows: readonly ChartRow[], by: (row: ChartRow) => string | null): [string | null, Tally][] {
  const found = new Map<string | null, Tally>()
  for (const row of rows) {
    const tally = found.get(by(row)) ?? noTally()
    found.set(by(row), tally)
    addTo(tally, row.cells)
  }
  return [...found]
}

/** Offices plan for this century; a year of four digits typed wrongly is told, not drawn. */
export function checkMonth(month: Month): Month {
  if (month >= '2000-01' && month <= '2199-12') return month
  throw new Problem(
    'invalid_input',
    say(
      `没有 ${month} 这个月份，请用 2000 年到 2199 年之间的月份，如 2022-03。`,
      `The chart has no month ${month}: use one of the years 2000 to 2199, such as 2022-03.`,
    ),
  )
}
