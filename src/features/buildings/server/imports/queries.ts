import { sql } from 'kysely'
import { type Actor, has } from '../../../../server/access.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { found } from '../../../../server/errors.ts'
import type { BuildingImport, BuildingImportRow, BuildingImportRows } from '../../import-contract.ts'
import type { Decisions } from './check.ts'
import { importWord } from './refusals.ts'

export type StoredImport = Omit<BuildingImport, 'abilities' | 'createdAt' | 'appliedAt' | 'undoneAt'> & {
  createdAt: Date
  appliedAt: Date | null
  undoneAt: Date | null
  decisions: Decisions
  digest: string
}

export async function findImport(
  db: Db,
  zoneId: string,
  id: string,
  lock?: 'lock',
): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`
    select i.id, i.file_name, i.file_size, i.status, i.day::text as day, i.reading, i.decisions, i.digest, i.counts,
      m.name as created_by, i.created_at, i.applied_at, i.undone_at, i.revision
    from building_import i left join member m on m.zone_id = ${zoneId} and m.id = i.created_by
    where i.zone_id = ${zoneId} and i.id = ${id} and i.removed_at is null ${lock ? sql`for update of i` : sql``}`.execute(
    db,
  )
  return rows[0]
}

export async function listImports(db: Db, actor: Actor) {
  const { zoneId } = actor
  const { rows } = await sql<Omit<StoredImport, 'reading' | 'decisions' | 'digest'>>`
    select i.id, i.file_name, i.file_size, i.status, i.day::text as day, i.counts, m.name as created_by, i.created_at,
      i.applied_at, i.undone_at, i.revision
    from building_import i left join member m on m.zone_id = ${zoneId} and m.id = i.created_by
    where i.zone_id = ${zoneId} and i.status <> 'discarded' and i.removed_at is null
    order by i.created_at desc, i.id desc limit 200`.execute(db)
  return rows.map((row) => ({ ...timed(row), abilities: abilitiesOf(actor, row.status) }))
}

const timed = <T extends { createdAt: Date; appliedAt: Date | null; undoneAt: Date | null }>(row: T) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  appliedAt: row.appliedAt?.toISOString() ?? null,
  undoneAt: row.undoneAt?.toISOString() ?? null,
})

export async function shownImport(db: Db, actor: Actor, id: string): Promise<BuildingImport> {
  const {
    decisions: _,
    digest: _digest,
    ...stored
  } = found(await findImport(db, actor.zoneId, id), importWord, id)
  return { ...timed(stored), abilities: abilitiesOf(actor, stored.status) }
}

function abilitiesOf(actor: Actor, status: StoredImport['status']): string[] {
  if (actor.asOf || !has(actor, 'director', 'analyst')) return ['read']
  if (status === 'read') return ['read', 'update', 'apply', 'discard']
  return status === 'applied' ? ['read', 'undo'] : ['read']
}

export async function listRows(
  db: Db,
  zoneId: string,
  importId: string,
  { verdict, limit = 100, offset = 0 }: { verdict?: string; limit?: number; offset?: number },
): Promise<BuildingImportRows> {
  const of = sql`from building_import_row where zone_id = ${zoneId} and import_id = ${importId}
    ${verdict ? sql`and verdict = ${verdict}` : sql``}`
  const { rows } = await sql<BuildingImportRow>`
    select id, ordinal, place, concat_ws(' ', line #>> '{building,name}', line #>> '{building,number}') as building,
      (line ->> 'level')::int as level, line #>> '{room,number}' as room, line ->> 'areaM2' as "areaM2",
      line #>> '{held,tenant}' as tenant, findings, changes, verdict, decision
    ${of} order by ordinal limit ${limit} offset ${offset}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total ${of}`.execute(db)
  return { items: rows, total: counted.rows[0]?.total ?? 0 }
}

export async function placesInDoubt(db: Db, zoneId: string, importId: string): Promise<string[]> {
  const { rows } = await sql<{ place: string }>`select place from building_import_row
    where zone_id = ${zoneId} and import_id = ${importId} and verdict = 'doubt'`.execute(db)
  return rows.map(({ place }) => place)
}
