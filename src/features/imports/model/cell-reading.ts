import type { AmountUnit } from '../../../engine/ledger/amounts.ts'
import type { Cell } from '../../../formats/workbook.ts'
import type { Month } from '../../../shared/days.ts'
import type { Issue, IssueCode } from '../contract.ts'
import type { Corps } from './choices.ts'

/** Something to be said about a cell; the row adds the place and the field. */
export type CellIssue = Pick<Issue, 'code' | 'severity' | 'value' | 'taken' | 'suggestions'>

export type RowIssue = CellIssue & { cell: string; field: string | null }

/** `value`: stored text, null for a blank cell, undefined where the cell is left out until somebody answers. */
export type CellReading = {
  value: string | null | undefined
  issues: CellIssue[]
  /** What the cell says for another field, too. */
  beside?: { field: string; value: string }
}

export type CellContext = {
  /** Of bare numbers in this column. */
  unit: AmountUnit | undefined
  /** The month that the ledger tells of: an actual date after it is odd. */
  period: Month
  /** Months that begin later tell of no progress yet. */
  now: Date
  /** Of dates that name none. */
  year: number
  corps: readonly Corps[]
  /** What the zone's people have said that words mean, by field and word (`wordLessonKey`). */
  words?: ReadonlyMap<string, string> | undefined
  /** The file does not tell numbers from text (CSV). */
  numbersAsText: boolean
}

export const blank: CellReading = { value: null, issues: [] }

export const taken = (value: string, ...issues: CellIssue[]): CellReading => ({ value, issues })

/** The cell is left out until somebody answers. */
export const question = (code: IssueCode, cell: Cell, suggestions: readonly string[] = []): CellReading => ({
  value: undefined,
  issues: [
    {
      code,
      severity: 'question',
      value: received(cell),
      taken: null,
      suggestions: [...new Set(suggestions)],
    },
  ],
})

/** The cell is taken, with something to look at. */
export const warning = (code: IssueCode, cell: Cell, value: string | null): CellIssue => ({
  code,
  severity: 'warning',
  value: received(cell),
  taken: value,
  suggestions: [],
})

export const note = (code: IssueCode, cell: Cell, value: string | null): CellIssue => ({
  code,
  severity: 'note',
  value: received(cell),
  taken: value,
  suggestions: [],
})

/** Not decided yet: blank, and said so. */
export const undecided = (cell: Cell): CellReading => ({
  value: null,
  issues: [note('undecided', cell, null)],
})

/** A cell as the file shows it, as long as an issue can hold. */
export const received = (cell: Cell): string =>
  storable(cell.text || String(cell.value ?? ''), longestReceived)
const longestReceived = 2000

/** PostgreSQL keeps neither U+0000 nor half a character. */
export const storable = (text: string, longest: number): string =>
  text.slice(0, longest).replaceAll('\0', '').toWellFormed()
