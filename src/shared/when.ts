/**
 * A date as offices know it: a day, or only a ten-day period, month, quarter, half-year or year.
 * Text forms, sorted as text within one precision: `2022-03-05`, `2022-03-T1` (上旬), `2022-03`,
 * `2022-Q1`, `2022-H1`, `2022`. The day kept for sorting is the last one of the period.
 */
export type Precision = 'day' | 'tenDays' | 'month' | 'quarter' | 'halfYear' | 'year'
export type When = { day: string; precision: Precision }

export const whenPattern = '^\\d{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])(-(T[1-3]|0[1-9]|[12]\\d|3[01]))?))?$'

const form = new RegExp(whenPattern)
const pad = (n: number) => String(n).padStart(2, '0')
const lastOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const dayOf = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`

/** Text → day and precision; undefined when there is no such day. */
export function parseWhen(text: string): When | undefined {
  if (!form.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  const rest = text.slice(5)
  if (rest === '') return { day: dayOf(year, 12, 31), precision: 'year' }
  if (rest.startsWith('Q')) {
    const month = Number(rest[1]) * 3
    return { day: dayOf(year, month, lastOf(year, month)), precision: 'quarter' }
  }
  if (rest.startsWith('H'))
    return rest === 'H1'
      ? { day: dayOf(year, 6, 30), precision: 'halfYear' }
      : { day: dayOf(year, 12, 31), precision: 'halfYear' }
  const month = Number(rest.slice(0, 2))
  const part = rest.slice(3)
  if (part === '') return { day: dayOf(year, month, lastOf(year, month)), precision: 'month' }
  if (part.startsWith('T')) {
    const third = Number(part[1])
    return { day: dayOf(year, month, third === 3 ? lastOf(year, month) : third * 10), precision: 'tenDays' }
  }
  const day = Number(part)
  return day <= lastOf(year, month) ? { day: dayOf(year, month, day), precision: 'day' } : undefined
}

export function whenText({ day, precision }: When): string {
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  if (precision === 'day') return day
  if (precision === 'tenDays') return `${day.slice(0, 7)}-T${Math.min(3, Math.ceil(date / 10))}`
  if (precision === 'month') return day.slice(0, 7)
  if (precision === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`
  if (precision === 'halfYear') return `${year}-H${month <= 6 ? 1 : 2}`
  return year
}

/** The first day of the period that a text names. */
export function firstDayOf(text: string): string | undefined {
  const when = parseWhen(text)
  if (!when) return undefined
  const { day, precision } = when
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  if (precision === 'day') return day
  if (precision === 'tenDays') return dayOf(year, month, (Number(text.at(-1)) - 1) * 10 + 1)
  const months = { month: 1, quarter: 3, halfYear: 6, year: 12 }[precision]
  return dayOf(year, month - months + 1, 1)
}

const thirds = ['上旬', '中旬', '下旬']
const thirdsEn = ['early', 'mid', 'late']
const quarters = ['一', '二', '三', '四']

/** As read by people: 2022年3月上旬 / 2022年一季度; days and months stay 2022-03-05 and 2022-03. */
export function showWhen(text: string, language: 'zh' | 'en'): string {
  const when = parseWhen(text)
  if (!when) return text
  const last = Number(text.at(-1))
  const year = text.slice(0, 4)
  if (when.precision === 'tenDays')
    return language === 'zh'
      ? `${year}年${Number(text.slice(5, 7))}月${thirds[last - 1]}`
      : `${text.slice(0, 7)} ${thirdsEn[last - 1]}`
  if (when.precision === 'quarter')
    return language === 'zh' ? `${year}年${quarters[last - 1]}季度` : `Q${last} ${year}`
  if (when.precision === 'halfYear')
    return language === 'zh' ? `${year}年${last === 1 ? '上' : '下'}半年` : `H${last} ${year}`
  if (when.precision === 'year') return language === 'zh' ? `${year}年` : year
  return text
}
