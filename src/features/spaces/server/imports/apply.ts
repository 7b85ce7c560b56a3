import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../../server/database/record.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { parcelKey } from '../../model/number-key.ts'
import { holdOpen, keepImport } from './check.ts'
import { rowsToTake, type TakenRow } from './queries.ts'
import { landMoved, noSystem, notConfirmed } from './refusals.ts'

const rowsAtOnce = 1000

/** Writes a file’s parcels: all that were taken, or nothing. What changed since the check is a conflict that names it. */
export async function applyImport(
  desk: Desk,
  id: string,
  revision: number,
  more: { provenance?: string; source?: string } = {},
): Promise<void> {
  await at(
    desk,
    async (db, author) => {
      const held = await holdOpen(db, desk.zoneId, id, revision)
      if (held.reading.epsg === null) throw noSystem
      if (!held.reading.confirmed) throw notConfirmed
      let after = 0
      for (;;) {
        const rows = await rowsToTake(db, desk.zoneId, id, after, rowsAtOnce)
        if (rows.length === 0) break
        await writeRows(db, author, rows, {
          status: held.reading.status,
          source: more.source ?? held.fileName,
          ...(more.provenance ? { provenance: more.provenance } : {}),
        })
        after = rows.at(-1)?.ordinal ?? after
      }
      await keepImport(db, desk, author.at, held, {
        status: 'applied',
        appliedBy: author.memberId,
        appliedAt: author.at,
      })
    },
    { kind: 'parcel_import', id },
  )
  await desk.house.database.connections.upkeep?.()
}

type Defaults = { status: string; source: string; provenance?: string }

async function writeRows(db: Db, author: Author, rows: readonly TakenRow[], defaults: Defaults) {
  const fresh = rows.filter(({ parcelId }) => parcelId === null)
  const keys = fresh.flatMap(({ number }) => parcelKey(number) ?? [])
  const { rows: taken } = await sql<{ number: string }>`
    select number from parcel where zone_id = ${author.zoneId} and number_key = any(${keys}::text[])
      and ended_on is null and removed_at is null`.execute(db)
  if (taken.length > 0) throw landMoved(taken.map(({ number }) => number))
  await insertRows(
    db,
    author,
    'parcel',
    fresh.map((row) => ({
      id: uuidv7(),
      ...columnsOf(row),
      number: row.number,
      numberKey: parcelKey(row.number),
      status: row.status ?? defaults.status,
      source: defaults.source,
      provenance: defaults.provenance ?? null,
    })),
  )
  await renew(db, author, rows, defaults)
}

async function renew(db: Db, author: Author, rows: readonly TakenRow[], { source }: Defaults) {
  const known = new Map(rows.flatMap((row) => (row.parcelId ? [[row.parcelId, row] as const] : [])))
  if (known.size === 0) return
  const { rows: now } = await sql<{ id: string; revision: number }>`
    select id, revision from parcel where zone_id = ${author.zoneId} and id = any(${[...known.keys()]}::uuid[])
      and ended_on is null and removed_at is null order by id for update`.execute(db)
  const gone = [...known].filter(([id]) => now.every((one) => one.id !== id))
  if (gone.length > 0) throw landMoved(gone.map(([, { number, place }]) => number ?? place))
  await updateRows(
    db,
    author,
    'parcel',
    now.flatMap(({ id, revision }) => {
      const row = known.get(id)
      if (!row) return []
      const { name, landUse, landClass, territoryId, ...place } = columnsOf(row)
      const words = { name, landUse, landClass, territoryId, status: row.status }
      const told = Object.entries(words).filter(([, value]) => value !== null)
      return [{ id, revision, set: { ...place, ...Object.fromEntries(told), source } }]
    }),
  )
}

const columnsOf = (row: TakenRow) => ({
  name: row.name,
  landUse: row.landUse,
  landClass: row.landClass,
  territoryId: row.territoryId,
  areaM2: (row.areaBy === 'declared' ? row.declaredM2 : null) ?? row.drawnM2,
  drawnM2: row.drawnM2,
  epsg: row.epsg,
  survey: row.survey,
  boundary: row.boundary,
  west: row.west,
  south: row.south,
  east: row.east,
  north: row.north,
  lon: row.lon,
  lat: row.lat,
})
