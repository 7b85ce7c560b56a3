import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { addDays, shanghaiDay } from '../../../../shared/days.ts'
import { listAgreements } from '../../../cooperation/server/read-cooperation.ts'
import { itemsAtMost, nowOf, type RaisedSource, settledDays } from '../source.ts'
import { agreementMatter } from '../waiting/agreements.ts'

/** Agreements that this person proposed: until they are settled, and a while after. */
export const raisedAgreements: RaisedSource = async (db, actor, day) => {
  if (!mayCall(actor, 'project:read')) return undefined
  const { items } = await listAgreements(db, nowOf(actor), { raised: 'me' }, day)
  const since = addDays(day, -settledDays)
  const own = items.filter(
    ({ state, steps }) =>
      state === 'proposed' ||
      state === 'agreed' ||
      steps.some(({ takenAt }) => shanghaiDay(Date.parse(takenAt)) >= since),
  )
  return {
    kind: 'agreement',
    title: say('您提出的流转与共建', 'Agreements you proposed'),
    address: '/cooperation?show=underWay',
    items: own.slice(0, itemsAtMost).map(agreementMatter),
    total: own.length,
  }
}
