import {
  compareDecimal,
  isDecimal,
  parseDecimal,
  subtractDecimal,
  sumDecimal,
} from '../../../shared/decimal.ts'

export const whole = '100'
const digits = 2

export type Shared = { unitId: string | null; percent: string }
export type ShareFault =
  | { kind: 'none' }
  | { kind: 'unreadable' | 'places' | 'notPositive'; at: number; percent: string }
  | { kind: 'twice'; at: number }
  /** `missing` is less than nothing if there is too much. */
  | { kind: 'sum'; sum: string; missing: string }

/** What is wrong with the shares; nothing if they are above nought, of two places at most, once per unit, and 100 together. */
export function shareFault(shares: readonly Shared[]): ShareFault | undefined {
  if (shares.length === 0) return { kind: 'none' }
  for (const [at, { unitId, percent }] of shares.entries()) {
    const value = parseDecimal(percent)
    if (value === undefined) return { kind: 'unreadable', at, percent }
    if ((value.split('.')[1] ?? '').length > digits) return { kind: 'places', at, percent }
    if (compareDecimal(value, '0') <= 0) return { kind: 'notPositive', at, percent }
    if (shares.findIndex((other) => other.unitId === unitId) < at) return { kind: 'twice', at }
  }
  const { sum, missing } = sumOfShares(shares)
  return missing === '0' ? undefined : { kind: 'sum', sum, missing }
}

/** As far as they can be read: a form says it while somebody types. */
export function sumOfShares(shares: readonly { percent: string }[]): { sum: string; missing: string } {
  const sum = sumDecimal(shares.map(({ percent }) => parseDecimal(percent) ?? '0').filter(isDecimal))
  return { sum, missing: subtractDecimal(whole, sum) }
}
