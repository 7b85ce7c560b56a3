import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { listDuplicates } from '../../../duplicates/server/queue.ts'
import { itemsAtMost, matter, type WaitingSource } from '../source.ts'

/** Pairs that may be one project, the surest first. */
export const duplicatesWaiting: WaitingSource = async (db, actor) => {
  if (!mayCall(actor, 'duplicate:read')) return undefined
  const { items, total } = await listDuplicates(db, actor, { limit: itemsAtMost })
  return {
    kind: 'duplicate',
    title: say('疑似重复的项目', 'Projects that may be there twice'),
    address: '/ledger/duplicates',
    items: items.map(({ first, second }) =>
      matter({
        id: `${first.id} ${second.id}`,
        name: first.name,
        address: `/ledger/duplicates/${first.id}/${second.id}`,
        note: say(`与 ${second.name}`, `and ${second.name}`),
      }),
    ),
    total,
  }
}
