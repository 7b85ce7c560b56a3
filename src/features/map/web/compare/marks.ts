import { type DifferenceGroup, type DifferenceKind, parcelKinds } from '../../differences-contract.ts'

/** What is outlined on a map. */
export type Marks = { parcels: readonly string[]; projects: readonly string[] }

const ofParcels = new Set<DifferenceKind>(parcelKinds)

/** What to outline on the map of the earlier or the later day: all that differs, or one kind of it. */
export function marksOf(
  groups: readonly DifferenceGroup[],
  kind: DifferenceKind | undefined,
  side: 'before' | 'after',
): Marks {
  const shown = groups.filter((group) => kind === undefined || group.kind === kind)
  const ids = (own: readonly DifferenceGroup[]) => [
    ...new Set(own.flatMap(({ marks }) => marks?.[side] ?? [])),
  ]
  return {
    parcels: ids(shown.filter((group) => ofParcels.has(group.kind))),
    projects: ids(shown.filter((group) => !ofParcels.has(group.kind))),
  }
}
