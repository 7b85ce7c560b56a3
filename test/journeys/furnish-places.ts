import { setTimeout } from 'node:timers/promises'
import type { RankedPlaces } from '../../src/features/matching/contract.ts'
import type { PlanRun } from '../../src/features/matching/plan-contract.ts'
import type { Caller } from './caller.ts'

export type PlaceFurniture = {
  /** Kept in part for one project, and for another. */
  keptParcelId: string
  /** Its places are kept; those of the other are proposed. */
  adoptedPlanId: string
  planId: string
}

/** Places kept for projects, whole and in part, a plan that is adopted, and one of all that wait for a place. */
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
  type Rows = { items: { id: string; stage: string; standing: string }[] }
  const known = new Set((await officer.get<Rows>('/ledger?limit=500')).items.map(({ id }) => id))
  const all = (await analyst.get<Rows>('/ledger?limit=500')).items
  const isOther = ({ id, stage, standing }: Rows['items'][number]) =>
    stage === 'negotiating' && standing === 'ongoing' && !known.has(id)
  const otherId = all.find(isOther)?.id
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
  const adopted = await makePlan(analyst, '一季度统筹', ['underReview'])
  await analyst.send('POST', `/plans/${adopted}/adopt`, { untilOn: '2060-03-31', revision: 1 })
  const planId = await makePlan(analyst, '二季度统筹', ['negotiating', 'signed', 'landed'])
  return { keptParcelId: large.id, adoptedPlanId: adopted, planId }
}

async function makePlan(analyst: Caller, name: string, stages: string[]): Promise<string> {
  const { id } = await analyst.send<{ id: string }>('POST', '/plans', { name, stages })
  for (;;) {
    const run = await analyst.get<PlanRun>(`/plans/runs/${id}`)
    if (run.state === 'done' && run.planId) return run.planId
    if (run.state === 'failed') throw new Error(`No plan: ${run.problem?.zh}`)
    await setTimeout(200)
  }
}
