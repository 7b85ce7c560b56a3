import { setTimeout } from 'node:timers/promises'
import type { RankedPlaces } from '../../src/features/matching/contract.ts'
import type { PlanRun } from '../../src/features/matching/plan-contract.ts'
import type { Caller } from './caller.ts'

/** A place kept for a project, and two plans of all that wait for one. */
export async function furnishPlaces(analyst: Caller, projectId: string) {
  const { items } = await analyst.get<RankedPlaces>(`/projects/${projectId}/places`)
  const land = items.find(({ kind, parts }) => kind === 'parcel' && parts.length === 1)
  await analyst.send('POST', `/projects/${projectId}/reservations`, {
    ...{ parcelIds: [land?.parts[0]?.id], roomIds: [], areaM2: null, untilOn: '2060-12-31' },
  })
  await makePlan(analyst, { name: '二季度统筹' })
  const units = await analyst.get<{ items: { id: string; kind: string }[] }>('/units')
  const corps = units.items.filter(({ kind }) => kind === 'corps')
  const quotas = corps.map(({ id: unitId }) => ({ unitId, measure: 'projects', most: 1 }))
  await makePlan(analyst, { name: '每个兵团一个', weights: 'tax:5', quotas })
}

async function makePlan(analyst: Caller, asked: object) {
  const stages = ['negotiating', 'underReview', 'signed', 'landed']
  const { id } = await analyst.send<{ id: string }>('POST', '/plans', { stages, ...asked })
  for (;;) {
    const run = await analyst.get<PlanRun>(`/plans/runs/${id}`)
    if (run.state === 'done') return
    if (run.state === 'failed') throw new Error(`No plan: ${run.problem?.zh}`)
    await setTimeout(200)
  }
}
