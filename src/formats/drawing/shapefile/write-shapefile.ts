import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { namedAttributes, type WrittenShape } from '../written-shape.ts'
import { writeDbf } from './write-dbf.ts'
import { writeShp } from './write-shp.ts'

export type ShapefileOptions = {
  /** The name of its files. */
  layer: string
  /** For the .prj, in the words of ESRI (WKT 1); without it there is none. */
  wkt?: string
  /** What the table and the archive say of their time. */
  date?: Date
}

/** A zip with one shapefile: .shp, .shx, .dbf in UTF-8, .cpg, .prj. Coordinates are as given, to the last bit. */
export const writeShapefile = async (
  shapes: readonly WrittenShape[],
  options: ShapefileOptions,
): Promise<Buffer> => {
  const { wkt, date = new Date() } = options
  const layer = fileName(options.layer)
  const { shp, shx } = writeShp(shapes.map(({ surfaces }) => surfaces))
  const zip = new ZipFile()
  const add = (bytes: Buffer, extension: string) =>
    zip.addBuffer(bytes, `${layer}.${extension}`, { mtime: date })
  add(shp, 'shp')
  add(shx, 'shx')
  add(writeDbf(shapes.map(namedAttributes), date), 'dbf')
  add(Buffer.from('UTF-8'), 'cpg')
  if (wkt !== undefined) add(Buffer.from(wkt), 'prj')
  zip.end()
  return buffer(zip.outputStream)
}

/** Without what no file system takes. */
const fileName = (layer: string) => layer.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').trim() || 'layer'
