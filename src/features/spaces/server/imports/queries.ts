import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../server/database/connect.ts'
import type { ParcelImport, ParcelImportRow, Reading, RowFindings } from '../../import-contract.ts'

export type StoredImport = Omit<
  ParcelImport,
  'abilities' | 'bounds' | 'createdBy' | 'createdAt' | 'appliedAt' | 'undoneAt'
> & {
  createdBy: string | null
  createdAt: Date
  appliedAt: Date | null
  undoneAt: Date | null
  reading: Reading
}

const columns = sql`i.id, i.file_name, i.file_size, i.format, i.status, i.counts, m.name as created_by, i.created_at,
  i.applied_at, i.undone_at, i.revision`
const from = (zoneId: string) => sql`parcel_import i
  left join member m on m.zone_id = ${zoneId} and m.id = i.created_by`

export async function checkedPosition(db: Db, zoneId: string, id: string): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select land_position as position from parcel_import where zone_id = ${zoneId} and id = ${id}`.execute(db)
  return rows[0]?.position ?? 0
}

export async function findImport(
  db: Db,
  zoneId: string,
  id: string,
  lock?: 'lock',
): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`select ${columns}, i.reading, i.notices from ${from(zoneId)}
    where i.zone_id = ${zoneId} and i.id = ${id} and i.removed_at is null ${lock ? sql`for update of i` : sql``}`.execute(
    db,
  )
  return rows[0]
}

export async function listImports(
  db: Db,
  zoneId: string,
): Promise<Omit<StoredImport, 'reading' | 'notices'>[]> {
  const { rows } = await sql<Omit<StoredImport, 'reading' | 'notices'>>`select ${columns} from ${from(zoneId)}
    where i.zone_id = ${zoneId} and i.status <> 'discarded' and i.removed_at is null
    order by i.created_at desc, i.id desc limit 200`.execute(db)
  return rows
}

/** Of everything that the file draws. */
export async function boundsOfRows(db: Db, zoneId: string, importId: string): Promise<number[] | null> {
  const { rows } = await sql<{ west: number | null; south: number; east: number; north: number }>`
    select min(west) as west, min(south) as south, max(east) as east, max(north) as north from parcel_import_row
    where zone_id = ${zoneId} and import_id = ${importId}`.execute(db)
  const [one] = rows
  return one && one.west !== null ? [one.west, one.south, one.east, one.north] : null
}

const shown = sql`id, ordinal, place, layer, number, name, attributes, trim_scale(declared_m2)::text as declared_m2,
  trim_scale(drawn_m2)::text as drawn_m2, area_by, findings, verdict, decision, parcel_id`

const ofImport = (zoneId: string, importId: string, where: RawBuilder<unknown>) =>
  sql`from parcel_import_row where zone_id = ${zoneId} and import_id = ${importId} and ${where}`

export async function listRows(
  db: Db,
  zoneId: string,
  importId: string,
  query: { verdict?: string; finding?: string; limit?: number; offset?: number },
): Promise<{ items: ParcelImportRow[]; total: number }> {
  const where = rowsWhere(query)
  const { rows: items } = await sql<ParcelImportRow>`select ${shown} ${ofImport(zoneId, importId, where)}
    order by ordinal limit ${query.limit ?? 100} offset ${query.offset ?? 0}`.execute(db)
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total ${ofImport(zoneId, importId, where)}`.execute(db)
  return { items, total: rows[0]?.total ?? 0 }
}

export const rowsWhere = ({ verdict, finding }: { verdict?: string; finding?: string }) =>
  sql.join(
    [
      sql`true`,
      ...(verdict ? [sql`verdict = ${verdict}`] : []),
      ...(finding ? [sql`findings @> ${JSON.stringify([{ code: finding }])}::jsonb`] : []),
    ],
    sql` and `,
  )

export async function listDrawn(db: Db, zoneId: string, importId: string, most: number) {
  const { rows } = await sql<{
    id: string
    verdict: ParcelImportRow['verdict']
    label: string
    boundary: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown[] }
  }>`
    select id, verdict, coalesce(name, number, place) as label, boundary
    ${ofImport(zoneId, importId, sql`boundary is not null`)} order by ordinal limit ${most}`.execute(db)
  return rows
}

