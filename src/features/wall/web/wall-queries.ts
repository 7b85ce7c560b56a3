import type { Day } from '../../../shared/days.ts'
import { monthOf } from '../../../shared/days.ts'
import type { Static } from '../../../shared/schema.ts'
import { api } from '../../../web/api.ts'
import type { BattleChart } from '../../charts/contract.ts'
import type { LitProjects } from '../../lights/contract.ts'
import type { Legend, MapState } from '../../map/contract.ts'
import type { Unit } from '../../organisation/contract.ts'
import type { Condition, Groups } from '../../projects/contract.ts'
import type { ParcelList } from '../../spaces/contract.ts'
import { type ParcelStatus, spaceLeft } from '../../spaces/statuses.ts'

/** Land that can still be offered, and what is being offered. */
export const offered: readonly ParcelStatus[] = [...spaceLeft, 'listed']

const redRows = 7
const ongoing: Condition = { field: 'standing', op: 'is', value: ['ongoing'] }
const signedIn = (year: string): Condition => ({ field: 'signed.actual', op: 'is', value: [year] })

/** Read again in any case, should a word of a change ever be lost. */
const rereadMs = 300_000

/** What moves together with land, and what with projects: the second part of a question's key. */
type Moving = 'land' | 'projects'
const ask = <T>(
  moving: Moving,
  key: readonly unknown[],
  path: string,
  query: Record<string, unknown> = {},
) => ({
  queryKey: ['wall', moving, ...key],
  queryFn: () => api.get<T>(path, query as Parameters<typeof api.get>[1]),
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: rereadMs,
})

const byCorps = (day: Day, where: Condition) =>
  ask<Static<typeof Groups>>('projects', ['groups', day, where], '/ledger/groups', {
    by: 'corps',
    where: JSON.stringify([where]),
  })

/** The questions of the lists themselves, so that the wall says what they say. */
export const wallQueries = {
  units: (day: Day) => ask<{ items: Unit[] }>('land', ['units', day], '/units'),
  map: (day: Day) => ask<MapState>('land', ['map', day], '/map'),
  ongoing: (day: Day) => byCorps(day, ongoing),
  signed: (day: Day) => byCorps(day, signedIn(day.slice(0, 4))),
  red: (day: Day) =>
    ask<LitProjects>('projects', ['lights', day], '/lights', { light: 'red', limit: redRows }),
  /** Of the month alone; the largest projects of each corps first. */
  tasks: (day: Day) =>
    ask<BattleChart>('projects', ['tasks', day], '/battle-chart', {
      ...{ from: monthOf(day), months: 1, only: 'todo', group: 'corps', sort: '-totalInvestment' },
    }),
  /** Of the year as it stands. */
  overdue: (day: Day) =>
    ask<BattleChart>('projects', ['overdue', day], '/battle-chart', {
      ...{ from: `${day.slice(0, 4)}-01`, months: 12, only: 'overdue', limit: 1 },
    }),
  space: (day: Day) => ask<ParcelList>('land', ['space', day], '/parcels', { status: offered, limit: 1 }),
  /** Of a corps, as the map's legend counts it. */
  legend: (day: Day, unitId: string) =>
    ask<Legend>('land', ['legend', day, unitId], '/map/legend', { unitId }),
  listed: (day: Day) =>
    ask<ParcelList>('land', ['listed', day], '/parcels', { status: ['listed'], sort: '-area', limit: 100 }),
}
