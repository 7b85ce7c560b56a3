import { compareDecimal, type Decimal, multiplyDecimal } from '../../shared/decimal.ts'
import type { Light, Limit } from './rule.ts'

/** A figure unrounded, as top ÷ bottom with bottom above nought, so that nothing is divided before it is judged. */
export type Ratio = { top: Decimal; bottom: Decimal }

export function passes(limit: Limit | null, { top, bottom }: Ratio): boolean {
  if (!limit) return false
  const side = compareDecimal(top, multiplyDecimal(limit.value, bottom))
  return side > 0 || (side === 0 && limit.op === 'from')
}

export const lightOf = (limits: { yellow: Limit | null; red: Limit | null }, figure: Ratio): Light =>
  passes(limits.red, figure) ? 'red' : passes(limits.yellow, figure) ? 'yellow' : 'green'

export const whole = (count: number): Ratio => ({ top: String(count), bottom: '1' })

const weight: Record<Light, number> = { grey: 0, green: 1, yellow: 2, red: 3 }

/** The worst of the colours known; grey where none is. */
export const worstOf = (lights: readonly Light[]): Light =>
  lights.reduce<Light>((worst, light) => (weight[light] > weight[worst] ? light : worst), 'grey')
