import type { EncodingFinding } from '../../text/encoding.ts'
import type { Drawing } from '../drawing.ts'
import type { Allowance } from '../limits.ts'
import { DrawingNotices } from '../notices.ts'
import { Drawer } from './draw.ts'
import { labelShapes } from './labels.ts'
import { dxfDecoder } from './plain-text.ts'
import { type Header, readHeader, readSections } from './read-sections.ts'

/**
 * Reads the closed polylines of an ASCII DXF (R12 to 2018) from model space, those in blocks too, and as their `text`
 * what is written inside them. `finding` is what the bytes look like; the file's own word goes first where it has one.
 */
export const readDxf = (bytes: Buffer, finding: EncodingFinding, allowance: Allowance): Drawing => {
  const notices = new DrawingNotices()
  const header = readHeader(bytes)
  const { encoding, isGuess } = encodingOf(header, finding)
  if (isGuess) notices.add('encoding_guessed', { value: encoding.toUpperCase() })
  const sections = readSections(bytes, dxfDecoder(encoding), notices)
  const unit = header.get('$INSUNITS')
  const { shapes, labels } = new Drawer(sections, toleranceIn(unit), notices, allowance)
  labelShapes(shapes, labels, notices)
  if (shapes.length === 0) notices.add('nothing_found')
  const system = unit === undefined || unit === '0' ? {} : { header: { $INSUNITS: unit } }
  return { format: 'dxf', order: 'eastFirst', shapes, system, notices: notices.list() }
}

const pages = new Map([
  ['936', 'gb18030'],
  ['950', 'big5'],
  ['932', 'shift_jis'],
  ['949', 'euc-kr'],
])

/**
 * From 2007 on (AC1021) a DXF is UTF-8 whatever page it names. Before, the page holds, but programs that know only UTF-8
 * write that under any name.
 */
const encodingOf = (header: Header, { encoding, guessed }: EncodingFinding) => {
  if (encoding === 'utf-8' && !guessed) return { encoding, isGuess: false }
  const isNew = (header.get('$ACADVER') ?? '') >= 'AC1021'
  const number = /^(?:ansi|dos)_?(\d+)$/i.exec(header.get('$DWGCODEPAGE') ?? '')?.[1]
  const named = number === undefined ? undefined : (pages.get(number) ?? `windows-${number}`)
  if (isNew || named === undefined || !isKnown(named)) return { encoding, isGuess: guessed }
  // A page of Western Europe is what programs name that never thought of it.
  return named === 'windows-1252' ? { encoding, isGuess: true } : { encoding: named, isGuess: false }
}

const isKnown = (encoding: string) => {
  try {
    new TextDecoder(encoding)
    return true
  } catch {
    return false
  }
}

/** Metres in the units of $INSUNITS: inches, feet, miles, mm, cm, m, km, and so on. A file without one is in metres. */
const metres = new Map([
  ['1', 0.0254],
  ['2', 0.3048],
  ['3', 1609.344],
  ['4', 0.001],
  ['5', 0.01],
  ['6', 1],
  ['7', 1000],
  ['14', 0.1],
  ['15', 10],
  ['16', 100],
])

/** A millimetre, in the file's unit; a thousandth of the unit, should it be metres after all. */
const toleranceIn = (unit: string | undefined) => {
  const coarsest = Number((0.001 / (metres.get(unit ?? '') ?? 1)).toPrecision(6))
  return { finest: Math.min(0.001, coarsest), coarsest }
}
