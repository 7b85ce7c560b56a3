import {
  type AmountColumn,
  type AmountFailure,
  type AmountFlag,
  parseAmount,
} from '../../../engine/ledger/amounts.ts'
import type { Cell } from '../../../formats/workbook.ts'
import { roundDecimal } from '../../../shared/decimal.ts'
import type { Field, FieldKind } from '../../projects/fields.ts'
import type { IssueCode } from '../contract.ts'
import {
  blank,
  type CellContext,
  type CellIssue,
  type CellReading,
  note,
  question,
  undecided,
  warning,
} from './cell-reading.ts'

/** Decimals that the database keeps. */
const keptDigits: Partial<Record<FieldKind, number>> = {
  money: 6,
  foreign: 6,
  area: 4,
  floorArea: 4,
  perMu: 6,
  percent: 6,
}

const columnOf: Partial<Record<FieldKind, AmountColumn>> = {
  money: 'money',
  foreign: 'foreign',
  area: 'area',
  floorArea: 'area',
  perMu: 'perMu',
  percent: 'percent',
}
export const isAmount = (field: Field) => columnOf[field.kind] !== undefined

/** Units that a bare number may have been meant in, for suggestions. */
const usualUnits: Partial<Record<FieldKind, readonly string[]>> = {
  money: ['万元', '亿元', '元'],
  foreign: ['万美元', '美元', '亿美元'],
  area: ['亩', '㎡', '公顷'],
  floorArea: ['㎡', '万㎡', '亩'],
  perMu: ['万元/亩'],
  percent: ['%'],
}

const failures: Record<Exclude<AmountFailure, 'blank_word' | 'undecided'>, IssueCode> = {
  error_value: 'error_cell',
  range: 'amount_range',
  several_amounts: 'not_an_amount',
  currency: 'wrong_currency',
  unit_mismatch: 'not_an_amount',
  not_a_number: 'not_an_amount',
  out_of_range: 'implausible_amount',
}

/** Flags after which the number is not taken, in the order of what to ask first. */
const asking: readonly [AmountFlag, IssueCode][] = [
  ['default_unit', 'unit_assumed'],
  ['unit_doubtful', 'unit_doubtful'],
  ['implausible', 'implausible_amount'],
  ['negative', 'implausible_amount'],
]
const warned: ReadonlyMap<AmountFlag, IssueCode> = new Map([
  ['approx', 'approximate_amount'],
  ['bound', 'approximate_amount'],
  ['part_ignored', 'approximate_amount'],
  ['odd_point', 'approximate_amount'],
  ['slang_unit', 'unit_assumed'],
])
const noted: ReadonlyMap<AmountFlag, IssueCode> = new Map([
  ['estimate', 'approximate_amount'],
  ['note_ignored', 'approximate_amount'],
])

/** A cell of an amount, area or rate, in the unit that the field is stored in. */
export function interpretAmount(field: Field, cell: Cell, { unit }: CellContext): CellReading {
  const column = columnOf[field.kind]
  if (!column || cell.kind === 'date' || cell.kind === 'boolean') return question('not_an_amount', cell)
  const stored = (value: string) => roundDecimal(value, keptDigits[field.kind] ?? 6)
  const read = (text: string, headerUnit = unit) => parseAmount(text, { column, headerUnit })
  const reading = read(cell.text)
  if (!reading.ok) {
    if (reading.code === 'blank_word') return blank
    if (reading.code === 'undecided') return undecided(cell)
    const code = failures[reading.code]
    return question(
      column === 'percent' && code === 'not_an_amount' ? 'not_a_ratio' : code,
      cell,
      parts(cell.text, read).map(stored),
    )
  }
  const value = stored(reading.value)
  const isCorrection = reading.flags.includes('negative') && field.signed === true
  const ask = asking.find(([flag]) => reading.flags.includes(flag) && !(flag === 'negative' && isCorrection))
  if (ask && column !== 'percent') {
    const meant = (usualUnits[field.kind] ?? []).flatMap((one) => {
      const other = read(cell.text, one as typeof unit)
      return other.ok && !other.flags.includes('implausible') && !other.flags.includes('negative')
        ? [stored(other.value)]
        : []
    })
    const offered = ask[1] === 'implausible_amount' ? [value, ...meant] : [...meant, value]
    // A minus that cannot be is offered without it: “-5亿” is often a dash before 5亿.
    return question(ask[1], cell, field.signed ? offered : offered.map((one) => one.replace(/^-/, '')))
  }
  const seen = isCorrection ? [warning('implausible_amount', cell, value)] : []
  return { value, issues: [...seen, ...issuesOf(reading.flags, cell, value)] }
}

function issuesOf(flags: readonly AmountFlag[], cell: Cell, value: string): CellIssue[] {
  const warnings = new Set(flags.flatMap((flag) => warned.get(flag) ?? []))
  const notes = new Set(flags.flatMap((flag) => noted.get(flag) ?? []).filter((code) => !warnings.has(code)))
  return [
    ...[...warnings].map((code) => warning(code, cell, value)),
    ...[...notes].map((code) => note(code, cell, value)),
  ]
}

/** The ends of a range or the pieces of a sum, each with the unit at the end if it has none of its own: 5-8亿元 is 5亿元 and 8亿元. */
function parts(text: string, read: (text: string) => ReturnType<typeof parseAmount>): string[] {
  const pieces = text
    .normalize('NFKC')
    .split(/[-~至到—–─+、,;/\n]|(?<=元|亩|顷|㎡|m2)(?=[^\d]*\d)/u)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const unit =
    /[十百千万亿]*(?:元|美元|亩|公顷|㎡|m2|平方米|亿|万|%)\s*$/.exec(pieces.at(-1) ?? '')?.[0] ?? ''
  if (pieces.length < 2 || pieces.length > 6) return []
  return pieces.flatMap((piece) => {
    const reading = read(/[\d)]\s*$/.test(piece) ? `${piece}${unit}` : piece)
    return reading.ok ? [reading.value] : []
  })
}
