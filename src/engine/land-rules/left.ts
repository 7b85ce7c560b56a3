import type { IndustryRule, Leaves } from './rule.ts'

/** Whether a rule leaves one of the narrowest industries: allowed, where some are, and not forbidden. */
export function isLeft({ allow, forbid }: IndustryRule, leaves: Leaves): (leaf: string) => boolean {
  const [allowed, forbidden] = [allow, forbid].map(
    (codes) => new Set(codes.flatMap((code) => [...leaves(code)])),
  )
  return (leaf) => (allow.length === 0 || allowed?.has(leaf) === true) && !forbidden?.has(leaf)
}
