import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'

/** The conditions of land stay on it: what bound any parcel that was split or joined binds every one that came of it. */
export async function followDivision(
  db: Db,
  author: Author,
  parents: readonly string[],
  children: readonly string[],
) {
  const { rows } = await sql<{ ruleSetId: string }>`
    select distinct l.rule_set_id from rule_set_parcel l
    where l.zone_id = ${author.zoneId} and l.parcel_id = any(${[...parents]}::uuid[]) and l.removed_at is null
    order by l.rule_set_id`.execute(db)
  const links = rows.flatMap(({ ruleSetId }) =>
    children.map((parcelId) => ({ id: uuidv7(), ruleSetId, parcelId })),
  )
  await insertRows(db, author, 'rule_set_parcel', links)
}
