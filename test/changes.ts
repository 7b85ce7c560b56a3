import assert from 'node:assert/strict'
import type { Database } from '../src/server/database/connect.ts'
import { leftOut, recorded } from '../src/server/database/record.ts'

/** Every row of every recorded table is what its newest change says, and its versions follow one another without a gap. */
export async function assertEveryRowHasItsChange(database: Database, zoneId: string) {
  for (const table of recorded) {
    const rows = await database.within({ zoneId, memberId: null }, async (db) => {
      const { sql } = await import('kysely')
      const result = await sql<{ id: string; fault: string }>`
        with latest as (
          select t.id, t.revision, to_jsonb(t) - ${[...(leftOut[table] ?? [])]}::text[] as now,
            (select count(*) from change c where c.zone_id = ${zoneId} and c.entity = ${table} and c.row_id = t.id) as versions,
            (select count(*) from change c where c.zone_id = ${zoneId} and c.entity = ${table} and c.row_id = t.id and c.recorded_from < (select b.recorded_from from change b where b.zone_id = ${zoneId} and b.entity = ${table} and b.row_id = t.id and b.revision = c.revision - 1)) as early,
            (select image from change c where c.zone_id = ${zoneId} and c.entity = ${table} and c.row_id = t.id and c.revision = t.revision) as image
          from ${sql.table(table)} t where t.zone_id = ${zoneId}
        )
        select id, case when versions <> revision then 'versions missing' when early > 0 then 'a version begins before the one it follows'
          when image is distinct from now then 'image differs' end as fault
        from latest where versions <> revision or early > 0 or image is distinct from now limit 5`.execute(db)
      return result.rows
    })
    assert.deepEqual(rows, [], `${table}: rows without their change`)
  }
}
