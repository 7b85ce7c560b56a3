/** What a spreadsheet shows and keeps of a number; digits beyond are noise of binary fractions. */
const significantDigits = 15

export const isNumberText = (text: string) => /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)

/**
 * The number in decimal digits, without exponent, grouping or needless zeros: `0.30000000000000004` → `0.3`,
 * `1.2E+3` → `1200`. Whole numbers keep every digit the file has, as long identity numbers need.
 */
export const exactDecimal = (raw: string): string => {
  if (/^(0|-?[1-9]\d*)$/.test(raw)) return raw
  if (/^[+-]?\d+$/.test(raw)) return tidy(raw.startsWith('-'), raw.replace(/^[+-]/, ''), '')
  const plain = /^([+-]?)(\d*)\.(\d*)$/.exec(raw)
  if (plain) {
    const [, sign, whole = '', fraction = ''] = plain
    if ((whole + fraction).replace(/^0+/, '').length <= significantDigits)
      return tidy(sign === '-', whole, fraction)
  }
  return expand(Number(raw).toPrecision(significantDigits))
}

/** The decimal times ten to the power of `places`, digit for digit. */
export const shiftDecimal = (decimal: string, places: number): string =>
  places === 0 ? decimal : shift(decimal, places)

const shift = (decimal: string, places: number) => {
  const negative = decimal.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.')
  const digits = whole + fraction
  const point = whole.length + places
  if (point <= 0) return tidy(negative, '', '0'.repeat(-point) + digits)
  return tidy(negative, digits.slice(0, point).padEnd(point, '0'), digits.slice(point))
}

const expand = (scientific: string) => {
  const [mantissa = '', exponent = '0'] = scientific.split('e')
  return shift(mantissa, Number(exponent))
}

const tidy = (negative: boolean, whole: string, fraction: string) => {
  const left = whole.replace(/^0+/, '') || '0'
  const right = fraction.replace(/0+$/, '')
  const text = right === '' ? left : `${left}.${right}`
  return negative && text !== '0' ? `-${text}` : text
}
