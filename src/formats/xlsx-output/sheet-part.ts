import { isoToSerial } from '../numbers/serial-date.ts'
import { columnName } from '../workbook.ts'
import type { ColumnFormat, OutputNotice, OutputSheet, OutputValue } from './output-sheet.ts'
import { captionStyle, cellStyle, headerStyle, titleStyle, totalStyle } from './styles-part.ts'
import { fitCell, longestText, xmlText } from './xml-text.ts'

/** What the workbook part must know once the sheet is written. */
export type WrittenSheet = {
  name: string
  headerRow: number
  lastRow: number
  columns: number
  /** Repeated at the left of every printed page. */
  leading: number
  filtered: boolean
  hasBackground: boolean
}

/** More columns on one page of A3 would be too small to read: they go on beside, at a scale that can be read. */
export const columnsOnAPage = 20
const scaleBeside = 70

const chunkLength = 64 * 1024
const excelRows = 1_048_576
const excelColumns = 16_384
const formulaLike = /^[=+\-@\t\r]/
const edgeSpace = /^\s|\s$|[\n\t]/
const decimalText = /^-?\d+(\.\d+)?$/

/** The XML of one sheet, in chunks; asks for the next row only when the chunk before is taken. */
export async function* sheetXml(
  sheet: OutputSheet,
  written: WrittenSheet,
  onNotice: (notice: OutputNotice) => void,
): AsyncGenerator<Buffer> {
  if (sheet.columns.length > excelColumns)
    throw new RangeError(`${sheet.columns.length} columns do not fit a sheet`)
  const letters = sheet.columns.map((_, index) => columnName(index))
  const formats = sheet.columns.map((column) => column.format ?? 'general')
  const styles = formats.map((format) => cellStyle(format))
  const writeCell = cellWriter(letters, formats, (code, cell) =>
    onNotice({ code, sheet: written.name, cell }),
  )

  let text = sheetHead(sheet)
  let row = 0
  for (const title of sheet.titleRows ?? []) {
    row++
    text += `<row r="${row}" ht="26" customHeight="1">${textCell(`A${row}`, titleStyle, fitCell(title))}</row>`
  }
  for (const caption of sheet.captionRows ?? []) {
    row++
    text += `<row r="${row}">${textCell(`A${row}`, captionStyle, fitCell(caption))}</row>`
  }
  row++
  written.headerRow = row
  const header = sheet.columns.map(({ title }, index) =>
    textCell(`${letters[index]}${row}`, headerStyle, fitCell(title)),
  )
  // Two lines: units stand in brackets behind long names.
  text += `<row r="${row}" ht="30" customHeight="1">${header.join('')}</row>`

  for await (const values of sheet.rows) {
    row++
    if (row > excelRows) throw new RangeError(`a sheet holds ${excelRows} rows`)
    text += `<row r="${row}">`
    for (let column = 0; column < letters.length; column++) {
      const value = values[column]
      text +=
        value === null || value === undefined || value === ''
          ? `<c r="${letters[column]}${row}" s="${styles[column]}"/>` // for its border
          : writeCell(value, column, row)
    }
    text += '</row>'
    if (text.length >= chunkLength) {
      yield Buffer.from(text)
      text = ''
    }
  }
  written.lastRow = row
  const total = sheet.totalRow?.()
  if (total) text += totalRow(total, formats, letters, row + 1)
  yield Buffer.from(text + sheetFoot(sheet, written))
}

const totalRow = (values: OutputValue[], formats: ColumnFormat[], letters: string[], row: number) => {
  const cells = letters.map((letter, column) => {
    const value = values[column] ?? null
    const style = totalStyle(formats[column] ?? 'general')
    const cell = `${letter}${row}`
    if (value !== null && typeof value === 'object' && 'decimal' in value)
      return `<c r="${cell}" s="${style}"><v>${value.decimal}</v></c>`
    return typeof value === 'string' ? textCell(cell, style, fitCell(value)) : `<c r="${cell}" s="${style}"/>`
  })
  return `<row r="${row}">${cells.join('')}</row>`
}

