import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { addDays } from '../../../../shared/days.ts'
import { listActs, type StoredAct } from '../../../organisation/server/reorganisation-queries.ts'
import { itemsAtMost, nowOf, type RaisedSource, settledDays } from '../source.ts'
import { actMatter } from '../waiting/acts.ts'

const stateOf = ({ status, effectiveOn }: StoredAct) =>
  ({
    draft: say(`待确认，拟于 ${effectiveOn} 生效`, `to be confirmed, for ${effectiveOn}`),
    confirmed: say(`已确认，${effectiveOn} 生效`, `confirmed, takes effect on ${effectiveOn}`),
    stopped: say(`${effectiveOn} 未能生效`, `could not take effect on ${effectiveOn}`),
    done: say(`${effectiveOn} 已生效`, `in effect since ${effectiveOn}`),
    undone: say('已撤销', 'undone'),
  })[status]

/** Reorganisations that this person drafted: until they take effect, and a while after. */
export const raisedActs: RaisedSource = async (db, actor, day) => {
  if (!mayCall(nowOf(actor), 'reorganisation:create')) return undefined
  const acts = (await listActs(db, actor.zoneId)).filter(
    ({ createdById, status, effectiveOn }) =>
      createdById === actor.memberId &&
      (['draft', 'confirmed', 'stopped'].includes(status) || effectiveOn >= addDays(day, -settledDays)),
  )
  return {
    kind: 'act',
    title: say('您拟订的机构调整', 'Reorganisations you drafted'),
    address: '/settings/organisation',
    items: acts.slice(0, itemsAtMost).map((act) => actMatter(act, stateOf(act))),
    total: acts.length,
  }
}
