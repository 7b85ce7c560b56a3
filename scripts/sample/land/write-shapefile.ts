import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { esriWkt } from '../../../src/engine/geometry/esri-wkt.ts'
import { parcelStatusWords } from '../../../src/features/spaces/statuses.ts'
import { writeShp } from '../../../src/formats/drawing/shapefile/write-shp.ts'
import { encodeGbk } from '../../../src/formats/text/gbk.ts'
import type { Month } from '../../../src/shared/days.ts'
import { savedAt } from '../layouts/words.ts'
import { surveyEpsg } from './areas.ts'
import type { Surveyed } from './files.ts'

const layer = '地块'

/** A zipped shapefile as older programs save it: the table in GBK, with a .cpg that says so. */
export const shapefileOf = async (plots: readonly Surveyed[], month: Month): Promise<Buffer> => {
  const [year, at, day] = savedAt(month)
  const { shp, shx } = writeShp(plots.map(({ ring }) => [[ring]]))
  const zip = new ZipFile()
  const parts: [extension: string, bytes: Buffer][] = [
    ['shp', shp],
    ['shx', shx],
    ['dbf', table(plots, [year, at, day])],
    ['cpg', Buffer.from('GBK')],
    ['prj', Buffer.from(esriWkt(surveyEpsg) ?? '')],
  ]
  for (const [extension, bytes] of parts)
    zip.addBuffer(bytes, `${layer}.${extension}`, {
      mtime: new Date(year, at - 1, day, 17, 30),
      mode: 0o100644,
      forceDosTimestamp: true,
      compressionLevel: 9,
    })
  zip.end()
  return buffer(zip.outputStream as Readable)
}

type Column = {
  name: string
  type: 'C' | 'N'
  length: number
  decimals: number
  of: (plot: Surveyed) => string
}

/** Named by the initials of their pinyin, which is what ten bytes have room for. */
const columns: readonly Column[] = [
  { name: 'DKBH', type: 'C', length: 40, decimals: 0, of: ({ number }) => number ?? '' },
  { name: 'DKMC', type: 'C', length: 60, decimals: 0, of: ({ name }) => name },
  { name: 'DKZT', type: 'C', length: 20, decimals: 0, of: ({ status }) => parcelStatusWords[status].zh },
  { name: 'TDYT', type: 'C', length: 30, decimals: 0, of: ({ landUse }) => landUse },
  { name: 'DLBM', type: 'C', length: 10, decimals: 0, of: ({ landClass }) => landClass },
  { name: 'DKMJ', type: 'N', length: 16, decimals: 4, of: ({ areaM2 }) => areaM2 },
]

/** dBASE III, with the driver byte of the Chinese page. */
const table = (plots: readonly Surveyed[], [year, month, day]: readonly [number, number, number]): Buffer => {
  const recordLength = columns.reduce((sum, { length }) => sum + length, 1)
  const headerLength = 32 + columns.length * 32 + 1
  const head = Buffer.alloc(headerLength)
  head.set([3, year - 1900, month, day])
  head.writeUInt32LE(plots.length, 4)
  head.writeUInt16LE(headerLength, 8)
  head.writeUInt16LE(recordLength, 10)
  head[29] = 0x4d
  for (const [index, { name, type, length, decimals }] of columns.entries()) {
    const at = 32 + index * 32
    head.write(name, at)
    head.write(type, at + 11)
    head.set([length, decimals], at + 16)
  }
  head[headerLength - 1] = 0x0d
  const records = plots.map((plot) => {
    const record = Buffer.alloc(recordLength, ' ')
    let at = 1
    for (const { type, length, of } of columns) {
      const value = encodeGbk(type === 'N' ? of(plot).padStart(length) : of(plot), () => '?')
      if (value.length > length) throw new RangeError(`${of(plot)} is longer than its column`)
      record.set(value, at)
      at += length
    }
    return record
  })
  return Buffer.concat([head, ...records, Buffer.of(0x1a)])
}
