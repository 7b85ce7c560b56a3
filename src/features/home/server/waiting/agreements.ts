import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import type { Agreement } from '../../../cooperation/contract.ts'
import { listAgreements } from '../../../cooperation/server/read-cooperation.ts'
import { itemsAtMost, matter, nowOf, type WaitingSource } from '../source.ts'

/** Transfers and joint projects that this person's unit has not answered yet. */
export const agreementsWaiting: WaitingSource = async (db, actor, day) => {
  if (!mayCall(actor, 'project:read')) return undefined
  const { items, total } = await listAgreements(db, nowOf(actor), { waiting: 'me' }, day)
  return {
    kind: 'agreement',
    title: say('等您答复的流转与共建', 'Agreements to answer'),
    address: '/cooperation',
    items: items.slice(0, itemsAtMost).map(agreementMatter),
    total,
  }
}

export const agreementMatter = ({
  id,
  projectId,
  projectName,
  kind,
  fromName,
  toName,
  state,
  effectiveOn,
}: Agreement) =>
  matter({
    id,
    name: projectName,
    address: `/projects/${projectId}?tab=cooperation`,
    note:
      kind === 'transfer'
        ? say(`流转：${fromName} → ${toName}`, `transfer: ${fromName} → ${toName}`)
        : say(`${fromName}牵头共建`, `joint, led by ${fromName}`),
    state: stateWords[state],
    on: effectiveOn,
  })

const stateWords = {
  proposed: say('待各方同意', 'to be agreed'),
  agreed: say('已同意，待生效', 'agreed, not yet in effect'),
  done: say('已生效', 'in effect'),
  refused: say('被拒绝', 'refused'),
  withdrawn: say('已撤回', 'withdrawn'),
  stopped: say('未能生效', 'could not take effect'),
  replaced: say('已被新协议取代', 'replaced by another'),
  takenBack: say('已收回', 'taken back'),
}
