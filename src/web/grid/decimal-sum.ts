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
  const byScale: (bigint | undefined)[] = []
  const small: number[] = [] // what still fits a double exactly, by scale: BigInt is slow over 100,000 cells
  let numbers = 0
  for (const value of values) {
    const quick = readSmall(value)
    const next = quick ? null : readDecimal(value)
    if (quick) {
      const sum = (small[quick.scale] ?? 0) + quick.digits
      if (Number.isSafeInteger(sum)) small[quick.scale] = sum
      else byScale[quick.scale] = (byScale[quick.scale] ?? 0n) + BigInt(quick.digits)
    } else if (next) byScale[next.scale] = (byScale[next.scale] ?? 0n) + next.digits
    else continue
    numbers += 1
  }
  if (numbers === 0) return { numbers, sum: '', average: '' }
  const scale = Math.max(byScale.length, small.length) - 1
  let digits = 0n
  for (let at = 0; at <= scale; at += 1) {
    digits += widen({ digits: (byScale[at] ?? 0n) + BigInt(small[at] ?? 0), scale: at }, scale)
  }
  const total = { digits, scale }
  return { numbers, sum: writeDecimal(total), average: writeDecimal(divide(total, numbers)) }
}

/** A plain decimal of up to 14 digits, by the shortest way. */
function readSmall(value: unknown): { digits: number; scale: number } | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { digits: value, scale: 0 } : null
  if (typeof value !== 'string' || value.length > 15 || !/^-?\d+(?:\.\d+)?$/.test(value)) return null
  const point = value.indexOf('.')
  if (point < 0) return { digits: Number(value), scale: 0 }
  return { digits: Number(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 }
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
