/** A made-up zone for matching: projects that want more than there is, on parcels and in rooms, from a seed. */
import type { Criterion } from '../src/engine/matching/criterion.ts'
import type { MatchInput } from '../src/engine/matching/input.ts'
import type { Quota } from '../src/engine/matching/problem.ts'
import type { Project } from '../src/engine/matching/project.ts'
import type { Rule } from '../src/engine/matching/rule.ts'
import type { Parcel, Point, Room, Space } from '../src/engine/matching/space.ts'
import { addDays } from '../src/shared/days.ts'

const m2PerMu = 2000 / 3
const corps = ['corps-1', 'corps-2', 'corps-3', 'corps-4', 'corps-5']
const chains = 6
const today = '2026-01-01'

export function matchingZone(projectCount: number, spaceCount: number, seed: number): MatchInput {
  const random = randomFrom(seed)
  const between = (least: number, most: number) => least + (most - least) * random()
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  /** 亩, most of them 10 to 60. */
  const landMu = () => Math.min(200, Math.max(5, Math.exp(Math.log(25) + 0.8 * normal())))
  const maybe = (chance: number) => random() < chance

  const roomCount = Math.floor(spaceCount / 3)
  const side = Math.ceil(Math.sqrt(spaceCount))
  const placeOf = (at: number): Point => [(at % side) * 300, Math.floor(at / side) * 300]
  const partners = Array.from({ length: chains }, () =>
    Array.from({ length: 3 }, (): Point => [between(0, side * 300), between(0, side * 300)]),
  )
  const parcels = Array.from({ length: spaceCount - roomCount }, (_, at): Parcel => {
    const areaM2 = Math.round(landMu() * 1.1 * m2PerMu)
    return {
      kind: 'parcel',
      id: `parcel-${String(at).padStart(5, '0')}`,
      areaM2,
      readyOn: maybe(0.05) ? null : addDays(today, Math.floor(between(0, 720))),
      position: placeOf(at),
      figures: {},
      reservations: maybe(0.03)
        ? [{ project: 'outside', period: { from: today, to: null }, areaM2: null }]
        : [],
      // A fifth has its neighbour to the east.
      neighbours: maybe(0.2)
        ? [{ id: `parcel-${String(at + 1).padStart(5, '0')}`, borderM: between(30, 200) }]
        : [],
      leastPartM2: areaM2 > 40 * m2PerMu && maybe(0.5) ? Math.round(10 * m2PerMu) : null,
    }
  })
  const rooms = Array.from({ length: roomCount }, (_, at): Room => {
    const floor = Math.floor(at / 6)
    return {
      kind: 'room',
      id: `room-${String(at).padStart(5, '0')}`,
      areaM2: Math.round(between(300, 2500)),
      readyOn: addDays(today, Math.floor(between(0, 360))),
      position: placeOf(spaceCount - roomCount + floor * 6),
      figures: {},
      reservations: [],
      floor: `building-${Math.floor(floor / 8)}/${floor % 8}`,
      loadTPerM2: floor % 8 === 0 ? 2 : floor % 8 < 3 ? 1 : 0.5,
      heightM: floor % 8 === 0 ? 7.9 : 4.5,
    }
  })
  const spaces: Space[] = [...parcels, ...rooms]

  const projects = Array.from({ length: projectCount }, (_, at): Project => {
    const isRoom = maybe(1 / 3)
    const areaM2 = Math.round(isRoom ? between(400, 4500) : landMu() * 1.4 * m2PerMu)
    const mu = areaM2 / m2PerMu
    // 万元: land 10–60 a mu; a floor is taxed by its ㎡.
    const tax = Math.round(isRoom ? areaM2 * between(0.05, 0.25) : mu * between(10, 60))
    return {
      id: `project-${String(at).padStart(5, '0')}`,
      // Some corps bring far more than others, so that their quotas bind.
      corps: corps[Math.floor(corps.length * random() ** 1.7)] ?? '',
      gain: tax,
      figures: { tax, output: tax * between(8, 20), investment: mu * between(200, 800) },
      partners: partners[Math.floor(random() * chains)] ?? [],
      need: {
        kinds: [isRoom ? 'room' : 'parcel'],
        areaM2,
        leastM2: Math.round(areaM2 * 0.9),
        mostM2: Math.round(areaM2 * 1.25),
        on: addDays(today, Math.floor(between(0, 540))),
        latestOn: addDays(today, Math.floor(between(540, 1080))),
        days: isRoom ? 365 * Math.round(between(1, 5)) : null,
        loadTPerM2: isRoom && maybe(0.3) ? 1 : null,
        heightM: isRoom && maybe(0.15) ? 6 : null,
      },
    }
  })

  const rules = parcels
    .filter(() => maybe(1 / 3))
    .map(
      ({ id }): Rule => ({
        id: `tax.${id}`,
        on: 'project',
        indicator: 'tax',
        isPerMu: true,
        unit: '万元/亩',
        projects: null,
        spaces: [id],
        op: 'atLeast',
        value: Math.round(between(12, 30)),
      }),
    )
  const intensity: Rule = {
    id: 'investment',
    on: 'project',
    indicator: 'investment',
    isPerMu: true,
    unit: '万元/亩',
    projects: projects.filter(({ need }) => need.kinds[0] === 'parcel').map(({ id }) => id),
    spaces: null,
    op: 'atLeast',
    value: 250,
  }
  const land = parcels.reduce((sum, { areaM2 }) => sum + areaM2, 0)
  const quotas = corps.flatMap((name): Quota[] => [
    { id: `land.${name}`, corps: name, measure: 'areaM2', kind: 'parcel', least: null, most: land * 0.24 },
    {
      id: `count.${name}`,
      corps: name,
      measure: 'projects',
      kind: null,
      least: Math.floor(projectCount / 40),
      most: null,
    },
  ])
  return { projects, spaces, rules: [intensity, ...rules], criteria, quotas, acceptUnknown: false }
}

const criteria: Criterion[] = [
  { id: 'tax', kind: 'perMu', figure: 'tax', weight: 3, zero: 0, one: 60 },
  { id: 'output', kind: 'perMu', figure: 'output', weight: 1, zero: 0, one: 900 },
  { id: 'investment', kind: 'perMu', figure: 'investment', weight: 2, zero: 200, one: 800 },
  { id: 'chain', kind: 'partners', weight: 1.5, zero: 8000, one: 0 },
  { id: 'fragment', kind: 'fragment', weight: 1, zero: 1, one: 0 },
  { id: 'ready', kind: 'late', weight: 1, zero: 540, one: 0 },
  { id: 'area', kind: 'areaFit', weight: 2, zero: 0.3, one: 0 },
  { id: 'load', kind: 'load', weight: 0.5, zero: 0.5, one: 1.5 },
  { id: 'height', kind: 'height', weight: 0.5, zero: 0.5, one: 1.5 },
]

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let one = Math.imul(state ^ (state >>> 15), 1 | state)
    one = (one + Math.imul(one ^ (one >>> 7), 61 | one)) ^ one
    return ((one ^ (one >>> 14)) >>> 0) / 2 ** 32
  }
}
