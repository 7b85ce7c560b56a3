import { sql } from 'kysely'
import type { Db } from '../../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../../server/database/record.ts'
import { found } from '../../../../server/errors.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { isOver } from '../../../imports/server/file-refusals.ts'
import { keepImport } from './check.ts'
import { findImport } from './queries.ts'
import { importWord } from './refusals.ts'

type Written = {
  id: string
  number: string | null
  now: number
  /** As the import left it, or brought back to that by undoing what came after. */
  isSame: boolean
  isNew: boolean
  isGone: boolean
  before: Record<string, unknown> | null
}

/** Takes a file’s parcels back: what it added goes, what it changed returns. What was changed since stays, and is told. */
export function undoImport(desk: Desk, id: string) {
  const { zoneId } = desk
  return at(
    desk,
    async (db, author) => {
      const stored = found(await findImport(db, zoneId, id, 'lock'), importWord, id)
      if (stored.status !== 'applied') throw isOver(stored.fileName, stored.status)
      const written = await listWritten(db, zoneId, id)
      const still = written.filter(({ isSame, isGone }) => isSame && !isGone)
      const added = still.filter(({ isNew }) => isNew)
      const changed = still.filter(({ isNew }) => !isNew)
      await removeAdded(db, author, added)
      await restore(db, author, changed)
      await keepImport(db, desk, author.at, stored, {
        status: 'undone',
        undoneBy: author.memberId,
        undoneAt: author.at,
      })
      const kept = written.filter((one) => !still.includes(one) && !one.isGone)
      return {
        removed: added.length,
        restored: changed.length,
        kept: kept.map((one) => ({ id: one.id, number: one.number })),
      }
    },
    { kind: 'parcel_undo', id },
  )
}

async function listWritten(db: Db, zoneId: string, importId: string): Promise<Written[]> {
  const { rows } = await sql<Written>`
    with own as (
      select row_id, min(revision) as first, max(revision) as last, bool_or(operation = 'insert') as is_new
      from change where zone_id = ${zoneId} and cause_id = ${importId}::uuid and entity = 'parcel'
        and cause_kind = 'parcel_import' group by row_id)
    select p.id, p.number, p.revision as now, own.is_new, p.removed_at is not null as is_gone,
      (to_jsonb(p) - 'revision') = (l.image - 'revision') as is_same, b.image as before
    from own join parcel p on p.zone_id = ${zoneId} and p.id = own.row_id
    join lateral (select c.image from change c where c.zone_id = ${zoneId} and c.entity = 'parcel' and c.row_id = own.row_id
      and c.revision = own.last order by c.recorded_from desc limit 1) l on true
    left join lateral (select c.image from change c where c.zone_id = ${zoneId} and c.entity = 'parcel' and c.row_id = own.row_id
      and c.revision = own.first - 1 order by c.recorded_from desc limit 1) b on true
    order by p.number, p.id`.execute(db)
  return rows
}

const removeAdded = (db: Db, author: Author, added: readonly Written[]) =>
  updateRows(
    db,
    author,
    'parcel',
    added.map(({ id, now }) => ({ id, revision: now, set: { removedAt: author.at } })),
    'remove',
  )

const never = new Set(['zone_id', 'id', 'revision'])

const restore = (db: Db, author: Author, changed: readonly Written[]) =>
  updateRows(
    db,
    author,
    'parcel',
    changed.map(({ id, now, before }) => ({
      id,
      revision: now,
      set: Object.fromEntries(
        Object.entries(before ?? {})
          .filter(([column]) => !never.has(column))
          .map(([column, value]) => [camel(column), value]),
      ),
    })),
    'restore',
  )

const camel = (column: string) => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
