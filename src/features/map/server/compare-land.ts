import type { MapDifference } from '../differences-contract.ts'
import { type Change, changesBetween } from './changes-between.ts'
import { kindredOf, type Origin } from './kindred.ts'
import type { KnownParcel } from './land.ts'

type Parcels = ReadonlyMap<string, KnownParcel>
export type Difference<T> = Omit<MapDifference, 'before' | 'after' | 'bounds'> & { before: T[]; after: T[] }

/** What is otherwise on the land of a later day. What was split or merged since is told as one thing, by its genealogy. */
export function compareLand(
  before: Parcels,
  after: Parcels,
  origins: readonly Origin[],
): Difference<KnownParcel>[] {
  const gone = [...before.values()].filter(({ id }) => !after.has(id))
  const come = [...after.values()].filter(({ id }) => !before.has(id))
  const familyOf = kindredOf(origins)
  const families = Map.groupBy([...gone, ...come], ({ id }) => familyOf(id))
  return [
    ...[...families.values()].flatMap((family) => toldOf(family, before)),
    ...[...before.values()].flatMap((was) => {
      const is = after.get(was.id)
      const changes = is ? changesOf(was, is) : []
      return is && changes.length > 0 ? [changed(was, is, changes)] : []
    }),
  ]
}

function toldOf(family: readonly KnownParcel[], before: Parcels): Difference<KnownParcel>[] {
  const gone = family.filter(({ id }) => before.has(id))
  const come = family.filter(({ id }) => !before.has(id))
  if (gone.length > 0 && come.length > 0) {
    const isFromOne = gone.length === 1
    const kind = isFromOne === (come.length === 1) ? 'redivided' : isFromOne ? 'split' : 'merged'
    return [{ of: 'parcel', kinds: [kind], before: gone, after: come, changes: [] }]
  }
  // Nothing is left of what it became, or nothing stood there of what it came of.
  return [
    ...gone.map((one) => alone('parcelGone', { before: [one], after: [] })),
    ...come.map((one) => alone('parcelNew', { before: [], after: [one] })),
  ]
}

const alone = (
  kind: 'parcelNew' | 'parcelGone',
  sides: { before: KnownParcel[]; after: KnownParcel[] },
): Difference<KnownParcel> => ({ of: 'parcel', kinds: [kind], ...sides, changes: [] })

const changed = (was: KnownParcel, is: KnownParcel, changes: Change[]): Difference<KnownParcel> => ({
  of: 'parcel',
  kinds: [
    ...(changes.some(({ field }) => field === 'status') ? (['status'] as const) : []),
    ...(changes.some(({ field }) => field !== 'status') ? (['parcelOther'] as const) : []),
  ],
  before: [was],
  after: [is],
  changes,
})

const changesOf = (was: KnownParcel, is: KnownParcel) =>
  changesBetween(was, is, [
    ['status', 'status'],
    ['number', 'number'],
    ['name', 'name'],
    ['areaM2', 'areaM2'],
    ['shape', 'shape'],
    ['unit', 'unitId'],
  ])
