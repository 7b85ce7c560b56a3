import { setTimeout } from 'node:timers/promises'
import type { RankedPlaces } from '../../src/features/matching/contract.ts'
import type { PlanRun } from '../../src/features/matching/plan-contract.ts'
import type { Caller } from './caller.ts'

export type PlaceFurniture = {
  /** Kept in part for one project, and for another. */
  keptParcelId: string
  planId: string
}

/** Places kept for projects, whole and in part, and a plan of all that wait for one. */
export async function furnishPlaces(
  analyst: Caller,
  officer: Caller,
  projectId: string,
): Promise<PlaceFurniture> {
  const { items } = await analyst.get<RankedPlaces>(`/projects/${projectId}/places`)
  const land = items.find(({ kind, parts }) => kind === 'parcel' && parts.length === 1)
  await analyst.send('POST', `/projects/${projectId}/reservations`, {
    ...{ parcelIds: [land?.parts[0]?.id], roomIds: [], areaM2: null, untilOn: '2060-12-31' },
  })
  // One that the officer may not know of.
  type Rows = { items: { id: string; stage: string }[] }
  const known = new Set((await officer.get<Rows>('/ledger?limit=500')).items.map(({ id }) => id))
  const all = (await analyst.get<Rows>('/ledger?limit=500')).items
  const otherId = all.find(({ id, stage }) => stage === 'negotiating' && !known.has(id))?.id
  if (!otherId) throw new Error('The sample has no project that the officer may not know of.')
  const [large] = items
    .filter(({ kind, parts: [part] }) => kind === 'part' && part?.id !== land?.parts[0]?.id)
    .map(({ parts: [part] }) => part)
  if (!large) throw new Error('The sample has no parcel to be taken in part.')
  for (const [id, areaM2] of [
    [projectId, '4200'],
    [otherId, '3600.5'],
  ])
    await analyst.send('POST', `/projects/${id}/reservations`, {
      ...{ parcelIds: [large.id], roomIds: [], areaM2, untilOn: '2060-06-30' },
    })
  const { id } = await analyst.send<{ id: string }>('POST', '/plans', {
    name: '二季度统筹',
    stages: ['negotiating', 'underReview', 'signed', 'landed'],
  })
  for (;;) {
    const run = await analyst.get<PlanRun>(`/plans/runs/${id}`)
    if (run.state === 'done' && run.planId) return { keptParcelId: large.id, planId: run.planId }
    if (run.state === 'failed') throw new Error(`No plan: ${run.problem?.zh}`)
    await setTimeout(200)
  }
}
