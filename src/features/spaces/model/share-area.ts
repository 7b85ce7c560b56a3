import {
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  roundDecimal,
  subtractDecimal,
  sumDecimal,
} from '../../../shared/decimal.ts'

/**
 * The area in law of a parcel shared out over its parts, ㎡ to four decimals, by what each part encloses: they sum to
 * the whole exactly, the largest takes what rounding leaves.
 */
export function shareArea(wholeM2: Decimal, drawnM2: readonly Decimal[]): Decimal[] {
  const all = sumDecimal(drawnM2)
  const [, ...others] = drawnM2.map((part) =>
    roundDecimal(divideDecimal(multiplyDecimal(wholeM2, part), all, 8), 4),
  )
  return [subtractDecimal(wholeM2, sumDecimal(others)), ...others]
}
