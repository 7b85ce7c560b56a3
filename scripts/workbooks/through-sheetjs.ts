import * as sheetjs from '@e965/xlsx'
import {
  cellOf,
  columnLetters,
  type OfficeBook,
  type OfficeCell,
  type OfficeSheet,
} from './office-xlsx/model.ts'

/** The same book saved by another writer: SheetJS, as .xlsx or as the .xls of Excel 97–2003. */
export const throughSheetJs = (book: OfficeBook, bookType: 'xlsx' | 'biff8'): Buffer => {
  const workbook = sheetjs.utils.book_new()
  for (const sheet of book.sheets) sheetjs.utils.book_append_sheet(workbook, worksheet(sheet), sheet.name)
  workbook.Workbook = { Sheets: book.sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return sheetjs.write(workbook, { type: 'buffer', bookType, compression: true, cellStyles: true }) as Buffer
}

const worksheet = (sheet: OfficeSheet): sheetjs.WorkSheet => {
  const made: sheetjs.WorkSheet = {}
  let widest = 0
  sheet.rows.forEach((row, index) => {
    row?.cells.forEach((cell, column) => {
      widest = Math.max(widest, column)
      const written = cellObject(cellOf(cell))
      if (written) made[`${columnLetters(column)}${index + 1}`] = written
    })
  })
  made['!ref'] = `A1:${columnLetters(widest)}${Math.max(1, sheet.rows.length)}`
  made['!merges'] = (sheet.merges ?? []).map((merge) => sheetjs.utils.decode_range(merge))
  made['!cols'] = Array.from({ length: widest + 1 }, (_, column) => ({
    wch: sheet.widths?.[column] ?? 14,
    hidden: sheet.hiddenColumns?.includes(column) ?? false,
  }))
  made['!rows'] = sheet.rows.map((row) => ({ hidden: row?.hidden ?? false }))
  if (sheet.filter) made['!autofilter'] = { ref: sheet.filter }
  return made
}

const errorNumbers: Record<string, number> = {
  '#DIV/0!': 7,
  '#VALUE!': 15,
  '#REF!': 23,
  '#NAME?': 29,
  '#NUM!': 36,
  '#N/A': 42,
}

const cellObject = ({ value, error, formula, format, note }: OfficeCell): sheetjs.CellObject | undefined => {
  const more: Partial<sheetjs.CellObject> = {
    ...(formula ? { f: formula } : {}),
    ...(format ? { z: format } : {}),
  }
  if (note) more.c = Object.assign([{ a: '招商局', t: note }], { hidden: true })
  if (error) return { t: 'e', v: errorNumbers[error] ?? 42, ...more }
  if (typeof value === 'number') return { t: 'n', v: value, ...more }
  if (typeof value === 'boolean') return { t: 'b', v: value, ...more }
  if (typeof value === 'string') return { t: 's', v: value, ...more }
  return note ? { t: 's', v: '', ...more } : undefined
}
