import { addDecimal, type Decimal, multiplyDecimal, parseDecimal } from '../../shared/decimal.ts'

const digits: Record<string, number> = {
  ...{ 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
}
const places: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const names = '零一二三四五六七八九'

/**
 * A number written in Chinese numerals, only where it has one reading: 一亿零五百万, 三千二百万, 一点五亿, 十五.
 * Undefined for the short forms of speech (三千五, 一亿二, 三五亿), which may mean two things.
 */
export function parseChineseNumber(text: string): Decimal | undefined {
  const clean = text.replace(/萬/g, '万').replace(/億/g, '亿')
  const point = clean.indexOf('点')
  if (point > 0) return withPoint(clean.slice(0, point), clean.slice(point + 1))
  const whole = sections(clean)
  return whole === undefined ? undefined : String(whole)
}

/** Digits read one by one, as in years: 二〇二二 → '2022'; undefined if anything else is among them. */
export function parseChineseDigits(text: string): string | undefined {
  let out = ''
  for (const character of text) {
    const digit = digits[character]
    if (digit === undefined) return undefined
    out += digit
  }
  return out || undefined
}

/** 1 to 99, as in months and days: 十二, 二十, 廿五, 三; '元' alone is 1, as in 元月. */
export function parseChineseOrdinal(text: string): number | undefined {
  if (text === '元') return 1
  const match = /^([一二三四五六七八九]?)([十廿卅])([一二三四五六七八九]?)$/.exec(text)
  if (!match) return [...text].length === 1 ? digits[text] : undefined
  const [, before = '', ten, after = ''] = match
  if (ten !== '十' && before) return undefined
  const tens = ten === '廿' ? 2 : ten === '卅' ? 3 : before ? (digits[before] ?? 0) : 1
  return tens * 10 + (after ? (digits[after] ?? 0) : 0)
}

/** 一点二五亿: digits after the point, then at most one multiplier. */
function withPoint(before: string, after: string): Decimal | undefined {
  const match = /^([^十拾百佰千仟万亿]+)([十拾百佰千仟]?(?:万亿|万|亿)?)$/.exec(after)
  const whole = sections(before)
  const fraction = match && parseChineseDigits(match[1] ?? '')
  if (whole === undefined || !match || !fraction || whole >= 10_000n) return undefined
  const number = parseDecimal(`${whole}.${fraction}`)
  let factor: Decimal = '1'
  for (const unit of match[2] ?? '') {
    const size = places[unit] ?? (unit === '万' ? 10_000 : 100_000_000)
    factor = multiplyDecimal(factor, String(size))
  }
  return number && addDecimal(multiplyDecimal(number, factor), '0')
}

/** Reads loosely, writes the result the formal way and takes it only if that is what was there. */
function sections(text: string): bigint | undefined {
  const plain = text.replace(/[^万亿]/g, (character) => simple(character))
  const match = /^(?:([^万亿]+)(万?)亿)?(?:([^万亿]+)万)?([^万亿]*)$/.exec(plain)
  if (!match || plain === '') return undefined
  const [, yi = '', wanYi, wan = '', rest = ''] = match
  const value =
    BigInt(section(yi)) * (wanYi ? 1_000_000_000_000n : 100_000_000n) +
    BigInt(section(wan)) * 10_000n +
    BigInt(section(rest))
  const formal = plain.startsWith('十') ? `一${plain}` : plain
  return formal === written(value) ? value : undefined
}

function simple(character: string): string {
  if (places[character]) return { 10: '十', 100: '百', 1000: '千' }[places[character]] ?? character
  const digit = digits[character]
  return digit === undefined ? character : (names[digit] ?? character)
}

function section(text: string): number {
  let value = 0
  let digit = 0
  for (const character of text) {
    const place = places[character]
    if (place) value += (digit || 1) * place
    digit = place ? 0 : (digits[character] ?? 0)
  }
  return value + digit
}

/** The formal writing: 零 once wherever places are skipped, never at the end of a section. */
function written(value: bigint): string {
  if (value === 0n) return '零'
  const yi = value / 100_000_000n
  const below = Number(value % 100_000_000n)
  const [wan, rest] = [Math.floor(below / 10_000), below % 10_000]
  const head =
    yi >= 10_000n ? (yi % 10_000n === 0n ? `${four(Number(yi / 10_000n))}万` : '?') : four(Number(yi))
  const text =
    (yi ? `${head}亿` : '') + (wan ? `${four(wan)}万` : yi && rest ? '零' : '') + (rest ? four(rest) : '')
  return text.replace(/零+/g, '零').replace(/^零/, '')
}

function four(value: number): string {
  const text = String(value).padStart(4, '0')
  let out = ''
  for (let at = 0; at < 4; at++) {
    const digit = Number(text[at])
    out += digit === 0 ? '零' : (names[digit] ?? '') + (['千', '百', '十', ''][at] ?? '')
  }
  return out.replace(/零+/g, '零').replace(/零$/, '')
}
