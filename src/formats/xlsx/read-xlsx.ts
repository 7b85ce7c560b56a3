import type { WorkbookLimits } from '../limits.ts'
import { Notices } from '../notices.ts'
import { newAllowance, SheetBuilder } from '../sheet-builder.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Sheet, Workbook } from '../workbook.ts'
import { readXml } from '../xml-reader.ts'
import { Archive } from '../zip/archive.ts'
import type { SharedParts } from './cell-reader.ts'
import { readNotes } from './comments-part.ts'
import { type Relationship, readRelationships } from './relationships.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheetPart } from './sheet-part.ts'
import { readCellFormats } from './styles-part.ts'
import { readWorkbookPart } from './workbook-part.ts'

/** Reads an OOXML workbook. `onProgress` hears the share read, 0 to 1. */
export const readXlsx = async (
  path: string,
  limits: WorkbookLimits,
  onProgress: (share: number) => void,
): Promise<Workbook> => {
  const archive = await Archive.open(path, limits)
  try {
    return await readParts(archive, limits, onProgress)
  } finally {
    archive.close()
  }
}

const readParts = async (archive: Archive, limits: WorkbookLimits, onProgress: (share: number) => void) => {
  const notices = new Notices()
  const root = await readRelationships(archive, '')
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!archive.has(main) || main.endsWith('.bin')) throw notAWorkbook(archive)

  const book = await readWorkbookPart(archive, main)
  if (book.root !== 'workbook') throw notAWorkbook(archive)
  const relationships = await readRelationships(archive, main)
  const target = (type: string) =>
    relationships.find((one) => one.type === type && archive.has(one.target))?.target
  noticeWhatIsIgnored(archive, relationships, notices)

  const styles = target('styles')
  const strings = target('sharedStrings')
  const shared: SharedParts = {
    strings: strings
      ? await readSharedStrings(archive, strings, limits.cells, () => notices.add('text_cut'))
      : [],
    formats: styles ? await readCellFormats(archive, styles) : [],
    date1904: book.date1904,
    notices,
  }

  const parts = book.sheets.map(({ relationship }) => relationships.find(({ id }) => id === relationship))
  const total = parts.reduce((sum, part) => sum + (part ? archive.unpackedSize(part.target) : 0), 0)
  let done = 0
  const allowance = newAllowance(limits)
  const sheets: Sheet[] = []
  for (const [index, { name, hidden }] of book.sheets.entries()) {
    const part = parts[index]
    if (part === undefined) throw new UnreadableFile('damaged', { sheet: name, reason: 'sheet is missing' })
    if (part.type !== 'worksheet') {
      notices.add('sheet_ignored', { sheet: name, message: part.type })
      continue
    }
    const builder = new SheetBuilder(name, allowance)
    const { filtered } = await readSheetPart(archive, part.target, name, builder, shared, (bytes) => {
      done += bytes
      onProgress(Math.min(1, done / total))
    })
    const related = await readRelationships(archive, part.target)
    builder.addNotes(await readNotes(archive, related))
    sheets.push(builder.finish({ hidden, filtered: filtered || (await hasFilteredTable(archive, related)) }))
  }
  return { format: 'xlsx' as const, sheets, notices: notices.list() }
}

const noticeWhatIsIgnored = (archive: Archive, relationships: Relationship[], notices: Notices) => {
  if (archive.paths().some((path) => path.endsWith('vbaproject.bin'))) notices.add('macros_ignored')
  if (relationships.some(({ type }) => type === 'externalLink')) notices.add('external_links_ignored')
  for (const _ of archive.unsafeNames) notices.add('unsafe_name_ignored')
}

const hasFilteredTable = async (archive: Archive, relationships: Relationship[]) => {
  let filtered = false
  for (const { type, target } of relationships) {
    if (type !== 'table' || !archive.has(target)) continue
    await readXml(archive.read(target), target, {
      open: (name) => {
        filtered ||= name === 'filterColumn'
      },
    })
  }
  return filtered
}

/** A zip that is something else: says what, as far as it shows. */
const notAWorkbook = (archive: Archive) => {
  const paths = new Set(archive.paths())
  const kind = [
    ['xlsb', 'xl/workbook.bin'],
    ['docx', 'word/document.xml'],
    ['pptx', 'ppt/presentation.xml'],
    ['opendocument', 'content.xml'],
    ['numbers', 'index/document.iwa'],
  ].find(([, path]) => paths.has(path ?? ''))?.[0]
  return new UnreadableFile('not_a_workbook', { kind: kind ?? 'zip' })
}
