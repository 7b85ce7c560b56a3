import { sql } from 'kysely'
import type { Db } from '../../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../../server/database/record.ts'
import { found } from '../../../../server/errors.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { importMoved, isOver } from '../../../imports/server/file-refusals.ts'
import type { RowChange, UndoneBuildings } from '../../import-contract.ts'
import { holdBuildings } from '../hold-buildings.ts'
import { holdRooms } from '../leases.ts'
import { findImport } from './queries.ts'
import { importWord } from './refusals.ts'

type Of = RowChange['of']
type Written = {
  id: string
  name: string
  now: number
  /** As the import left it. */
  isSame: boolean
  isNew: boolean
  isGone: boolean
  before: Record<string, unknown> | null
}
type Undone = Omit<UndoneBuildings, 'import'>

/** What has to be gone before a record can go. */
const standingOn: Partial<Record<Of, { table: Of; column: string }>> = {
  building: { table: 'floor', column: 'building_id' },
  floor: { table: 'room', column: 'floor_id' },
  room: { table: 'lease', column: 'room_id' },
}

/** Takes a table back: what it added goes, what it changed returns. What was changed since stays, with what it stands on, and is told. */
export function undoImport(desk: Desk, id: string): Promise<Undone> {
  const { zoneId } = desk
  return at(
    desk,
    async (db, author) => {
      const stored = found(await findImport(db, zoneId, id, 'lock'), importWord, id)
      if (stored.status !== 'applied') throw isOver(stored.fileName, stored.status)
      await holdBuildings(db, zoneId)
      await holdRooms(db, zoneId, await roomsWritten(db, zoneId, id))
      const undone: Undone = { removed: 0, restored: 0, kept: [] }
      for (const table of ['lease', 'room', 'floor', 'building'] as const)
        await takeBack(db, author, table, id, undone)
      const set = { status: 'undone', undoneBy: author.memberId, undoneAt: author.at }
      const plain: Author = { zoneId, memberId: author.memberId, at: author.at }
      const written = await updateRows(db, plain, 'building_import', [{ id, revision: stored.revision, set }])
      if (written.size === 0) throw importMoved
      return undone
    },
    { kind: 'building_undo', id },
  )
}

async function takeBack(db: Db, author: Author, of: Of, importId: string, undone: Undone) {
  const written = await listWritten(db, author.zoneId, importId, of)
  const still = written.filter(({ isSame, isGone }) => isSame && !isGone)
  const occupied = await occupiedOf(db, author.zoneId, of, still)
  const added = still.filter(({ id, isNew }) => isNew && !occupied.has(id))
  const changed = still.filter(({ isNew }) => !isNew)
  const removed = added.map(({ id, now }) => ({ id, revision: now, set: { removedAt: author.at } }))
  await updateRows(db, author, of, removed, 'remove')
  const clear = await restorable(db, author.zoneId, of, changed)
  const restored = clear.map(({ id, now, before }) => ({ id, revision: now, set: columnsOf(before) }))
  await updateRows(db, author, of, restored, 'restore')
  const done = new Set([...removed, ...restored].map(({ id }) => id))
  undone.removed += removed.length
  undone.restored += restored.length
  undone.kept.push(
    ...written.filter(({ id, isGone }) => !done.has(id) && !isGone).map(({ name }) => ({ of, name })),
  )
}

