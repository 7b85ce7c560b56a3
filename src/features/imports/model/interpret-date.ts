import { type DateCandidate, type DateReading, parseDay, periodOf } from '../../../engine/ledger/dates.ts'
import type { Cell } from '../../../formats/workbook.ts'
import { addToMonth, hasBegun, lastDayOfMonth, monthOf, shanghaiDay } from '../../../shared/days.ts'
import { whenText } from '../../../shared/when.ts'
import type { Field } from '../../projects/fields.ts'
import { isToCome } from '../../projects/to-come.ts'
import type { IssueCode } from '../contract.ts'
import {
  blank,
  type CellContext,
  type CellIssue,
  type CellReading,
  note,
  question,
  taken,
  undecided,
  warning,
} from './cell-reading.ts'

type Failure = Exclude<Extract<DateReading, { ok: false }>['code'], 'blank_word' | 'undecided'>
const failures: Record<Failure, IssueCode> = {
  not_a_date: 'not_a_date',
  no_such_day: 'no_such_day',
  no_year: 'no_year',
  several_dates: 'several_dates',
  ambiguous: 'ambiguous_date',
}

/** The number 2022.1 is January or October; shown as 2022.10 by its format, it says which. */
const monthShown = ({ kind, value, format }: Cell) =>
  kind === 'number' && /^0\.00(?!0)/.test(format ?? '') && Number(value) > 1900 && Number(value) < 2100
    ? Number(value).toFixed(2)
    : undefined

/**
 * A dated event. What is planned is no fact: a plan word under an actual date is asked about, as is 已开工 under a plan.
 * What is to come has not happened either, and is not offered as if it could have.
 */
export function interpretDate(field: Field, cell: Cell, context: CellContext): CellReading {
  const today = shanghaiDay(context.now)
  const reading = readDate(field, cell, context)
  if (typeof reading.value === 'string' && isToCome(field, reading.value, today))
    return question('actual_in_future', cell)
  const possible = (when: string) => !isToCome(field, when, today)
  return {
    ...reading,
    issues: reading.issues.map((one) => ({ ...one, suggestions: one.suggestions.filter(possible) })),
  }
}

function readDate(field: Field, cell: Cell, { period, now, year, numbersAsText }: CellContext): CellReading {
  if (cell.kind === 'boolean') return question('not_a_date', cell)
  const columnKind = field.store.in === 'milestone' && field.store.date === 'actual' ? 'actual' : 'plan'
  const shown = monthShown(cell)
  const reading = parseDay(
    {
      text: shown ?? cell.text,
      ...(cell.kind === 'number' && !shown && !numbersAsText ? { serial: Number(cell.value) } : {}),
      ...(cell.kind === 'date' ? { iso: String(cell.value) } : {}),
    },
    { columnKind, epochYear: year, numbersAsText },
  )
  if (!reading.ok) {
    if (reading.code === 'blank_word') return blank
    if (reading.code === 'undecided') return undecided(cell)
    const meant = reading.candidates.map(written)
    return question(
      failures[reading.code],
      cell,
      reading.code === 'no_such_day' && meant.length === 0 ? monthMeant(cell.text) : meant,
    )
  }
  const when = written(reading)
  if (reading.flags.includes('implausible')) return question('not_a_date', cell, [when])
  if (field.key === 'period' && !hasBegun(monthOf(reading.day), now))
    return question('actual_in_future', cell, [])
  if (columnKind === 'actual') {
    if (reading.planned) return question('actual_in_future', cell, [when])
    const begins = periodOf(reading.day, reading.precision).first
    // 12月15日 in February's ledger can only be last year's, but the cell does not say so.
    if (reading.yearAssumed && begins > lastDayOfMonth(period))
      return question('no_year', cell, [when, yearBefore(when)])
    // A ledger of February is closed in March; what is later than that has not happened.
    if (begins > lastDayOfMonth(addToMonth(period, 1))) return question('actual_in_future', cell, [when])
  }
  if (reading.flags.includes('already_done')) return question('ambiguous_date', cell, [when])
  return taken(
    when,
    ...issuesOf(reading, cell, when, columnKind === 'actual' ? lastDayOfMonth(period) : undefined),
  )
}

function issuesOf(
  reading: Extract<DateReading, { ok: true }>,
  cell: Cell,
  when: string,
  endOfPeriod: string | undefined,
): CellIssue[] {
  const { flags } = reading
  const issues: CellIssue[] = []
  if (flags.includes('serial_text') || /^\s*\d{5}(?:\.\d+)?\s*$/.test(cell.text))
    issues.push(warning('serial_text', cell, when))
  if (reading.yearAssumed) issues.push(warning('year_assumed', cell, when))
  if (reading.approximate || flags.includes('words')) issues.push(warning('approximate_date', cell, when))
  else if (flags.includes('before') || /[底末初]/.test(cell.text))
    issues.push(note('approximate_date', cell, when))
  if (endOfPeriod && periodOf(reading.day, reading.precision).first > endOfPeriod)
    issues.push(warning('actual_in_future', cell, when))
  return issues
}

const yearBefore = (when: string) => `${Number(when.slice(0, 4)) - 1}${when.slice(4)}`

const written = ({ day, precision }: DateCandidate) => whenText({ day, precision })

/** 2022-02-30 was meant in February, and perhaps at its end. */
function monthMeant(text: string): string[] {
  const match = /((?:19|20)\d{2})\D{1,3}(\d{1,2})\D/.exec(text.normalize('NFKC'))
  const month = Number(match?.[2])
  if (!match || month < 1 || month > 12) return []
  const name = `${match[1]}-${String(month).padStart(2, '0')}`
  return [lastDayOfMonth(name), name]
}
