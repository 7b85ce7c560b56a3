import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import { type Day, monthOf } from '../../../shared/days.ts'
import type { Stage } from '../../projects/stages.ts'
import { cellsOf, monthsOf } from '../model/cell.ts'
import type { ProjectChart } from '../support-contract.ts'
import { chartAbilities, type Owned } from './policy.ts'
import { daysOf, milestonesWithin, tasksWithin } from './queries.ts'
import { shownSupport } from './read-supports.ts'
import { supportsOf } from './support-queries.ts'

/** This month and the next of one project, and what it asks for. */
export async function readProjectChart(
  db: Db,
  actor: Actor,
  projectId: string,
  today: Day,
): Promise<ProjectChart> {
  const { zoneId } = actor
  const { rows } = await sql<Owned & { stage: Stage; standing: string }>`
    select p.corps_id, p.officer_id, p.stage, p.standing from project p
    where p.zone_id = ${zoneId} and p.id = ${projectId}::uuid and p.removed_at is null`.execute(db)
  const project = found(rows[0], say('项目', 'project'), projectId)
  const span = { from: monthOf(today), months: 2, today }
  const months = monthsOf(span)
  const days = daysOf(months)
  const milestones = (await milestonesWithin(db, zoneId, days, projectId)).get(projectId) ?? []
  const tasks = (await tasksWithin(db, zoneId, days, projectId)).get(projectId) ?? new Map()
  const supports = await supportsOf(db, actor, projectId)
  return {
    ...{ today, months },
    cells: cellsOf({ ...project, milestones, tasks }, span),
    supports: supports.map((row) => shownSupport(actor, row, today)),
    abilities: chartAbilities(actor, project),
  }
}