const cellWriter = (
  letters: string[],
  formats: ColumnFormat[],
  notice: (code: OutputNotice['code'], cell: string) => void,
) => {
  const serialOf = rememberedSerials()
  return (value: Exclude<OutputValue, null>, column: number, row: number): string => {
    const cell = `${letters[column]}${row}`
    const format = formats[column] ?? 'general'
    if (typeof value === 'string') {
      if (value.length > longestText) notice('text_cut', cell)
      return textCell(cell, cellStyle(format, formulaLike.test(value)), fitCell(value))
    }
    if (typeof value === 'number') {
      if (Number.isFinite(value)) return `<c r="${cell}" s="${cellStyle(format)}"><v>${value}</v></c>`
      notice('number_left_out', cell)
      return ''
    }
    if ('decimal' in value) {
      if (!decimalText.test(value.decimal)) throw new TypeError(`${cell}: "${value.decimal}" is no decimal`)
      return `<c r="${cell}" s="${cellStyle(format)}"><v>${value.decimal}</v></c>`
    }
    const serial = serialOf(value.date)
    if (serial === undefined) return textCell(cell, cellStyle(format), value.date)
    const style = cellStyle(value.date.length > 10 ? 'dateTime' : 'date')
    return `<c r="${cell}" s="${style}"><v>${serial}</v></c>`
  }
}

const mostRemembered = 20_000

/** A sheet has few days and many cells of each, and to check one takes as long as writing ten cells. */
const rememberedSerials = () => {
  const known = new Map<string, number | undefined>()
  return (iso: string): number | undefined => {
    if (known.has(iso)) return known.get(iso)
    const serial = isoToSerial(iso)
    if (known.size < mostRemembered) known.set(iso, serial)
    return serial
  }
}

const textCell = (cell: string, style: number, text: string) => {
  const space = edgeSpace.test(text) ? ' xml:space="preserve"' : ''
  return `<c r="${cell}" s="${style}" t="inlineStr"><is><t${space}>${xmlText(text)}</t></is></c>`
}

const sheetHead = (sheet: OutputSheet) =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    fitsOnePage(sheet) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0">${pane(sheet.frozenRows ?? 0, sheet.frozenColumns ?? 0)}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnList(sheet),
    '<sheetData>',
  ].join('')

const longestPrinted = 200
/** An ampersand would begin a code. */
const printedText = (text: string) =>
  xmlText(
    text
      .replaceAll(/[\r\n]+/g, ' ')
      .slice(0, longestPrinted)
      .replaceAll('&', '&&'),
  )

const fitsOnePage = ({ columns }: OutputSheet) => columns.length <= columnsOnAPage

const pane = (rows: number, columns: number) => {
  if (rows === 0 && columns === 0) return ''
  const active = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight'
  const splits = [columns > 0 ? ` xSplit="${columns}"` : '', rows > 0 ? ` ySplit="${rows}"` : ''].join('')
  return `<pane${splits} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${active}" state="frozen"/>`
}

const columnList = ({ columns }: OutputSheet) => {
  const widths = columns.map(({ width }, index) =>
    width === undefined
      ? ''
      : `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return widths.some((width) => width !== '') ? `<cols>${widths.join('')}</cols>` : ''
}

const sheetFoot = (sheet: OutputSheet, { headerRow, lastRow, columns }: WrittenSheet) => {
  const lastColumn = columnName(Math.max(columns, 1) - 1)
  const titles = (sheet.titleRows?.length ?? 0) + (sheet.captionRows?.length ?? 0)
  const merges = Array.from(
    { length: columns > 1 ? titles : 0 },
    (_, index) => `A${index + 1}:${lastColumn}${index + 1}`,
  )
  return [
    '</sheetData>',
    sheet.autoFilter ? `<autoFilter ref="A${headerRow}:${lastColumn}${lastRow}"/>` : '',
    merges.length > 0 ? `<mergeCells count="${merges.length}">` : '',
    ...merges.map((range) => `<mergeCell ref="${range}"/>`),
    merges.length > 0 ? '</mergeCells>' : '',
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    fitsOnePage(sheet)
      ? '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/>'
      : `<pageSetup paperSize="8" scale="${scaleBeside}" pageOrder="overThenDown" orientation="landscape"/>`,
    sheet.printed
      ? `<headerFooter><oddHeader>&amp;R${printedText(sheet.printed.header)}</oddHeader><oddFooter>&amp;L${printedText(sheet.printed.footer)}&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`
      : '',
    sheet.background ? '<picture r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('')
}
