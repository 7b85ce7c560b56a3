import { textCell } from '../cells.ts'
import type { WorkbookLimits } from '../limits.ts'
import { Notices } from '../notices.ts'
import { newAllowance, SheetBuilder } from '../sheet-builder.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Workbook } from '../workbook.ts'
import { decodeEntities, htmlAttribute, htmlTokens } from './html-tokens.ts'

/** The caps HTML itself sets. */
const widestSpan = 1_000
const tallestSpan = 65_534

/** A table being read. `taken` says for how many more rows a column is under a cell from above. */
type OpenTable = {
  builder: SheetBuilder
  row: number
  column: number
  taken: number[]
  cell: OpenCell | undefined
}

type OpenCell = { text: string; columns: number; rows: number }

/**
 * A web page saved under a spreadsheet's name, as many office systems export: each table becomes a sheet. Every cell
 * is text. Throws `not_a_workbook` if there is no table.
 */
export const readHtml = (html: string, limits: WorkbookLimits): Workbook => {
  const notices = new Notices()
  notices.add('html_table')
  const allowance = newAllowance(limits)
  const builders: SheetBuilder[] = []
  const open: OpenTable[] = []

  for (const token of htmlTokens(html)) {
    const table = open.at(-1)
    if (token.type === 'open' && token.name === 'table') {
      const builder = new SheetBuilder(`Sheet${builders.length + 1}`, allowance)
      builders.push(builder)
      open.push({ builder, row: 0, column: 0, taken: [], cell: undefined })
      continue
    }
    if (table === undefined) continue
    if (token.type === 'text') {
      if (table.cell) table.cell.text += token.text.replaceAll(/\s+/g, ' ')
    } else if (token.type === 'open') openTag(table, token.name, token.attributes)
    else if (token.name === 'table') {
      endCell(table)
      open.pop()
    } else if (token.name === 'td' || token.name === 'th' || token.name === 'tr') endCell(table)
  }
  for (const table of open) endCell(table)

  const sheets = builders
    .map((builder) => builder.finish({ hidden: false, filtered: false }))
    .filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new UnreadableFile('not_a_workbook', { kind: 'html' })
  return { format: 'xls', sheets, notices: notices.list() }
}

const openTag = (table: OpenTable, name: string, attributes: string) => {
  if (name === 'tr') {
    endCell(table)
    table.row++
    table.column = 0
    table.taken = table.taken.map((rows) => Math.max(0, rows - 1))
    const style = htmlAttribute(attributes, 'style') ?? ''
    table.builder.startRow(table.row, /display\s*:\s*none/i.test(style))
  } else if ((name === 'td' || name === 'th') && table.row > 0) {
    endCell(table)
    table.cell = {
      text: '',
      columns: span(htmlAttribute(attributes, 'colspan'), widestSpan),
      rows: span(htmlAttribute(attributes, 'rowspan'), tallestSpan),
    }
  } else if (table.cell && (name === 'br' || name === 'p' || name === 'div') && table.cell.text !== '') {
    table.cell.text += '\n'
  }
}

const span = (written: string | undefined, most: number) => Math.min(Math.max(Number(written) || 1, 1), most)

const endCell = (table: OpenTable) => {
  const { builder, cell, row, taken } = table
  if (cell === undefined) return
  table.cell = undefined
  while ((taken[table.column] ?? 0) > 0) table.column++
  const left = table.column
  const text = decodeEntities(cell.text)
    .replaceAll(/ *\n */g, '\n')
    .trim()
  if (text !== '') builder.put(left, textCell(text))
  if (cell.columns > 1 || cell.rows > 1) {
    builder.merge({ top: row, left, bottom: row + cell.rows - 1, right: left + cell.columns - 1 })
  }
  for (let column = left; column < left + cell.columns; column++) taken[column] = cell.rows
  table.column = left + cell.columns
}
