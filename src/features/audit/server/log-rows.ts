import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const recordsAtMost = 500

/**
 * The rows that a record's log speaks of: itself, and what belongs to it (a project's milestones and months, a
 * member's posts, a unit's areas and goals). Records are named by id or by a word of their name; only so many are followed.
 */
export async function findRows(db: Db, zoneId: string, record: string): Promise<string[]> {
  const word = record.trim().toLowerCase()
  const ids = uuid.test(word) ? sql`select ${word}::uuid as id` : named(zoneId, word)
  const { rows } = await sql<{ id: string }>`
    with record as (${ids} limit ${recordsAtMost})
    select id from record
    union select id from milestone where zone_id = ${zoneId} and project_id in (select id from record)
    union select id from progress where zone_id = ${zoneId} and project_id in (select id from record)
    union select id from post where zone_id = ${zoneId} and member_id in (select id from record)
    union select id from territory_holding where zone_id = ${zoneId}
      and (territory_id in (select id from record) or unit_id in (select id from record))
    union select id from goal where zone_id = ${zoneId} and unit_id in (select id from record)
    order by id`.execute(db)
  return rows.map((row) => row.id)
}

const named = (zoneId: string, word: string) => sql`
  select id from project where zone_id = ${zoneId} and strpos(lower(name), ${word}) > 0
  union all select id from member where zone_id = ${zoneId} and (strpos(lower(name), ${word}) > 0 or login = ${word})
  union all select id from unit where zone_id = ${zoneId} and strpos(lower(name), ${word}) > 0
  union all select id from territory where zone_id = ${zoneId} and strpos(lower(name), ${word}) > 0
  union all select id from ledger_import where zone_id = ${zoneId} and strpos(lower(file_name), ${word}) > 0`
