import { v7 as uuidv7 } from 'uuid'
import { areaOf, type Overlaid, union } from '../../../engine/geometry/overlay.ts'
import type { Position, Surface } from '../../../engine/geometry/position.ts'
import { fromLonLat, ringsFromLonLat } from '../../../engine/geometry/project.ts'
import { splitByLine } from '../../../engine/geometry/split.ts'
import { systemOf, zoneNear, zoneSystem } from '../../../engine/geometry/systems.ts'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { roundDecimal, subtractDecimal, sumDecimal } from '../../../shared/decimal.ts'
import { followDivision } from '../../preconditions/server/follow-division.ts'
import type { Division, MergeInput, SplitInput } from '../contract.ts'
import { type Drawn, drawn } from '../model/drawn.ts'
import { parcelKey } from '../model/number-key.ts'
import { shareArea } from '../model/share-area.ts'
import { surfacesOf } from '../model/surfaces-of.ts'
import { holdParcel, numbered } from './change-parcel.ts'
import { cannotJoin, cannotSplit, notAdjacent, severalSurfaces } from './division-refusals.ts'
import { parcelWord } from './list.ts'
import { parcelPolicy } from './policy.ts'
import { findParcels, type WholeParcel } from './queries.ts'
import { movedOn, noMore, numberTaken } from './refusals.ts'

/** The plane that parcels of this system are cut and joined in: their own, or that of their 3° zone. */
function planeOf(parcel: WholeParcel): number {
  const answer = systemOf(parcel.epsg)
  if (answer.ok && answer.system.zone) return parcel.epsg
  return zoneSystem(zoneNear(parcel.lon, 3), 3, false)?.epsg ?? 4549
}

const inPlaneOf = (parcel: WholeParcel, plane: number): Surface[] =>
  parcel.epsg === plane
    ? parcel.survey
    : surfacesOf(parcel.boundary).map((rings) => ringsFromLonLat(plane, rings))

type Part = {
  place: Drawn
  number: string | null
  numberKey: string | null
  name: string | null
  areaM2: string
}

/** Cuts a parcel along a line; its parts carry its words on, and their areas in law sum to its own. */
export async function splitParcel(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  input: SplitInput,
): Promise<Division> {
  const parcel = await holdParcel(db, actor, day, id)
  if (parcel.revision !== input.revision) throw movedOn()
  const plane = planeOf(parcel)
  const surfaces = partsAlong(inPlaneOf(parcel, plane), lineIn(plane, input.line))
  const places = surfaces.map((part) => drawn(plane, part)).filter((place) => place !== undefined)
  if (places.length < surfaces.length) throw cannotSplit('failed')
  const areas = shareArea(
    parcel.areaM2,
    places.map(({ drawnM2 }) => drawnM2),
  )
  const parts: Part[] = []
  for (const [at, place] of places.entries()) {
    const wanted = input.numbers?.[at] ?? (parcel.number ? `${parcel.number}-${at + 1}` : null)
    const number = await numbered(db, actor.zoneId, wanted, [id])
    if (parts.some(({ numberKey }) => numberKey !== null && numberKey === number.numberKey))
      throw numberTaken(wanted ?? '')
    parts.push({
      place,
      ...number,
      name: input.names?.[at] ?? parcel.name,
      areaM2: areas[at] ?? place.drawnM2,
    })
  }
  return carryOut(db, author, day, input.apply, 'split', [parcel], parts)
}

/** A line drawn so far away that it has no place in the plane is beside the parcel. */
function lineIn(plane: number, line: SplitInput['line']): Position[] {
  try {
    return line.map((point) => fromLonLat(plane, point as Position))
  } catch (error) {
    throw error instanceof RangeError ? cannotSplit('line_outside') : error
  }
}

/** The parts of the surface that the line runs through; others of the parcel stay with the largest part. */
function partsAlong(surfaces: readonly Surface[], line: Position[]): Surface[][] {
  const cuts = surfaces.map((surface) => splitByLine(surface, line))
  const through = cuts.flatMap((cut, at) => (cut.ok ? [{ parts: cut.parts, at }] : []))
  const [only, another] = through
  if (!only) {
    const [reason] = cuts.flatMap((cut) => (cut.ok || cut.code === 'line_outside' ? [] : [cut.code]))
    throw cannotSplit(reason ?? 'line_outside')
  }
  if (another) throw severalSurfaces
  const [largest = [], ...rest] = only.parts
  return [[largest, ...surfaces.filter((_, at) => at !== only.at)], ...rest.map((part) => [part])]
}

