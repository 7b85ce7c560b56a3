import { UnreadableFile } from '../unreadable-file.ts'
import { readLine } from './txt/line-kinds.ts'

export type DrawingKind = 'zip' | 'shp' | 'dxf' | 'geojson' | 'parcelTxt'

/** The first bytes by which kinds of files are known, in hexadecimal. */
const signatures: [string, DrawingKind | string][] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['0000270a', 'shp'],
  [Buffer.from('AutoCAD Binary DXF').toString('hex'), 'binary-dxf'],
  ['41433130', 'dwg'],
  ['d0cf11e0a1b11ae1', 'xls'],
  ['0908100000060500', 'xls'],
  ['53514c69746520666f726d6174203300', 'sqlite'],
  ['25504446', 'pdf'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['52617221', 'rar'],
  ['377abcaf', '7z'],
  ['1f8b', 'gzip'],
  ['7b5c727466', 'rtf'],
]

/** What the first bytes say, or undefined for what may be text. Throws `not_a_drawing` for what is something else. */
export const kindOfBytes = (start: Buffer): 'zip' | 'shp' | undefined => {
  const hex = start.toString('hex', 0, 32)
  const kind = signatures.find(([signature]) => hex.startsWith(signature))?.[1]
  if (kind === undefined || kind === 'zip' || kind === 'shp') {
    if (kind === undefined && isDbf(start)) throw notADrawing('dbf')
    return kind
  }
  throw notADrawing(kind)
}

export const notADrawing = (kind: string, cause?: unknown): UnreadableFile =>
  new UnreadableFile('not_a_drawing', { kind }, { cause })

/** Version, a date, and a header that ends where it says. */
const isDbf = (start: Buffer) => {
  if (start.length < 65 || ![0x03, 0x30, 0x83, 0x8b, 0xf5].includes(start[0] ?? 0)) return false
  const [month = 0, day = 0] = start.subarray(2, 4)
  return month <= 12 && day <= 31 && start.readUInt16LE(8) >= 65 && start.readUInt16LE(10) > 0
}

/** What a text is by its beginning. Throws `not_a_drawing`; `kind` there is `csv` for what the reader of workbooks takes. */
export const kindOfText = (start: string): 'dxf' | 'geojson' | 'parcelTxt' => {
  const text = start.replace(/^[\ufeff\s]+/, '')
  if (/^(999\r?\n[^\n]*\n\s*)*0+[ \t]*\r?\n\s*SECTION\b/i.test(text)) return 'dxf'
  if (text.startsWith('{')) return 'geojson'
  if (text.startsWith('<')) throw notADrawing(markupKind(text))
  if (isCoordinateText(text)) return 'parcelTxt'
  if (/^\[\s*[[{"\d\]]/.test(text)) throw notADrawing('json')
  throw notADrawing(/[,\t;]/.test(text.slice(0, 2000)) ? 'csv' : 'text')
}

const markupKind = (text: string) => {
  if (/<kml\b/i.test(text)) return 'kml'
  return /<(!doctype html|html|table|head|body|div)\b/i.test(text) ? 'html' : 'xml'
}

const sectionLine = /^[\s\ufeff]*[[【［][ \t]*(属性描述|地块坐标)[ \t]*[\]】］]/m
const linesLookedAt = 50

/** Its sections, or from the first line on nothing but points and what introduces them. */
const isCoordinateText = (text: string) => {
  if (sectionLine.test(text)) return true
  const lines = text
    .split(/\r\n|\n|\r/)
    .slice(0, linesLookedAt)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === linesLookedAt || text.length > 2000) lines.pop()
  const kinds = lines.map((line) => readLine(line).line.kind)
  const fitting = kinds.filter((kind) => kind !== 'unknown' && kind !== 'bad_number')
  const share = lines.some((line) => /[@＠]$/.test(line)) ? 0.5 : 0.8
  return kinds[0] !== 'unknown' && kinds.includes('point') && fitting.length >= share * kinds.length
}
