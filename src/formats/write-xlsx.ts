import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import {
  backgroundPath,
  contentTypes,
  coreProperties,
  customProperties,
  rootRelationships,
  sheetPath,
  sheetRelationships,
  sheetRelationshipsPath,
  workbookPart,
  workbookRelationships,
} from './xlsx-output/fixed-parts.ts'
import type { OutputProperties, OutputSheet } from './xlsx-output/output-sheet.ts'
import { validSheetName } from './xlsx-output/sheet-name.ts'
import { sheetXml, type WrittenSheet } from './xlsx-output/sheet-part.ts'
import { stylesPart } from './xlsx-output/styles-part.ts'

export type {
  ColumnFormat,
  OutputNotice,
  OutputProperties,
  OutputSheet,
  OutputValue,
} from './xlsx-output/output-sheet.ts'
export { stampPicture } from './xlsx-output/stamp-picture.ts'

/** Level 1 packs half as well as level 6 and three times as fast; text of sheets is long either way. */
const compressionLevel = 1

/**
 * Streams a workbook: holds a few rows at a time and waits for `output` when it is slow. Ends `output`. If the rows
 * or the output fail, the other is closed and the promise rejects.
 */
export async function writeXlsx(
  output: NodeJS.WritableStream,
  sheets: AsyncIterable<OutputSheet> | Iterable<OutputSheet>,
  properties: OutputProperties = {},
): Promise<void> {
  const zip = new ZipFile()
  const packed = zip.outputStream as Readable
  zip.once('error', (error: Error) => packed.destroy(error))
  const adding = addParts(zip, sheets, properties).catch((error: Error) => packed.destroy(error))
  await Promise.all([pipeline(packed, output), adding])
}

async function addParts(
  zip: ZipFile,
  sheets: AsyncIterable<OutputSheet> | Iterable<OutputSheet>,
  properties: OutputProperties,
) {
  const onNotice = properties.onNotice ?? (() => {})
  const mtime = properties.created ?? new Date()
  const add = (path: string, text: string) =>
    zip.addBuffer(Buffer.from(text), path, { compressionLevel, mtime })
  const written: WrittenSheet[] = []

  // First in the archive, so that programs which look at the first bytes see a workbook.
  add('_rels/.rels', rootRelationships(properties.custom !== undefined))
  add('docProps/core.xml', coreProperties(properties))
  if (properties.custom) add('docProps/custom.xml', customProperties(properties.custom))
  for await (const sheet of sheets) {
    const name = validSheetName(
      sheet.name,
      written.map((other) => other.name),
    )
    if (name !== sheet.name) onNotice({ code: 'sheet_renamed', sheet: name })
    const entry: WrittenSheet = {
      name,
      headerRow: 0,
      lastRow: 0,
      columns: sheet.columns.length,
      leading: sheet.frozenColumns ?? 0,
      filtered: sheet.autoFilter === true && sheet.columns.length > 0,
      hasBackground: sheet.background !== undefined,
    }
    written.push(entry)
    const chunks = Readable.from(sheetXml(sheet, entry, onNotice), {
      objectMode: false,
      highWaterMark: 256 * 1024,
    })
    await addStream(zip, sheetPath(written.length - 1), chunks, mtime)
    if (!sheet.background) continue
    zip.addBuffer(sheet.background, backgroundPath(written.length - 1), { compress: false, mtime })
    add(sheetRelationshipsPath(written.length - 1), sheetRelationships(written.length - 1))
  }
  if (written.length === 0) throw new RangeError('a workbook has at least one sheet')
  add('xl/workbook.xml', workbookPart(written))
  add('xl/_rels/workbook.xml.rels', workbookRelationships(written))
  add('xl/styles.xml', stylesPart)
  add('[Content_Types].xml', contentTypes(written, properties.custom !== undefined))
  zip.end()
}

/** Resolves when the stream is read to its end; the zip library itself reports neither end nor failure of an entry. */
const addStream = (zip: ZipFile, path: string, chunks: Readable, mtime: Date) =>
  new Promise<void>((resolve, reject) => {
    const packed = zip.outputStream as Readable
    if (packed.destroyed) return reject(new Error('the output was closed'))
    packed.once('close', () => chunks.destroy())
    chunks.once('error', reject)
    chunks.once('close', () => resolve())
    zip.addReadStreamLazy(path, { compressionLevel, mtime }, (ready) => ready(null, chunks))
  })
