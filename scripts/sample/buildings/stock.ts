import { type BuildingKind, buildingKindWords } from '../../../src/features/buildings/words.ts'
import { addDays, addMonths, type Day } from '../../../src/shared/days.ts'
import { brand, brandCount } from '../brands.ts'
import { profiles } from '../corps/all.ts'
import type { Plot } from '../land/plots.ts'
import { campusesOf, spotAt } from '../land/spots.ts'
import { type Luck, luck } from '../random.ts'

export type SampleLease = {
  tenant: string | null
  kind: '已租' | '自用' | '预留'
  from: Day
  to: Day | null
  rent: number | null
}
export type SampleRoom = {
  level: number
  number: string
  area: number
  leases: SampleLease[]
  asking: number | null
  ready: Day | null
}
export type SampleBuilding = {
  campus: string
  block: number
  kind: BuildingKind
  plot: Plot
  spot: [number, number]
  completed: Day
  owner: string
  lift: number | null
  /** 层高 m and 荷载 t/㎡ by level. */
  floors: Map<number, { height: number; load: number }>
  rooms: SampleRoom[]
}

const kindOf = (name: string): BuildingKind =>
  /未来工厂/.test(name)
    ? 'vertical_factory'
    : /标准厂房|小微|智造/.test(name)
      ? 'factory'
      : /创新谷|加速器|科创|创博/.test(name)
        ? 'research'
        : /总部|大厦|数字港/.test(name)
          ? 'office'
          : 'mixed'

/** Storeys, rooms to a storey, the size of one, what the ground floor and those above carry, and the rent 元/㎡·月. */
const builds: Record<
  BuildingKind,
  {
    storeys: [number, number]
    rooms: [number, number]
    area: [number, number]
    height: [number, number]
    load: [number, number]
    rent: [number, number]
  }
> = {
  vertical_factory: {
    storeys: [6, 9],
    rooms: [2, 3],
    area: [900, 1800],
    height: [7.2, 5.4],
    load: [2, 1],
    rent: [22, 32],
  },
  factory: {
    storeys: [3, 5],
    rooms: [3, 4],
    area: [600, 1300],
    height: [6, 4.8],
    load: [1.5, 0.8],
    rent: [18, 26],
  },
  office: {
    storeys: [8, 12],
    rooms: [3, 5],
    area: [120, 460],
    height: [5.1, 4.2],
    load: [0.5, 0.35],
    rent: [45, 75],
  },
  research: {
    storeys: [5, 8],
    rooms: [3, 5],
    area: [180, 620],
    height: [5.4, 4.5],
    load: [0.8, 0.5],
    rent: [30, 50],
  },
  mixed: {
    storeys: [5, 7],
    rooms: [3, 4],
    area: [150, 520],
    height: [5.4, 4.2],
    load: [0.5, 0.35],
    rent: [28, 45],
  },
}

/** Twenty buildings where the ledger says that projects rent; those who rent them here are invented. */
export function stockOf(plots: readonly Plot[]): SampleBuilding[] {
  const campuses = campusesOf(plots)
  let tenants = brandCount
  const nextTenant = () => `${brand(--tenants)}（杭州）有限公司`
  return profiles.flatMap(({ key, buildings }) =>
    buildings.flatMap((campus, at) => {
      const plot = campuses.get(`${key} ${campus}`)
      if (!plot) throw new Error(`${campus} stands nowhere.`)
      return (at === 0 ? [1, 2] : [1]).map((block) => buildingOf(campus, block, plot, nextTenant))
    }),
  )
}

function buildingOf(campus: string, block: number, plot: Plot, nextTenant: () => string): SampleBuilding {
  const chance = luck(`building-${campus}-${block}`)
  const kind = kindOf(campus)
  const build = builds[kind]
  const storeys = chance.between(...build.storeys)
  const isNew = campus === '三江数字文化园'
  const floors = new Map<number, { height: number; load: number }>()
  const rooms: SampleRoom[] = []
  for (let level = storeys; level >= -1; level--) {
    if (level === 0 || (level < 0 && kind !== 'office')) continue
    floors.set(level, { height: build.height[level === 1 ? 0 : 1], load: build.load[level === 1 ? 0 : 1] })
    const count = level < 0 ? 1 : chance.between(...build.rooms)
    for (let at = 1; at <= count; at++)
      rooms.push(
        roomOf(
          level,
          at,
          build,
          chance,
          level < 0 ? '2023-03-31' : isNew && level > 3 ? '2027-06-30' : null,
          nextTenant,
        ),
      )
  }
  return {
    campus,
    block,
    kind,
    plot,
    spot: spotAt(plot, block === 1 ? 5 : 6),
    completed: isNew
      ? '2021-12-31'
      : `${chance.between(2012, 2019)}-${String(chance.between(1, 12)).padStart(2, '0')}-28`,
    owner: chance.pick(['萧山经济技术开发区国控集团（示意）', '开发区产业园运营公司（示意）']),
    lift: kind === 'factory' || kind === 'vertical_factory' ? chance.pick([2, 3, 5]) : null,
    floors,
    rooms,
  }
}

function roomOf(
  level: number,
  at: number,
  build: (typeof builds)[BuildingKind],
  chance: Luck,
  ready: Day | null,
  nextTenant: () => string,
): SampleRoom {
  const area =
    level < 0 ? chance.between(1200, 2600) : chance.between(...build.area) + chance.pick([0, 0.5, 0.25])
  const rent = chance.between(...build.rent)
  const number = level < 0 ? `B${-level}0${at}` : `${level}0${at}`
  const isFree = chance.chance(0.16) || level < 0
  return {
    level,
    number,
    area,
    ready: level < 0 ? null : ready,
    asking: isFree || chance.chance(0.3) ? rent : null,
    leases: isFree || (ready !== null && level > 0) ? [] : leasesOf(rent, chance, nextTenant),
  }
}

/** Most run for years to come, some end as each survey closes, some rooms have a second tenant by 2022. */
function leasesOf(rent: number, chance: Luck, nextTenant: () => string): SampleLease[] {
  if (chance.chance(0.06)) return [{ tenant: null, kind: '自用', from: '2019-06-01', to: null, rent: null }]
  const from = addMonths('2017-01-01', chance.between(0, 47))
  const monthly = () => rent + chance.between(-3, 3)
  if (chance.chance(0.15)) {
    const end = addDays(addMonths('2021-02-01', chance.between(0, 8)), -1)
    const first: SampleLease = { tenant: nextTenant(), kind: '已租', from, to: end, rent: monthly() }
    const next = addDays(end, 1)
    if (chance.chance(0.4)) return [first]
    return [
      first,
      { tenant: nextTenant(), kind: '已租', from: next, to: lastDay(next, chance), rent: monthly() },
    ]
  }
  if (chance.chance(0.04))
    return [
      {
        tenant: nextTenant(),
        kind: '预留',
        from: '2022-01-10',
        to: addMonths('2022-07-31', chance.between(0, 60)),
        rent: null,
      },
    ]
  return [{ tenant: nextTenant(), kind: '已租', from, to: lastDay(from, chance), rent: monthly() }]
}

/** A fifth by 2024, the others over the ten years after. */
const lastDay = (from: Day, chance: Luck): Day =>
  addDays(
    addMonths(
      chance.chance(0.2) ? '2022-04-01' : from < '2020-01-01' ? '2026-12-01' : '2027-02-01',
      chance.between(0, chance.chance(0.5) ? 18 : 72),
    ),
    -1,
  )

export const kindWord = (kind: BuildingKind) => buildingKindWords[kind].zh
