import type { ColumnFormat } from './output-sheet.ts'

/** Format id in the file and its code; ids below 164 are Excel's own. */
const numberFormats: Record<ColumnFormat | 'dateTime', { id: number; code?: string }> = {
  general: { id: 0 },
  text: { id: 49 },
  integer: { id: 1 },
  grouped: { id: 3 },
  decimal1: { id: 168, code: '#,##0.0' },
  decimal2: { id: 4 },
  decimal4: { id: 164, code: '#,##0.0000' },
  percent1: { id: 165, code: '0.0%' },
  date: { id: 166, code: 'yyyy\\-mm\\-dd' },
  dateTime: { id: 167, code: 'yyyy\\-mm\\-dd\\ hh:mm:ss' },
}

const formatNames = Object.keys(numberFormats) as (keyof typeof numberFormats)[]

export const headerStyle = 1
export const titleStyle = 2
export const captionStyle = 3
const firstCellStyle = 4

/** Index of the cell style. Quoted: text that begins like a formula and must never become one. */
export const cellStyle = (format: keyof typeof numberFormats, quoted = false): number =>
  firstCellStyle + 2 * formatNames.indexOf(format) + (quoted ? 1 : 0)

/** The same in bold, for the total row. */
export const totalStyle = (format: keyof typeof numberFormats): number =>
  cellStyle(format) + 2 * formatNames.length

const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`

const cellStyles = [0, 1].flatMap((font) =>
  formatNames.flatMap((name) =>
    ['', ' quotePrefix="1"'].map(
      (quote) =>
        `<xf numFmtId="${numberFormats[name].id}" fontId="${font}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"${quote}/>`,
    ),
  ),
)

const customFormats = Object.values(numberFormats).filter((format) => format.code !== undefined)

export const stylesPart = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<numFmts count="${customFormats.length}">`,
  ...customFormats.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
  '</numFmts>',
  '<fonts count="4">',
  '<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  '<font><b/><sz val="16"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  '<font><sz val="9"/><color rgb="FF7F7F7F"/><name val="宋体"/><family val="3"/><charset val="134"/></font>',
  '</fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEAF1F8"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${firstCellStyle + cellStyles.length}">`,
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" quotePrefix="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1" quotePrefix="1"><alignment horizontal="left" vertical="center"/></xf>',
  '<xf numFmtId="49" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1" quotePrefix="1"><alignment horizontal="left" vertical="center"/></xf>',
  ...cellStyles,
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
