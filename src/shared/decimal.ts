/**
 * An exact decimal as canonical text: "12345.67", "-0.5", "0". No exponent, no grouping, no leading plus,
 * no leading or trailing zeros beyond need, never "-0". Amounts, areas and ratios travel in this form.
 */
export type Decimal = string

/** value = units × 10^-scale */
interface Scaled {
  units: bigint
  scale: number
}

const canonical = /^(?:0|-?(?:[1-9]\d*|(?:0|[1-9]\d*)\.\d*[1-9]))$/
const written = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/
/** Longer values are not amounts of anything; the limit keeps hostile text from costing time. */
const longest = 400

/** True for canonical text only: the one form in which decimals are stored and compared. */
export function isDecimal(value: unknown): value is Decimal {
  return typeof value === 'string' && value.length <= longest && canonical.test(value)
}

/** Reads plain or exponent notation ("+1.50", ".5", "1.2E+08") into canonical form; undefined if it is neither. */
export function parseDecimal(text: string): Decimal | undefined {
  const scaled = read(text.trim())
  return scaled && write(scaled)
}

/** The decimal a double shows as (shortest text that reads back to it); undefined for NaN and infinities. */
export function decimalFromNumber(value: number): Decimal | undefined {
  return Number.isFinite(value) ? parseDecimal(String(value)) : undefined
}

export function compareDecimal(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b)
  return x < y ? -1 : x > y ? 1 : 0
}

export function addDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return write({ units: x + y, scale })
}

export function subtractDecimal(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b)
  return write({ units: x - y, scale })
}

export function multiplyDecimal(a: Decimal, b: Decimal): Decimal {
  const x = must(a)
  const y = must(b)
  return write({ units: x.units * y.units, scale: x.scale + y.scale })
}

/** Quotient to `digits` decimals, half up (ties away from zero). Throws RangeError when b is zero. */
export function divideDecimal(a: Decimal, b: Decimal, digits: number): Decimal {
  const x = must(a)
  const y = must(b)
  if (y.units === 0n) throw new RangeError(`Cannot divide ${a} by zero`)
  const shift = digits + y.scale - x.scale
  const top = shift >= 0 ? x.units * 10n ** BigInt(shift) : x.units
  const bottom = shift >= 0 ? y.units : y.units * 10n ** BigInt(-shift)
  return write({ units: halfUp(top, bottom), scale: digits })
}

/** Rounds half up (ties away from zero) to `digits` decimals. */
export function roundDecimal(a: Decimal, digits: number): Decimal {
  const x = must(a)
  if (x.scale <= digits) return write(x)
  return write({ units: halfUp(x.units, 10n ** BigInt(x.scale - digits)), scale: digits })
}

export function sumDecimal(values: Iterable<Decimal>): Decimal {
  let units = 0n
  let scale = 0
  for (const value of values) {
    const x = must(value)
    if (x.scale > scale) {
      units *= 10n ** BigInt(x.scale - scale)
      scale = x.scale
    }
    units += x.units * 10n ** BigInt(scale - x.scale)
  }
  return write({ units, scale })
}

export function negateDecimal(a: Decimal): Decimal {
  const x = must(a)
  return write({ units: -x.units, scale: x.scale })
}

export function signOfDecimal(a: Decimal): -1 | 0 | 1 {
  return compareDecimal(a, '0')
}

/**
 * Text for people. `digits`: exactly so many decimals, rounded half up (left out: as many as there are).
 * `grouping`: thousands separated by commas.
 */
export function formatDecimal(a: Decimal, style: { digits?: number; grouping?: boolean } = {}): string {
  const plain = style.digits === undefined ? write(must(a)) : roundDecimal(a, style.digits)
  const [signed = '', fraction = ''] = plain.split('.')
  const whole = style.grouping ? signed.replace(/\B(?=(\d{3})+$)/g, ',') : signed
  const padded = style.digits === undefined ? fraction : fraction.padEnd(style.digits, '0')
  return padded ? `${whole}.${padded}` : whole
}

function read(text: string): Scaled | undefined {
  if (text.length > longest) return undefined
  const match = written.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  if (!whole && !fraction) return undefined
  const scale = fraction.length - Number(exponent)
  if (Math.abs(scale) > longest) return undefined
  const units = BigInt(sign === '-' ? `-${whole}${fraction}` : `${whole}${fraction}`)
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}

/** Database numerics arrive as "12.5000": operations take any plain decimal and answer in canonical form. */
function must(text: Decimal): Scaled {
  const scaled = read(text)
  if (!scaled) throw new RangeError(`Not a decimal: ${text.slice(0, 40)}`)
  return scaled
}

function write({ units, scale }: Scaled): Decimal {
  if (units === 0n) return '0'
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const x = must(a)
  const y = must(b)
  const scale = Math.max(x.scale, y.scale)
  return [x.units * 10n ** BigInt(scale - x.scale), y.units * 10n ** BigInt(scale - y.scale), scale]
}

function halfUp(top: bigint, bottom: bigint): bigint {
  const negative = top < 0n !== bottom < 0n
  const t = top < 0n ? -top : top
  const b = bottom < 0n ? -bottom : bottom
  const units = (2n * t + b) / (2n * b)
  return negative ? -units : units
}
