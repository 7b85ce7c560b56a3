import { compareDecimal, type Decimal, divideDecimal, multiplyDecimal } from '../../shared/decimal.ts'

/** A unit is `times` ÷ `over` of the first of its kind. */
type Scale = { of: UnitKind; times: Decimal; over: Decimal }
export type UnitKind =
  | 'moneyPerLand'
  | 'moneyPerPerson'
  | 'moneyPerEnergy'
  | 'moneyPerEmission'
  | 'share'
  | 'ratio'
  | 'money'
  | 'land'
  | 'energy'
  | 'months'
  | 'days'
  | 'people'
  | 'load'
  | 'height'

const scale = (of: UnitKind, times: Decimal = '1', over: Decimal = '1'): Scale => ({ of, times, over })

/** 1 亩 = 10,000 ÷ 15 ㎡; 1 公顷 = 15 亩; 1 km² = 1,500 亩. Days are no part of a month, nor a year of days. */
export const units = {
  '万元/亩': scale('moneyPerLand'),
  '万元/公顷': scale('moneyPerLand', '1', '15'),
  '元/㎡': scale('moneyPerLand', '1', '15'),
  '亿元/km²': scale('moneyPerLand', '20', '3'),
  '万元/人': scale('moneyPerPerson'),
  '元/人': scale('moneyPerPerson', '1', '10000'),
  '万元/吨标煤': scale('moneyPerEnergy'),
  '亿元/万吨标煤': scale('moneyPerEnergy'),
  '万元/吨': scale('moneyPerEmission'),
  '%': scale('share'),
  '‰': scale('share', '1', '10'),
  '1': scale('ratio'),
  万元: scale('money'),
  亿元: scale('money', '10000'),
  元: scale('money', '1', '10000'),
  亩: scale('land'),
  '㎡': scale('land', '15', '10000'),
  公顷: scale('land', '15'),
  吨标煤: scale('energy'),
  万吨标煤: scale('energy', '10000'),
  个月: scale('months'),
  年: scale('months', '12'),
  天: scale('days'),
  人: scale('people'),
  't/㎡': scale('load'),
  m: scale('height'),
} as const satisfies Record<string, Scale>
export type Unit = keyof typeof units

export const isUnit = (text: string): text is Unit => Object.hasOwn(units, text)
export const kindOfUnit = (unit: Unit): UnitKind => units[unit].of
export const unitsOf = (kind: UnitKind): Unit[] =>
  (Object.keys(units) as Unit[]).filter((unit) => units[unit].of === kind)
export const areAlike = (one: Unit, other: Unit) => units[one].of === units[other].of

/** value ÷ over in a unit: two numbers, so that a quotient is compared before anybody rounds it. */
export type Quantity = { value: Decimal; over?: Decimal; unit: Unit }

/** Throws RangeError where the units measure different things. */
export function compareQuantities(one: Quantity, other: Quantity): -1 | 0 | 1 {
  const [a, b] = [rationalOf(one), rationalOf(other)]
  refuseUnlike(one.unit, other.unit)
  const order = compareDecimal(multiplyDecimal(a.top, b.bottom), multiplyDecimal(b.top, a.bottom))
  return order
}

const digits = 6
/** In another unit, to six decimals, half up. Throws RangeError where it measures something else. */
export function inUnit(quantity: Quantity, unit: Unit): Decimal {
  refuseUnlike(quantity.unit, unit)
  const { top, bottom } = rationalOf(quantity)
  const to: Scale = units[unit]
  return divideDecimal(multiplyDecimal(top, to.over), multiplyDecimal(bottom, to.times), digits)
}

function rationalOf({ value, over = '1', unit }: Quantity): { top: Decimal; bottom: Decimal } {
  const own: Scale = units[unit]
  // A divisor below nought would turn every comparison round.
  if (compareDecimal(over, '0') <= 0) throw new RangeError(`Divided by ${over}`)
  return { top: multiplyDecimal(value, own.times), bottom: multiplyDecimal(over, own.over) }
}

function refuseUnlike(one: Unit, other: Unit) {
  if (!areAlike(one, other)) throw new RangeError(`${one} and ${other} measure different things`)
}
