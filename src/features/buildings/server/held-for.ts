import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'

const noSuchProject = say('没有这个项目。', 'There is no such project.')

/** A room can be held only for a project that the person knows of; row-level security decides who does. */
export async function projectVisible(db: Db, zoneId: string, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from project where zone_id = ${zoneId} and id = ${id} and removed_at is null`.execute(db)
  if (rows.length === 0) throw new Problem('not_found', noSuchProject)
}
