import { daysBetween, isDay } from '../../shared/days.ts'
import { blankWord } from './blank-words.ts'
import { type NumberReading, readNumber, serialPeriod } from './date-number.ts'
import { type Period, periodOf, yearPeriod } from './date-period.ts'
import { type DateContext, type DateFlag, type DateInput, type DateReading, noDate } from './date-reading.ts'
import { type Found, scanDates } from './date-scan.ts'
import { dateText } from './date-text.ts'
import { readWords, type WordsRead } from './date-words.ts'

export { formatDay, type Period, periodOf } from './date-period.ts'
export type {
  DateCandidate,
  DateContext,
  DateFailure,
  DateFlag,
  DateInput,
  DateReading,
} from './date-reading.ts'

const longest = 200
const noWords: WordsRead = { planned: false, done: false, denied: false, approximate: false, flags: [] }

/**
 * Reads a date as offices write it. An imprecise one is kept as the LAST day of its period with the precision:
 * 2022年3月 → 2022-03-31 (month), 3月上旬 → -10 (tenDays), 月底 and 下旬 → the last ten days, 年底 → December.
 * A date cell counts by its value; where its format shows only a month or year, and the value is the first or last day of it,
 * that is its precision. What has two readings is not read.
 */
export function parseDay(input: DateInput, context: DateContext): DateReading {
  if (input.iso !== undefined) return fromDateCell(input.iso, input.text, context)
  if (input.serial !== undefined) return fromNumberCell(input.serial, input.text, context)
  return fromText(input.text, context)
}

function fromDateCell(iso: string, text: string, context: DateContext): DateReading {
  const day = iso.slice(0, 10)
  if (!isDay(day)) return fromText(text, context)
  // The number 2022 in a cell with a date format shows a day of 1905.
  const meant = yearPeriod(daysBetween('1899-12-30', day))
  if (meant && meant.first > '1990' && meant.last < '2061')
    return noDate('ambiguous', [candidate(meant), candidate(periodOf(day, 'day'))])
  if ((text.match(/\d+/g)?.length ?? 0) >= 3) return taken(periodOf(day, 'day'), {}, noWords, context)
  const shown = fromText(text, { ...context, epochYear: undefined })
  if (shown.ok && (shown.precision === 'month' || shown.precision === 'year')) {
    const period = periodOf(shown.day, shown.precision)
    if (period.first === day || period.last === day) return taken(period, {}, noWords, context)
  }
  return taken(periodOf(day, 'day'), {}, noWords, context)
}

function fromNumberCell(serial: number, text: string, context: DateContext): DateReading {
  const reading = readNumber(serial, context.epochYear)
  // A format may add what the number lacks: 3 shown as 3月.
  if ('code' in reading && reading.code === 'not_a_date' && /[年月日季]/.test(text))
    return fromText(text, context)
  return fromNumber(reading, [], context)
}

function fromNumber(reading: NumberReading, flags: DateFlag[], context: DateContext): DateReading {
  if ('code' in reading)
    return noDate(reading.code, 'candidates' in reading ? reading.candidates.map(candidate) : [])
  return taken(reading.at, { ...reading, flags }, noWords, context)
}

function fromText(raw: string, context: DateContext): DateReading {
  const word = blankWord(raw)
  if (word) return noDate(word)
  if (raw.length > longest) return noDate('not_a_date')
  const { text, relative } = dateText(raw, context.epochYear)
  const plain = fromPlainText(text, context)
  if (plain) return plain
  const found = scanDates(text, context.epochYear)
  const [one] = found
  if (!one && relative && context.epochYear === undefined) return noDate('no_year')
  if (!one) return noDate(/待定|待|未定|tbd/.test(text) ? 'undecided' : 'not_a_date')
  const distinct = new Map(found.map((date) => [date.at ? `${date.at.first} ${date.at.last}` : '', date]))
  const ranged =
    /\d\s*(?:-|~|至|到|、|,|和)\s*$/.test(text.slice(0, one.start)) ||
    /^\s*(?:-|~|至|到|、|和|\/)\s*\d/.test(text.slice(one.end))
  if (distinct.size > 1 || ranged)
    return noDate(
      'several_dates',
      found.flatMap((date) => (date.at && !undated(date, context) ? [candidate(date.at)] : [])),
    )
  return fromFound(one, text, relative, found, context)
}