/** Those on which something stands that is not taken back. */
async function occupiedOf(db: Db, zoneId: string, of: Of, rows: readonly Written[]): Promise<Set<string>> {
  const above = standingOn[of]
  if (!above) return new Set()
  const { rows: held } = await sql<{ id: string }>`
    select distinct ${sql.ref(above.column)} as id from ${sql.table(above.table)}
    where zone_id = ${zoneId} and removed_at is null and ${sql.ref(above.column)} = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    db,
  )
  return new Set(held.map(({ id }) => id))
}

/** What can go back to how it was: a room where its former floor is there, a lease where its room is, and free on its days. */
async function restorable(db: Db, zoneId: string, of: Of, changed: readonly Written[]): Promise<Written[]> {
  if (of === 'lease') return withoutOverlap(db, zoneId, changed)
  if (of !== 'room') return [...changed]
  const { rows } = await sql<{ id: string }>`
    select id from floor where zone_id = ${zoneId} and removed_at is null
      and id = any(${changed.map(({ before }) => before?.['floor_id'])}::uuid[])`.execute(db)
  const floors = new Set<unknown>(rows.map(({ id }) => id))
  return changed.filter(({ before }) => floors.has(before?.['floor_id']))
}

/** A lease goes back to its days only where nobody else holds the room on them by now. */
async function withoutOverlap(db: Db, zoneId: string, changed: readonly Written[]): Promise<Written[]> {
  const wanted = changed.map(({ id, before }) => ({
    id,
    from_on: before?.['from_on'],
    to_on: before?.['to_on'],
  }))
  const { rows } = await sql<{ id: string }>`
    select w.id from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(id uuid, from_on date, to_on date)
    join lease l on l.zone_id = ${zoneId} and l.id = w.id
    where not exists (
      select from room r where r.zone_id = ${zoneId} and r.id = l.room_id and r.removed_at is null)
    or exists (select from lease k where k.zone_id = ${zoneId} and k.room_id = l.room_id and k.id <> l.id
      and k.removed_at is null and k.from_on <= coalesce(w.to_on, 'infinity') and coalesce(k.to_on, 'infinity') >= w.from_on)`.execute(
    db,
  )
  const taken = new Set(rows.map(({ id }) => id))
  return changed.filter(({ id }) => !taken.has(id))
}

const nameOf: Record<Of, string> = {
  building: `concat_ws(' ', t.name, t.number)`,
  floor: `(select b.name from building b where b.zone_id = t.zone_id and b.id = t.building_id) || ' ' || t.level`,
  room: `(select b.name from building b where b.zone_id = t.zone_id and b.id = t.building_id) || ' ' || t.number`,
  lease: `coalesce(t.tenant, t.kind) || ' ' || t.from_on`,
}

async function listWritten(db: Db, zoneId: string, importId: string, of: Of): Promise<Written[]> {
  const { rows } = await sql<Written>`
    with own as (
      select row_id, min(revision) as first, max(revision) as last, bool_or(operation = 'insert') as is_new
      from change where zone_id = ${zoneId} and cause_id = ${importId}::uuid and entity = ${of}
        and cause_kind = 'building_import' group by row_id)
    select t.id, ${sql.raw(nameOf[of])} as name, t.revision as now, own.is_new, t.removed_at is not null as is_gone,
      (to_jsonb(t) - 'revision') = (l.image - 'revision') as is_same, b.image as before
    from own join ${sql.table(of)} t on t.zone_id = ${zoneId} and t.id = own.row_id
    join lateral (select c.image from change c where c.zone_id = ${zoneId} and c.entity = ${of} and c.row_id = own.row_id
      and c.revision = own.last order by c.recorded_from desc limit 1) l on true
    left join lateral (select c.image from change c where c.zone_id = ${zoneId} and c.entity = ${of} and c.row_id = own.row_id
      and c.revision = own.first - 1 order by c.recorded_from desc limit 1) b on true
    order by t.id`.execute(db)
  return rows
}

async function roomsWritten(db: Db, zoneId: string, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct case when entity = 'room' then row_id else (image ->> 'room_id')::uuid end as id from change
    where zone_id = ${zoneId} and cause_id = ${importId}::uuid and entity in ('room', 'lease')`.execute(db)
  return rows.map(({ id }) => id)
}

const never = new Set(['zone_id', 'id', 'revision'])
const columnsOf = (image: Record<string, unknown> | null) =>
  Object.fromEntries(
    Object.entries(image ?? {})
      .filter(([column]) => !never.has(column))
      .map(([column, value]) => [camel(column), value]),
  )
const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
