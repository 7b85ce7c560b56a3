import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Counts, LedgerImport } from '../../imports/contract.ts'

export type KnownImport = {
  id: string
  fileName: string
  status: LedgerImport['status']
  counts: Counts | null
  createdById: string
  createdBy: string
  at: Date
}

/** Imports, the newest first, as the log knows them at the time looked at: they are not among what the past remembers. */
export async function listImportsAsOf(db: Db, zoneId: string): Promise<KnownImport[]> {
  const { rows } = await sql<KnownImport>`
    select i.id, i.file_name, v.image ->> 'status' as status, v.image -> 'counts' as counts, i.created_by as created_by_id,
      coalesce(m.name, '') as created_by, v.recorded_from as at
    from ledger_import i cross join lateral (
      select c.image, c.recorded_from from change c where c.zone_id = ${zoneId} and c.entity = 'ledger_import' and c.row_id = i.id
      order by c.recorded_from desc, c.revision desc limit 1) v
    left join member m on m.zone_id = ${zoneId} and m.id = i.created_by
    where i.zone_id = ${zoneId} and v.image ->> 'removed_at' is null and v.image ->> 'status' <> 'discarded'
    order by i.created_at desc, i.id desc`.execute(db)
  return rows
}

/** Not yet in the ledger, and not one that would change nothing there. */
export const openImports = (all: readonly KnownImport[]) =>
  all.filter(
    ({ status, counts }) =>
      status === 'read' ||
      (status === 'checked' &&
        (counts === null || counts.new + counts.changed + counts.doubt + counts.questions > 0)),
  )
