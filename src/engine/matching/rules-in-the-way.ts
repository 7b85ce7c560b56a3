import type { Catalogue } from './catalogue.ts'
import { usualLimits } from './catalogue-limits.ts'
import { checksOf } from './check.ts'
import { distanceOff, quotientOff } from './distance-off.ts'
import type { MatchInput } from './input.ts'
import { needRules } from './need-rules.ts'
import { nameOf, type Place, type PlaceName } from './place.ts'
import type { Project } from './project.ts'
import { everyPlaceFor, type MoreChecks } from './rank.ts'
import type { Check } from './rule.ts'
import { ruleBookFor } from './rule-book.ts'

/** What would have to be let go, or be known, for a place to be open; `isFree`: nobody of the plan is on it. */
export type Way = { place: PlaceName; changes: Check[]; isFree: boolean }

/** What another would have to give up weighs as much as a place two thirds as large as it should be. */
const notFree = 0.4
const mostTold = 3

export function rulesInTheWay(
  { rules, acceptUnknown, limits = usualLimits }: MatchInput,
  catalogue: Catalogue,
  project: Project,
  more: MoreChecks | undefined,
  isUsed: (space: string) => boolean,
  hasNoPlace: boolean,
): { conflict: string[]; ways: Way[] } {
  const book = ruleBookFor([...needRules(project), ...rules], project)
  const inTheWay = (place: Place): Check[] =>
    [...checksOf(book, project, place), ...(more?.(project, nameOf(place)) ?? [])].filter(
      ({ standing }) => standing === 'fail' || (standing === 'unknown' && !acceptUnknown),
    )
  const nearest: (Way & { key: string; off: number })[] = []
  const consider = (place: Place) => {
    const changes = inTheWay(place)
    if (changes.length === 0) return
    const isFree = !place.spaces.some(({ id }) => isUsed(id))
    const off = distanceOff(changes) + (isFree ? 0 : notFree)
    nearest.push({ place: nameOf(place), key: place.key, changes, isFree, off })
    nearest.sort((one, other) => one.off - other.off || (one.key < other.key ? -1 : 1)).splice(mostTold)
  }
  const farthest = () => nearest[mostTold - 1]?.off ?? Number.POSITIVE_INFINITY
  const near = everyPlaceFor(catalogue, project, limits).places
  for (const place of near) consider(place)
  // What is joined may come nearer than any single space; most of it is too far off by its area alone.
  const bound = farthest()
  const joined = catalogue.wholes
    .map((place) => ({ place, off: place.spaces.length > 1 ? areaOff(project, place) : 0 }))
    .filter(({ off }) => off > 0 && off < bound)
    .sort((one, other) => one.off - other.off || (one.place.key < other.place.key ? -1 : 1))
  for (const { place, off } of joined) {
    if (off >= farthest()) break
    consider(place)
  }
  const all = hasNoPlace ? [...near, ...catalogue.wholes] : []
  return {
    conflict: hasNoPlace ? smallestConflict(all.map((place) => inTheWay(place).map(({ rule }) => rule))) : [],
    ways: nearest.map(({ place, changes, isFree }) => ({ place, changes, isFree })),
  }
}

const areaOff = ({ need: { leastM2, mostM2 } }: Project, { areaM2 }: Place) =>
  areaM2 < leastM2 ? quotientOff(areaM2, leastM2) : areaM2 > mostM2 ? quotientOff(areaM2, mostM2) : 0

/**
 * Each place by the rules that keep the project off it: a few rules that keep it off all of them, none of which may be
 * missing (deletion filter). Those that keep it off the fewest are let go first, so that what is named is what weighs.
 */
export function smallestConflict(blocking: readonly (readonly string[])[]): string[] {
  const sets = blocking.map((rules) => new Set(rules))
  const counts = new Map<string, number>()
  for (const rule of sets.flatMap((set) => [...set])) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const order = [...counts].sort(([a, first], [b, second]) => first - second || (a < b ? -1 : 1))
  const kept = new Set(counts.keys())
  for (const [rule] of order) {
    kept.delete(rule)
    if (sets.some((set) => set.isDisjointFrom(kept))) kept.add(rule)
  }
  return [...kept].sort()
}
