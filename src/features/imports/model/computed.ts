import type { AmountUnit } from '../../../engine/ledger/amounts.ts'
import type { Cell } from '../../../formats/workbook.ts'
import { muFromSquareMetres } from '../../../shared/area.ts'
import {
  compareDecimal,
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  negateDecimal,
  signOfDecimal,
  subtractDecimal,
} from '../../../shared/decimal.ts'
import type { Field } from '../../projects/fields.ts'
import { note, type RowIssue, warning } from './cell-reading.ts'
import { interpretAmount } from './interpret-amount.ts'

type Readings = Readonly<Record<string, string | null | undefined>>

/** The figures that the ledger computes, as it does in SQL: dividend, divisor, decimals. */
const rules: Record<
  string,
  (readings: Readings) => [string | null | undefined, string | null | undefined, number]
> = {
  investmentIntensity: (row) => [row['fixedAssetInvestment'], muOf(row), 2],
  taxPerMu: (row) => [row['expectedTax'], muOf(row), 2],
  completionRate: (row) => [row['yearDone'], row['annualPlan'], 4],
}
const muOf = ({ landArea }: Readings) =>
  typeof landArea === 'string' ? muFromSquareMetres(landArea) : landArea

/** A computed field from the values of its row, or undefined where one is missing. */
export function computeField(key: string, readings: Readings): Decimal | undefined {
  const [dividend, divisor, digits] = rules[key]?.(readings) ?? []
  if (
    typeof dividend !== 'string' ||
    typeof divisor !== 'string' ||
    digits === undefined ||
    signOfDecimal(divisor) === 0
  )
    return undefined
  return divideDecimal(dividend, divisor, digits)
}

/** By more than one part in a hundred. */
const tolerance = '0.01'

/** A computed column of the file is not imported; where it says something else than the ledger will, that is said. */
export function compareComputed(
  field: Field,
  cell: Cell,
  readings: Readings,
  unit: AmountUnit | undefined,
  place: string,
): RowIssue[] {
  const own = computeField(field.key, readings)
  if (cell.kind === 'error')
    return [{ ...note('error_cell', cell, own ?? null), cell: place, field: field.key }]
  if (own === undefined || cell.text.trim() === '') return []
  const { value } = interpretAmount(field, cell, {
    unit,
    period: '',
    now: new Date(0),
    year: 0,
    corps: [],
    numbersAsText: false,
  })
  if (typeof value !== 'string') return []
  const difference = sizeOf(subtractDecimal(value, own))
  const digits = field.kind === 'percent' ? '0.0005' : '0.005'
  const allowed = multiplyDecimal(sizeOf(own), tolerance)
  if (compareDecimal(difference, allowed) <= 0 || compareDecimal(difference, digits) <= 0) return []
  return [{ ...warning('computed_differs', cell, own), cell: place, field: field.key }]
}

const sizeOf = (value: Decimal) => (signOfDecimal(value) < 0 ? negateDecimal(value) : value)
