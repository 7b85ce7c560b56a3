import type { ColumnMapping, ImportTable } from '../contract.ts'
import { type Draft, draftColumn, draftTable } from './mapping.ts'

/**
 * Columns of the same header in the other tables in use that are set alike so far: a workbook with a sheet per corps is
 * decided once. One that somebody set differently is left as it is.
 */
export function alikeColumns(
  tables: readonly ImportTable[],
  draft: Draft,
  table: ImportTable,
  column: ColumnMapping,
) {
  const current = draftColumn(draft, table, column)
  const header = column.header.trim()
  if (header === '' || !isOnly(table, header)) return []
  return tables.flatMap((other) => {
    if (other.key === table.key || !draftTable(draft, other).use || !isOnly(other, header)) return []
    return other.columns
      .filter((candidate) => candidate.header.trim() === header)
      .filter((candidate) => {
        const { field, unit } = draftColumn(draft, other, candidate)
        return field === current.field && unit === current.unit
      })
      .map((candidate) => ({ table: other, column: candidate }))
  })
}

/** A header that stands over two columns of one table says too little to decide by. */
const isOnly = (table: ImportTable, header: string) =>
  table.columns.filter((column) => column.header.trim() === header).length === 1
