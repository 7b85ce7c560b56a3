import {
  addDecimal,
  compareDecimal,
  type Decimal,
  multiplyDecimal,
  parseDecimal,
} from '../../shared/decimal.ts'
import { parseChineseNumber } from '../text/chinese-numerals.ts'
import { type Multiplier, powerOf, readMultiplier } from './amount-units.ts'

export interface Quantity {
  /** The number before the multiplier: 1.5 of 1.5亿; of 1亿2000万 it is 1.2. */
  number: Decimal
  multiplier: Multiplier
  /** What stands behind it: unit and words. */
  rest: string
  /** 余, 多 or 几 stood inside: 50余亿. */
  more: boolean
}

const arabic = /^[+-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(?:\.\d+)?(?:e[+-]?\d{1,3}(?!\d))?/
const chinese = /^[零〇○一二两三四五六七八九壹贰貳叁參肆伍陆柒捌玖十拾百佰千仟万萬亿億点]+/

/** The number at the start of `text` (normalised, lower case, no spaces); undefined where it has no one reading. */
export function readQuantity(text: string): Quantity | undefined {
  const written = arabic.exec(text)?.[0] ?? ''
  if (!/\d/.test(written)) return readChinese(text)
  const number = parseDecimal(written.replace(/,/g, ''))
  if (number === undefined) return undefined
  const first = behind(text.slice(written.length))
  const one: Quantity = { number, ...first }
  return first.multiplier && /^\d/.test(first.rest) ? joined(one) : one
}

/** 1亿2000万 is 1.2亿. A last part without a multiplier of its own (1亿2000, 1亿5千) is speech and counts only before 元. */
function joined(one: Quantity): Quantity | undefined {
  const next = readQuantity(one.rest)
  if (!next || one.more || powerOf(next.multiplier) >= powerOf(one.multiplier)) return undefined
  const loose = one.multiplier.endsWith('亿') ? !next.multiplier.endsWith('万') : !next.multiplier
  if (loose && !next.rest.startsWith('元')) return undefined
  const small = multiplyDecimal(next.number, `1e${powerOf(next.multiplier) - powerOf(one.multiplier)}`)
  if (compareDecimal(small, '1') >= 0 || one.number.includes('.')) return undefined
  return {
    number: addDecimal(one.number, small),
    multiplier: one.multiplier,
    rest: next.rest,
    more: next.more,
  }
}

function readChinese(text: string): Quantity | undefined {
  const written = chinese.exec(text)?.[0]
  if (!written) return undefined
  const rest = text.slice(written.length)
  const multiplier: Multiplier = /[亿億]/.test(written) ? '亿' : /[万萬]/.test(written) ? '万' : ''
  const inside = /^(?:余|多|几)/.exec(rest) ? behind(rest) : undefined
  const value = parseChineseNumber(written)
  if (value === undefined) return undefined
  if (inside?.multiplier) return multiplier ? undefined : { number: value, ...inside }
  // 三亿多 is 3亿 and more, not 300,000,000 of whatever the column is in.
  const number = multiplyDecimal(value, `1e-${powerOf(multiplier)}`)
  return { number, multiplier, rest: inside?.rest ?? rest, more: inside !== undefined }
}

/** 余 and 多 may stand before the multiplier or behind it. 几 says too little to count on, but it is said. */
function behind(text: string): { multiplier: Multiplier; rest: string; more: boolean } {
  const before = /^[余多几]/.exec(text)?.[0] ?? ''
  const slang = /^w(?![a-z])/.test(text.slice(before.length))
  const multiplier = slang ? '万' : readMultiplier(text.slice(before.length))
  const rest = text.slice(before.length + multiplier.length)
  const after = /^[余多](?!晶)/.exec(rest)?.[0] ?? ''
  return { multiplier, rest: rest.slice(after.length), more: before !== '' || after !== '' }
}
