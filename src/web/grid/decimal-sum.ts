/** A decimal as an integer and the number of its decimals: 12.30 is { digits: 1230n, scale: 2 }. */
type Decimal = { digits: bigint; scale: number }

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/** Reads a number or a plain decimal string; null for anything else. */
export function readDecimal(value: unknown): Decimal | null {
  if (typeof value === 'bigint') return { digits: value, scale: 0 }
  if (typeof value !== 'string' && (typeof value !== 'number' || !Number.isFinite(value))) return null
  const match = PLAIN.exec(String(value).trim())
  if (!match) return null
  const [, sign, whole = '', part = '', exponent = '0'] = match
  if (whole + part === '') return null
  const digits = BigInt((sign === '-' ? '-' : '') + whole + part)
  const scale = part.length - Number(exponent)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Exact sum, mean (half away from zero, at least two decimals) and count of the numbers among the values. */
export function addUp(values: Iterable<unknown>): { numbers: number; sum: string; average: string } {
  let total: Decimal = { digits: 0n, scale: 0 }
  let numbers = 0
  for (const value of values) {
    const next = readDecimal(value)
    if (!next) continue
    numbers += 1
    const scale = Math.max(total.scale, next.scale)
    total = { digits: widen(total, scale) + widen(next, scale), scale }
  }
  if (numbers === 0) return { numbers, sum: '', average: '' }
  return { numbers, sum: writeDecimal(total), average: writeDecimal(divide(total, numbers)) }
}

function widen({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale)
}

function divide(value: Decimal, by: number): Decimal {
  const scale = Math.max(2, value.scale)
  const digits = widen(value, scale)
  const count = BigInt(by)
  const size = digits < 0n ? -digits : digits
  const rounded = (size * 2n + count) / (count * 2n)
  return { digits: digits < 0n ? -rounded : rounded, scale }
}

function writeDecimal({ digits, scale }: Decimal): string {
  const negative = digits < 0n
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${text.slice(-scale)}` : ''}`
}
