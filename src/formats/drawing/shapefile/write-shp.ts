import type { Ring, Surface } from '../drawing.ts'
import { type Box, boxOf } from '../rings/ring.ts'
import { orientedRings } from '../written-shape.ts'

const polygon = 5
const headerBytes = 100

/** The .shp of polygons and its index, the .shx. A shape without rings is a null shape. */
export const writeShp = (shapes: Surface[][]): { shp: Buffer; shx: Buffer } => {
  const records = shapes.map((surfaces) => orientedRings(surfaces, 'clockwise').flat())
  const contents = records.map(recordOf)
  const shp: Buffer[] = [Buffer.alloc(headerBytes)]
  const shx = Buffer.alloc(headerBytes + contents.length * 8)
  let offset = headerBytes
  for (const [index, content] of contents.entries()) {
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    shx.writeInt32BE(offset / 2, headerBytes + index * 8)
    shx.writeInt32BE(content.length / 2, headerBytes + index * 8 + 4)
    shp.push(head, content)
    offset += 8 + content.length
  }
  const file = Buffer.concat(shp)
  const box = boxOf(records.flat(2))
  writeHeader(file, box)
  writeHeader(shx, box)
  return { shp: file, shx }
}

const writeHeader = (file: Buffer, box: Box) => {
  file.writeInt32BE(9994, 0)
  file.writeInt32BE(file.length / 2, 24)
  file.writeInt32LE(1000, 28)
  file.writeInt32LE(polygon, 32)
  writeBox(file, 36, box)
}

const writeBox = (file: Buffer, at: number, box: Box) => {
  for (const [index, number] of box.entries())
    file.writeDoubleLE(Number.isFinite(number) ? number : 0, at + index * 8)
}

const recordOf = (rings: Ring[]): Buffer => {
  if (rings.length === 0) return Buffer.alloc(4)
  const points = rings.flat()
  const record = Buffer.alloc(44 + rings.length * 4 + points.length * 16)
  record.writeInt32LE(polygon, 0)
  writeBox(record, 4, boxOf(points))
  record.writeInt32LE(rings.length, 36)
  record.writeInt32LE(points.length, 40)
  let start = 0
  let at = 44
  for (const ring of rings) {
    at = record.writeInt32LE(start, at)
    start += ring.length
  }
  for (const [x, y] of points) at = record.writeDoubleLE(y, record.writeDoubleLE(x, at))
  return record
}
