import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import { type Database, movedOn } from '../../../server/database/connect.ts'
import { type Author, updateExpected } from '../../../server/database/record.ts'
import type { Edits, EditsResult, LedgerRow } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { line, progressJoin } from './field-sql.ts'
import { abilitiesSql, mayUpdateSql } from './policy.ts'
import { searched } from './search-entries.ts'
import { checkValue } from './validate.ts'

/** Fields whose change means more than the cell: they are written by the longer way. */
const moreThanACell = new Set<string>([...searched, 'corps', 'officer'])

/**
 * Cells of one project's own row, saved in one statement: the common case of somebody typing. Undefined: not such
 * a case, or not written, and the longer way finds out why.
 */
export async function quickEdit(
  database: Database,
  actor: Actor,
  author: Author,
  { edits }: Edits,
): Promise<EditsResult | undefined> {
  const [first] = edits
  if (!first) return undefined
  const cells = edits.flatMap(({ projectId, field: key, from, to }) => {
    const field = fieldByKey.get(key)
    if (field?.store.in !== 'project' || moreThanACell.has(key) || projectId !== first.projectId) return []
    // What was seen goes into the statement too: a value that no cell can hold is for the longer way to refuse.
    const unfit = checkValue(field, to) ?? (from === null ? undefined : checkValue(field, from))
    return from === to || unfit ? [] : [{ column: field.store.column, from, to }]
  })
  if (cells.length < edits.length || new Set(cells.map((cell) => cell.column)).size < cells.length)
    return undefined
  const answer = sql<LedgerRow>`(
    select ${line} || jsonb_build_object('abilities', ${abilitiesSql(actor)}) from (values (1)) one ${progressJoin(actor.zoneId).text})`
  const row = await database
    .once(actor, (db) =>
      updateExpected(db, author, 'project', first.projectId, cells, mayUpdateSql(actor, 't'), answer),
    )
    .catch((error: { code?: string }) => {
      if (error.code === movedOn) return undefined
      throw error
    })
  return row && { applied: cells.length, failures: [], rows: [row] }
}
