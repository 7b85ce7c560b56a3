import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { blankCell, booleanCell, errorCell, numberCell, textCell } from '../cells.ts'
import type { WorkbookLimits } from '../limits.ts'
import { Notices } from '../notices.ts'
import { builtInFormats } from '../numbers/built-in-formats.ts'
import { type NumberFormat, numberFormat } from '../numbers/number-format.ts'
import { type Allowance, newAllowance, SheetBuilder } from '../sheet-builder.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { type Cell, columnName, type Sheet, type Workbook } from '../workbook.ts'

type Library = typeof import('@e965/xlsx')

const errorCodes: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

/** Reads a binary workbook of Excel 5 to 2003 (BIFF), as WPS's `.et` also is. */
export const readXls = async (bytes: Buffer, limits: WorkbookLimits): Promise<Workbook> => {
  const library = await loadLibrary()
  const notices = new Notices()
  const book = parse(library, bytes, notices)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const allowance = newAllowance(limits)
  const formatOf = formatReader()
  const sheets: Sheet[] = []
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (sheet === undefined) throw new UnreadableFile('damaged', { sheet: name, reason: 'sheet is missing' })
    const kind = String(sheet['!type'] ?? 'sheet')
    if (kind !== 'sheet') notices.add('sheet_ignored', { sheet: name, message: kind })
    else {
      const hidden = book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden
      const toCell = cellReader(name, date1904, formatOf, notices)
      sheets.push(readSheet(sheet, name, (hidden ?? 0) > 0, allowance, toCell))
    }
  }
  return { format: 'xls', sheets, notices: notices.list() }
}

/** The library is large and few files need it. Old files have texts in a code page. */
const loadLibrary = async (): Promise<Library> => {
  const [library, codePages] = await Promise.all([
    import('@e965/xlsx'),
    import('@e965/xlsx/dist/cpexcel.full.mjs'),
  ])
  library.set_cptable(codePages)
  return library
}

const parse = (library: Library, bytes: Buffer, notices: Notices): WorkBook => {
  try {
    if (bytes.readUInt16BE(0) === 0xd0cf) {
      const container = library.CFB.read(bytes, { type: 'buffer' })
      const has = (path: string) => library.CFB.find(container, path) != null
      if (has('/EncryptedPackage') || has('/EncryptionInfo')) throw new UnreadableFile('password_protected')
      if (!has('/Workbook') && !has('/Book')) {
        throw new UnreadableFile('not_a_workbook', { kind: has('/WordDocument') ? 'doc' : 'ole' })
      }
      if (has('/_VBA_PROJECT_CUR/VBA/dir')) notices.add('macros_ignored')
    }
    resetFormats(library)
    return library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false,
      codepage: 936,
    })
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    const reason = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(reason)) throw new UnreadableFile('password_protected', {}, { cause: error })
    throw new UnreadableFile('damaged', { reason }, { cause: error })
  }
}

/** The library keeps the formats of the last file and knows none of the Chinese ones. */
const resetFormats = (library: Library) => {
  const table: Record<string, string> = library.SSF.get_table()
  for (const id of Object.keys(table)) delete table[id]
  Object.assign(table, { 0: 'General' }, builtInFormats)
}

const formatReader = () => {
  const known = new Map<string, NumberFormat>()
  return (code: unknown): NumberFormat | undefined => {
    if (typeof code !== 'string' || code === '' || code === 'General') return undefined
    const format = known.get(code) ?? numberFormat(code)
    known.set(code, format)
    return format
  }
}

type CellReader = (cell: CellObject, row: number, column: number) => Cell | undefined

const cellReader =
  (
    sheet: string,
    date1904: boolean,
    formatOf: (code: unknown) => NumberFormat | undefined,
    notices: Notices,
  ): CellReader =>
  (cell, row, column) => {
    const place = () => ({ sheet, cell: `${columnName(column)}${row + 1}` })
    const note = cell.c?.map(({ t }) => commentText(t ?? '')).join('\n')
    const format = formatOf(cell.z)
    const value = resultOf(cell, format, date1904, () => notices.add('date_out_of_range', place()))
    if (value === undefined && cell.f === undefined && !note) return undefined
    const result = value ?? blankCell()
    if (cell.f !== undefined) result.formula = cell.f
    if (note) result.note = note
    return result
  }

/** The library reads past the end of comments in wide characters; what follows begins with a zero. */
const commentText = (text: string) => (text.split('\0')[0] ?? '').trim()

const resultOf = (
  { t, v }: CellObject,
  format: NumberFormat | undefined,
  date1904: boolean,
  onOddDate: () => void,
) => {
  if (v === undefined || v === '') return undefined
  if (t === 'n') return numberCell(String(v), format, date1904, onOddDate)
  if (t === 'b') return booleanCell(v === true)
  if (t === 'e') return errorCell(errorCodes[Number(v)] ?? '#VALUE!')
  return t === 's' ? textCell(String(v)) : undefined
}

const readSheet = (
  sheet: WorkSheet,
  name: string,
  hidden: boolean,
  allowance: Allowance,
  toCell: CellReader,
): Sheet => {
  const builder = new SheetBuilder(name, allowance)
  const rows: CellObject[][] = sheet['!data'] ?? []
  const hiddenRows = sheet['!rows'] ?? []
  let anyHidden = false
  rows.forEach((cells, row) => {
    const isHidden = hiddenRows[row]?.hidden === true
    anyHidden ||= isHidden
    builder.startRow(row + 1, isHidden)
    cells.forEach((cell, column) => {
      const found = toCell(cell, row, column)
      if (found !== undefined) builder.put(column, found)
    })
  })
  for (const { s, e } of sheet['!merges'] ?? []) {
    builder.merge({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c })
  }
  sheet['!cols']?.forEach((column, index) => {
    const { hidden: isHidden = false, width } = column
    builder.columns({
      first: index,
      last: index,
      hidden: isHidden,
      ...(width === undefined ? {} : { width }),
    })
  })
  return builder.finish({ hidden, filtered: sheet['!autofilter'] !== undefined && anyHidden })
}
