import { Type } from 'typebox'
import {
  Abilities,
  body,
  Id,
  listOf,
  Month,
  nullable,
  oneOf,
  optional,
  type Static,
  Timestamp,
} from '../../shared/schema.ts'
import { FieldKey, FieldValue } from '../projects/contract.ts'

export const importStatuses = ['read', 'checked', 'applied', 'undone', 'discarded'] as const
export const verdicts = ['new', 'changed', 'unchanged', 'doubt', 'skipped'] as const
/** question: the cell is left out until somebody answers; warning: taken, but look; note: for the record. */
export const severities = ['question', 'warning', 'note'] as const
export const issueCodes = [
  // dates
  'not_a_date',
  'no_such_day',
  'no_year',
  'year_assumed',
  'several_dates',
  'ambiguous_date',
  'approximate_date',
  'serial_text',
  'actual_in_future',
  // amounts
  'not_an_amount',
  'amount_range',
  'wrong_currency',
  'approximate_amount',
  'unit_doubtful',
  'unit_assumed',
  'implausible_amount',
  'not_a_ratio',
  'over_whole',
  // words
  'unknown_choice',
  'unknown_corps',
  'learned_word',
  'undecided',
  'too_long',
  'doubtful_code',
  'unknown_industry',
  'industry_differs',
  'no_such_industry',
  // whom to call
  'contact_apart',
  'contact_differs',
  'contact_unclear',
  'mask_unmatched',
  // cells and rows
  'error_cell',
  'formula_without_value',
  'merged_cell',
  'cell_note',
  'computed_differs',
  'name_missing',
  'twice_in_file',
  'hidden_row',
  'row_too_wide',
] as const
export type IssueCode = (typeof issueCodes)[number]

/** What an import takes from one column of one table: a field, or nothing. */
export const ColumnMapping = Type.Object({
  index: Type.Integer(),
  letter: Type.String(),
  header: Type.String(),
  hidden: Type.Boolean(),
  field: nullable(FieldKey),
  confidence: Type.Number(),
  reason: oneOf(['learned', 'exact', 'alias', 'similar', 'values', 'none', 'chosen'] as const),
  runnersUp: Type.Array(Type.Object({ field: FieldKey, confidence: Type.Number() })),
  /** 亿元, 万元 …: the unit that cells without one of their own are read in. */
  unit: nullable(Type.String()),
  /** Where the unit is from: the file's own words, what the zone chose before, or a person now. */
  unitBy: Type.Optional(oneOf(['file', 'learned', 'chosen'] as const)),
  samples: Type.Array(Type.String()),
})

export const ImportTable = Type.Object({
  key: Type.String(),
  sheet: Type.String(),
  hidden: Type.Boolean(),
  titleLines: Type.Array(Type.String()),
  headerRows: Type.Array(Type.Integer()),
  firstRow: Type.Integer(),
  rows: Type.Integer(),
  /** Rows left aside as subtotals, sections, notes or repeated headers. */
  aside: Type.Array(Type.Object({ row: Type.Integer(), kind: Type.String(), text: Type.String() })),
  use: Type.Boolean(),
  /** The corps of rows that do not name one, for books with a sheet per corps. */
  corpsId: nullable(Id),
  columns: Type.Array(ColumnMapping),
})

export const Counts = Type.Object({
  new: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  doubt: Type.Integer(),
  skipped: Type.Integer(),
  questions: Type.Integer(),
  warnings: Type.Integer(),
  notes: Type.Integer(),
})

/** One workbook on its way into the ledger. */
export const LedgerImport = Type.Object({
  id: Id,
  fileName: Type.String(),
  fileSize: Type.Integer(),
  status: oneOf(importStatuses),
  period: Month,
  blanks: oneOf(['keep', 'clear'] as const),
  tables: Type.Array(ImportTable),
  notices: Type.Array(
    Type.Object({
      code: Type.String(),
      sheet: Type.Optional(Type.String()),
      cell: Type.Optional(Type.String()),
      message: Type.Optional(Type.String()),
    }),
  ),
  counts: nullable(Counts),
  createdBy: Type.String(),
  createdAt: Timestamp,
  appliedBy: nullable(Type.String()),
  appliedAt: nullable(Timestamp),
  undoneBy: nullable(Type.String()),
  undoneAt: nullable(Timestamp),
  /** What the undo left because it was edited after the import: new projects kept whole, and values of the others. */
  undoKept: nullable(
    Type.Object({
      projects: Type.Array(Type.Object({ id: Id, name: Type.String() })),
      values: Type.Integer(),
    }),
  ),
  /** The same bytes were applied before, by this import. */
  sameFileAs: nullable(Id),
  abilities: Abilities,
})
export const LedgerImportLine = Type.Omit(LedgerImport, ['tables', 'notices', 'undoKept'])
export const LedgerImportList = listOf(LedgerImportLine)

export const CheckInput = body({
  period: Month,
  blanks: oneOf(['keep', 'clear'] as const),
  tables: Type.Array(
    body({
      key: Type.String(),
      use: Type.Boolean(),
      corpsId: nullable(Id),
      columns: Type.Array(
        body({
          index: Type.Integer(),
          field: nullable(FieldKey),
          unit: optional(Type.String({ maxLength: 10 })),
        }),
      ),
    }),
  ),
})

