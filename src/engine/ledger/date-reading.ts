import type { Day } from '../../shared/days.ts'
import type { Precision } from '../../shared/when.ts'

export interface DateInput {
  /** What the cell shows. */
  text: string
  /** The number, if the cell is a number without a date format. */
  serial?: number | undefined
  /** YYYY-MM-DD with or without a time, if the cell is a date. */
  iso?: string | undefined
}

export interface DateContext {
  columnKind: 'plan' | 'actual' | 'any'
  /** The ledger's year, for 3月底 and 今年6月. */
  epochYear?: number | undefined
  /** The file does not tell numbers from text (CSV): 2022.1 may have been 2022.10. */
  numbersAsText?: boolean | undefined
}

export type DateFlag =
  /** A bare five-digit number in a text cell was read as Excel's day number. */
  | 'serial_text'
  /** 22年3月, 22.3: the century was added. */
  | 'short_year'
  /** 6月底前, 不晚于: a deadline. */
  | 'before'
  /** 6月以后: only a beginning. */
  | 'after'
  /** 已于 in a column of plans. */
  | 'already_done'
  /** Words beside the date were left out. */
  | 'words'
  /** Before 1990 or after 2060. */
  | 'implausible'

export type DateFailure =
  | 'not_a_date'
  | 'no_such_day'
  | 'no_year'
  | 'several_dates'
  | 'ambiguous'
  | 'undecided'
  | 'blank_word'

export interface DateCandidate {
  day: Day
  precision: Precision
}

export type DateReading =
  | {
      ok: true
      day: Day
      precision: Precision
      /** The text or the column says it is meant, not done. */
      planned: boolean
      /** 约, 左右, 年中, 6月前: less sure than its precision says. */
      approximate: boolean
      /** The year came from the context. */
      yearAssumed: boolean
      flags: DateFlag[]
    }
  | {
      ok: false
      code: DateFailure /** What may have been meant, or what was found. */
      candidates: DateCandidate[]
    }

export function noDate(code: DateFailure, candidates: DateCandidate[] = []): DateReading {
  return { ok: false, code, candidates: candidates.map(({ day, precision }) => ({ day, precision })) }
}
