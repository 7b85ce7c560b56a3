import { setImmediate as turn } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { boundsOf } from '../../../../engine/geometry/inside.ts'
import type { Position } from '../../../../engine/geometry/position.ts'
import { kilometresBetween } from '../../../../engine/geometry/readings.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import type { Finding, Reading } from '../../import-contract.ts'
import type { Drawn } from '../../model/drawn.ts'
import { metresAround } from '../../model/metres-around.ts'
import { parcelKey } from '../../model/number-key.ts'
import { understandShape } from '../../model/understand-shape.ts'
import type { Around } from './around.ts'
import { differsFrom } from './differs.ts'
import {
  type Ground,
  groundOf,
  listNeighbours,
  type Neighbour,
  overlapFinding,
  overlapsOn,
} from './neighbours.ts'
import type { OpenFile } from './open-file.ts'
import type { JudgedRow } from './row.ts'

/** Others get their turn while a large file is judged. */
const shapesAtOnce = 100
const pointsAtOnce = 2_000
const farKilometres = 30

/**
 * Every shape of a file as its reading understands it, with what speaks against taking it: what is wrong with it, what
 * it lies upon, what it already is in the zone.
 */
export async function judgeFile(
  desk: Desk,
  file: OpenFile,
  reading: Reading,
  around: Around,
  otherSystem: (at: number) => { epsg: number; weight: 'stop' | 'ask' } | undefined,
): Promise<JudgedRow[]> {
  const rows: JudgedRow[] = []
  let points = 0
  for (const [index, shape] of file.shapes.entries()) {
    points +=
      5 + shape.surfaces.reduce((sum, rings) => sum + rings.reduce((all, ring) => all + ring.length, 0), 0)
    if (points > pointsAtOnce) {
      points = 0
      await turn()
    }
    const understood = understandShape(shape, reading)
    const other = otherSystem(index)
    if (other)
      understood.findings.push({
        code: 'other_system',
        weight: other.weight,
        values: { epsg: other.epsg, most: reading.epsg ?? '' },
      })
    rows.push({
      ...understood,
      id: uuidv7(),
      ordinal: index + 1,
      place: shape.place,
      layer: shape.layer ?? null,
      attributes: shape.attributes,
      territoryId: null,
      verdict: 'new',
      parcelId: null,
      parcelRevision: null,
      areaBy: understood.declaredM2 === null ? 'drawn' : 'declared',
    })
  }
  tellTwice(rows)
  await compare(desk, rows, around)
  return rows
}

/** The same number twice in one file: the second is nobody’s to choose but a person’s. */
function tellTwice(rows: readonly JudgedRow[]) {
  const first = new Map<string, JudgedRow>()
  for (const row of rows) {
    const key = parcelKey(row.number)
    if (!key) continue
    const before = first.get(key)
    if (before) row.findings.push({ code: 'twice_in_file', weight: 'ask', values: { place: before.place } })
    else first.set(key, row)
  }
}

