import type { ProjectApprovals } from '../../src/features/approvals/contract.ts'
import type { Caller } from './caller.ts'

/** A chain with a matter granted, one overdue, one with the owner, and the rest waiting. */
export async function furnishApprovals(as: Caller, projectId: string) {
  let now = await as.send<ProjectApprovals>('PUT', `/projects/${projectId}/approvals/chain`, {
    chain: 'ordinary90',
  })
  const itemOf = (key: string) => {
    const item = now.items.find((one) => one.item === key)
    if (!item) throw new Error(`The chain has no ${key}.`)
    return item
  }
  const change = async (key: string, set: object) => {
    const { id, revision } = itemOf(key)
    now = await as.send<ProjectApprovals>('PATCH', `/approvals/${id}`, { revision, ...set })
  }
  await change('filing', { acceptedOn: '2022-01-24' })
  await as.send('POST', `/approvals/${itemOf('filing').id}/stops`, {
    fromOn: '2022-01-26',
    toOn: '2022-02-08',
    turn: 'owner',
    reason: '能耗说明退业主补正',
  })
  await change('filing', { decidedOn: '2022-02-10', certificateNo: '2201-330109-04-01-000123' })
  await change('landPlanning', { acceptedOn: '2022-02-14', limitDays: 20 })
  await change('designReview', { acceptedOn: '2022-02-16' })
  await as.send('POST', `/approvals/${itemOf('designReview').id}/stops`, {
    fromOn: '2022-02-18',
    turn: 'review',
    reason: '组织专家评审会',
  })
}
