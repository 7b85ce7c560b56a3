import { valueAt } from '../../../engine/ledger/tables.ts'
import type { ImportTable } from '../contract.ts'
import { storable } from './cell-reading.ts'
import { interpretRow, type MappedTable, type RowReading, readColumns } from './interpret-row.ts'
import type { FoundTable } from './propose-tables.ts'

export type SheetReading = RowReading & { sheet: string }

const longestSheetName = 80

/** Reads the data rows of the tables in use, one by one, so that whoever asks may pause between them. */
export function* interpretTables(
  found: readonly FoundTable[],
  settled: readonly ImportTable[],
  context: Pick<MappedTable, 'period' | 'now' | 'corps' | 'numbersAsText' | 'words'>,
): Generator<SheetReading> {
  for (const { key, sheet, table } of found) {
    const own = settled.find((one) => one.key === key)
    if (!own?.use) continue
    const dataRows = table.rows.filter((row) => row.kind === 'data')
    const headless = own.columns
      .filter((column) => column.header === '' && column.field === null)
      .map(({ index, letter }) => {
        const filled = dataRows.filter((row) => valueAt(sheet, row.number, index)?.cell.text.trim()).length
        return { index, letter, full: filled * 2 > dataRows.length }
      })
    const mapped: MappedTable = {
      ...context,
      sheet,
      headless,
      columns: readColumns(own.columns),
      corpsId: own.corpsId,
      year: table.yearHint ?? Number(context.period.slice(0, 4)),
    }
    let above: RowReading | undefined
    for (const row of dataRows) {
      above = interpretRow(mapped, row, above)
      yield { ...above, sheet: storable(sheet.name, longestSheetName) }
    }
  }
}
