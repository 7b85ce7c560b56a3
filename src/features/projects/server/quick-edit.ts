import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import { constant } from '../../../server/database/compile-sql.ts'
import { type Database, movedOn } from '../../../server/database/connect.ts'
import { type Author, updateExpected } from '../../../server/database/record.ts'
import type { Edits, EditsResult } from '../contract.ts'
import { type Field, fieldByKey, fields } from '../fields.ts'
import { ofOwnRow, textOf } from './field-sql.ts'
import { mayUpdateSql } from './policy.ts'
import { searched } from './search-entries.ts'
import { checkValue } from './validate.ts'

/** Fields whose change means more than the cell: they are written by the longer way. */
const moreThanACell = new Set<string>([
  ...searched,
  ...['corps', 'officer'],
  ...fields.filter((field) => field.personal).map(({ key }) => key),
])

/**
 * Cells of one project's own row, saved in one statement: the common case of somebody typing. Undefined: not such
 * a case, or not written, and the longer way finds out why.
 */
export async function quickEdit(
  database: Database,
  actor: Actor,
  author: Author,
  { edits, reason }: Edits,
): Promise<EditsResult | undefined> {
  const [first] = edits
  if (!first || reason) return undefined
  const cells = edits.flatMap(({ projectId, field: key, from, to }) => {
    const field = fieldByKey.get(key)
    if (field?.store.in !== 'project' || moreThanACell.has(key) || projectId !== first.projectId) return []
    // What was seen goes into the statement too: a value that no cell can hold is for the longer way to refuse.
    const unfit = checkValue(field, to) ?? (from === null ? undefined : checkValue(field, from))
    return from === to || unfit ? [] : [{ field, column: field.store.column, from, to }]
  })
  if (cells.length < edits.length || new Set(cells.map((cell) => cell.column)).size < cells.length)
    return undefined
  const answer = moved(cells.map((cell) => cell.field))
  const save = updateExpected(author, 'project', first.projectId, cells, mayUpdateSql(actor, 't'), answer)
  const [row] = await database.once(actor, save, 'project').catch((error: { code?: string }) => {
    if (error.code === movedOn) return []
    throw error
  })
  return row && { applied: cells.length, failures: [], rows: [{ id: first.projectId, values: row.answer }] }
}

/** Each field's key and what it holds now, put into text once. */
const told = new Map(
  fields
    .filter((field) => field.store.in === 'project' || ofOwnRow(field))
    .map((field) => [field.key, constant(sql`${sql.lit(field.key)}, ${textOf(field)}`)]),
)
const computedOfOwnRow = fields.filter(ofOwnRow).flatMap((field) => told.get(field.key) ?? [])
/** What these fields hold now, and what is computed from the project's own row. */
const moved = (edited: readonly Field[]) =>
  sql<Record<string, string | null>>`jsonb_build_object(${sql.join([
    ...edited.flatMap((field) => told.get(field.key) ?? []),
    ...computedOfOwnRow,
  ])})`
