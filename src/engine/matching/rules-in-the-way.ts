import type { Catalogue } from './catalogue.ts'
import { usualLimits } from './catalogue-limits.ts'
import { checksOf } from './check.ts'
import type { MatchInput } from './input.ts'
import { needRules } from './need-rules.ts'
import { nameOf, type Place, type PlaceName } from './place.ts'
import type { Project } from './project.ts'
import { everyPlaceFor, type MoreChecks } from './rank.ts'
import type { Check } from './rule.ts'
import { ruleBookFor } from './rule-book.ts'

/** What would have to be let go, or be known, for a place to be open; `isFree`: nobody of the plan is on it. */
export type Way = { place: PlaceName; changes: Check[]; isFree: boolean }

/** What a figure that is not known, or another code, weighs beside one that is wholly off. */
const notMeasured = 1

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
  const near = everyPlaceFor(catalogue, project, limits).places
  const ways = near
    .map((place) => ({ place, changes: inTheWay(place) }))
    .filter(({ changes }) => changes.length > 0)
    .map((way) => ({
      ...way,
      isFree: !way.place.spaces.some(({ id }) => isUsed(id)),
      cost: way.changes.reduce((sum, change) => sum + costOf(change), 0),
    }))
    .sort(
      (a, b) =>
        a.changes.length - b.changes.length ||
        Number(b.isFree) - Number(a.isFree) ||
        a.cost - b.cost ||
        (a.place.key < b.place.key ? -1 : 1),
    )
    .map(({ place, changes, isFree }) => ({ place: nameOf(place), changes, isFree }))
  const all = hasNoPlace ? [...near, ...catalogue.wholes] : []
  return {
    conflict: hasNoPlace ? smallestConflict(all.map((place) => inTheWay(place).map(({ rule }) => rule))) : [],
    ways,
  }
}

function costOf({ difference, required }: Check): number {
  if (difference === null || typeof required !== 'number' || !Number.isFinite(difference)) return notMeasured
  return difference / Math.max(Math.abs(required), Number.EPSILON)
}

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
