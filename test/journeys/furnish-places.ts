import { setTimeout } from 'node:timers/promises'
import type { RankedPlaces } from '../../src/features/matching/contract.ts'
import type { PlanRun } from '../../src/features/matching/plan-contract.ts'
import type { Caller } from './caller.ts'

/** A place kept for a project, and a plan of all that wait for one. */
export async function furnishPlaces(analyst: Caller, projectId: string) {
  const { items } = await analyst.get<RankedPlaces>(`/projects/${projectId}/places`)
  const land = items.find(({ kind, parts }) => kind === 'parcel' && parts.length === 1)
  await analyst.send('POST', `/projects/${projectId}/reservations`, {
    ...{ parcelIds: [land?.parts[0]?.id], roomIds: [], areaM2: null, untilOn: '2060-12-31' },
  })
  const { id } = await analyst.send<{ id: string }>('POST', '/plans', {
    name: '二季度统筹',
    stages: ['negotiating', 'underReview', 'signed', 'landed'],
  })
  for (;;) {
    const run = await analyst.get<PlanRun>(`/plans/runs/${id}`)
    if (run.state === 'done') return
    if (run.state === 'failed') throw new Error(`No plan: ${run.problem?.zh}`)
    await setTimeout(200)
  }
}
