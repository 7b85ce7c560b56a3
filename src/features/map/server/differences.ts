import {
  type DifferenceGroup,
  type DifferenceKind,
  differenceKinds,
  type MapDifference,
  type MapDifferences,
  type MapDifferencesQuery,
} from '../differences-contract.ts'
import type { Sheet } from './atlas.ts'
import { boundsAround, boundsOfBoth } from './bounds.ts'
import { compareLand, type Difference } from './compare-land.ts'
import { compareProjects } from './compare-projects.ts'
import type { Origin } from './kindred.ts'
import type { KnownParcel } from './land.ts'
import { visibleProjectsOf } from './legend.ts'
import type { PlacedProject } from './projects.ts'

/** A map on which more is marked tells nothing. */
const markedAtMost = 2_000

/** The map of a day, and whom of its projects a person may know of. */
export type Seen = { sheet: Sheet; visible: ReadonlySet<string> | undefined }
type Known = { origins: readonly Origin[]; unitNames: ReadonlyMap<string, string> }

/** What differs between the maps of two days, as this person sees them. */
export function readDifferences(
  before: Seen,
  after: Seen,
  { origins, unitNames }: Known,
  { unitId, chain, kind, limit = 100, offset = 0 }: MapDifferencesQuery,
): MapDifferences {
  const land = compareLand(before.sheet.land.parcels, after.sheet.land.parcels, origins)
    .filter((one) => !unitId || sidesOf(one).some((parcel) => parcel.unitId === unitId))
    .map((one) => ({ ...one, ...parcelsTold(one) }))
  const projects = compareProjects(
    visibleProjectsOf(before.sheet, before.visible),
    visibleProjectsOf(after.sheet, after.visible),
  )
    .filter((one) => !unitId || sidesOf(one).some(({ corpsId }) => corpsId === unitId))
    .filter((one) => !chain || sidesOf(one).some((project) => project.chain === chain))
    .map((one) => ({ ...one, ...projectsTold(one) }))
  const all: MapDifference[] = [...land, ...projects].sort(inOrder)
  const wanted = kind ? all.filter(({ kinds }) => kinds.includes(kind)) : all
  return {
    groups: differenceKinds.flatMap((one) => groupOf(one, all)),
    items: wanted.slice(offset, offset + limit).map((item) => withNames(item, unitNames)),
    total: wanted.length,
  }
}

const sidesOf = <T>({ before, after }: Difference<T>): T[] => [...before, ...after]

const parcelsTold = (one: Difference<KnownParcel>) => ({
  ...piecesOf(one, ({ number, name }) => number ?? name),
  bounds: boundsOfAll(sidesOf(one).map(({ west, south, east, north }) => [west, south, east, north])),
})

const projectsTold = (one: Difference<PlacedProject>) => ({
  ...piecesOf(one, ({ name }) => name),
  bounds: boundsOfAll(sidesOf(one).flatMap(({ at }) => (at ? [boundsAround(at)] : []))),
})

const piecesOf = <T extends { id: string }>(
  { before, after }: Difference<T>,
  label: (one: T) => string | null,
) => {
  const pieces = (side: readonly T[]) => side.map((one) => ({ id: one.id, label: label(one) }))
  return { before: pieces(before), after: pieces(after) }
}

const boundsOfAll = (all: readonly number[][]): number[] | null =>
  all.reduce<number[] | null>((sum, one) => boundsOfBoth(sum, one), null)

function groupOf(kind: DifferenceKind, all: readonly MapDifference[]): DifferenceGroup[] {
  const own = all.filter(({ kinds }) => kinds.includes(kind))
  if (own.length === 0) return []
  const ids = (side: 'before' | 'after') => own.flatMap((one) => one[side].map(({ id }) => id))
  const marks = own.length > markedAtMost ? null : { before: ids('before'), after: ids('after') }
  return [{ kind, count: own.length, marks }]
}

const orderOf = ({ kinds: [first] }: MapDifference) => (first ? differenceKinds.indexOf(first) : 0)
const nameOf = ({ before: [was], after: [is] }: MapDifference) => (was ?? is)?.label ?? ''
const collator = new Intl.Collator('zh', { numeric: true })
const inOrder = (a: MapDifference, b: MapDifference) =>
  orderOf(a) - orderOf(b) || collator.compare(nameOf(a), nameOf(b)) || (idOf(a) < idOf(b) ? -1 : 1)
const idOf = ({ before: [was], after: [is] }: MapDifference) => (was ?? is)?.id ?? ''

/** Units by their names; of a shape only that it is another. */
const withNames = (item: MapDifference, names: ReadonlyMap<string, string>): MapDifference => ({
  ...item,
  changes: item.changes.map(({ field, from, to }) => {
    if (field === 'shape') return { field, from: null, to: null }
    if (field !== 'unit' && field !== 'corps') return { field, from, to }
    const name = (id: string | null) => (id ? (names.get(id) ?? null) : null)
    return { field, from: name(from), to: name(to) }
  }),
})
