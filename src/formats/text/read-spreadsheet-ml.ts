import { booleanCell, errorCell, isoDateCell, numberCell, textCell } from '../cells.ts'
import type { WorkbookLimits } from '../limits.ts'
import { Notices } from '../notices.ts'
import { isNumberText } from '../numbers/exact-decimal.ts'
import { type NumberFormat, numberFormat } from '../numbers/number-format.ts'
import { newAllowance, SheetBuilder } from '../sheet-builder.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Cell, Sheet, Workbook } from '../workbook.ts'
import { attribute, readXml } from '../xml-reader.ts'

/** Formats SpreadsheetML names by a word, as a Chinese system shows them. */
const namedFormats: Record<string, string> = {
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Percent: '0.00%',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Scientific: '0.00E+00',
}

/** Reads the XML spreadsheet of Excel 2003, which office systems still save as `.xls`. */
export const readSpreadsheetMl = async (
  chunks: AsyncIterable<Buffer>,
  limits: WorkbookLimits,
): Promise<Workbook> => {
  const notices = new Notices()
  const allowance = newAllowance(limits)
  const sheets: Sheet[] = []
  const formats = new Map<string, NumberFormat>()
  let style = ''
  let sheet: { name: string; builder: SheetBuilder; hidden: boolean; filtered: boolean } | undefined
  let row = 0
  let column = 0
  let tableColumn = 0
  let cell: { attributes: Record<string, string>; type: string; text: string; note: string } | undefined
  let gather: 'data' | 'note' | 'visible' | undefined
  let visible = ''

  const endCell = () => {
    if (cell === undefined || sheet === undefined) return
    const { attributes, type, text, note } = cell
    const found = cellOf(type, text, formats.get(attribute(attributes, 'StyleID') ?? ''))
    const formula = attribute(attributes, 'Formula')
    if (found && formula !== undefined) found.formula = formula.replace(/^=/, '')
    if (found && note.trim() !== '') found.note = note.trim()
    if (found) sheet.builder.put(column - 1, found)
    else if (note.trim() !== '')
      sheet.builder.put(column - 1, { kind: 'blank', value: null, text: '', note: note.trim() })
    const across = Number(attribute(attributes, 'MergeAcross') ?? 0)
    const down = Number(attribute(attributes, 'MergeDown') ?? 0)
    if (across > 0 || down > 0) {
      sheet.builder.merge({ top: row, left: column - 1, bottom: row + down, right: column - 1 + across })
    }
    column += across
    cell = undefined
  }

  await readXml(chunks, 'workbook', {
    open: (name, attributes) => {
      const index = Number(attribute(attributes, 'Index') ?? Number.NaN)
      if (name === 'Style') style = attribute(attributes, 'ID') ?? ''
      else if (name === 'NumberFormat') {
        const code = attribute(attributes, 'Format') ?? ''
        if (code !== '' && code !== 'General') formats.set(style, numberFormat(namedFormats[code] ?? code))
      } else if (name === 'Worksheet') {
        const title = attribute(attributes, 'Name') ?? `Sheet${sheets.length + 1}`
        sheet = { name: title, builder: new SheetBuilder(title, allowance), hidden: false, filtered: false }
        row = 0
        tableColumn = 0
      } else if (sheet === undefined) return
      else if (name === 'Column') tableColumn = readColumn(attributes, index, tableColumn, sheet.builder)
      else if (name === 'Row') {
        row = index > 0 ? index : row + 1
        column = 0
        sheet.builder.startRow(row, attribute(attributes, 'Hidden') === '1')
      } else if (name === 'Cell') {
        column = index > 0 ? index : column + 1
        cell = { attributes, type: '', text: '', note: '' }
      } else if (name === 'Comment') gather = 'note'
      else if (name === 'Data' && cell && gather !== 'note') {
        gather = 'data'
        cell.type = attribute(attributes, 'Type') ?? 'String'
      } else if (name === 'Visible') gather = 'visible'
      else if (name === 'AutoFilterColumn') sheet.filtered = true
    },
    text: (text) => {
      if (gather === 'data' && cell) cell.text += text
      else if (gather === 'note' && cell) cell.note += text
      else if (gather === 'visible') visible += text
    },
    close: (name) => {
      if (name === 'Cell') endCell()
      else if ((name === 'Data' && gather === 'data') || name === 'Comment') gather = undefined
      else if (name === 'Visible' && sheet) {
        sheet.hidden = /hidden/i.test(visible)
        visible = ''
        gather = undefined
      } else if (name === 'Worksheet' && sheet) {
        sheets.push(sheet.builder.finish({ hidden: sheet.hidden, filtered: sheet.filtered }))
        sheet = undefined
      }
    },
  })
  if (sheets.length === 0) throw new UnreadableFile('not_a_workbook', { kind: 'xml' })
  return { format: 'xls', sheets, notices: notices.list() }
}

const cellOf = (type: string, text: string, format: NumberFormat | undefined): Cell | undefined => {
  if (type === '' || text === '') return undefined
  if (type === 'Number' && isNumberText(text.trim())) return numberCell(text.trim(), format, false)
  if (type === 'DateTime') return isoDateCell(text, format)
  if (type === 'Boolean') return booleanCell(text.trim() === '1')
  return type === 'Error' ? errorCell(text.trim()) : textCell(text)
}

/** Answers the number (1-based) of the last column the element speaks of. Widths are points there: a character is about 5.5. */
const readColumn = (
  attributes: Record<string, string>,
  index: number,
  last: number,
  builder: SheetBuilder,
) => {
  const first = index > 0 ? index : last + 1
  const end = first + Number(attribute(attributes, 'Span') ?? 0)
  const width = Number(attribute(attributes, 'Width'))
  builder.columns({
    first: first - 1,
    last: end - 1,
    hidden: attribute(attributes, 'Hidden') === '1',
    ...(width > 0 ? { width: Math.round(width / 0.055) / 100 } : {}),
  })
  return end
}
