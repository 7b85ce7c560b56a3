import {
  compareDecimal,
  type Decimal,
  multiplyDecimal,
  negateDecimal,
  subtractDecimal,
} from '../../shared/decimal.ts'
import { normaliseText, unifyBrackets } from '../text/normalise.ts'
import { inColumn } from './amount-column.ts'
import { readNotes } from './amount-notes.ts'
import { readQuantity } from './amount-quantity.ts'
import {
  type AmountContext,
  type AmountFailure,
  type AmountFlag,
  type AmountReading,
  fail,
} from './amount-reading.ts'
import { isCurrency, readBase } from './amount-units.ts'
import { counters, stripAfter, stripBefore } from './amount-words.ts'
import { blankWord, isErrorValue } from './blank-words.ts'

export type {
  AmountColumn,
  AmountContext,
  AmountFailure,
  AmountFlag,
  AmountReading,
} from './amount-reading.ts'
export { type AmountUnit, parseUnit, unitInHeader } from './amount-units.ts'

const longest = 120
/**
 * Reads an amount as offices write it and converts it exactly to the column's stored unit. What has two readings
 * is not read; what is taken with a doubt says so in `flags`. `unit` is the one read, `assumed` if not from the cell.
 */
export function parseAmount(text: string, context: AmountContext): AmountReading {
  if (text.length > longest * 4) return fail('not_a_number')
  const word = blankWord(text)
  if (word) return fail(word)
  if (isErrorValue(text)) return fail('error_value')
  const spaced = joinGroups(unifyBrackets(normaliseText(text)).toLowerCase())
  if (spaced === undefined) return fail('several_amounts')
  if (spaced.length > longest) return fail('not_a_number')
  const notes = readNotes(spaced)
  if ('code' in notes) return fail(notes.code)
  const reading = readMain(notes.text, context)
  if (!reading.ok) return reading
  if (notes.equal !== undefined) {
    const same = readMain(notes.equal, context)
    if (!same.ok && same.code === 'currency') notes.flags.push('note_ignored')
    else if (!same.ok || !close(same.value, reading.value)) return fail('several_amounts')
  }
  const value = notes.negative ? negateDecimal(reading.value) : reading.value
  const flags = new Set([...notes.flags, ...reading.flags])
  if (value.startsWith('-')) flags.add('negative')
  return { ...reading, value, flags: [...flags] }
}

function readMain(text: string, context: AmountContext): AmountReading {
  const head = stripBefore(text)
  let flags: AmountFlag[] = [...head.flags]
  let body = head.text
  let negative = false
  const sign = /^(?:负|△|▲|-)/.exec(body)
  if (sign) {
    negative = true
    body = body.slice(1)
  }
  const prefix = /^(?![零一二三四五六七八九十])/.test(body) ? readBase(body) : undefined
  if (prefix && isCurrency(prefix.base)) body = body.slice(prefix.length)
  if (/\d[。·]\d/.test(body)) {
    body = body.replace(/(\d)[。·](\d)/, '$1.$2')
    flags.push('odd_point')
  }
  const plain = asPercent(body)
  const tail = stripAfter(plain)
  flags = [...flags, ...tail.flags]
  const quantity = readQuantity(tail.text)
  if (!quantity) return fail(/^[几数上]/.test(tail.text) ? 'undecided' : guessFailure(tail.text))
  if (quantity.more) flags.push('approx')
  if (/^[\d.,]+w/.test(tail.text)) flags.push('slang_unit')
  const after = stripAfter(quantity.rest)
  flags = [...flags, ...after.flags]
  const suffix = readBase(after.text)
  const left = suffix ? stripAfter(after.text.slice(suffix.length)) : after
  if (suffix) flags = [...flags, ...left.flags]
  const counted = !suffix && context.column === 'number' && counters.test(left.text)
  if (left.text !== '' && !counted) {
    const trailing = suffix && readBase(left.text)
    const spare = trailing && left.text.length === trailing.length && isCurrency(trailing.base)
    if (!spare) return fail(guessFailure(tail.text))
    if (trailing.base !== suffix.base) return fail('currency')
  }
  if (prefix && suffix && prefix.base !== suffix.base && suffix.base !== '元') return fail('currency')
  const named = prefix && (!suffix || suffix.base === '元') ? prefix.base : suffix?.base
  const number = negative ? negateDecimal(quantity.number) : quantity.number
  return inColumn({ number, multiplier: quantity.multiplier, base: named }, context, flags)
}

/** 百分之八十五 and 八成五 as 85%. */
function asPercent(text: string): string {
  const hundredth = /^百分之(.+)$/.exec(text)
  if (hundredth) return `${hundredth[1]}%`
  const tenth = /^([\d.]+|[一二三四五六七八九])成$/.exec(text)
  const number = tenth && readQuantity(tenth[1] ?? '')?.number
  return number ? `${multiplyDecimal(number, '10')}%` : text
}

/** Digits may be grouped by spaces (12 500); any other space between digits parts two numbers. */
function joinGroups(text: string): string | undefined {
  const joined = text.replace(/(?<![\d.])\d{1,3}(?: \d{3})+(?!\d)/g, (run) => run.replace(/ /g, ''))
  return /[\d.] [\d.]|\d[^\d(]* (?!其中|含|包括)[^\d(a-z]*\d/.test(joined)
    ? undefined
    : joined.replace(/ /g, '')
}

/** An amount said twice (104.2亿元（1042000万元）, 9407㎡（14.1亩）) may differ by rounding, not by more. */
function close(a: Decimal, b: Decimal): boolean {
  const size = (value: Decimal) => value.replace('-', '')
  return compareDecimal(size(subtractDecimal(a, b)), multiplyDecimal(size(a), '0.01')) <= 0
}

function guessFailure(text: string): AmountFailure {
  if (/\d[^\d(]{0,6}?(?:-|~|至|到|—|–|─)约?\d/.test(text)) return 'range'
  if (
    /[一二三四五六七八九]{2,}[十百千万亿]|[一二三四五六七八九十](?:至|到|-|~)[一二三四五六七八九十]/.test(
      text,
    )
  )
    return 'range'
  return /\d[^\d]*[+/、;,\n][^\d]*\d/.test(text) ? 'several_amounts' : 'not_a_number'
}
