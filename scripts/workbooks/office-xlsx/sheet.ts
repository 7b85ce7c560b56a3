import { cellOf, columnLetters, type OfficeCell, type OfficeSheet, type Quirks } from './model.ts'
import type { StyleTable } from './styles.ts'
import { escaped, type Namer } from './xml.ts'

export type TextTable = { of: (text: string) => number }

/** One worksheet part. */
export const sheetPart = (
  sheet: OfficeSheet,
  xml: Namer,
  styles: StyleTable,
  texts: TextTable,
  quirks: Quirks,
) => {
  const rows = sheet.rows
    .map((row, index) => {
      if (!row) return quirks.bare ? xml.element('row') : ''
      const cells = row.cells
        .map((cell, column) => cellXml(cellOf(cell), column, index + 1, { xml, styles, texts, quirks }))
        .join('')
      const at = [
        quirks.bare ? '' : `r="${index + 1}"`,
        row.height ? `ht="${row.height}" customHeight="1"` : '',
        row.hidden ? 'hidden="1"' : '',
      ].filter(Boolean)
      return xml.element('row', at.join(' '), cells)
    })
    .join('')
  const merges = sheet.merges ?? []
  return xml.root(
    'worksheet',
    [
      xml.element('sheetPr', '', xml.element('pageSetUpPr', 'fitToPage="1"')),
      xml.element('sheetViews', '', xml.element('sheetView', 'workbookViewId="0"', pane(sheet, xml))),
      xml.element('sheetFormatPr', 'defaultRowHeight="14.25"'),
      columns(sheet, xml),
      xml.element('sheetData', '', rows),
      sheet.filter ? xml.element('autoFilter', `ref="${sheet.filter}"`) : '',
      merges.length
        ? xml.element(
            'mergeCells',
            `count="${merges.length}"`,
            merges.map((merge) => xml.element('mergeCell', `ref="${merge}"`)).join(''),
          )
        : '',
      xml.element('pageMargins', 'left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"'),
      xml.element('pageSetup', 'paperSize="8" orientation="landscape" fitToHeight="0"'),
      notesOf(sheet).length ? xml.element('legacyDrawing', 'r:id="rId1"') : '',
    ].join(''),
  )
}

type Tools = { xml: Namer; styles: StyleTable; texts: TextTable; quirks: Quirks }

const cellXml = (cell: OfficeCell, column: number, row: number, { xml, styles, texts, quirks }: Tools) => {
  const value = cell.value ?? null
  const style = styles.of(cell.look ?? 'bare', cell.format ?? 'General')
  const blank = value === null && cell.error === undefined && cell.formula === undefined
  if (blank && style === 0 && !quirks.bare) return ''
  const at = [quirks.bare ? '' : `r="${columnLetters(column)}${row}"`, `s="${style}"`]
    .filter(Boolean)
    .join(' ')
  const formula = cell.formula === undefined ? '' : xml.element('f', '', escaped(cell.formula))
  if (cell.error !== undefined)
    return xml.element('c', `${at} t="e"`, formula + xml.element('v', '', cell.error))
  if (value === null) return xml.element('c', at, formula)
  if (typeof value === 'number') return xml.element('c', at, formula + xml.element('v', '', String(value)))
  if (typeof value === 'boolean')
    return xml.element('c', `${at} t="b"`, formula + xml.element('v', '', value ? '1' : '0'))
  if (cell.formula !== undefined)
    return xml.element('c', `${at} t="str"`, formula + xml.element('v', '', escaped(value)))
  if (quirks.inlineText)
    return xml.element(
      'c',
      `${at} t="inlineStr"`,
      xml.element('is', '', xml.element('t', 'xml:space="preserve"', escaped(value))),
    )
  return xml.element('c', `${at} t="s"`, xml.element('v', '', String(texts.of(value))))
}

const pane = ({ frozen }: OfficeSheet, xml: Namer) => {
  if (!frozen) return ''
  const across = frozen.columns ? `xSplit="${frozen.columns}" ` : ''
  return xml.element(
    'pane',
    `${across}ySplit="${frozen.rows}" topLeftCell="${columnLetters(frozen.columns)}${frozen.rows + 1}" activePane="${frozen.columns ? 'bottomRight' : 'bottomLeft'}" state="frozen"`,
  )
}

const columns = ({ widths, hiddenColumns }: OfficeSheet, xml: Namer) =>
  widths?.length
    ? xml.element(
        'cols',
        '',
        widths
          .map((width, index) =>
            xml.element(
              'col',
              `min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hiddenColumns?.includes(index) ? ' hidden="1"' : ''}`,
            ),
          )
          .join(''),
      )
    : ''

export const notesOf = (sheet: OfficeSheet) =>
  sheet.rows.flatMap((row, index) =>
    (row?.cells ?? []).flatMap((cell, column) => {
      const note = cellOf(cell).note
      return note === undefined ? [] : [{ row: index, column, note }]
    }),
  )
