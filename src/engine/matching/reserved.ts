import { dayNumberOf, type Place, partOf, wholePlace } from './place.ts'
import { forEver, type Span, type Use } from './problem.ts'
import type { Period, Reservation, Space } from './space.ts'

export type Reserved = { place: Place; span: Span; shares: { space: Space; share: number }[] }

export const spanOf = ({ from, to }: Period): Span => ({
  from: dayNumberOf(from),
  to: to === null ? forEver : dayNumberOf(to),
})

/**
 * The share of a parcel that a part of it takes: of all but the least that must be left, so that parts of which the
 * shares sum to no more than 1 leave at least that.
 */
export function shareOf(space: Space, areaM2: number | null): number {
  if (areaM2 === null || areaM2 >= space.areaM2) return 1
  const least = space.kind === 'parcel' ? (space.leastPartM2 ?? 0) : 0
  // What is given already is given, even where it leaves less than it should.
  return Math.min(1, areaM2 / Math.max(areaM2, space.areaM2 - least))
}

/** The place that a project has already: every space reserved for it, for all of their days. */
export function reservedPlace(spaces: readonly Space[], project: string): Reserved | null {
  const all = spaces.flatMap((space) =>
    space.reservations.filter((one) => one.project === project).map((one) => ({ space, ...one })),
  )
  const [first] = all
  if (!first) return null
  const spans = all.map(({ period }) => spanOf(period))
  const areaM2 = all.reduce((sum, { space, areaM2: part }) => sum + (part ?? space.areaM2), 0)
  const isPart = all.length === 1 && first.space.kind === 'parcel' && areaM2 < first.space.areaM2
  const place =
    isPart && first.space.kind === 'parcel'
      ? partOf(first.space, areaM2)
      : {
          ...wholePlace([...new Set(all.map(({ space }) => space))], null),
          areaM2,
        }
  return {
    place,
    span: {
      from: Math.min(...spans.map(({ from }) => from)),
      to: Math.max(...spans.map(({ to }) => to)),
    },
    shares: all.map(({ space, areaM2: part }) => ({ space, share: shareOf(space, part) })),
  }
}

export const takenOf = (space: Space, isPlanned: (project: string) => boolean): Use[] =>
  space.reservations
    .filter((one: Reservation) => !isPlanned(one.project))
    .map((one) => ({ ...spanOf(one.period), share: shareOf(space, one.areaM2) }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.share - b.share)