function fromFound(
  one: Found,
  text: string,
  relative: boolean,
  found: Found[],
  context: DateContext,
): DateReading {
  let around = ''
  let from = 0
  for (const date of found) {
    around += `${text.slice(from, date.start)} `
    from = date.end
  }
  around += text.slice(from)
  if (/\d/.test(around)) return noDate('not_a_date')
  if (!one.at) return noDate('no_such_day')
  const exact =
    one.at.precision === 'day' ||
    one.at.precision === 'tenDays' ||
    /[底末]/.test(text.slice(one.start, one.end))
  const words = readWords(around, exact)
  if (words.denied) return noDate('not_a_date', [candidate(one.at)])
  if (undated(one, context)) return noDate('no_year')
  if (one.other && one.other.first !== one.at.first)
    return noDate('ambiguous', [candidate(one.at), candidate(one.other)])
  return taken(one.at, { ...one, yearless: one.yearless || relative }, words, context)
}

/** A text that is one bare number: a year, Excel's day number, 2022.3, 22.3, 3.15 or 3/15. */
function fromPlainText(text: string, context: DateContext): DateReading | undefined {
  if (/^\d+(?:\.0)?$/.test(text)) {
    const serial = text.length === 5 ? serialPeriod(Number(text)) : undefined
    if (serial)
      return taken(serial, { flags: context.numbersAsText ? [] : ['serial_text'] }, noWords, context)
    return text.length === 4 ? fromNumber(readNumber(Number(text), undefined), [], context) : undefined
  }
  if (context.numbersAsText && /^\d+\.\d+$/.test(text))
    return fromNumber(readNumber(Number(text), context.epochYear), [], context)
  const pair = /^(\d{1,2})([./-])(\d{1,2})$/.exec(text)
  if (!pair) return undefined
  const [, first = '', , second = ''] = pair
  const year = context.epochYear ?? 2000
  const month =
    first.length === 2 && Number(first) >= 10 && Number(first) <= 50
      ? monthOf(`20${first}`, second)
      : undefined
  const day = monthDay(year, first, second)
  if (month && day)
    return noDate('ambiguous', [candidate(month), ...(context.epochYear ? [candidate(day)] : [])])
  if (month) return taken(month, { shortYear: true }, noWords, context)
  if (!day) return noDate('no_such_day')
  return context.epochYear ? taken(day, { yearless: true }, noWords, context) : noDate('no_year')
}

function monthOf(year: string, month: string): Period | undefined {
  return Number(month) >= 1 && Number(month) <= 12
    ? periodOf(`${year}-${month.padStart(2, '0')}-01`, 'month')
    : undefined
}

function monthDay(year: number, month: string, day: string): Period | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? periodOf(text, 'day') : undefined
}

function undated(date: Found, context: DateContext): boolean {
  return !!date.yearless && context.epochYear === undefined
}

interface Marks {
  shortYear?: boolean | undefined
  yearless?: boolean | undefined
  approximate?: boolean | undefined
  flags?: DateFlag[]
}

function taken(period: Period, marks: Marks, words: WordsRead, context: DateContext): DateReading {
  const flags = new Set<DateFlag>([...(marks.flags ?? []), ...words.flags])
  if (marks.shortYear) flags.add('short_year')
  if (period.last < '1990' || period.last > '2061') flags.add('implausible')
  const doneInPlan = words.done && !words.planned && context.columnKind === 'plan'
  if (doneInPlan) flags.add('already_done')
  return {
    ok: true,
    day: period.last,
    precision: period.precision,
    planned: words.planned || (context.columnKind === 'plan' && !doneInPlan),
    approximate: !!marks.approximate || words.approximate,
    yearAssumed: !!marks.yearless,
    flags: [...flags],
  }
}

function candidate(period: Period): { day: string; precision: Period['precision'] } {
  return { day: period.last, precision: period.precision }
}
