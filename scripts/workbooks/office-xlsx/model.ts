/** A workbook as a person would make it, down to the oddities of the program it was saved with. */

export type CellValue = string | number | boolean | null

export type OfficeCell = {
  value?: CellValue
  /** `#REF!` and its like. */
  error?: string
  /** Without the equals sign; `value` is the result saved with it, absent if none was. */
  formula?: string
  /** Number format code. */
  format?: string
  look?: Look
  note?: string
}

export type Look =
  | 'title'
  | 'line'
  | 'head'
  | 'text'
  | 'centre'
  | 'number'
  | 'section'
  | 'sum'
  | 'green'
  | 'yellow'
  | 'red'
  | 'bare'

export type OfficeRow = {
  cells: readonly (OfficeCell | CellValue | undefined)[]
  height?: number
  hidden?: boolean
}

export type OfficeSheet = {
  name: string
  rows: readonly (OfficeRow | undefined)[]
  /** `A1:C1` */
  merges?: readonly string[]
  /** In characters, from column A. */
  widths?: readonly number[]
  /** 0-based */
  hiddenColumns?: readonly number[]
  hidden?: boolean
  frozen?: { rows: number; columns: number }
  /** The range of the autofilter. */
  filter?: string
}

export type OfficeBook = {
  sheets: readonly OfficeSheet[]
  /** Local time of saving; the same book gives the same bytes. */
  savedAt: readonly [year: number, month: number, day: number]
  title?: string
  author?: string
  quirks?: Quirks
}

export type Quirks = {
  /** docProps/app.xml */
  application?: string
  applicationVersion?: string
  /** Element prefix for the main namespace, `x:row`. */
  prefix?: string
  /** Rows and cells without their r attributes; gaps are filled with empty cells. */
  bare?: boolean
  /** Text in the cell instead of in the shared table. */
  inlineText?: boolean
  /** Days counted from 1904, as old Macs did. */
  from1904?: boolean
  /** Relationship targets written from the root, `/xl/worksheets/sheet1.xml`. */
  absoluteTargets?: boolean
}

export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

/** The day number a spreadsheet keeps for `YYYY-MM-DD`. */
export const serial = (day: string, from1904 = false): number =>
  Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 25569 - (from1904 ? 1462 : 0)

export const cellOf = (cell: OfficeCell | CellValue | undefined): OfficeCell =>
  cell !== null && typeof cell === 'object' ? cell : { value: cell ?? null }
