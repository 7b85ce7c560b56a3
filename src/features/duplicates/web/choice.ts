import type { Comparison, Fact, MergeInput } from '../contract.ts'
import { isContested, placeKey } from '../model/merge-plan.ts'

export type SideName = 'first' | 'second'
export const otherSide = (side: SideName): SideName => (side === 'first' ? 'second' : 'first')

/** Whose value each contested place takes where a person chose; elsewhere the kept one's. */
export type Choices = ReadonlyMap<string, SideName>

/** Whose value the merged project would have. */
export function takenFrom(fact: Fact, kept: SideName, choices: Choices): SideName {
  if (fact[kept] === null) return otherSide(kept)
  if (!isContested(fact)) return kept
  return choices.get(placeKey(fact)) ?? kept
}

/** The one that says more is proposed to be kept; of two that say as much, the older. */
export function proposedKept({ facts }: Pick<Comparison, 'facts'>): SideName {
  const said = (side: SideName) => facts.filter((fact) => fact[side] !== null).length
  return said('second') > said('first') ? 'second' : 'first'
}

export function mergeInputOf(pair: Comparison, kept: SideName, choices: Choices): MergeInput {
  const lost = otherSide(kept)
  const taken = pair.facts.filter((fact) => isContested(fact) && takenFrom(fact, kept, choices) === lost)
  return {
    keptId: pair[kept].id,
    lostId: pair[lost].id,
    keptRevision: pair[kept].revision,
    lostRevision: pair[lost].revision,
    takeLost: taken.map(({ field, period }) => ({ field, period })),
  }
}
