import {
  type Decimal,
  multiplyDecimal,
  roundDecimal,
  subtractDecimal,
  sumDecimal,
} from '../../../../shared/decimal.ts'

const muPerSquareMetre = '0.0015'
const digits = 4
const muOf = (areaM2: Decimal) => roundDecimal(multiplyDecimal(areaM2, muPerSquareMetre), digits)

/** 亩 to four decimals of a whole and of its parts, largest first: they sum as the ㎡ do, the largest takes what rounding leaves. */
export function muOfParts(areasM2: readonly Decimal[]): { whole: Decimal; parts: Decimal[] } {
  const whole = muOf(sumDecimal(areasM2))
  const others = areasM2.slice(1).map(muOf)
  return { whole, parts: [subtractDecimal(whole, sumDecimal(others)), ...others] }
}
