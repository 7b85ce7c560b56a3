import type { IssueCode } from '../../src/features/imports/contract.ts'
import { type AsideKind, type Expected, type Severity, usualSeverity } from './expected.ts'
import type { CellValue, OfficeCell, OfficeRow, OfficeSheet } from './office-xlsx/model.ts'

type Cells = readonly (OfficeCell | CellValue | undefined)[]
/** Column letter → issue, with its gravity where that is not the usual one. */
export type Issues = Readonly<
  Record<string, IssueCode | readonly [IssueCode, Severity] | readonly IssueCode[]>
>

export type Case = { name: string; bytes: () => Promise<Buffer> | Buffer; expected: Expected }

/** A sheet written row by row, with what is expected of each row beside it. */
export class CaseSheet {
  readonly name: string
  readonly rows: OfficeRow[] = []
  readonly expected: Pick<Expected, 'rows' | 'aside' | 'issues'> = { rows: [], aside: [], issues: [] }

  constructor(name: string) {
    this.name = name
  }

  get last() {
    return this.rows.length
  }

  /** Titles, units, headers and empty rows. */
  above(...cells: Cells) {
    this.rows.push({ cells })
  }

  data(cells: Cells, values: Record<string, string>, issues: Issues = {}, hidden = false) {
    this.rows.push({ cells, ...(hidden ? { hidden } : {}) })
    this.expected.rows.push({ sheet: this.name, row: this.last, values })
    this.issues(issues)
  }

  aside(kind: AsideKind, ...cells: Cells) {
    this.rows.push({ cells })
    this.expected.aside.push({ sheet: this.name, row: this.last, kind })
  }

  /** A row that cannot be taken, for the reasons given. */
  refused(cells: Cells, issues: Issues) {
    this.rows.push({ cells })
    this.issues(issues)
  }

  issues(issues: Issues) {
    for (const [letter, issue] of Object.entries(issues)) {
      const cell = `${letter}${this.last}`
      const add = (code: IssueCode, severity: Severity) =>
        this.expected.issues.push({ sheet: this.name, cell, code, severity })
      if (typeof issue === 'string') add(issue, usualSeverity[issue])
      else if (isGraded(issue)) add(issue[0], issue[1])
      else for (const code of issue as readonly IssueCode[]) add(code, usualSeverity[code])
    }
  }

  sheet(more: Partial<OfficeSheet> = {}): OfficeSheet {
    return { name: this.name, rows: this.rows, ...more }
  }
}

const isGraded = (issue: readonly string[]): issue is readonly [IssueCode, Severity] =>
  issue.length === 2 && ['question', 'warning', 'note'].includes(issue[1] ?? '')

export const expectedOf = (
  about: string,
  sheets: readonly CaseSheet[],
  more: Partial<Expected> = {},
): Expected => ({
  about,
  period: '2022-02',
  rows: sheets.flatMap(({ expected }) => expected.rows),
  aside: sheets.flatMap(({ expected }) => expected.aside),
  issues: sheets.flatMap(({ expected }) => expected.issues),
  ...more,
})