export const Difference = Type.Object({
  field: Type.String(),
  from: FieldValue,
  to: FieldValue,
  /** The file does not set it: what every new project begins with. */
  assumed: Type.Optional(Type.Literal(true)),
})
export const Candidate = Type.Object({
  projectId: Id,
  name: Type.String(),
  investor: nullable(Type.String()),
  code: nullable(Type.String()),
  reason: Type.String(),
  score: Type.Number(),
})

/** Where the ledger has changed since the check: how many places, and the first of them. */
export const MovedOn = Type.Object({
  places: Type.Integer(),
  first: Type.Array(
    Type.Object({
      kind: oneOf(['value', 'gone', 'added'] as const),
      name: Type.String(),
      field: nullable(Type.String()),
    }),
  ),
})

/** A data row of the file and what would become of it. */
export const ImportRow = Type.Object({
  id: Id,
  sheet: Type.String(),
  row: Type.Integer(),
  name: nullable(Type.String()),
  verdict: oneOf(verdicts),
  projectId: nullable(Id),
  projectName: nullable(Type.String()),
  candidates: Type.Array(Candidate),
  decision: nullable(oneOf(['create', 'match', 'skip'] as const)),
  /** The row before it in the file that tells of the same project. */
  twin: nullable(Type.Object({ sheet: Type.String(), row: Type.Integer() })),
  differences: Type.Array(Difference),
  issues: Type.Integer(),
})
export const ImportRowList = listOf(ImportRow)
export const RowsQuery = body({
  verdict: Type.Optional(oneOf(verdicts)),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
})
export const RowDecision = body({
  decision: nullable(oneOf(['create', 'match', 'skip'] as const)),
  projectId: optional(Id),
})

export const Issue = Type.Object({
  id: Id,
  rowId: nullable(Id),
  sheet: Type.String(),
  /** As in the file, `F12`. */
  cell: Type.String(),
  field: nullable(Type.String()),
  code: oneOf(issueCodes),
  severity: oneOf(severities),
  /** The cell as received. */
  value: Type.String(),
  /** What was taken from it, if anything. */
  taken: FieldValue,
  /** Values that may have been meant, to choose from; of `twice_in_file`, sheet and number of the row before; of `over_whole`, the other amount. */
  suggestions: Type.Array(Type.String()),
  resolution: nullable(Type.Object({ value: FieldValue })),
  /** How many other cells of this import have the same field, code and value. */
  alike: Type.Integer(),
  projectName: nullable(Type.String()),
})
export const IssueList = listOf(Issue)
export const IssuesQuery = body({
  severity: Type.Optional(oneOf(severities)),
  code: Type.Optional(oneOf(issueCodes)),
  rowId: Type.Optional(Id),
  open: Type.Optional(Type.Boolean()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
})
/** Answers a question: the value meant (in stored units), or null to leave the cell out. `alike` answers all the same ones. */
export const IssueAnswer = body({ value: FieldValue, alike: Type.Boolean() })

/** Lines of the apply stream (NDJSON): progress while it runs, one result at the end. */
export const ApplyLine = Type.Union([
  Type.Object({ kind: Type.Literal('progress'), done: Type.Integer(), total: Type.Integer() }),
  Type.Object({ kind: Type.Literal('done'), import: LedgerImport }),
  Type.Object({ kind: Type.Literal('failed'), code: Type.String(), message: Type.String() }),
])

export const UndoEdited = Type.Object({
  projectId: Id,
  projectName: Type.String(),
  /** The import added this project: with any edit kept it stays whole, with all put back it goes. */
  added: Type.Boolean(),
  /** Something else of this project goes back in any case. */
  others: Type.Boolean(),
  field: Type.String(),
  period: nullable(Month),
  before: FieldValue,
  imported: FieldValue,
  now: FieldValue,
  changedBy: nullable(Type.String()),
  changedAt: Timestamp,
})
/** What undoing would do; `edited` are fields changed since the import, to be kept or reverted by choice. */
export const UndoPreview = Type.Object({
  removes: Type.Integer(),
  reverts: Type.Integer(),
  edited: Type.Array(UndoEdited),
})
export const UndoInput = body({
  keepEdited: Type.Boolean(),
  /** Exceptions to `keepEdited`, field by field. */
  except: optional(
    Type.Array(body({ projectId: Id, field: Type.String(), period: nullable(Month) }), { maxItems: 100_000 }),
  ),
})

export type LedgerImport = Static<typeof LedgerImport>
export type ImportTable = Static<typeof ImportTable>
export type ColumnMapping = Static<typeof ColumnMapping>
export type CheckInput = Static<typeof CheckInput>
export type MovedOn = Static<typeof MovedOn>
export type Counts = Static<typeof Counts>
export type ImportRow = Static<typeof ImportRow>
export type Candidate = Static<typeof Candidate>
export type Difference = Static<typeof Difference>
export type Issue = Static<typeof Issue>
export type ApplyLine = Static<typeof ApplyLine>
export type UndoPreview = Static<typeof UndoPreview>
export type UndoInput = Static<typeof UndoInput>
export type Verdict = (typeof verdicts)[number]
