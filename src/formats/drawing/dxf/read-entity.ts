import { type Entity, newPlaced, type Point, type Polyline } from './entities.ts'
import type { GroupReader } from './groups.ts'
import { type DxfDecoder, plainMtext, plainText } from './plain-text.ts'

/**
 * Reads one entity, with the vertices or attributes that belong to it, from its group 0 to the next one. Undefined if
 * the file ends before it does.
 */
export const readEntity = (reader: GroupReader, decode: DxfDecoder): Entity[] | undefined => {
  const name = reader.ascii.toUpperCase()
  const own = entityOf(name, reader, decode)
  if (reader.code !== 0) return undefined
  if (own.kind !== 'insert') return [own]
  const attributes: Entity[] = []
  while (reader.ascii === 'ATTRIB') {
    attributes.push(readText('ATTRIB', reader, decode))
    if (reader.code !== 0) return undefined
  }
  if (reader.ascii === 'SEQEND') skip(reader)
  return reader.code === 0 ? [own, ...attributes] : undefined
}

const entityOf = (name: string, reader: GroupReader, decode: DxfDecoder): Entity => {
  if (name === 'LWPOLYLINE') return readLightPolyline(reader, decode)
  if (name === 'POLYLINE') return readPolyline(reader, decode)
  if (name === 'INSERT') return readInsert(reader, decode)
  if (name === 'TEXT' || name === 'MTEXT' || name === 'ATTRIB') return readText(name, reader, decode)
  const other: Entity = { kind: 'other', name, ...newPlaced(reader.line) }
  groups(reader, other, decode, () => {})
  return other
}

const skip = (reader: GroupReader) => {
  reader.next()
  reader.toNextStart()
}

/** Calls `take` for each group of the entity, after what all kinds have in common was taken from it. */
const groups = (reader: GroupReader, entity: Entity, decode: DxfDecoder, take: (code: number) => void) => {
  while (reader.next() && reader.code !== 0) {
    const { code } = reader
    if (code === 5) entity.place = reader.ascii
    else if (code === 8) entity.layer = decode(reader.bytes).trim()
    else if (code === 67) entity.inPaperSpace = reader.number === 1
    else if (code === 210 || code === 220 || code === 230) entity.normal[code / 10 - 21] = reader.number
    else take(code)
  }
}

const newPolyline = (line: number): Polyline => ({
  kind: 'polyline',
  ...newPlaced(line),
  isClosed: false,
  corners: [],
  elevation: 0,
  hasHeights: false,
})

const readLightPolyline = (reader: GroupReader, decode: DxfDecoder): Polyline => {
  const polyline = newPolyline(reader.line)
  const { corners } = polyline
  groups(reader, polyline, decode, (code) => {
    if (code === 10) corners.push(reader.number, Number.NaN, 0)
    else if (code === 20 && corners.length > 0) corners[corners.length - 2] = reader.number
    else if (code === 42 && corners.length > 0) corners[corners.length - 1] = reader.number
    else if (code === 70) polyline.isClosed = (reader.number & 1) === 1
    else if (code === 38) polyline.elevation = reader.number
  })
  polyline.hasHeights = polyline.elevation !== 0
  return polyline
}

const isMesh = 16 | 64
const isControlPoint = 16

/** The old kind: its corners are entities of their own. Meshes and solids of the same name are something else. */
const readPolyline = (reader: GroupReader, decode: DxfDecoder): Entity => {
  const polyline = newPolyline(reader.line)
  let flags = 0
  groups(reader, polyline, decode, (code) => {
    if (code === 70) flags = reader.number
    else if (code === 30) polyline.elevation = reader.number || 0
  })
  polyline.isClosed = (flags & 1) === 1
  polyline.hasHeights = polyline.elevation !== 0
  while (reader.code === 0 && reader.ascii === 'VERTEX') {
    const corner = [Number.NaN, Number.NaN, 0]
    let vertexFlags = 0
    while (reader.next() && reader.code !== 0) {
      const { code } = reader
      if (code === 10) corner[0] = reader.number
      else if (code === 20) corner[1] = reader.number
      else if (code === 30) polyline.hasHeights ||= reader.number !== 0
      else if (code === 42) corner[2] = reader.number
      else if (code === 70) vertexFlags = reader.number
    }
    if ((vertexFlags & isControlPoint) === 0) polyline.corners.push(...corner)
  }
  if (reader.code === 0 && reader.ascii === 'SEQEND') skip(reader)
  if ((flags & isMesh) === 0) return polyline
  const { place, layer, inPaperSpace, normal } = polyline
  return { kind: 'other', name: 'MESH', place, layer, inPaperSpace, normal }
}

const readInsert = (reader: GroupReader, decode: DxfDecoder): Entity => {
  const at: Point = [0, 0, 0]
  const scale: Point = [1, 1, 1]
  const insert: Entity = {
    kind: 'insert',
    ...newPlaced(reader.line),
    block: '',
    at,
    scale,
    rotation: 0,
    columns: 1,
    rows: 1,
    columnSpacing: 0,
    rowSpacing: 0,
  }
  groups(reader, insert, decode, (code) => {
    if (code === 2) insert.block = decode(reader.bytes).trim()
    else if (code === 10 || code === 20 || code === 30) at[code / 10 - 1] = reader.number
    else if (code === 41 || code === 42 || code === 43) scale[code - 41] = reader.number
    else if (code === 50) insert.rotation = reader.number
    else if (code === 70) insert.columns = Math.max(1, reader.number || 1)
    else if (code === 71) insert.rows = Math.max(1, reader.number || 1)
    else if (code === 44) insert.columnSpacing = reader.number
    else if (code === 45) insert.rowSpacing = reader.number
  })
  return insert
}

const readText = (name: string, reader: GroupReader, decode: DxfDecoder): Entity => {
  const start: Point = [0, 0, 0]
  const aligned: Point = [Number.NaN, Number.NaN, 0]
  const texts: Buffer[] = []
  let isAligned = false
  const text: Entity = { kind: 'text', ...newPlaced(reader.line), at: start, text: '' }
  groups(reader, text, decode, (code) => {
    if (code === 1 || (code === 3 && name === 'MTEXT')) texts.push(reader.bytes)
    else if (code === 10 || code === 20 || code === 30) start[code / 10 - 1] = reader.number
    else if (name === 'MTEXT') return
    else if (code === 11 || code === 21 || code === 31) aligned[(code - 1) / 10 - 1] = reader.number
    else if (code === 72 || code === 73 || code === 74) isAligned ||= reader.number !== 0
  })
  // The first point of a text that is not left-aligned is only where it happens to begin, if the program says it at all.
  if (isAligned && Number.isFinite(aligned[0] + aligned[1])) text.at = aligned
  const raw = decode(Buffer.concat(texts))
  text.text = name === 'MTEXT' ? plainMtext(raw) : plainText(raw)
  // An MTEXT stands in the drawing's own coordinates whatever it faces.
  if (name === 'MTEXT') text.normal = [0, 0, 1]
  return text
}
