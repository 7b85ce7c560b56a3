import fc from 'fast-check'
import { addDays, type Day } from '../../shared/days.ts'
import type { MatchInput } from './input.ts'
import type { Quota } from './problem.ts'
import type { Project } from './project.ts'
import type { LimitRule } from './rule.ts'
import type { Period, Reservation, Space } from './space.ts'
import { anInput, aParcel, aProject, aRoom } from './test-zone.ts'

/** Few days, areas and corps, so that projects meet on spaces, follow each other, and quotas bind. */
const day = fc.integer({ min: 0, max: 4 }).map((step): Day => addDays('2026-01-01', step * 30))
const area = fc.integer({ min: 2, max: 12 }).map((step) => step * 100)
const spaceIds = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6']
const projectIds = ['P1', 'P2', 'P3', 'P4', 'P5']

const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(fc.integer({ min: 1, max: 3 })))
  .map(([from, months]) => ({ from, to: months === null ? null : addDays(from, months * 30) }))
const reservation: fc.Arbitrary<Reservation> = fc.record({
  project: fc.constantFrom(...projectIds, 'outside', 'outside'),
  period,
  areaM2: fc.constant(null),
})
const reservations = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Reservation[]>([]) },
  { weight: 1, arbitrary: reservation.map((one) => [one]) },
)
const readyOn = fc.oneof({ weight: 6, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) })

const space = (id: string): fc.Arbitrary<Space> =>
  fc.oneof(
    fc
      .record({
        areaM2: area,
        readyOn,
        reservations,
        leastPartM2: fc.option(fc.constantFrom(0, 100, 200)),
        borders: fc.subarray(spaceIds),
        borderM: fc.constantFrom(10, 20, 60),
        partM2: fc.option(fc.constantFrom(100, 200)),
      })
      .map(({ borders, borderM, partM2, ...parcel }) =>
        aParcel(id, parcel.areaM2, {
          ...parcel,
          neighbours: borders.filter((other) => other !== id).map((other) => ({ id: other, borderM })),
          reservations: parcel.reservations.map((one) => ({
            ...one,
            areaM2: parcel.leastPartM2 === null || partM2 === null ? null : Math.min(partM2, parcel.areaM2),
          })),
        }),
      ),
    fc
      .record({
        areaM2: area,
        readyOn,
        reservations,
        floor: fc.constantFrom('A-1', 'A-2'),
        loadTPerM2: fc.option(fc.constantFrom(1, 2)),
        heightM: fc.option(fc.constantFrom(4, 6)),
      })
      .map((room) => aRoom(id, room.areaM2, room)),
  )

const project = (id: string): fc.Arbitrary<Project> =>
  fc
    .record({
      corps: fc.constantFrom('one', 'two'),
      gain: fc.integer({ min: 0, max: 900 }),
      tax: fc.option(fc.integer({ min: 0, max: 20 })),
      kinds: fc.constantFrom(['parcel'] as const, ['room'] as const, ['parcel', 'room'] as const),
      areaM2: area,
      less: fc.constantFrom(0, 100, 300),
      more: fc.constantFrom(0, 200, 600),
      on: day,
      late: fc.option(fc.constantFrom(0, 30, 90)),
      days: fc.option(fc.constantFrom(30, 60)),
      loadTPerM2: fc.option(fc.constantFrom(1, 2)),
      heightM: fc.option(fc.constantFrom(4, 6)),
    })
    .map(({ corps, gain, tax, areaM2, less, more, late, ...need }) =>
      aProject(
        id,
        {
          ...need,
          areaM2,
          leastM2: Math.max(0, areaM2 - less),
          mostM2: areaM2 + more,
          latestOn: late === null ? null : addDays(need.on, late),
        },
        { corps, gain, figures: { tax } },
      ),
    )

const rule = (id: string): fc.Arbitrary<LimitRule> =>
  fc.record({
    id: fc.constant(id),
    on: fc.constant('project' as const),
    indicator: fc.constant('tax'),
    isPerMu: fc.boolean(),
    unit: fc.constant('万元'),
    op: fc.constantFrom('atLeast' as const, 'atMost' as const),
    value: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 8 }),
    projects: fc.option(fc.subarray(projectIds)),
    spaces: fc.option(fc.subarray(spaceIds)),
  })
const quota = (id: string, demands: number): fc.Arbitrary<Quota> =>
  fc
    .record({
      corps: fc.constantFrom('one', 'two'),
      measure: fc.constantFrom('projects' as const, 'areaM2' as const),
      kind: fc.option(fc.constantFrom('parcel' as const, 'room' as const)),
      least: fc.option(fc.integer({ min: 0, max: 2 }), { freq: demands }),
      most: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 2 }),
    })
    .map(({ least, most, ...one }) => {
      const unit = one.measure === 'projects' ? 1 : 450
      const top = most !== null && least !== null ? Math.max(most, least) : most
      return {
        ...one,
        id,
        least: least === null ? null : least * unit,
        most: top === null ? null : top * unit,
      }
    })

const upTo = <Thing>(ids: readonly string[], make: (id: string) => fc.Arbitrary<Thing>, least = 0) =>
  fc.integer({ min: least, max: ids.length }).chain((count) => fc.tuple(...ids.slice(0, count).map(make)))

const inputs = (demands: number): fc.Arbitrary<MatchInput> =>
  fc
    .record({
      projects: upTo(projectIds, project, 1),
      spaces: upTo(spaceIds, space, 1),
      rules: upTo(['r1', 'r2'], rule),
      quotas: upTo(['q1', 'q2', 'q3'], (id) => quota(id, demands)),
      acceptUnknown: fc.boolean(),
    })
    .map((parts) => anInput(parts))
export const anyInput = inputs(1)
/** Corps must get so much that often no plan can give it. */
export const anyDemandingInput = inputs(6)
