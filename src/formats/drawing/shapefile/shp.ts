import { UnreadableFile } from '../../unreadable-file.ts'
import type { Position, Ring, Surface } from '../drawing.ts'
import type { Allowance } from '../limits.ts'
import type { DrawingNotices } from '../notices.ts'
import { nestRings } from '../rings/nest-rings.ts'
import { hasThreePoints } from '../rings/ring.ts'

/** A record's surfaces, by the record's number from 1. */
export type ShpRecord = { number: number; surfaces: Surface[] }

const headerBytes = 100
const recordHeaderBytes = 8
const fileCode = 9994
/** From the shape type to the first number of a part: type, box, two counts. */
const polygonHeadBytes = 44

const kinds = new Map([
  [1, 'point'],
  [3, 'line'],
  [5, 'polygon'],
  [8, 'multipoint'],
  [11, 'point'],
  [13, 'line'],
  [15, 'polygon'],
  [18, 'multipoint'],
  [21, 'point'],
  [23, 'line'],
  [25, 'polygon'],
  [28, 'multipoint'],
  [31, 'multipatch'],
])
const polygonZ = 15
const polygonM = 25

/**
 * Reads the polygons of a .shp (ESRI Shapefile Technical Description, 1998) record by record, so that one broken record
 * costs only itself. Of the library shpjs its source tells: it gives no record numbers, stops for good at the first bad count,
 * loses holes that turn the wrong way, and takes a multipatch for a point.
 */
export const readShp = (
  bytes: Buffer,
  layer: string,
  notices: DrawingNotices,
  allowance: Allowance,
): { records: ShpRecord[]; count: number } => {
  checkHeader(bytes, layer)
  const records: ShpRecord[] = []
  let number = 1
  let at = headerBytes
  for (; at + recordHeaderBytes <= bytes.length; number++) {
    const length = bytes.readInt32BE(at + 4) * 2
    const content = at + recordHeaderBytes
    const place = { place: String(number), layer }
    const isEmpty = length === 0 && bytes.readInt32BE(at) === number
    if ((length < 4 && !isEmpty) || content + length > bytes.length) break
    if (isEmpty) notices.add('empty_shape', place)
    const surfaces = surfacesOf(bytes.subarray(content, content + length), place, notices, allowance)
    if (surfaces) records.push({ number, surfaces })
    at = content + length
  }
  if (at < bytes.readInt32BE(24) * 2) notices.add('cut_short', { place: String(number), layer })
  return { records, count: number - 1 }
}

const checkHeader = (bytes: Buffer, layer: string) => {
  const fault = (reason: string) => new UnreadableFile('damaged', { part: layer, reason })
  if (bytes.length < headerBytes) throw fault('header cut short')
  if (bytes.readInt32BE(0) !== fileCode || bytes.readInt32LE(28) !== 1000) throw fault('header')
  const kind = bytes.readInt32LE(32)
  if (kind !== 0 && !kinds.has(kind)) throw fault(`shape type ${kind}`)
  // An index has the same header, but its first entry is a place in the .shp: 50 words.
  const isIndex =
    bytes.length >= 108 && bytes.readInt32BE(100) === 50 && (bytes.length - headerBytes) % 8 === 0
  if (isIndex && bytes.readInt32BE(24) * 2 === bytes.length)
    throw new UnreadableFile('not_a_drawing', { kind: 'shx' })
}

type Place = { place: string; layer: string }

const surfacesOf = (
  record: Buffer,
  place: Place,
  notices: DrawingNotices,
  allowance: Allowance,
): Surface[] | undefined => {
  if (record.length === 0) return undefined
  const type = record.readInt32LE(0)
  const kind = kinds.get(type)
  if (type === 0) {
    notices.add('empty_shape', place)
    return undefined
  }
  if (kind !== 'polygon') {
    if (kind === undefined) notices.add('damaged_shape', place)
    else notices.add('not_a_surface', { ...place, value: kind })
    return undefined
  }
  const rings = ringsOf(record, place, notices, allowance)
  if (rings === undefined) return undefined
  if (type === polygonZ || type === polygonM)
    notices.add('heights_ignored', { ...place, value: type === polygonZ ? 'Z' : 'M' })
  if (!rings.every(hasThreePoints)) {
    notices.add('too_few_points', place)
    return undefined
  }
  allowance.shapes(1)
  return nestRings(rings).map(({ outer, holes }) => [outer, ...holes])
}

const ringsOf = (
  record: Buffer,
  place: Place,
  notices: DrawingNotices,
  allowance: Allowance,
): Ring[] | undefined => {
  const [parts, points] =
    record.length < polygonHeadBytes ? [-1, -1] : [record.readInt32LE(36), record.readInt32LE(40)]
  const firstPoint = polygonHeadBytes + parts * 4
  if (parts < 0 || points < parts || firstPoint + points * 16 > record.length) {
    notices.add('damaged_shape', place)
    return undefined
  }
  const starts = Array.from({ length: parts }, (_, part) => record.readInt32LE(polygonHeadBytes + part * 4))
  const inOrder = starts.every((start, part) => start >= (starts[part - 1] ?? 0) && start <= points)
  if (!inOrder || (starts[0] ?? 0) !== 0) {
    notices.add('damaged_shape', place)
    return undefined
  }
  allowance.points(points)
  const rings: Ring[] = []
  for (const [part, start] of starts.entries()) {
    const ring: Ring = []
    for (let point = start; point < (starts[part + 1] ?? points); point++) {
      const position = positionAt(record, firstPoint + point * 16)
      const wrong = position.find((number) => !Number.isFinite(number))
      if (wrong !== undefined) {
        notices.add('no_number', { ...place, value: String(wrong) })
        return undefined
      }
      ring.push(position)
    }
    if (ring.length > 0) rings.push(ring)
  }
  if (rings.length > 0) return rings
  notices.add('empty_shape', place)
  return undefined
}

const positionAt = (record: Buffer, at: number): Position => [
  record.readDoubleLE(at),
  record.readDoubleLE(at + 8),
]
