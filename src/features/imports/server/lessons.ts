import { v7 as uuidv7 } from 'uuid'
import { headerKey } from '../../../engine/ledger/headers.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import type { ImportTable } from '../contract.ts'

/** `unit`: undefined where nobody chose one. */
type Lesson = { field: string | null; unit?: string | null }

/**
 * What applying an import teaches: headers that a person gave another field than proposed, or whose weak proposal
 * stood, and the unit that somebody chose for a column.
 */
function taught(tables: readonly ImportTable[]): Map<string, Lesson> {
  const lessons = new Map<string, Lesson>()
  for (const column of tables.filter((table) => table.use).flatMap((table) => table.columns)) {
    const header = headerKey(column)
    const { field, reason, unit } = column
    const confirmed = field !== null && (reason === 'similar' || reason === 'values' || reason === 'alias')
    const unitChosen = field !== null && column.unitBy === 'chosen'
    if (header !== '' && (reason === 'chosen' || confirmed || unitChosen))
      lessons.set(header, { field, ...(unitChosen ? { unit } : {}) })
  }
  return lessons
}

/** Remembers for the zone what headers mean and which unit their cells are in, so that the next file of this kind maps itself. */
export async function learn(db: Db, author: Author, tables: readonly ImportTable[]) {
  const lessons = taught(tables)
  const rows = await db
    .selectFrom('headerLesson')
    .select(['id', 'header', 'field', 'unit', 'revision'])
    .where('zoneId', '=', author.zoneId)
    .execute()
  const known = new Map(rows.map((row) => [row.header, row]))
  const fresh = [...lessons].filter(([header]) => !known.has(header))
  await insertRows(
    db,
    author,
    'header_lesson',
    fresh.map(([header, { field, unit = null }]) => ({
      id: uuidv7(),
      header,
      field,
      unit,
      learnedAt: author.at,
    })),
  )
  await updateRows(
    db,
    author,
    'header_lesson',
    [...lessons].flatMap(([header, { field, unit: chosen }]) => {
      const row = known.get(header)
      if (!row) return []
      const unit = chosen === undefined ? (row.field === field ? row.unit : null) : chosen
      return row.field === field && row.unit === unit
        ? []
        : [
            {
              id: row.id,
              revision: row.revision,
              set: { field, unit, learnedAt: author.at, removedAt: null },
            },
          ]
    }),
  )
}
