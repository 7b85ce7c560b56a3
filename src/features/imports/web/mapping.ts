import type { FieldKind } from '../../projects/fields.ts'
import { fieldByKey } from '../../projects/fields.ts'
import type { CheckInput, ColumnMapping, ImportTable, LedgerImport } from '../contract.ts'

export type DraftColumn = { field: string | null; unit: string | null }
export type DraftTable = { use: boolean; corpsId: string | null; columns: Record<number, DraftColumn> }
/** What the person has set so far for the check; the server has it only once it is sent. */
export type Draft = { period: string; blanks: 'keep' | 'clear'; tables: Record<string, DraftTable> }

/** The units that a column of this kind may be written in, the usual one first. */
export const unitsByKind: Partial<Record<FieldKind, readonly string[]>> = {
  money: ['万元', '亿元', '元'],
  foreign: ['万美元', '亿美元', '美元'],
  area: ['亩', '㎡', '公顷'],
  floorArea: ['㎡', '万㎡', '亩'],
}
export const unitsOf = (field: string | null): readonly string[] => {
  const kind = field === null ? undefined : fieldByKey.get(field)?.kind
  return (kind && unitsByKind[kind]) ?? []
}

export const draftOf = ({
  period,
  blanks,
  tables,
}: Pick<LedgerImport, 'period' | 'blanks' | 'tables'>): Draft => ({
  period,
  blanks,
  tables: Object.fromEntries(
    tables.map(({ key, use, corpsId, columns }) => [
      key,
      {
        use,
        corpsId,
        columns: Object.fromEntries(columns.map(({ index, field, unit }) => [index, { field, unit }])),
      },
    ]),
  ),
})

export const draftColumn = (draft: Draft, table: ImportTable, column: ColumnMapping): DraftColumn =>
  draft.tables[table.key]?.columns[column.index] ?? { field: column.field, unit: column.unit }

export const draftTable = (draft: Draft, table: ImportTable): DraftTable =>
  draft.tables[table.key] ?? { use: table.use, corpsId: table.corpsId, columns: {} }

export const withTable = (draft: Draft, table: ImportTable, change: Partial<DraftTable>): Draft => ({
  ...draft,
  tables: { ...draft.tables, [table.key]: { ...draftTable(draft, table), ...change } },
})

/** A field newly chosen keeps the column's unit only if the field can be written in it. */
export function withField(
  draft: Draft,
  table: ImportTable,
  column: ColumnMapping,
  field: string | null,
): Draft {
  const units = unitsOf(field)
  const known = [draftColumn(draft, table, column).unit, column.unit].find(
    (unit) => unit !== null && units.includes(unit),
  )
  return withColumn(draft, table, column, { field, unit: known ?? null })
}

export const withUnit = (
  draft: Draft,
  table: ImportTable,
  column: ColumnMapping,
  unit: string | null,
): Draft => withColumn(draft, table, column, { ...draftColumn(draft, table, column), unit })

const withColumn = (draft: Draft, table: ImportTable, column: ColumnMapping, change: DraftColumn): Draft =>
  withTable(draft, table, { columns: { ...draftTable(draft, table).columns, [column.index]: change } })

export const checkInputOf = ({ tables }: Pick<LedgerImport, 'tables'>, draft: Draft): CheckInput => ({
  period: draft.period,
  blanks: draft.blanks,
  tables: tables.map((table) => {
    const { use, corpsId } = draftTable(draft, table)
    return {
      key: table.key,
      use,
      corpsId,
      columns: table.columns.map((column) => {
        const { field, unit } = draftColumn(draft, table, column)
        return { index: column.index, field, ...(unit === null ? {} : { unit }) }
      }),
    }
  }),
})

export const isChanged = (ledgerImport: LedgerImport, draft: Draft): boolean =>
  JSON.stringify(checkInputOf(ledgerImport, draft)) !==
  JSON.stringify(checkInputOf(ledgerImport, draftOf(ledgerImport)))

/** Letter of the column that a field is taken from, by field. */
export const takenFields = (draft: Draft, table: ImportTable): ReadonlyMap<string, string> =>
  new Map(
    table.columns.flatMap((column) => {
      const { field } = draftColumn(draft, table, column)
      return field === null ? [] : [[field, column.letter] as const]
    }),
  )

export const usedTables = (ledgerImport: Pick<LedgerImport, 'tables'>, draft: Draft): ImportTable[] =>
  ledgerImport.tables.filter((table) => draftTable(draft, table).use)

export const rowsToCheck = (ledgerImport: Pick<LedgerImport, 'tables'>, draft: Draft): number =>
  usedTables(ledgerImport, draft).reduce((sum, table) => sum + table.rows, 0)

/** What stands in the way of checking. */
export type Obstacle =
  | { kind: 'noTable' }
  | { kind: 'noName'; sheet: string }
  | { kind: 'twice'; sheet: string; field: string; letters: string[] }

export function obstaclesOf(ledgerImport: Pick<LedgerImport, 'tables'>, draft: Draft): Obstacle[] {
  const used = usedTables(ledgerImport, draft)
  if (used.length === 0) return [{ kind: 'noTable' }]
  return used.flatMap((table) => {
    const letters = new Map<string, string[]>()
    for (const column of table.columns) {
      const { field } = draftColumn(draft, table, column)
      if (field !== null) letters.set(field, [...(letters.get(field) ?? []), column.letter])
    }
    const twice = [...letters].filter(([, list]) => list.length > 1)
    const obstacles: Obstacle[] = twice.map(([field, list]) => ({
      kind: 'twice',
      sheet: table.sheet,
      field,
      letters: list,
    }))
    return letters.has('name') ? obstacles : [{ kind: 'noName', sheet: table.sheet }, ...obstacles]
  })
}

/** Offices number their rows; the ledger needs no such number. */
const rowNumbers = /^(?:序\s*号|编\s*号|行号|no\.?|#)$/i

export type Confidence = 'unneeded' | 'chosen' | 'learned' | 'certain' | 'likely' | 'doubtful' | 'none'

/** Confidence as a word: nobody can tell 0.82 from 0.78. */
export function confidenceOf(column: ColumnMapping, draft: DraftColumn): Confidence {
  if (draft.field !== column.field || (column.reason === 'chosen' && draft.field !== null)) return 'chosen'
  if (draft.field === null && column.reason !== 'learned' && rowNumbers.test(column.header.trim()))
    return 'unneeded'
  if (draft.field === null) return column.reason === 'learned' ? 'learned' : 'none'
  if (column.reason === 'learned') return 'learned'
  if (column.confidence >= 0.9) return 'certain'
  return column.confidence >= 0.7 ? 'likely' : 'doubtful'
}

/** Columns that a person should look at: the proposal is weak, or there is none. */
export const needsLook = (confidence: Confidence): boolean =>
  confidence === 'doubtful' || confidence === 'none'
