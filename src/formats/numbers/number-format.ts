import { exactDecimal, shiftDecimal } from './exact-decimal.ts'
import { type FormatSection, type FormatToken, parseFormatCode } from './format-code.ts'

/** A time has hours and no day; a duration counts hours on past the day. */
export type FormatKind = 'number' | 'date' | 'time' | 'duration'

export type NumberFormat = {
  code: string
  kind: FormatKind
  sections: FormatSection[]
  /** The first section that shows a value at all; dates follow it. */
  main: FormatSection | undefined
  /** How each section dresses a number; undefined where it shows none in plain digits. */
  shapes: Map<FormatSection, Shape | undefined>
}

type Shape = { shift: number; minimumDigits: number; before: string; after: string }

const valueTokens = new Set<FormatToken['type']>(['digits', 'general', 'date', 'elapsed'])
/** Excel allows 255 characters. */
const longestCode = 1_000

/** Reads a format code once; keep the answer, there are few formats and many cells. */
export const numberFormat = (code: string): NumberFormat => {
  const sections = parseFormatCode(code.slice(0, longestCode))
  const main = sections.find(({ tokens }) => tokens.some(({ type }) => valueTokens.has(type)))
  const shapes = new Map(sections.map((section) => [section, shapeOf(section)]))
  return { code, kind: kindOf(main?.tokens ?? []), sections, main, shapes }
}

const kindOf = (tokens: FormatToken[]): FormatKind => {
  if (tokens.some(({ type }) => type === 'elapsed')) return 'duration'
  if (tokens.some(({ type }) => type === 'general')) return 'number'
  const letters = tokens.flatMap((token) => (token.type === 'date' ? [token.letter] : []))
  if (letters.some((letter) => 'yemda'.includes(letter))) return 'date'
  return letters.some((letter) => 'hns'.includes(letter)) ? 'time' : 'number'
}

/**
 * A number as its format means it, but never rounded or grouped: the percent sign, the scale (`0.00,,`, `0!.0,"万"`),
 * leading zeros and literals are kept.
 */
export const numberText = (raw: string, format: NumberFormat | undefined): string => {
  const decimal = exactDecimal(raw)
  if (format === undefined) return decimal
  const value = Number(decimal)
  const section = sectionFor(value, format.sections)
  const shape = section === undefined ? undefined : format.shapes.get(section)
  if (shape === undefined) return decimal

  const scaled = shiftDecimal(value < 0 ? decimal.slice(1) : decimal, shape.shift)
  const [whole = '', fraction] = scaled.split('.')
  const padded = shape.minimumDigits > 1 ? whole.padStart(shape.minimumDigits, '0') : whole
  const digits = fraction === undefined ? padded : `${padded}.${fraction}`
  return (value < 0 ? '-' : '') + shape.before + digits + shape.after
}

const sectionFor = (value: number, sections: FormatSection[]) => {
  const conditional = sections.find(({ condition }) => condition !== undefined && holds(condition, value))
  if (conditional) return conditional
  if (sections.some(({ condition }) => condition !== undefined)) {
    return sections.find(({ condition }) => condition === undefined)
  }
  if (value < 0 && sections.length > 1) return sections[1]
  return sections[value === 0 && sections.length > 2 ? 2 : 0]
}

const holds = ({ operator, operand }: { operator: string; operand: number }, value: number) => {
  if (operator === '<') return value < operand
  if (operator === '<=') return value <= operand
  if (operator === '>') return value > operand
  if (operator === '>=') return value >= operand
  return operator === '=' ? value === operand : value !== operand
}

/** How a section dresses a number; undefined if it shows no digits, or shows them as a fraction or a power. */
const shapeOf = ({ tokens }: FormatSection): Shape | undefined => {
  const first = tokens.findIndex(isDigits)
  const last = tokens.findLastIndex(isDigits)
  if (first < 0 || tokens.some(({ type }) => type === 'exponent' || type === 'slash')) return undefined

  const inside = tokens.slice(first, last + 1)
  const after = tokens.slice(last + 1)
  const point = inside.findIndex(({ type }) => type === 'point')
  const commas = inside
    .slice(0, point < 0 ? undefined : point)
    .reverse()
    .findIndex(({ type }) => type !== 'comma')
  const trailing = after.findIndex(({ type }) => type !== 'comma')
  const scale = Math.max(0, point < 0 ? 0 : commas) + (trailing < 0 ? after.length : trailing)
  const percents = tokens.filter(({ type }) => type === 'percent').length
  return {
    shift: 2 * percents - 3 * scale - digitsBehindLiteralPoint(inside),
    minimumDigits: countZeros(wholePart(inside)),
    before: literals(tokens.slice(0, first)),
    after: literals(after),
  }
}

const isLiteralPoint = (token: FormatToken) => token.type === 'literal' && token.text === '.'

const isPoint = (token: FormatToken) => token.type === 'point' || isLiteralPoint(token)

const isDigits = ({ type }: FormatToken) => type === 'digits' || type === 'general'

/** `0!.0,` shows tens of thousands: thousands, with a point set by hand before the last digit. */
const digitsBehindLiteralPoint = (inside: FormatToken[]) => {
  const at = inside.findIndex(isLiteralPoint)
  if (at < 0) return 0
  return inside.slice(at).reduce((sum, token) => sum + (token.type === 'digits' ? token.text.length : 0), 0)
}

const wholePart = (inside: FormatToken[]) => {
  const end = inside.findIndex(isPoint)
  return end < 0 ? inside : inside.slice(0, end)
}

const countZeros = (tokens: FormatToken[]) =>
  tokens.reduce(
    (sum, token) => sum + (token.type === 'digits' ? token.text.replaceAll(/[#?]/g, '').length : 0),
    0,
  )

/** Signs and brackets of negative numbers are left out: the minus sign says it. */
const literals = (tokens: FormatToken[]) =>
  tokens
    .map((token) =>
      token.type === 'literal'
        ? token.text.replaceAll(/[-+()（）]/g, '')
        : token.type === 'percent'
          ? '%'
          : '',
    )
    .join('')
    .trim()
