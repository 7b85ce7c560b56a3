import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../../server/database/record.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { parcelKey } from '../../model/number-key.ts'
import { holdOpen, keepImport } from './check.ts'
import {
  boundsOfRows,
  checkedPosition,
  landWrittenSince,
  rowsToTake,
  type TakenRow,
  takenNumbers,
} from './queries.ts'
import { landMoved, noSystem, notConfirmed, numberTwice } from './refusals.ts'

const rowsAtOnce = 250

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
      await holdLand(db, desk.zoneId)
      refuseTwice(await takenNumbers(db, desk.zoneId, id))
      const position = await checkedPosition(db, desk.zoneId, id)
      let after = 0
      for (;;) {
        const rows = await rowsToTake(db, desk.zoneId, id, after, rowsAtOnce)
        if (rows.length === 0) break
        if (after === 0) await refuseMoved(db, desk.zoneId, id, position)
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

/** One import at a time writes a zone’s land: a second one must see what the first one wrote. */
const holdLand = (db: Db, zoneId: string) =>
  sql`select pg_advisory_xact_lock(${landLock}, hashtext(${zoneId}))`.execute(db)
const landLock = 7_300_003

function refuseTwice(rows: readonly { number: string; place: string }[]) {
  const first = new Map<string, string>()
  for (const { number, place } of rows) {
    const key = parcelKey(number)
    const before = key === null ? undefined : first.get(key)
    if (before !== undefined) throw numberTwice(number, before, place)
    if (key !== null) first.set(key, place)
  }
}

/** Land that somebody wrote where the file lies, after the check looked: it must look again. */
async function refuseMoved(db: Db, zoneId: string, id: string, position: number) {
  const bounds = await boundsOfRows(db, zoneId, id)
  if (!bounds) return
  const moved = await landWrittenSince(db, zoneId, position, bounds)
  if (moved.length > 0) throw landMoved(moved.map(({ number, id }) => number ?? id))
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
  const gone = [...known].filter(
    ([id, row]) => !now.some((one) => one.id === id && one.revision === row.parcelRevision),
  )
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
