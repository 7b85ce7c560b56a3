import { type AmountUnit, parseUnit, unitInHeader } from '../../../engine/ledger/amounts.ts'
import {
  type FieldSpec,
  headerKey,
  proposeMapping,
  type FieldKind as SpecKind,
} from '../../../engine/ledger/headers.ts'
import { findTables, type Table, type TableColumn, valueAt } from '../../../engine/ledger/tables.ts'
import type { Sheet, Workbook } from '../../../formats/workbook.ts'
import { type Field, type FieldKind, fieldByKey, fields } from '../../projects/fields.ts'
import type { ColumnMapping, ImportTable } from '../contract.ts'
import { storable } from './cell-reading.ts'
import { type Corps, corpsOfSheet, readChoice, readCorps } from './choices.ts'

/** A table where it stands in the workbook; `key` names it as long as the file does not change. */
export type FoundTable = { key: string; sheet: Sheet; table: Table }

/** What the zone's people have said that headers mean, by header key; null: leave it out. */
export type Lessons = Readonly<Record<string, string | null>>

/** The units that they have chosen for columns of these headers. */
export type LearnedUnits = Readonly<Record<string, string>>

export const findAllTables = (workbook: Workbook): FoundTable[] =>
  workbook.sheets.flatMap((sheet, at) =>
    findTables(sheet).map((table) => ({ key: `${at + 1}.${table.headerRows[0] ?? 0}`, sheet, table })),
  )

const shownSamples = 5
const evidence = 200
const shownAside = 300
const longestSample = 80

/** The settings that a person starts from: every table with its columns mapped as well as can be. */
export function proposeTable(
  { key, sheet, table }: FoundTable,
  corps: readonly Corps[],
  lessons: Lessons,
  units: LearnedUnits = {},
): ImportTable {
  const dataRows = table.rows.filter((row) => row.kind === 'data')
  const numbers = dataRows.map((row) => row.number)
  const samplesOf = memo((column: Pick<TableColumn, 'index'>) => samples(sheet, numbers, column.index))
  const proposals = proposeMapping(table.columns, specsFor(corps), lessons, (column) => samplesOf(column))
  const columns = table.columns.map((column, at): ColumnMapping => {
    const { field = null, confidence = 0, reason = 'none', runnersUp = [] } = proposals[at] ?? {}
    return {
      index: column.index,
      letter: column.letter,
      header: column.header,
      hidden: column.hidden,
      field,
      confidence,
      reason,
      runnersUp,
      ...unitOf(table, column, field, lessons, units),
      samples: [...new Set(samplesOf(column))].slice(0, shownSamples),
    }
  })
  const mapped = columns.filter((column) => column.field !== null)
  const aside = table.rows.filter((row) => row.kind !== 'data' && row.kind !== 'blank').slice(0, shownAside)
  return {
    key,
    sheet: storable(sheet.name, longestSample),
    hidden: sheet.hidden,
    titleLines: table.titleLines,
    headerRows: table.headerRows,
    firstRow: numbers[0] ?? (table.headerRows.at(-1) ?? 0) + 1,
    rows: numbers.length,
    aside: aside.map((row) => ({
      row: row.number,
      kind: row.kind === 'repeatedHeader' ? 'header' : row.kind,
      text: rowText(sheet, row.number),
    })),
    use:
      numbers.length > 0 &&
      !sheet.hidden &&
      mapped.length > 1 &&
      mapped.some((column) => column.field === 'name'),
    corpsId: corpsOfSheet(corps, sheet.name) ?? corpsOfSheet(corps, table.titleLines.join(' ')),
    columns,
  }
}

const currencies: Partial<Record<FieldKind, RegExp>> = {
  money: /^[十百千万亿]*元$/,
  foreign: /美元$|欧元$|港元$|日元$|英镑$/,
  area: /亩$|㎡$|公顷$|平方公里$/,
  floorArea: /亩$|㎡$|公顷$|平方公里$/,
  perMu: /\/(?:亩|㎡|公顷)$/,
  percent: /%$|‰$/,
}

/** Whether a field's cells can be written in a unit: 万元 says nothing about an area. */
export const unitFitsField = (field: Field, unit: string) =>
  (currencies[field.kind]?.test(unit) ?? false) && parseUnit(unit) !== undefined

/** The unit that the header names, else the line above the table, else what the zone chose for it before; it must fit the field. */
function unitOf(
  table: Table,
  column: TableColumn,
  key: string | null,
  lessons: Lessons,
  units: LearnedUnits,
): Pick<ColumnMapping, 'unit' | 'unitBy'> {
  const field = key === null ? undefined : fieldByKey.get(key)
  if (!field) return { unit: null }
  const named = [
    unitInHeader(column.header),
    ...column.parts.toReversed().map(unitInHeader),
    ...unitsAbove(table),
    table.unitHint,
  ].find((unit): unit is AmountUnit => unit !== undefined && unitFitsField(field, unit))
  if (named) return { unit: named, unitBy: 'file' }
  const header = headerKey(column)
  const before = lessons[header] === key ? units[header] : undefined
  return before !== undefined && unitFitsField(field, before)
    ? { unit: before, unitBy: 'learned' }
    : { unit: null }
}

/** All units of a line such as 单位：万元、亩: one for the amounts, one for the land. */
const unitsAbove = ({ titleLines }: Table): (AmountUnit | undefined)[] =>
  titleLines
    .flatMap((line) => [...line.matchAll(/单位\s*[:：]((?:(?!单位)[^:：])*)/g)])
    .flatMap((match) => (match[1] ?? '').split(/[、,，;；\s)）]+/))
    .map(parseUnit)

function samples(sheet: Sheet, rows: readonly number[], column: number): string[] {
  const found: string[] = []
  for (const row of rows) {
    const text = valueAt(sheet, row, column)?.cell.text.trim()
    if (text) found.push(storable(text, longestSample))
    if (found.length >= evidence) break
  }
  return found
}

function rowText(sheet: Sheet, number: number): string {
  const row = sheet.rows.find((one) => one.number === number)
  const texts = (row?.cells ?? []).flatMap((cell) => cell?.text.trim() || [])
  return storable(texts.join(' '), longestSample)
}

const specKinds: Record<FieldKind, SpecKind> = {
  text: 'text',
  longText: 'text',
  code: 'code',
  industry: 'text',
  choice: 'choice',
  corps: 'choice',
  when: 'date',
  money: 'money',
  foreign: 'foreign',
  area: 'area',
  floorArea: 'area',
  perMu: 'perMu',
  percent: 'percent',
}

function specsFor(corps: readonly Corps[]): FieldSpec[] {
  return fields.map((field) => ({
    key: field.key,
    labels: [field.zh, field.en, ...field.aliases],
    kind: specKinds[field.kind],
    group: field.group,
    ...(field.kind === 'corps'
      ? {
          choices: corps.flatMap(({ name }) => [name, name.replace(/兵团$/, '')]),
          isChoice: (text: string) => 'value' in readCorps(corps, text),
        }
      : {}),
    ...(field.choices
      ? {
          choices: field.choices.flatMap(({ zh, en, aliases }) => [zh, en, ...aliases]),
          isChoice: (text: string) => 'value' in readChoice(field, text),
        }
      : {}),
  }))
}

function memo<V>(make: (column: Pick<TableColumn, 'index'>) => V): (column: Pick<TableColumn, 'index'>) => V {
  const made = new Map<number, V>()
  return (column) => {
    const known = made.get(column.index) ?? make(column)
    made.set(column.index, known)
    return known
  }
}
