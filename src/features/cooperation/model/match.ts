import { keysOf } from '../../../engine/text/identity.ts'

type Called = { name: string; investor: string | null }
export type Candidate = Called & {
  projectId: string
  /** Whoever registers may know of it. */
  isSeen: boolean
  isUnsigned: boolean
  /** It concerns the unit that registers: another project of one investor is then no dispute. */
  isOwn: boolean
}

const keys = ({ name, investor }: Called) => keysOf({ name, investor, code: null, totalInvestment: null })

/**
 * The project that a registration speaks of: one of its name, or else one that some other unit negotiates with the same
 * investor. Signed projects are known to all, so their investors may come with another. Of namesakes, the one that the
 * person can mean.
 */
export function matchOf(called: Called, candidates: readonly Candidate[]): string | undefined {
  const wanted = keys(called)
  const known = candidates
    .toSorted((a, b) => Number(b.isSeen) - Number(a.isSeen))
    .map((candidate) => ({ ...candidate, keys: keys(candidate) }))
  const named = known.find((one) => wanted.name !== '' && one.keys.name === wanted.name)
  const sameInvestor = known.find(
    (one) => wanted.investor !== '' && one.isUnsigned && !one.isOwn && one.keys.investor === wanted.investor,
  )
  return (named ?? sameInvestor)?.projectId
}
