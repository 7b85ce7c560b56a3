import { squareMetresFromMu } from '../../shared/area.ts'
import {
  compareDecimal,
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  roundDecimal,
} from '../../shared/decimal.ts'
import {
  type AmountColumn,
  type AmountContext,
  type AmountFlag,
  type AmountReading,
  fail,
} from './amount-reading.ts'
import {
  type AmountUnit,
  type BaseUnit,
  isCurrency,
  type Multiplier,
  powerOf,
  splitUnit,
} from './amount-units.ts'

const storedUnit: Record<AmountColumn, AmountUnit | ''> = {
  ...{ money: '万元', foreign: '万美元', area: '㎡', perMu: '万元/亩', percent: '', number: '' },
}
const largest = '100000000000000'
/** Longer numbers are amounts of nothing, and too long to calculate with (decimal.ts). */
const calculable = /^-?\d{1,30}(?:\.\d{1,60})?$/

/** An amount as written: the number, its multiplier and its unit, if the cell names one. */
export interface Bare {
  number: Decimal
  multiplier: Multiplier
  base: BaseUnit | undefined
}

/** Gives the amount the unit of its cell, or else of its header, or else the stored one, and converts it. */
export function inColumn(read: Bare, context: AmountContext, flags: AmountFlag[]): AmountReading {
  const { column, headerUnit } = context
  if (!calculable.test(read.number)) return fail('out_of_range')
  const header = headerUnit ? splitUnit(headerUnit) : undefined
  const fallback = storedUnit[column] ? splitUnit(storedUnit[column] as AmountUnit) : undefined
  const bare = read.base === undefined && read.multiplier === ''
  const base = read.base ?? header?.base ?? fallback?.base
  const multiplier = bare ? ((header ?? fallback)?.multiplier ?? '') : read.multiplier
  const unit: AmountUnit | '' = base ? `${multiplier}${base}` : ''
  const rounded = bare ? withoutNoise(read.number) : read.number
  if (rounded !== read.number) flags.push('rounded')
  const number = multiplyDecimal(rounded, `1e${powerOf(multiplier)}`)
  if (column === 'percent') return percent(number, bare, read, header?.base, flags)
  const value = base ? converted(number, base, column) : column === 'number' ? number : 'unit_mismatch'
  if (value === 'currency' || value === 'unit_mismatch') return fail(value)
  if (compareDecimal(value.replace('-', ''), largest) >= 0) return fail('out_of_range')
  const assumed = column === 'money' ? bare : read.base === undefined
  if (assumed && !header && column !== 'number') flags.push('default_unit')
  if (!bare && header && headerUnit !== unit) flags.push('unit_differs')
  if (bare && doubtful(rounded, unit, column)) flags.push('unit_doubtful')
  if (implausible(value, column)) flags.push('implausible')
  return { ok: true, value, unit, assumed, flags: [...new Set(flags)] }
}

/** From single base units to the stored unit of the column. Only 亩 → ㎡ and per-area conversions round (4 decimals). */
function converted(
  number: Decimal,
  base: BaseUnit,
  column: AmountColumn,
): Decimal | 'currency' | 'unit_mismatch' {
  if (column === 'number') return base === '%' ? 'unit_mismatch' : number
  if (column === 'money' || column === 'foreign') {
    if (!isCurrency(base)) return 'unit_mismatch'
    return base === (column === 'money' ? '元' : '美元') ? multiplyDecimal(number, '0.0001') : 'currency'
  }
  const tenThousands = multiplyDecimal(number, '0.0001')
  if (column === 'perMu') {
    if (base === '元/亩' || base === '元') return tenThousands
    if (base === '元/公顷') return divideDecimal(tenThousands, '15', 4)
    if (base === '元/平方公里') return divideDecimal(tenThousands, '1500', 4)
    if (base === '元/㎡') return divideDecimal(multiplyDecimal(tenThousands, '10000'), '15', 4)
    return isCurrency(base) ? 'currency' : 'unit_mismatch'
  }
  if (base === '㎡') return number
  if (base === '亩') return squareMetresFromMu(number)
  if (base === '公顷') return multiplyDecimal(number, '10000')
  return base === '平方公里' ? multiplyDecimal(number, '1000000') : 'unit_mismatch'
}

/** A bare 85 can only be 85 %; a bare 0.85 under （%） may be either, and is taken as the header says, with a flag. */
function percent(
  number: Decimal,
  bare: boolean,
  read: Bare,
  header: BaseUnit | undefined,
  flags: AmountFlag[],
): AmountReading {
  const size = number.replace('-', '')
  const small = compareDecimal(size, '1') <= 0
  let unit: '%' | '‰' | '' = ''
  if (read.base === '%' || read.base === '‰') unit = read.base
  else if (!bare || (header && header !== '%' && header !== '‰')) return fail('unit_mismatch')
  else if (header === '%' || header === '‰') unit = header
  else if (compareDecimal(size, '2') > 0) unit = '%'
  if (bare && size !== '0' && (header ? small : unit === '%')) flags.push('unit_doubtful')
  const value = unit ? multiplyDecimal(number, unit === '%' ? '0.01' : '0.001') : number
  if (compareDecimal(value.replace('-', ''), '100') > 0) flags.push('implausible')
  return { ok: true, value, unit, assumed: read.base === undefined, flags: [...new Set(flags)] }
}

/** 52000 under （亿元） and 300 under （元） look like 万元. */
function doubtful(number: Decimal, unit: AmountUnit | '', column: AmountColumn): boolean {
  if (column !== 'money' && column !== 'foreign') return false
  const size = number.replace('-', '')
  if (/^亿/.test(unit)) return compareDecimal(size, '10000') >= 0
  return (unit === '元' || unit === '美元') && size !== '0' && compareDecimal(size, '10000') < 0
}

/** Above 5,000 亿元, 500 亿美元, 1,000 平方公里 or 100 万元 times ten thousand a 亩 nobody has invested yet. */
function implausible(value: Decimal, column: AmountColumn): boolean {
  const limits = { money: '50000000', foreign: '5000000', area: '1000000000', perMu: '1000000' }
  return (
    column !== 'number' && column !== 'percent' && compareDecimal(value.replace('-', ''), limits[column]) > 0
  )
}

/** A sum kept as a double (6750.000000000001) carries noise beyond 15 digits. */
function withoutNoise(number: Decimal): Decimal {
  const digits = number.replace(/^-?0?\.?0*/, '').replace(/[-.]/g, '').length
  const decimals = number.split('.')[1]?.length ?? 0
  return digits > 15 && decimals > 0 ? roundDecimal(number, Math.max(0, decimals - (digits - 15))) : number
}