export async function countRows(db: Db, zoneId: string, importId: string) {
  const { rows } = await sql<{
    verdict: ParcelImportRow['verdict']
    count: number
    taken: number
    skipped: number
    areaM2: string
  }>`
    select verdict, count(*)::int as count, count(*) filter (where decision = 'take')::int as taken,
      count(*) filter (where decision = 'skip' and verdict in ('new', 'changed'))::int as skipped,
      trim_scale(coalesce(sum(case when area_by = 'declared' then declared_m2 else drawn_m2 end)
        filter (where decision is distinct from 'skip' and (verdict in ('new', 'changed') or decision = 'take')), 0))::text as area_m2
    ${ofImport(zoneId, importId, sql`true`)} group by verdict`.execute(db)
  return rows
}

/** What was found of the rows, each kind once, the weightiest first. */
export async function listRowFindings(db: Db, zoneId: string, importId: string) {
  const { rows } = await sql<RowFindings['items'][number]>`
    select f.finding->>'code' as code, f.finding->>'weight' as weight, count(distinct id)::int as rows
    from parcel_import_row, jsonb_array_elements(findings) as f(finding)
    where zone_id = ${zoneId} and import_id = ${importId} group by 1, 2
    order by array_position(array['stop', 'ask', 'warn', 'note'], f.finding->>'weight'), 3 desc, 1`.execute(
    db,
  )
  return rows
}

/** Working rows whole, in the file’s order, after one of them. */
export async function rowsToTake(db: Db, zoneId: string, importId: string, after: number, most: number) {
  const { rows } = await sql<TakenRow>`
    select id, ordinal, place, number, name, land_use, land_class, status, territory_id, survey, boundary, epsg,
      trim_scale(declared_m2)::text as declared_m2, trim_scale(drawn_m2)::text as drawn_m2, area_by,
      west, south, east, north, lon, lat, parcel_id, parcel_revision
    ${ofImport(zoneId, importId, taken)} and ordinal > ${after} order by ordinal limit ${most}`.execute(db)
  return rows
}
/** What is written: what is clear, unless somebody skips it, and what somebody takes though it is in doubt. */
const taken = sql`(verdict in ('new', 'changed') and decision is distinct from 'skip' or verdict = 'doubt' and decision = 'take')`

export type TakenRow = {
  id: string
  ordinal: number
  place: string
  number: string | null
  name: string | null
  landUse: string | null
  landClass: string | null
  status: string | null
  territoryId: string | null
  survey: unknown
  boundary: unknown
  epsg: number
  declaredM2: string | null
  drawnM2: string
  areaBy: 'declared' | 'drawn' | null
  west: number
  south: number
  east: number
  north: number
  lon: number
  lat: number
  parcelId: string | null
  parcelRevision: number | null
}

/** Parcels that somebody wrote after a place in the log, within bounds. */
export async function landWrittenSince(
  db: Db,
  zoneId: string,
  position: number,
  [west, south, east, north]: readonly number[],
) {
  const { rows } = await sql<{
    id: string
    number: string | null
    west: number
    south: number
    east: number
    north: number
  }>`
    select id, number, west, south, east, north from parcel
    where zone_id = ${zoneId} and removed_at is null and ended_on is null
      and west <= ${east} and east >= ${west} and south <= ${north} and north >= ${south}
      and id in (select row_id from change where zone_id = ${zoneId} and position > ${position} and entity = 'parcel')`.execute(
    db,
  )
  return rows
}

/** What is to be written, without its shapes: to find a number that stands twice. */
export async function takenNumbers(db: Db, zoneId: string, importId: string) {
  const { rows } = await sql<{ number: string; place: string }>`select number, place
    ${ofImport(zoneId, importId, taken)} and number is not null order by ordinal`.execute(db)
  return rows
}

export const deleteRows = (db: Db, zoneId: string, importId: string) =>
  sql`delete from parcel_import_row where zone_id = ${zoneId} and import_id = ${importId}`.execute(db)
