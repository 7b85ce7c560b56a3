import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { mayUpdateSql } from '../../../projects/server/policy.ts'
import { itemsAtMost, nowOf, type WaitingSource } from '../source.ts'
import { listUnverified, verificationMatter } from '../unverified.ts'

/** Milestones with papers that this person may verify: not their own date, not their own paper. */
export const verificationsWaiting: WaitingSource = async (db, actor, day) => {
  if (!mayCall(actor, 'project:read')) return undefined
  const all = await listUnverified(db, actor, day, mayUpdateSql(nowOf(actor), 'p'))
  const open = all.filter(({ authors }) => !authors.includes(actor.memberId))
  return {
    kind: 'verification',
    title: say('待您核验的节点', 'Milestones for you to verify'),
    address: null,
    items: open.slice(0, itemsAtMost).map(verificationMatter),
    total: open.length,
  }
}
