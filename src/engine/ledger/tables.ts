import type { Month } from '../../shared/days.ts'
import { normaliseHeader } from '../text/normalise.ts'
import type { AmountUnit } from './amount-units.ts'
import { type HeaderBlock, headerBlockAt, headerParts } from './header-rows.ts'
import { isHeaderRow, isLabel, shapeOf } from './header-words.ts'
import { kindOf, type RowContext, type RowKind, sectionText } from './row-kinds.ts'
import { columnLetter, rowAt, type SheetInput, type SheetRow, textOf } from './sheet.ts'
import { hintsOf } from './table-hints.ts'

export type { RowKind } from './row-kinds.ts'
export { type SheetCell, type SheetInput, type SheetMerge, type SheetRow, valueAt } from './sheet.ts'

export interface TableColumn {
  /** 0-based column of the sheet. */
  index: number
  letter: string
  /** The parts joined with " / "; '' for a column that has values and no header. */
  header: string
  parts: string[]
  hidden: boolean
  /** Index of an earlier column with the same header. */
  repeatedOf?: number
}

export interface TableRow {
  number: number
  kind: RowKind
  /** The section rows above it, joined with " / ". */
  section?: string
  hidden: boolean
}

export interface Table {
  sheet: string
  /** Lines above the header: title, unit, date. */
  titleLines: string[]
  headerRows: number[]
  columns: TableColumn[]
  rows: TableRow[]
  unitHint?: AmountUnit
  periodHint?: Month
  yearHint?: number
}

/** A header is looked for within this many rows with content; a sheet that has none by then is no table. */
const headerSearch = 60

/** The tables of a sheet, from top to bottom; none for covers, explanations, forms and charts. */
export function findTables(sheet: SheetInput): Table[] {
  const starts = headerBlocks(sheet)
  const tables = starts.map((block, at) => tableOf(sheet, block, starts[at - 1], starts[at + 1]))
  if (tables.some((table) => isForm(sheet, table))) return []
  const withRows = tables.filter((table) => table.rows.some((row) => row.kind === 'data'))
  // A template without rows is still worth naming, if its header leaves no doubt.
  return withRows.length > 0 ? withRows : tables.filter((table) => table.columns.length >= 5).slice(0, 1)
}

function headerBlocks(sheet: SheetInput): HeaderBlock[] {
  const blocks: HeaderBlock[] = []
  let searched = 0
  for (const row of sheet.rows) {
    const last = blocks.at(-1)
    if (last && row.number <= last.bottom) continue
    if (!last && ++searched > headerSearch) break
    const block = last ? secondHeader(sheet, row, last) : headerBlockAt(sheet, row)
    if (block) blocks.push(block)
  }
  return blocks
}

/** Another table below: all header words, and not the words of the table above again. */
function secondHeader(sheet: SheetInput, row: SheetRow, above: HeaderBlock): HeaderBlock | undefined {
  // Cheap refusals first: this runs for every data row.
  const leading = textOf(row.cells.find((cell) => textOf(cell) !== ''))
  if (leading === '' || /^\d/.test(leading) || filledAbove(sheet, row.number) > 4) return undefined
  const shape = shapeOf(row)
  if (!isHeaderRow(shape) || shape.values > 0 || shape.filled < 3 || shape.words < shape.filled * 0.7)
    return undefined
  const headers = new Set<string>()
  for (let number = above.top; number <= above.bottom; number++)
    for (const cell of rowAt(sheet, number)?.cells ?? []) headers.add(normaliseHeader(textOf(cell)))
  const texts = row.cells.map((cell) => normaliseHeader(textOf(cell))).filter((text) => text !== '')
  const known = texts.filter((text) => headers.has(text)).length
  return known >= texts.length * 0.8 ? undefined : headerBlockAt(sheet, row)
}

function filledAbove(sheet: SheetInput, number: number): number {
  return (
    rowAt(sheet, number - 1)?.cells.filter((cell) => cell && cell.kind !== 'blank' && cell.text !== '')
      .length ?? 0
  )
}

function tableOf(
  sheet: SheetInput,
  block: HeaderBlock,
  before: HeaderBlock | undefined,
  after: HeaderBlock | undefined,
): Table {
  const below = sheet.rows.filter((row) => row.number > block.bottom && (!after || row.number < after.top))
  const columns = columnsOf(sheet, block, below)
  const context = contextOf(sheet, block, columns, below)
  const all = rowsOf(sheet, below, context)
  const rows = after ? withoutTail(all) : all
  const titleLines = titlesAbove(sheet, block, before)
  return {
    sheet: sheet.name,
    titleLines,
    headerRows: Array.from({ length: block.bottom - block.top + 1 }, (_, at) => block.top + at),
    columns,
    rows,
    ...hintsOf(
      titleLines,
      sheet.name,
      columns.map((column) => column.header),
    ),
  }
}

