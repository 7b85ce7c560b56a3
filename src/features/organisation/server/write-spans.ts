import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, type NewRow, updateRows } from '../../../server/database/record.ts'
import type { GoalNow, HoldingNow } from '../model/state.ts'
import { revisionsOf } from './reorganisation-queries.ts'

type Span = { id: string; toOn: string | null }
type Rows<T> = ReadonlyMap<string, T>

/** Writes what an act made of rows that last between two days: gone, ended, begun. */
export async function writeSpans<T extends Span, K extends 'post' | 'territory_holding' | 'goal'>(
  db: Db,
  author: Author,
  table: K,
  before: Rows<T>,
  after: Rows<T>,
  rowOf: (one: T) => NewRow<K>,
) {
  const gone = [...before.keys()].filter((id) => !after.has(id))
  const ended = [...after.values()].filter(({ id, toOn }) => before.has(id) && before.get(id)?.toOn !== toOn)
  const begun = [...after.values()].filter(({ id }) => !before.has(id))
  const revisions = await revisionsOf(db, author.zoneId, table, [...gone, ...ended.map(({ id }) => id)])
  const at = (id: string) => ({ id, revision: revisions.get(id) ?? 0 })
  const removed = await updateRows(
    db,
    author,
    table,
    gone.map((id) => ({ ...at(id), set: { removedAt: author.at } as never })),
    'remove',
  )
  const over = await updateRows(
    db,
    author,
    table,
    ended.map(({ id, toOn }) => ({ ...at(id), set: { toOn } as never })),
  )
  if (removed.size + over.size < gone.length + ended.length)
    throw new Error(`A row of ${table} moved on while it was held.`)
  await insertRows(db, author, table, begun.map(rowOf))
}

export const writeHoldings = (db: Db, author: Author, before: Rows<HoldingNow>, after: Rows<HoldingNow>) =>
  writeSpans(db, author, 'territory_holding', before, after, (holding) => ({ ...holding }))

export const writeGoals = (db: Db, author: Author, before: Rows<GoalNow>, after: Rows<GoalNow>) =>
  writeSpans(db, author, 'goal', before, after, (goal) => ({
    ...goal,
    setBy: author.memberId,
    setAt: author.at,
  }))
