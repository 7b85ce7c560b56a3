import { sql } from 'kysely'
import { judge } from '../../../engine/lights/judge.ts'
import type { Db } from '../../../server/database/connect.ts'
import { addToMonth, firstDayOfMonth, type Month } from '../../../shared/days.ts'
import { readFigures } from './figures.ts'
import { listRules, ruleOfMonth } from './rules.ts'

/**
 * Keeps the colour that each project has as a month closes, once: of projects that go on and were there before the
 * month was over. Two servers at it write the same rows, and the first ones stay. Answers how many it wrote.
 */
export async function closeMonth(db: Db, zoneId: string, month: Month, at: Date): Promise<number> {
  const { rows: closed } = await sql`
    select from month_light where zone_id = ${zoneId} and month = ${firstDayOfMonth(month)}::date limit 1`.execute(
    db,
  )
  if (closed.length > 0) return 0
  const { id: ruleId, definition } = ruleOfMonth(await listRules(db, zoneId), month)
  const nextMonth = firstDayOfMonth(addToMonth(month, 1))
  const isOver = new Date(`${nextMonth}T00:00:00+08:00`)
  const projects = await readFigures(db, zoneId, {
    ...{ rule: definition, first: month, last: month },
    where: sql`p.standing = 'ongoing' and exists (
      select from change c where c.zone_id = ${zoneId} and c.entity = 'project' and c.row_id = p.id and c.recorded_from < ${isOver})`,
  })
  // As on the first of the next month, whatever day it is by now.
  const lights = projects.map((figures) => {
    const { light, reason } = judge(definition, figures, { month, today: nextMonth })
    return { project_id: figures.id, light, reason }
  })
  if (lights.length === 0) return 0
  // In one order, so that two servers wait for one another and not each for the other.
  lights.sort((a, b) => (a.project_id < b.project_id ? -1 : 1))
  const { numAffectedRows } = await sql`
    insert into month_light (zone_id, project_id, month, light, reason, rule_id, closed_at)
    select ${zoneId}::uuid, l.project_id, ${firstDayOfMonth(month)}::date, l.light, l.reason, ${ruleId}::uuid, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(lights)}::jsonb) l(project_id uuid, light text, reason jsonb)
    on conflict do nothing`.execute(db)
  return Number(numAffectedRows ?? 0)
}
