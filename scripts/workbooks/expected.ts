import type { IssueCode, severities } from '../../src/features/imports/contract.ts'

export type Severity = (typeof severities)[number]
export type AsideKind = 'subtotal' | 'section' | 'note' | 'header'

/** What a careful person in the zone's office would take from a workbook; read test/workbooks/README.md. */
export type Expected = {
  about: string
  /** The month that the ledger speaks of. */
  period: string
  /** Field key → text in the form of the API; a field that is absent stays untouched. */
  rows: { sheet: string; row: number; values: Record<string, string> }[]
  aside: { sheet: string; row: number; kind: AsideKind }[]
  issues: { sheet: string; cell: string; code: IssueCode; severity: Severity }[]
  unusedSheets?: string[]
  /** Which other workbook is in the ledger already, and what becomes of each row then. */
  after?: string
  verdicts?: {
    sheet: string
    row: number
    verdict: 'new' | 'changed' | 'unchanged' | 'doubt'
    matches?: number
    changed?: string[]
  }[]
}

/** How grave an issue is unless its case says otherwise. question: the cell is left out; warning: taken, but look. */
export const usualSeverity: Record<IssueCode, Severity> = {
  not_a_date: 'question',
  no_such_day: 'question',
  no_year: 'question',
  year_assumed: 'warning',
  several_dates: 'question',
  ambiguous_date: 'question',
  approximate_date: 'note',
  serial_text: 'warning',
  actual_in_future: 'question',
  not_an_amount: 'question',
  amount_range: 'question',
  wrong_currency: 'question',
  approximate_amount: 'warning',
  unit_doubtful: 'question',
  unit_assumed: 'warning',
  over_whole: 'warning',
  implausible_amount: 'question',
  not_a_ratio: 'question',
  unknown_choice: 'question',
  unknown_corps: 'question',
  learned_word: 'note',
  undecided: 'note',
  too_long: 'question',
  doubtful_code: 'warning',
  unknown_industry: 'question',
  industry_differs: 'question',
  no_such_industry: 'warning',
  contact_apart: 'note',
  contact_differs: 'question',
  contact_unclear: 'question',
  mask_unmatched: 'question',
  error_cell: 'question',
  formula_without_value: 'question',
  merged_cell: 'note',
  cell_note: 'note',
  computed_differs: 'warning',
  name_missing: 'question',
  twice_in_file: 'question',
  hidden_row: 'warning',
  row_too_wide: 'warning',
}
