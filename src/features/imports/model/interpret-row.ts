import type { AmountUnit } from '../../../engine/ledger/amounts.ts'
import { mergeAt, valueAt } from '../../../engine/ledger/sheet.ts'
import type { TableRow } from '../../../engine/ledger/tables.ts'
import type { Cell, Sheet } from '../../../formats/workbook.ts'
import type { Month } from '../../../shared/days.ts'
import { type Field, fieldByKey } from '../../projects/fields.ts'
import {
  blank,
  type CellContext,
  type CellReading,
  note,
  question,
  type RowIssue,
  received,
  warning,
} from './cell-reading.ts'
import { type Corps, corpsOfSheet } from './choices.ts'
import { compareComputed } from './computed.ts'
import { isAmount } from './interpret-amount.ts'
import { interpretOnce, type KnownReadings } from './interpret-cell.ts'
import { placeBeside } from './interpret-contact.ts'

/** What a data row says: stored text by field, null for a blank cell; fields in question are left out. */
export type RowReading = {
  row: number
  name: string | null
  readings: Record<string, string | null>
  issues: RowIssue[]
}

export type ReadColumn = {
  index: number
  letter: string
  field: Field
  unit: AmountUnit | undefined
  known: KnownReadings
}
/** A table as mapped: what its columns mean, and what holds for all its rows. */
export type MappedTable = {
  sheet: Sheet
  columns: readonly ReadColumn[]
  /** Columns that have values and no header, with whether most rows fill them. */
  headless: readonly { index: number; letter: string; full: boolean }[]
  /** The corps of rows that name none. */
  corpsId: string | null
  corps: readonly Corps[]
  period: Month
  now: Date
  /** Of dates that name none. */
  year: number
  numbersAsText: boolean
  words?: ReadonlyMap<string, string> | undefined
}

/** Reads one data row; `above` is what the row above says, for 同上. */
export function interpretRow(table: MappedTable, row: TableRow, above: RowReading | undefined): RowReading {
  const readings: Record<string, string | null> = {}
  const issues: RowIssue[] = []
  const beside: Parameters<typeof placeBeside>[0][number][] = []
  const computed: { column: ReadColumn; cell: Cell }[] = []
  for (const column of table.columns) {
    const { field } = column
    const found = valueAt(table.sheet, row.number, column.index)
    if (field.store.in === 'computed') {
      if (found) computed.push({ column, cell: found.cell })
      continue
    }
    const reading = found ? readCell(table, column, row.number, found, above) : blank
    if (reading.value !== undefined) readings[field.key] = reading.value
    for (const issue of reading.issues)
      issues.push({ ...issue, cell: `${column.letter}${row.number}`, field: field.key })
    if (reading.beside && found)
      beside.push({ ...reading.beside, cell: `${column.letter}${row.number}`, from: found.cell })
  }
  placeBeside(beside, readings, issues)
  placeCorps(table, row, readings, issues)
  for (const { column, cell } of computed)
    issues.push(
      ...compareComputed(column.field, cell, readings, column.unit, `${column.letter}${row.number}`),
    )
  issues.push(...strayCells(table, row))
  return { row: row.number, name: named(table, row, readings, issues), readings, issues }
}

const contextOf = (table: MappedTable, { unit }: ReadColumn): CellContext => ({
  unit,
  period: table.period,
  now: table.now,
  year: table.year,
  corps: table.corps,
  numbersAsText: table.numbersAsText,
  words: table.words,
})

const ditto = /^(?:同上|同前|〃|″|"|do\.?)$/i

function readCell(
  table: MappedTable,
  column: ReadColumn,
  row: number,
  found: { cell: Cell; merged: boolean },
  above: RowReading | undefined,
): CellReading {
  const { field } = column
  const { cell } = found
  if (cell.text.length < 6 && ditto.test(cell.text.trim())) {
    const same = above?.readings[field.key]
    return question('unknown_choice', cell, same === null || same === undefined ? [] : [same])
  }
  const reading = interpretOnce(
    column.known,
    field,
    found.merged && cell.note ? withoutNote(cell) : cell,
    contextOf(table, column),
  )
  const merge = mergeAt(table.sheet, row, column.index)
  const downwards = merge !== undefined && merge.bottom > merge.top
  if (!downwards || typeof reading.value !== 'string') return reading
  // One amount over several rows may be the sum of them all: it is asked about where it stands, and given to none.
  if (isAmount(field))
    return found.merged
      ? { value: undefined, issues: [note('merged_cell', cell, null)] }
      : question('merged_cell', cell, [reading.value])
  return found.merged
    ? { ...reading, issues: [...reading.issues, note('merged_cell', cell, reading.value)] }
    : reading
}

const withoutNote = ({ note: _, ...cell }: Cell): Cell => cell

/** A row without a corps takes that of its section (（一）市北兵团), else that of its table; the section's is said. */
function placeCorps(
  table: MappedTable,
  row: TableRow,
  readings: Record<string, string | null>,
  issues: RowIssue[],
) {
  if (
    typeof readings['corps'] === 'string' ||
    issues.some((issue) => issue.field === 'corps' && issue.severity === 'question')
  )
    return
  const bySection = row.section === undefined ? null : corpsOfSheet(table.corps, row.section)
  if (bySection !== null) {
    readings['corps'] = bySection
    const at = table.columns.find((column) => column.field.key === 'corps') ?? table.columns[0]
    issues.push({
      code: 'merged_cell',
      severity: 'note',
      value: row.section ?? '',
      taken: bySection,
      suggestions: [],
      cell: `${at?.letter ?? 'A'}${row.number}`,
      field: 'corps',
    })
  } else if (table.corpsId !== null) readings['corps'] = table.corpsId
}

function strayCells(table: MappedTable, row: TableRow): RowIssue[] {
  return table.headless.flatMap(({ index, letter, full }) => {
    const found = valueAt(table.sheet, row.number, index)
    if (!found || found.merged || found.cell.text.trim() === '') return []
    const issue = full ? note('row_too_wide', found.cell, null) : warning('row_too_wide', found.cell, null)
    return [{ ...issue, cell: `${letter}${row.number}`, field: null }]
  })
}

function named(
  table: MappedTable,
  row: TableRow,
  readings: Record<string, string | null>,
  issues: RowIssue[],
): string | null {
  const column = table.columns.find(({ field }) => field.key === 'name')
  const cell = `${column?.letter ?? 'A'}${row.number}`
  const name = readings['name'] ?? null
  if (row.hidden)
    issues.push({
      code: 'hidden_row',
      severity: 'warning',
      value: name ?? '',
      taken: null,
      suggestions: [],
      cell,
      field: null,
    })
  const asked = issues.some((issue) => issue.field === 'name' && issue.severity === 'question')
  if (name === null && !asked) {
    const found = column && valueAt(table.sheet, row.number, column.index)
    issues.push({
      code: 'name_missing',
      severity: 'question',
      value: found ? received(found.cell) : '',
      taken: null,
      suggestions: [],
      cell,
      field: 'name',
    })
  }
  return name
}

export const readColumns = (
  columns: readonly { index: number; letter: string; field: string | null; unit: string | null }[],
): ReadColumn[] =>
  columns.flatMap(({ index, letter, field: key, unit }) => {
    const field = key === null ? undefined : fieldByKey.get(key)
    return field
      ? [{ index, letter, field, unit: (unit ?? undefined) as AmountUnit | undefined, known: new Map() }]
      : []
  })
