import type { Look } from './model.ts'
import { escaped, type Namer } from './xml.ts'

const fonts: Record<string, string> = {
  body: '<sz val="10"/><name val="宋体"/><charset val="134"/>',
  bold: '<b/><sz val="10"/><name val="宋体"/><charset val="134"/>',
  title: '<b/><sz val="18"/><name val="方正小标宋简体"/><charset val="134"/>',
  line: '<sz val="11"/><name val="楷体_GB2312"/><charset val="134"/>',
}
const fontKeys = Object.keys(fonts)
const fills = ['none', 'gray125', 'FFD9E2F3', 'FFF2F2F2', 'FFC6E0B4', 'FFFFE699', 'FFF4B084']

type Shape = {
  font: string
  fill: number
  border: boolean
  across: 'left' | 'center' | 'right'
  wrap: boolean
}
const shapes: Record<Look, Shape> = {
  bare: { font: 'body', fill: 0, border: false, across: 'left', wrap: false },
  title: { font: 'title', fill: 0, border: false, across: 'center', wrap: false },
  line: { font: 'line', fill: 0, border: false, across: 'left', wrap: false },
  head: { font: 'bold', fill: 2, border: true, across: 'center', wrap: true },
  text: { font: 'body', fill: 0, border: true, across: 'left', wrap: true },
  centre: { font: 'body', fill: 0, border: true, across: 'center', wrap: true },
  number: { font: 'body', fill: 0, border: true, across: 'right', wrap: false },
  section: { font: 'bold', fill: 3, border: true, across: 'left', wrap: false },
  sum: { font: 'bold', fill: 3, border: true, across: 'right', wrap: false },
  green: { font: 'body', fill: 4, border: true, across: 'center', wrap: false },
  yellow: { font: 'body', fill: 5, border: true, across: 'center', wrap: false },
  red: { font: 'body', fill: 6, border: true, across: 'center', wrap: false },
}

const builtIn: Record<string, number> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  'yyyy/m/d': 14,
  '@': 49,
}

/** Collects the looks and formats that cells ask for, then writes the styles part. */
export const styleTable = () => {
  const keys = ['bare|General']
  return {
    of: (look: Look, format: string) => {
      const key = `${look}|${format}`
      const known = keys.indexOf(key)
      return known >= 0 ? known : keys.push(key) - 1
    },
    part: (xml: Namer) => {
      const formats = [...new Set(keys.map(formatIn))].filter((format) => builtIn[format] === undefined)
      const formatId = (format: string) => builtIn[format] ?? 164 + formats.indexOf(format)
      const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`
      const own = (text: string) => (xml.prefix ? text.replaceAll(/<(\/?)/g, `<$1${xml.prefix}:`) : text)
      return xml.root(
        'styleSheet',
        own(
          [
            formats.length
              ? `<numFmts count="${formats.length}">${formats.map((format) => `<numFmt numFmtId="${formatId(format)}" formatCode="${escaped(format)}"/>`).join('')}</numFmts>`
              : '',
            `<fonts count="${fontKeys.length}">${fontKeys.map((key) => `<font>${fonts[key]}</font>`).join('')}</fonts>`,
            `<fills count="${fills.length}">${fills.map(fillXml).join('')}</fills>`,
            `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
            `<cellXfs count="${keys.length}">${keys.map((key) => xf(shapes[key.slice(0, key.indexOf('|')) as Look], formatId(formatIn(key)))).join('')}</cellXfs>`,
            '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
          ].join(''),
        ),
      )
    },
  }
}
export type StyleTable = ReturnType<typeof styleTable>

const formatIn = (key: string) => key.slice(key.indexOf('|') + 1)

const fillXml = (fill: string) =>
  fill.length === 8 && fill.startsWith('FF')
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`
    : `<fill><patternFill patternType="${fill}"/></fill>`

const xf = (shape: Shape, format: number) =>
  `<xf numFmtId="${format}" fontId="${fontKeys.indexOf(shape.font)}" fillId="${shape.fill}" borderId="${shape.border ? 1 : 0}" xfId="0"` +
  ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
  `<alignment horizontal="${shape.across}" vertical="center"${shape.wrap ? ' wrapText="1"' : ''}/></xf>`
