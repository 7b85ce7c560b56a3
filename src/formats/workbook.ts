/** What a spreadsheet file holds, as plain data. Nothing here knows what the rows mean. */

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'blank'

export type Cell = {
  kind: CellKind
  /** Date: ISO `YYYY-MM-DD`, with `THH:mm:ss` if it has a time. Number: the double as stored. Blank: null. */
  value: string | number | boolean | null
  /**
   * What a person reads. Dates as their format shows them (`2022年3月`). Numbers as exact decimals: never
   * rounded, never grouped, at most 15 digits, with the percent sign, scale, padding and literals of their format
   * (`12.5%`, `1.25亿元`, `000123`).
   */
  text: string
  /** Number format code, if not General. */
  format?: string
  /** Present if the value comes from a formula. The cached value is used; nothing is ever evaluated. */
  formula?: string
  /** The comment on the cell. */
  note?: string
}

/** A row that has content; rows without any are left out, so trust `number`, not the index. */
export type Row = {
  /** 1-based, as the file numbers it. */
  number: number
  hidden: boolean
  /** Index 0 is column A. */
  cells: (Cell | undefined)[]
}

/** Rows 1-based, columns 0-based, both ends included; clipped to the part of the sheet that is used. */
export type Merge = { top: number; left: number; bottom: number; right: number }

export type Sheet = {
  name: string
  hidden: boolean
  rows: Row[]
  merges: Merge[]
  /** 0-based, only columns that are used. */
  hiddenColumns: number[]
  /** 0-based column → width in characters, only columns that are used. */
  columnWidths: Record<number, number>
  /** A filter is set and hides rows. */
  filtered: boolean
  /** One more than the last column with content. */
  usedColumns: number
}

/** Something a person should know about the reading. */
export type Notice = { code: NoticeCode; sheet?: string; cell?: string; message?: string }

export type NoticeCode =
  /** The file carries macros; they were neither read nor run. */
  | 'macros_ignored'
  /** Cells refer to other files; their cached values were taken. */
  | 'external_links_ignored'
  /** The file says nothing about its character set; message names the one taken. */
  | 'encoding_guessed'
  /** Some bytes are no characters in the character set taken; message says how many. */
  | 'unreadable_characters'
  /** A formula was saved without its result; the cell is blank. */
  | 'formula_without_value'
  /** A chart, dialog or macro sheet; message names the kind. */
  | 'sheet_ignored'
  /** A text longer than 32,767 characters was cut. */
  | 'text_cut'
  /** A quotation mark opens and never closes; message names the line. */
  | 'unclosed_quote'
  /** A web page saved under a spreadsheet's name. */
  | 'html_table'
  /** An archive entry with a path that leads outside; never unpacked. */
  | 'unsafe_name_ignored'
  /** The file calls a cell a date, but its number is none; the number was kept. */
  | 'date_out_of_range'

export type Workbook = { format: 'xlsx' | 'xls' | 'csv'; sheets: Sheet[]; notices: Notice[] }

/** 0 → A, 25 → Z, 26 → AA. */
export const columnName = (index: number): string => {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** A → 0, AB → 27; -1 if it is no column name. Case does not matter. */
export const columnIndex = (name: string): number => {
  let index = 0
  for (const letter of name.toUpperCase()) {
    const digit = letter.charCodeAt(0) - 64
    if (digit < 1 || digit > 26) return -1
    index = index * 26 + digit
  }
  return index - 1
}
