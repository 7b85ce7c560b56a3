import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'

export type Alias = { projectId: string; name: string; code: string | null; investor: string | null }

/** What the zone's projects are also called, or those of `ids`. */
export async function listAliases(db: Db, zoneId: string, ids?: readonly string[]): Promise<Alias[]> {
  const { rows } = await sql<Alias>`
    select project_id, name, code, investor from alias where zone_id = ${zoneId} and removed_at is null
    ${ids ? sql`and project_id = any(${[...ids]}::uuid[])` : sql``} order by id`.execute(db)
  return rows
}
