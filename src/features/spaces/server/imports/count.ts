import type { Db } from '../../../../server/database/connect.ts'
import { sumDecimal } from '../../../../shared/decimal.ts'
import type { ParcelImportCounts } from '../../import-contract.ts'
import { countRows } from './queries.ts'
import type { JudgedRow } from './row.ts'

type Verdict = JudgedRow['verdict']
const countsFrom = (count: (verdict: Verdict) => number) => ({
  new: count('new'),
  changed: count('changed'),
  unchanged: count('unchanged'),
  doubt: count('doubt'),
  refused: count('refused'),
})

/** Of a fresh check, before anybody decided anything. */
export const countOf = (rows: readonly JudgedRow[]): ParcelImportCounts => ({
  ...countsFrom((verdict) => rows.filter((row) => row.verdict === verdict).length),
  taken: 0,
  skipped: 0,
  areaM2: sumDecimal(
    rows.flatMap(({ verdict, areaBy, declaredM2, drawn }) =>
      verdict === 'new' || verdict === 'changed'
        ? [(areaBy === 'declared' ? declaredM2 : null) ?? drawn?.drawnM2 ?? '0']
        : [],
    ),
  ),
})

export async function countsOf(db: Db, zoneId: string, importId: string): Promise<ParcelImportCounts> {
  const rows = await countRows(db, zoneId, importId)
  return {
    ...countsFrom((verdict) => rows.find((row) => row.verdict === verdict)?.count ?? 0),
    taken: rows.find(({ verdict }) => verdict === 'doubt')?.taken ?? 0,
    skipped: rows.reduce((sum, { skipped }) => sum + skipped, 0),
    areaM2: sumDecimal(rows.map(({ areaM2 }) => areaM2)),
  }
}
