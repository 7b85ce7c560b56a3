import { type FileHandle, open } from 'node:fs/promises'
import { bytesOf, firstBytes, wholeOf } from './file-bytes.ts'
import { defaultLimits, type WorkbookLimits } from './limits.ts'
import { findEncoding } from './text/encoding.ts'
import { readCsv } from './text/read-csv.ts'
import { readHtml } from './text/read-html.ts'
import { readSpreadsheetMl } from './text/read-spreadsheet-ml.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { Workbook } from './workbook.ts'
import { readXls } from './xls/read-xls.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export type { WorkbookLimits } from './limits.ts'
export { type UnreadableCode, UnreadableFile } from './unreadable-file.ts'

/**
 * Reads a spreadsheet file; its content, never its name, says which kind it is. Throws `UnreadableFile`.
 * Nothing is evaluated, nothing is unpacked to disk. Files of strangers belong in `readWorkbookInWorker`.
 * `onProgress` hears the share read so far, 0 to 1.
 */
export async function readWorkbook(
  path: string,
  limits: Partial<WorkbookLimits> = {},
  onProgress: (share: number) => void = () => {},
): Promise<Workbook> {
  const allLimits = { ...defaultLimits, ...limits }
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0) throw new UnreadableFile('empty_file')
    if (size > allLimits.fileBytes)
      throw new UnreadableFile('too_large', { bytes: size, limit: allLimits.fileBytes })
    const kind = kindOf(await firstBytes(file))
    if (kind === 'zip') return await readXlsx(path, allLimits, onProgress)
    if (kind === 'biff') return await readXls(await file.readFile(), allLimits)
    if (kind !== 'text') throw new UnreadableFile('not_a_workbook', { kind })
    return await readText(file, size, allLimits, onProgress)
  } finally {
    await file.close()
  }
}

/** The first bytes by which kinds of files are known, in hexadecimal. */
const signatures: [string, string][] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'biff'],
  ['0908', 'biff'],
  ['0904', 'biff'],
  ['0902', 'biff'],
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['52617221', 'rar'],
  ['377abcaf', '7z'],
  ['1f8b', 'gzip'],
  ['7b5c727466', 'rtf'],
]

const kindOf = (start: Buffer) => {
  const hex = start.toString('hex', 0, 8)
  return signatures.find(([signature]) => hex.startsWith(signature))?.[1] ?? 'text'
}

const readText = async (
  file: FileHandle,
  size: number,
  limits: WorkbookLimits,
  onProgress: (share: number) => void,
): Promise<Workbook> => {
  const finding = await findEncoding(bytesOf(file))
  const start = new TextDecoder(finding.encoding).decode(await firstBytes(file)).trimStart()
  if (/^MIME-Version:/i.test(start)) throw new UnreadableFile('not_a_workbook', { kind: 'mhtml' })
  if (start.startsWith('<')) {
    if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && /^<(\?|Workbook)/.test(start)) {
      return readSpreadsheetMl(bytesOf(file), limits)
    }
    if (/<(!doctype html|html|table|meta|style|head|body|div)\b/i.test(start)) {
      return readHtml(new TextDecoder(finding.encoding).decode(await wholeOf(file)), limits)
    }
    if (start.startsWith('<?xml')) throw new UnreadableFile('not_a_workbook', { kind: 'xml' })
  }
  let done = 0
  return readCsv(bytesOf(file), finding, limits, (bytes) => {
    done += bytes
    onProgress(done / size)
  })
}
