import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { PromiseCounts, PromiseList, PromiseQuery } from '../contract.ts'
import { promiseStates } from '../model/promise-state.ts'
import { listPromised } from './promised.ts'

/** What is due, late, or short and by how much: the latest first, then by state. */
export async function readPromises(
  db: Db,
  zoneId: string,
  { state, corps, limit = 100, offset = 0 }: PromiseQuery,
  today: Day,
): Promise<PromiseList> {
  const all = await listPromised(db, zoneId, today)
  const byCorps = new Map<string | null, PromiseCounts>()
  for (const { corpsId, state: own } of all) {
    const counts = byCorps.get(corpsId) ?? noPromises()
    counts[own]++
    byCorps.set(corpsId, counts)
  }
  const ofCorps = corps === undefined ? all : all.filter(({ corpsId }) => (corpsId ?? 'none') === corps)
  const counts = noPromises()
  for (const { state: own } of ofCorps) counts[own]++
  const chosen = ofCorps.filter((one) => state === undefined || one.state === state)
  const items = chosen.sort(
    (a, b) =>
      promiseStates.indexOf(a.state) - promiseStates.indexOf(b.state) ||
      b.lateDays - a.lateDays ||
      (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
  )
  return {
    day: today,
    counts,
    byCorps: [...byCorps].map(([corpsId, own]) => ({ corpsId, counts: own })),
    items: items.slice(offset, offset + limit),
    total: items.length,
  }
}

const noPromises = (): PromiseCounts => ({ late: 0, short: 0, due: 0, running: 0, kept: 0 })
