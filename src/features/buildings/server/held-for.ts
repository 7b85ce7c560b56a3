import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'

/** A room can be held only for a project that the person knows of; row-level security decides who does. */
export async function projectVisible(db: Db, zoneId: string, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from project where zone_id = ${zoneId} and id = ${id} and removed_at is null`.execute(db)
  found(rows[0], say('项目', 'project'), id)
}
