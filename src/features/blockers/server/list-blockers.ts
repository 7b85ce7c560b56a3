import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { BlockerCounts, BlockerList, BlockerQuery, ListedBlocker } from '../contract.ts'
import { listPosts } from './holders.ts'
import { type CountRow, countBlockers, pageOfBlockers } from './queries.ts'
import { shownBlocker } from './shown.ts'

/** Blockers by what is asked for, the longest first, with exact counts by corps and level. */
export async function listBlockers(
  db: Db,
  actor: Actor,
  query: BlockerQuery,
  today: Day,
): Promise<BlockerList> {
  const counts = await countBlockers(db, actor, query)
  const posts = await listPosts(db, actor.zoneId, today)
  const rows = await pageOfBlockers(db, actor, query, today)
  const isChosen = ({ corpsId, level }: CountRow) =>
    (query.corps === undefined || (corpsId ?? 'none') === query.corps) &&
    (query.level === undefined || level === query.level)
  return {
    today,
    items: rows.map((row) => shownBlocker(actor, row, posts, today)),
    total: counts.filter(isChosen).reduce((sum, { count }) => sum + count, 0),
    byCorps: [...Map.groupBy(counts, ({ corpsId }) => corpsId)].map(([corpsId, own]) => ({
      corpsId,
      counts: countsOf(own),
    })),
  }
}

function countsOf(rows: readonly CountRow[]): BlockerCounts {
  const counts: BlockerCounts = { officer: 0, corps: 0, zone: 0, joint: 0 }
  for (const { level, count } of rows) counts[level] += count
  return counts
}

const eachAtMost = 20

/** For today's page: the blockers that wait for a person, and those that they raised and where these are now. */
export async function blockersOfPerson(
  db: Db,
  actor: Actor,
  today: Day,
): Promise<{ waiting: ListedBlocker[]; raised: ListedBlocker[] }> {
  const posts = await listPosts(db, actor.zoneId, today)
  const read = async (query: BlockerQuery) =>
    (await pageOfBlockers(db, actor, { ...query, limit: eachAtMost }, today)).map((row) =>
      shownBlocker(actor, row, posts, today),
    )
  return { waiting: await read({ waiting: 'me' }), raised: await read({ raised: 'me' }) }
}