/** Joins neighbours to one parcel; its area in law is the sum of theirs. */
export async function mergeParcels(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  input: MergeInput,
): Promise<Division> {
  const wanted = new Map(input.parcels.map(({ id, revision }) => [id, revision]))
  const parcels = await findParcels(db, actor.zoneId, day, [...wanted.keys()], 'lock')
  for (const [id, revision] of wanted) {
    const parcel = found(
      parcels.find((one) => one.id === id),
      parcelWord,
      id,
    )
    authorize(parcelPolicy, actor, 'update', parcel)
    if (parcel.endedOn) throw noMore(parcel.number)
    if (parcel.revision !== revision) throw movedOn()
  }
  const ordered = [...wanted.keys()].flatMap((id) => parcels.filter((one) => one.id === id))
  const [first, ...others] = ordered
  if (!first || others.length === 0) throw notAdjacent
  const plane = planeOf(first)
  const joined: Overlaid = union(inPlaneOf(first, plane), ...others.map((one) => inPlaneOf(one, plane)))
  if (!joined.ok) throw cannotJoin(joined.code)
  const alone = ordered.map((one) => union(inPlaneOf(one, plane)))
  const surfacesBefore = alone.reduce((sum, one) => sum + (one.ok ? one.surfaces.length : 0), 0)
  if (joined.surfaces.length > Math.max(1, surfacesBefore - others.length)) throw notAdjacent
  const place = drawn(plane, joined.surfaces)
  if (!place || areaOf(joined.surfaces) <= 0) throw cannotJoin('failed')
  const number = await numbered(db, actor.zoneId, input.number ?? first.number, [...wanted.keys()])
  const areaM2 = sumDecimal(ordered.map((one) => one.areaM2))
  const name = input.name ?? first.name
  return carryOut(db, author, day, input.apply, 'merge', ordered, [{ place, ...number, name, areaM2 }])
}

async function carryOut(
  db: Db,
  { cause: _, ...who }: Author,
  day: Day,
  apply: boolean,
  kind: 'split' | 'merge',
  parents: readonly WholeParcel[],
  parts: readonly Part[],
): Promise<Division> {
  const shown = parts.map((part) => ({
    id: apply ? uuidv7() : null,
    number: part.number,
    areaM2: part.areaM2,
    boundary: part.place.boundary,
  }))
  const differenceM2 = subtractDecimal(
    sumDecimal(parts.map(({ place }) => place.drawnM2)),
    sumDecimal(parents.map(({ drawnM2 }) => drawnM2)),
  )
  if (apply) {
    const actId = uuidv7()
    const author: Author = { ...who, cause: { kind: `parcel_${kind}`, id: actId } }
    const [first] = parents
    await updateRows(
      db,
      author,
      'parcel',
      parents.map(({ id, revision }) => ({ id, revision, set: { endedOn: day } })),
    )
    const children = parts.flatMap((part, at) => ({
      id: shown[at]?.id ?? uuidv7(),
      ...part.place,
      number: part.number,
      numberKey: parcelKey(part.number),
      name: part.name,
      status: first?.status ?? 'reserve',
      landUse: first?.landUse ?? null,
      landClass: first?.landClass ?? null,
      areaM2: part.areaM2,
      territoryId: first?.territoryId ?? null,
      source: first?.source ?? null,
      provenance: first?.provenance ?? null,
    }))
    await insertRows(db, author, 'parcel', children)
    await insertRows(
      db,
      author,
      'parcel_origin',
      parents.flatMap((parent) =>
        children.map((child) => ({
          id: uuidv7(),
          actId,
          kind,
          parentId: parent.id,
          childId: child.id,
          onDay: day,
        })),
      ),
    )
    const [from, to] = [parents, children].map((parcels) => parcels.map(({ id }) => id))
    await followDivision(db, author, from ?? [], to ?? [])
  }
  return { applied: apply, parts: shown, differenceM2: roundDecimal(differenceM2, 4) }
}
