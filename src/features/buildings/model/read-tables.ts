import { proposeMapping } from '../../../engine/ledger/headers.ts'
import { findTables, type Table, valueAt } from '../../../engine/ledger/tables.ts'
import type { Sheet, Workbook } from '../../../formats/workbook.ts'
import type { Reading, ReadTable } from '../import-contract.ts'
import { tableFields } from './table-fields.ts'

export type FoundTable = { key: string; sheet: Sheet; table: Table }

export const findAllTables = (workbook: Workbook): FoundTable[] =>
  workbook.sheets.flatMap((sheet, at) =>
    findTables(sheet).map((table) => ({ key: `${at + 1}.${table.headerRows[0] ?? 0}`, sheet, table })),
  )

const shownSamples = 4
const evidence = 200
const longestSample = 60

/** Every table of a workbook with its columns read as well as can be; one without rooms and areas is left aside. */
export const proposeReading = (tables: readonly FoundTable[]): Reading => ({
  tables: tables.map(proposeTable),
  rentUnit: null,
})

function proposeTable({ key, sheet, table }: FoundTable): ReadTable {
  const rows = table.rows.filter(({ kind }) => kind === 'data').map(({ number }) => number)
  const samples = (index: number) =>
    rows.slice(0, evidence).flatMap((row) => valueAt(sheet, row, index)?.cell.text.trim() || [])
  const proposals = proposeMapping(table.columns, tableFields, {}, ({ index }) => samples(index))
  const columns = table.columns.map(({ index, letter, header }, at) => ({
    index,
    letter,
    header,
    field: proposals[at]?.field ?? null,
    samples: [...new Set(samples(index))].slice(0, shownSamples).map((text) => text.slice(0, longestSample)),
  }))
  return {
    key,
    sheet: sheet.name,
    headerRow: table.headerRows[0] ?? 0,
    rows: rows.length,
    aside: table.rows.filter(({ kind }) => kind !== 'data' && kind !== 'blank').length,
    use: rows.length > 0 && !sheet.hidden && saysRooms(columns),
    columns,
  }
}

/** A table of rooms has at least their numbers and areas. */
export const saysRooms = (columns: ReadTable['columns']) =>
  ['room', 'area'].every((field) => columns.some((column) => column.field === field))