function columnsOf(sheet: SheetInput, block: HeaderBlock, below: readonly SheetRow[]): TableColumn[] {
  const used = new Set<number>()
  for (const row of below)
    for (let column = 0; column < row.cells.length; column++)
      if (!used.has(column) && textOf(row.cells[column]) !== '') used.add(column)
  const hidden = new Set(sheet.hiddenColumns)
  const firstWith = new Map<string, number>()
  const columns: TableColumn[] = []
  const right = Math.max(block.right, ...used)
  for (let index = block.left; index <= right; index++) {
    const parts = index <= block.right ? headerParts(sheet, block, index) : []
    if (parts.length === 0 && !used.has(index)) continue
    const header = parts.join(' / ')
    const key = normaliseHeader(header)
    const repeatedOf = key === '' ? undefined : firstWith.get(key)
    if (key !== '' && repeatedOf === undefined) firstWith.set(key, index)
    columns.push({
      index,
      letter: columnLetter(index),
      header,
      parts,
      hidden: hidden.has(index),
      ...(repeatedOf === undefined ? {} : { repeatedOf }),
    })
  }
  return columns
}

function contextOf(
  sheet: SheetInput,
  block: HeaderBlock,
  columns: readonly TableColumn[],
  below: readonly SheetRow[],
): RowContext {
  const find = (form: RegExp) =>
    columns.find((column) => form.test(normaliseHeader(column.parts.at(-1) ?? '')))?.index
  const serialColumn = find(/^(?:序号?|编号|no\.?|#|顺序)$/)
  const nameColumn = find(/^(?:项目名称?|工程名称|项目)$/) ?? find(/名称?$|^(?:name|project)$/)
  const headerTexts: Map<number, string>[] = []
  for (let number = block.top; number <= block.bottom; number++) {
    const texts = [...(rowAt(sheet, number)?.cells.entries() ?? [])].map(
      ([column, cell]) => [column, textOf(cell)] as const,
    )
    headerTexts.push(new Map(texts.filter(([, text]) => text !== '')))
  }
  const above = sheet.rows.filter((row) => row.number < block.top).slice(-10)
  const serials = serialColumn === undefined ? [] : below.map((row) => textOf(row.cells[serialColumn]))
  return {
    left: block.left,
    right: columns.at(-1)?.index ?? block.right,
    serialColumn,
    nameColumn,
    arabicSerials: serials.some((serial) => /^\d+(?:\.\d+)*$/.test(serial)),
    headerTexts,
    titleTexts: new Set(above.flatMap((row) => row.cells.map(textOf)).filter((text) => text !== '')),
  }
}

function rowsOf(sheet: SheetInput, below: readonly SheetRow[], context: RowContext): TableRow[] {
  const rows: TableRow[] = []
  const sections: string[] = []
  for (const [at, row] of below.entries()) {
    const kind = kindOf(sheet, row, context, at === 0)
    if (kind === 'section') enter(sections, sectionText(row, context))
    const section = sections.join(' / ')
    rows.push({ number: row.number, kind, ...(section ? { section } : {}), hidden: row.hidden })
  }
  while (rows.at(-1)?.kind === 'blank') rows.pop()
  return rows
}

/** （一） stands within 一、; a mark of the same rank, or none, begins anew. */
function enter(sections: string[], text: string): void {
  const rank = /^[((]/.test(text) ? 1 : 0
  if (rank === 0 || (sections.length === 1 && /^[((]/.test(sections[0] ?? ''))) sections.length = 0
  else sections.length = Math.min(1, sections.length)
  sections.push(text)
}

/** What stands between two tables is the second one's title. */
function withoutTail(rows: TableRow[]): TableRow[] {
  const last = rows.findLastIndex(
    (row) => row.kind === 'data' || row.kind === 'subtotal' || row.kind === 'note',
  )
  return rows.slice(0, last + 1)
}

function titlesAbove(sheet: SheetInput, block: HeaderBlock, before: HeaderBlock | undefined): string[] {
  const above = sheet.rows
    .filter((row) => row.number < block.top && row.number > (before?.bottom ?? 0))
    .slice(-10)
  const lines: string[] = []
  for (const row of above.toReversed()) {
    const texts = row.cells.map(textOf).filter((text) => text !== '')
    if (texts.length === 0) continue
    if (before && texts.length > 4) break
    lines.unshift(texts.join(' '))
  }
  return lines
}

/** A form puts labels beside values (项目名称 | … | 建设单位 | …), so what should be rows begins with labels too. */
function isForm(sheet: SheetInput, table: Table): boolean {
  const rows = table.rows.filter((row) => row.kind === 'data').slice(0, 30)
  const first = table.columns[0]?.index ?? 0
  const labelled = rows.filter((row) => isLabel(textOf(rowAt(sheet, row.number)?.cells[first])))
  return rows.length >= 2 && labelled.length >= rows.length * 0.6
}
