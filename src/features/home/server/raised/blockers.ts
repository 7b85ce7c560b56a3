import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { countBlockers, pageOfBlockers } from '../../../blockers/server/queries.ts'
import { itemsAtMost, nowOf, type RaisedSource } from '../source.ts'
import { blockerMatter } from '../waiting/blockers.ts'

/** Blockers that this person raised and that are still open, with the level they have come to. */
export const raisedBlockers: RaisedSource = async (db, actor, day) => {
  if (!mayCall(actor, 'project:read')) return undefined
  const query = { raised: 'me' as const, limit: itemsAtMost }
  const items = await pageOfBlockers(db, nowOf(actor), query, day)
  const counts = await countBlockers(db, nowOf(actor), query)
  return {
    kind: 'blocker',
    title: say('您提出的卡点', 'Blockers you raised'),
    address: '/blockers?raised=me',
    items: items.map((row) => blockerMatter(row, day)),
    total: counts.reduce((sum, { count }) => sum + count, 0),
  }
}
