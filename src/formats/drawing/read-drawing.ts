import { type FileHandle, open } from 'node:fs/promises'
import { bytesOf, firstBytes, wholeOf } from '../file-bytes.ts'
import { type EncodingFinding, findEncoding } from '../text/encoding.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Drawing } from './drawing.ts'
import { kindOfBytes, kindOfText, notADrawing } from './drawing-kind.ts'
import { readDxf } from './dxf/read-dxf.ts'
import { readGeojson } from './geojson/read-geojson.ts'
import { Allowance, type DrawingLimits, defaultDrawingLimits } from './limits.ts'
import { readBareShp, readZippedShapefiles } from './shapefile/read-shapefile.ts'
import { readTxt } from './txt/read-txt.ts'

export { type UnreadableCode, UnreadableFile } from '../unreadable-file.ts'
export type { Drawing, DrawingNotice, DrawingNoticeCode, Position, Ring, Shape, Surface } from './drawing.ts'
export type { DrawingLimits } from './limits.ts'

/**
 * Reads a file of shapes: a coordinate TXT, shapefiles in a zip (or one bare .shp), an ASCII DXF, a GeoJSON. Its content
 * says which; `fileName` names the layer of a bare .shp. What cannot be taken is in `notices`, no coordinate is changed.
 * Throws `UnreadableFile`: `not_a_drawing` with `kind` for other files, of which the reader of workbooks takes `xlsx`,
 * `xls` and `csv`. Files of strangers belong in `readDrawingInWorker`.
 */
export async function readDrawing(
  path: string,
  fileName: string,
  limits: Partial<DrawingLimits> = {},
): Promise<Drawing> {
  const allLimits = { ...defaultDrawingLimits, ...limits }
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new UnreadableFile('empty_file')
    if (size > allLimits.fileBytes)
      throw new UnreadableFile('too_large', { bytes: size, limit: allLimits.fileBytes })
    const kind = kindOfBytes(await firstBytes(file))
    const allowance = new Allowance(allLimits)
    if (kind === 'zip') return await readZippedShapefiles(path, allLimits, allowance)
    if (kind === 'shp') return readBareShp(await wholeOf(file), baseName(fileName), allowance)
    return await readText(file, allowance)
  } finally {
    await file.close()
  }
}

const baseName = (fileName: string) => fileName.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')

/** Header lines of an office may be long, but not this long. */
const startBytes = 64 * 1024

const readText = async (file: FileHandle, allowance: Allowance): Promise<Drawing> => {
  const finding = await textEncoding(file)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0)
  const start = new TextDecoder(finding.encoding).decode(buffer.subarray(0, bytesRead))
  const kind = kindOfText(start)
  if (kind === 'geojson') {
    const drawing = readGeojson(await utf8Of(file, finding), allowance)
    if (finding.guessed)
      drawing.notices.unshift({ code: 'encoding_guessed', value: finding.encoding.toUpperCase() })
    return drawing
  }
  if (kind === 'dxf') return readDxf(await wholeOf(file), finding, allowance)
  return readTxt(bytesOf(file), finding, allowance)
}

const utf8Of = async (file: FileHandle, { encoding }: EncodingFinding) => {
  const bytes = await wholeOf(file)
  return encoding === 'utf-8' ? bytes : Buffer.from(new TextDecoder(encoding).decode(bytes))
}

const textEncoding = async (file: FileHandle): Promise<EncodingFinding> => {
  try {
    return await findEncoding(bytesOf(file))
  } catch (error) {
    if (error instanceof UnreadableFile) throw notADrawing('binary', error)
    throw error
  }
}
