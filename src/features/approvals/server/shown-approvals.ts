import { holidayYears } from '../../../engine/calendar/holidays.ts'
import { calendarOf } from '../../../engine/calendar/work-calendar.ts'
import { type Actor, abilitiesOn, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { ProjectApprovals } from '../contract.ts'
import { itemClock, partClocks, provisionalYears, stateOf } from '../model/project-clock.ts'
import { approvalPolicy } from './policy.ts'
import { findProject, listApprovals } from './queries.ts'

export const calendar = calendarOf(holidayYears)

/** A project's approvals with their clocks as of today. */
export async function readApprovals(
  db: Db,
  actor: Actor,
  projectId: string,
  today: Day,
): Promise<ProjectApprovals> {
  const project = authorize(approvalPolicy, actor, 'read', await findProject(db, actor.zoneId, projectId))
  const rows = await listApprovals(db, actor.zoneId, projectId)
  const chain = rows.find((row) => row.chain !== null)?.chain ?? null
  const parts = partClocks(calendar, rows, chain, today)
  const items = rows.map(({ projectId: _, chain: __, position: ___, ...row }) => ({
    ...row,
    state: stateOf(row),
    clock: itemClock(calendar, row, today),
    stops: row.stops.map((stop) => ({
      ...stop,
      days: calendar.workdaysIn({ after: stop.fromOn, until: stop.toOn ?? today }),
    })),
  }))
  const due = [...items.map(({ clock }) => clock), ...parts.map(({ clock }) => clock)]
  return {
    today,
    chain,
    parts,
    items,
    provisionalYears: provisionalYears(calendar, rows, due, today),
    abilities: abilitiesOn(approvalPolicy, actor, project),
  }
}
