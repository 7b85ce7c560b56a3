import { v7 as uuidv7 } from 'uuid'
import { headerKey } from '../../../engine/ledger/headers.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import type { ImportTable } from '../contract.ts'

/** What applying an import teaches: headers that a person gave another field than proposed, or whose weak proposal stood. */
function taught(tables: readonly ImportTable[]): Map<string, string | null> {
  const lessons = new Map<string, string | null>()
  for (const column of tables.filter((table) => table.use).flatMap((table) => table.columns)) {
    const header = headerKey(column)
    const confirmed =
      column.field !== null &&
      (column.reason === 'similar' || column.reason === 'values' || column.reason === 'alias')
    if (header !== '' && (column.reason === 'chosen' || confirmed)) lessons.set(header, column.field)
  }
  return lessons
}

/** Remembers for the zone what headers mean, so that the next file of this kind maps itself. */
export async function learn(db: Db, author: Author, tables: readonly ImportTable[]) {
  const lessons = taught(tables)
  const rows = await db
    .selectFrom('headerLesson')
    .select(['id', 'header', 'field', 'revision'])
    .where('zoneId', '=', author.zoneId)
    .execute()
  const known = new Map(rows.map((row) => [row.header, row]))
  const fresh = [...lessons].filter(([header]) => !known.has(header))
  await insertRows(
    db,
    author,
    'header_lesson',
    fresh.map(([header, field]) => ({ id: uuidv7(), header, field, learnedAt: author.at })),
  )
  await updateRows(
    db,
    author,
    'header_lesson',
    [...lessons].flatMap(([header, field]) => {
      const row = known.get(header)
      return row && row.field !== field
        ? [{ id: row.id, revision: row.revision, set: { field, learnedAt: author.at, removedAt: null } }]
        : []
    }),
  )
}