async function compare(desk: Desk, rows: readonly JudgedRow[], around: Around) {
  const drawnRows = rows.filter((row): row is JudgedRow & { drawn: Drawn } => row.drawn !== undefined)
  const bounds = boundsOf([
    drawnRows.flatMap(({ drawn: { west, south, east, north } }): Position[] => [
      [west, south],
      [east, north],
    ]),
  ])
  const keys = rows.flatMap(({ number }) => parcelKey(number) ?? [])
  const neighbours = await at(desk, (db) => listNeighbours(db, desk.zoneId, keys, bounds))
  const byKey = new Map(neighbours.flatMap((one) => (one.numberKey ? [[one.numberKey, one] as const] : [])))
  const byId = new Map(neighbours.map((one) => [one.id, one]))
  const toMetres = metresAround(bounds ? [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] : [0, 0])
  const taken = groundOf(neighbours, toMetres)
  const own = groundOf(
    drawnRows.map(({ id, drawn: { boundary } }) => ({ id, boundary })),
    toMetres,
  )
  const ordinals = new Map(rows.map(({ id, ordinal, place }) => [id, { ordinal, place }]))
  const sameAs = (row: JudgedRow) => byKey.get(parcelKey(row.number) ?? '')
  for (const row of rows) {
    const same = sameAs(row)
    row.parcelId = same?.id ?? null
    row.parcelRevision = same?.revision ?? null
    if (!row.drawn) continue
    row.territoryId = around.territoryAt(row.drawn.lon, row.drawn.lat) ?? null
    row.findings.push(...placeFindings(row.drawn, around))
  }
  // What lies upon a parcel that the file draws anew is told by the file itself, so long as that row is taken: one that
  // turns out to be in doubt leaves its parcel where it is, and all are looked at again.
  let renewing = rows.filter((row) => row.drawn && row.parcelId && !isAsked(row.findings))
  for (;;) {
    const renewed = new Set(renewing.flatMap(({ parcelId }) => parcelId ?? []))
    const found = await onLand(rows, { taken, own, byId, ordinals, renewed })
    const still = renewing.filter((row) => !isAsked(found.get(row.id) ?? []))
    if (still.length === renewing.length) {
      for (const row of rows) row.findings.push(...(found.get(row.id) ?? []))
      break
    }
    renewing = still
  }
  for (const row of rows) row.verdict = verdictOf(row, sameAs(row))
}

const isAsked = (findings: readonly Finding[]) =>
  findings.some(({ weight }) => weight === 'ask' || weight === 'stop')

async function onLand(rows: readonly JudgedRow[], land: Land): Promise<Map<string, Finding[]>> {
  const found = new Map<string, Finding[]>()
  for (const [index, row] of rows.entries()) {
    if (index % shapesAtOnce === 0) await turn()
    if (row.drawn) found.set(row.id, landFindings(row.drawn, row, land))
  }
  return found
}

function placeFindings({ lon, lat }: Drawn, around: Around): Finding[] {
  if (around.middle) {
    const kilometres = Math.round(kilometresBetween([lon, lat], around.middle))
    if (kilometres > farKilometres) return [{ code: 'far_from_zone', weight: 'ask', values: { kilometres } }]
  }
  return around.hasTerritories && !around.territoryAt(lon, lat)
    ? [{ code: 'outside_territories', weight: 'warn', values: {} }]
    : []
}

type Land = {
  taken: Ground
  own: Ground
  byId: ReadonlyMap<string, Neighbour>
  ordinals: ReadonlyMap<string, { ordinal: number; place: string }>
  /** Parcels that the file draws anew: what it lies upon of them is told by the file itself. */
  renewed: ReadonlySet<string>
}

function landFindings(place: Drawn, row: JudgedRow, land: Land): Finding[] {
  const mine = row.ordinal
  const isOwn = (id: string) => id === row.parcelId || land.renewed.has(id)
  const upon = overlapsOn(land.taken, place, isOwn).map((overlap) =>
    overlapFinding('overlaps_parcel', overlap.areaM2, {
      parcelId: overlap.id,
      number: land.byId.get(overlap.id)?.number ?? land.byId.get(overlap.id)?.name ?? '',
    }),
  )
  // Of two shapes of one file the later is asked about.
  const beside = overlapsOn(land.own, place, (other) => (land.ordinals.get(other)?.ordinal ?? 0) >= mine).map(
    (overlap) =>
      overlapFinding('overlaps_in_file', overlap.areaM2, {
        place: land.ordinals.get(overlap.id)?.place ?? '',
      }),
  )
  return [...upon, ...beside]
}

function verdictOf(row: JudgedRow, same: Neighbour | undefined): JudgedRow['verdict'] {
  if (!row.drawn || row.findings.some(({ weight }) => weight === 'stop')) return 'refused'
  if (same && !differsFrom(row, row.drawn, same)) return 'unchanged'
  if (row.findings.some(({ weight }) => weight === 'ask')) return 'doubt'
  return same ? 'changed' : 'new'
}
