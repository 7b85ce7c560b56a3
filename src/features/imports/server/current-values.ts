import type { Db } from '../../../server/database/connect.ts'
import { loadRows } from '../../projects/server/queries.ts'

/** What matched projects hold now, each with the progress of the month that its row speaks of. */
export async function loadCurrent(
  db: Db,
  zoneId: string,
  wanted: readonly { projectId: string; period: string }[],
) {
  const current = new Map<string, Record<string, string>>()
  for (const [period, rows] of Map.groupBy(wanted, (row) => row.period))
    for (const [id, values] of await loadRows(
      db,
      zoneId,
      rows.map((row) => row.projectId),
      period,
    ))
      current.set(id, values)
  return current
}
