import {
  dayPeriod,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  thirdPeriod,
  yearPeriod,
} from './date-period.ts'

/** A date found in a text. `at` is undefined where the calendar has no such day. */
export interface Found {
  at: Period | undefined
  start: number
  end: number
  /** No year was written: it came from the context, or is missing. */
  yearless?: boolean
  shortYear?: boolean
  approximate?: boolean
  /** Day and month may stand the other way round. */
  other?: Period | undefined
}

type Reader = (match: RegExpExecArray, year: number | undefined) => Omit<Found, 'start' | 'end'> | undefined

const part = '(上旬|中旬|下旬|初|中(?!旬)|底|末)?'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const english = `(${months.join('|')})[a-z]*\\.?`
const clock =
  '(?: ?\\d{1,2}[时点](?:\\d{1,2}分?)?|[ t]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[ap]m)?(?:z|[+-]\\d{2}:?\\d{2})?)?'

/** Tried in this order at every place of the text; the first that fits takes its stretch. */
const readers: [RegExp, Reader][] = [
  // 一、二季度: the first of two.
  [
    /((?:19|20)\d{2})年?第?([1-4])(?=[、,和及至到~-]第?[1-4]季)/,
    (m) => ({ at: quarterPeriod(num(m[1]), num(m[2])) }),
  ],
  // 2022-03-05T16:30:00Z is another day in Shanghai; the zone decides.
  [
    /(\d{4})-(\d{2})-(\d{2})t(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(z|[+-]\d{2}:?\d{2})/,
    (m) => ({ at: zoned(`${m[1]}-${m[2]}-${m[3]}`, m[4] ?? '', m[5] ?? '') }),
  ],
  [
    new RegExp(`(\\d{4})(年|[./-])(\\d{1,2})(月|[./-])(\\d{1,2})(?:日|号|(?![\\d月年]))${clock}`),
    (m) => (fits(m[2], m[4]) ? { at: dayPeriod(num(m[1]), num(m[3]), num(m[5])) } : undefined),
  ],
  [/((?:19|20)\d{2})(\d{2})(\d{2})/, (m) => ({ at: dayPeriod(num(m[1]), num(m[2]), num(m[3])) })],
  [
    new RegExp(`(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)${clock}`),
    (m) => either(dayPeriod(num(m[4]), num(m[1]), num(m[3])), dayPeriod(num(m[4]), num(m[3]), num(m[1]))),
  ],
  [
    new RegExp(`'?(\\d{2})(年|[./-])(\\d{1,2})(月|[./-])(\\d{1,2})(?:日|号|(?![\\d月年]))${clock}`),
    (m) => (fits(m[2], m[4]) ? short(m[1], (year) => dayPeriod(year, num(m[3]), num(m[5]))) : undefined),
  ],
  [/(0?[1-9]|1[0-2])[./-]((?:19|20)\d{2})(?![\d./-])/, (m) => ({ at: monthPeriod(num(m[2]), num(m[1])) })],
  [/(\d{4})-(\d{2})-t([1-3])/, (m) => ({ at: thirdPeriod(num(m[1]), num(m[2]), num(m[3])) })],
  [
    /(\d{4})-(\d{2}) ?(early|mid|late)(?![a-z])/,
    (m) => ({ at: thirdPeriod(num(m[1]), num(m[2]), m[3] === 'early' ? 1 : m[3] === 'mid' ? 2 : 3) }),
  ],
  [/(\d{4})-(\d{2}), ?third ([1-3]) of 3/, (m) => ({ at: thirdPeriod(num(m[1]), num(m[2]), num(m[3])) })],
  [
    /'?(\d{4}|\d{2})(?:年度?|[-/])?(?:第?([1-4])季度?|q([1-4])|([1-4])q)(初|中|末|底)?/,
    (m) => withYear(m[1], (year) => quarterPart(year, num(m[2] ?? m[3] ?? m[4]), m[5])),
  ],
  [
    /q([1-4])[-/ ]?'?(\d{4}|\d{2})(?!\d)/,
    (m) => withYear(m[2], (year) => quarterPart(year, num(m[1]), undefined)),
  ],
  [
    /'?(\d{4}|\d{2})(?:年度?|-)?(?:(上|下)半年|h([12]))(末|底)?/,
    (m) => withYear(m[1], (year) => halfPart(year, m[2] === '上' || m[3] === '1' ? 1 : 2, m[4])),
  ],
  [/h([12])[-/ ]?(\d{4})(?!\d)/, (m) => ({ at: halfPeriod(num(m[2]), num(m[1])) })],
  [
    /'?(\d{4}|\d{2})(?:年度?)?(年?底|年?末|年初|年中|年内|(?<=年)初|(?<=年)中(?!旬))/,
    (m) => withYear(m[1], (year) => yearPart(year, m[2] ?? '')),
  ],
  [
    new RegExp(`((?:19|20)\\d{2})(?:年|[./-])(\\d{1,2})(?!\\d)(?:月份?|份)?${part}`),
    (m) => monthPart(num(m[1]), num(m[2]), m[3]),
  ],
  [/((?:19|20)\d{2})(0[1-9]|1[0-2])(?!\d)(?:月份?)?/, (m) => ({ at: monthPeriod(num(m[1]), num(m[2])) })],
  [
    /(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/,
    (m) => short(m[1], (year) => dayPeriod(year, num(m[2]), num(m[3]))),
  ],
  [
    new RegExp(`'?(\\d{2})年(\\d{1,2})(?!\\d)(?:月份?)?${part}`),
    (m) => withYear(m[1], (year) => monthPart(year, num(m[2]), m[3])),
  ],
  [/'(\d{2})[./-](\d{1,2})(?![\d./-])/, (m) => short(m[1], (year) => monthPeriod(year, num(m[2])))],
  [
    new RegExp(`(\\d{1,2})[-/ ,]*${english}[-/ ,]*'?(\\d{4}|\\d{2})(?!\\d)`),
    (m) => withYear(m[3], (year) => ({ at: dayPeriod(year, monthNumber(m[2]), num(m[1])) })),
  ],
  [
    new RegExp(`${english} ?(\\d{1,2})(?:st|nd|rd|th)?, ?(\\d{4})(?!\\d)`),
    (m) => ({ at: dayPeriod(num(m[3]), monthNumber(m[1]), num(m[2])) }),
  ],
  [
    new RegExp(`${english}[-/ ,]*'?(\\d{4}|\\d{2})(?!\\d)`),
    (m) => withYear(m[2], (year) => ({ at: monthPeriod(year, monthNumber(m[1])) })),
  ],
  [new RegExp(`(\\d{4})[-/ ,]*${english}`), (m) => ({ at: monthPeriod(num(m[1]), monthNumber(m[2])) })],
  [
    new RegExp(`(\\d{1,2})[-/ ]${english}`),
    (m, year) => yearless(year, (y) => ({ at: dayPeriod(y, monthNumber(m[2]), num(m[1])) })),
  ],
  [/((?:19|20)\d{2})年度?/, (m) => ({ at: yearPeriod(num(m[1])) })],
  [
    /(\d{1,2})月(\d{1,2})(?!\d|[./-]\d)(?:日|号)?/,
    (m, year) => yearless(year, (y) => ({ at: dayPeriod(y, num(m[1]), num(m[2])) })),
  ],
  [new RegExp(`(\\d{1,2})月份?${part}`), (m, year) => yearless(year, (y) => monthPart(y, num(m[1]), m[2]))],
  [
    /(?<!前)第?([1-4])季度?(初|中|末|底)?|q([1-4])(?!\d)|([1-4])q/,
    (m, year) => yearless(year, (y) => quarterPart(y, num(m[1] ?? m[3] ?? m[4]), m[2])),
  ],
  [/(上|下)半年(末|底)?/, (m, year) => yearless(year, (y) => halfPart(y, m[1] === '上' ? 1 : 2, m[2]))],
  [/((?:199|20[0-5])\d)(?=$|[-~至到()、,;。 ])/, (m) => ({ at: yearPeriod(num(m[1])) })],
  [/年底|年末|年初|年中|年内/, (m, year) => yearless(year, (y) => yearPart(y, m[0]))],
]
const sticky = readers.map(([form, read]) => [new RegExp(form.source, 'y'), read] as const)

/** Every date in the text (as `dateText` leaves it), in order. `year`: for those that name none before any other. */
export function scanDates(text: string, year: number | undefined): Found[] {
  const found: Found[] = []
  let inherited = year
  for (let at = 0; at < text.length; ) {
    const one = startsDate(text, at) ? readAt(text, at, inherited) : undefined
    if (one) {
      found.push(one)
      if (one.at) inherited = Number(one.at.first.slice(0, 4))
    }
    at = one && one.end > at ? one.end : at + 1
  }
  return found
}

/** A digit in the middle of a number starts nothing. */
function startsDate(text: string, at: number): boolean {
  return !(/[\d]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? ''))
}

function readAt(text: string, at: number, year: number | undefined): Found | undefined {
  for (const [form, read] of sticky) {
    form.lastIndex = at
    const match = form.exec(text)
    if (!match || cutsNumber(text, at + match[0].length)) continue
    const made = read(match, year)
    if (made) return { ...made, start: at, end: at + match[0].length }
  }
  return undefined
}

function cutsNumber(text: string, end: number): boolean {
  return /\d/.test(text[end - 1] ?? '') && /\d/.test(text[end] ?? '')
}

const num = (text: string | undefined) => Number(text)
const monthNumber = (name: string | undefined) => months.indexOf(name ?? '') + 1

/** 2022.3.15 and 2022年3月15 and 2022年3.15, but not 2022.3-15, which is a range. */
function fits(first: string | undefined, second: string | undefined): boolean {
  return first === second || (first === '年' && (second === '月' || second === '.')) || second === '月'
}

/** Two digits are this century up to 50 and the last one from 70. */
export function fullYear(text: string): number | undefined {
  if (text.length === 4) return Number(text)
  const year = Number(text)
  return year <= 50 ? 2000 + year : year >= 70 ? 1900 + year : undefined
}

type Made = Omit<Found, 'start' | 'end'>

function withYear(text: string | undefined, make: (year: number) => Made): Made | undefined {
  const year = fullYear(text ?? '')
  if (year === undefined || year < 1900 || year > 2100) return undefined
  return { ...make(year), shortYear: text?.length === 2 }
}

function short(text: string | undefined, make: (year: number) => Period | undefined): Made | undefined {
  return withYear(text, (year) => ({ at: make(year) }))
}

/** Read in a leap year where none is known, so that 2月29日 waits for its year instead of failing. */
function yearless(year: number | undefined, make: (year: number) => Made): Made {
  return { ...make(year ?? 2000), yearless: true }
}

/** 初, 中 and 底 of a month are its three ten-day parts. */
function monthPart(year: number, month: number, part: string | undefined): Made {
  if (!part) return { at: monthPeriod(year, month) }
  const third = /上旬|初/.test(part) ? 1 : /中/.test(part) ? 2 : 3
  return { at: thirdPeriod(year, month, third) }
}

function quarterPart(year: number, quarter: number, part: string | undefined): Made {
  if (!part) return { at: quarterPeriod(year, quarter) }
  const month = quarter * 3 - (part === '初' ? 2 : part === '中' ? 1 : 0)
  return { at: monthPeriod(year, month) }
}

function halfPart(year: number, half: number, part: string | undefined): Made {
  return { at: part ? monthPeriod(year, half * 6) : halfPeriod(year, half) }
}

/** 年底 is December; 年初 and 年中 are nothing exact, taken as the first quarter and as June. */
function yearPart(year: number, part: string): Made {
  if (part.includes('内')) return { at: yearPeriod(year) }
  if (part.includes('初')) return { at: quarterPeriod(year, 1), approximate: true }
  if (part.includes('中')) return { at: monthPeriod(year, 6), approximate: true }
  return { at: monthPeriod(year, 12) }
}

function either(one: Period | undefined, other: Period | undefined): Made {
  return one ? { at: one, other } : { at: other }
}

function zoned(day: string, time: string, zone: string): Period | undefined {
  const instant = Date.parse(`${day}T${time}${zone.toUpperCase()}`)
  if (Number.isNaN(instant)) return undefined
  const local = new Date(instant + 8 * 3_600_000).toISOString()
  return dayPeriod(num(local.slice(0, 4)), num(local.slice(5, 7)), num(local.slice(8, 10)))
}
