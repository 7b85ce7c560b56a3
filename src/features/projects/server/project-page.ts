import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Project } from '../contract.ts'
import { fields, isEditable } from '../fields.ts'
import { milestoneKinds } from '../stages.ts'
import { textOf } from './field-sql.ts'
import { findLine } from './queries.ts'

const told = fields.filter((field) => field.store.in === 'progress' && isEditable(field))
const periodsAtMost = 60

/** A project whole: its line, every dated event in the order of the stages, and each month told of, newest first. */
export async function readProject(db: Db, actor: Actor, id: string): Promise<Project> {
  const row = found(await findLine(db, actor, id), say('项目', 'project'), id)
  const { rows: periods } = await sql<{ period: string; values: Record<string, string> }>`
    select to_char(g.period, 'YYYY-MM') as period,
      jsonb_strip_nulls(jsonb_build_object(${sql.join(told.flatMap((field) => [sql.lit(field.key), textOf(field)]))})) as values
    from progress g where g.zone_id = ${actor.zoneId} and g.project_id = ${id}::uuid and g.removed_at is null
    order by g.period desc limit ${periodsAtMost}`.execute(db)
  const dateOf = (key: string) => (typeof row[key] === 'string' ? row[key] : null)
  const milestones = milestoneKinds.map((kind) => ({
    kind,
    plan: dateOf(`${kind}.plan`),
    forecast: dateOf(`${kind}.forecast`),
    actual: dateOf(`${kind}.actual`),
  }))
  return { row, milestones, periods }
}
