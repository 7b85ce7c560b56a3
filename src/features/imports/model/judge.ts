import type { Candidate, Difference, Verdict } from '../contract.ts'
import { type Alias, withoutAlias } from './alias-values.ts'
import { type Current, differencesOf, firstValues, type Readings } from './differences.ts'
import type { Match, RowIdentity } from './match.ts'

export type Decision = 'create' | 'match' | 'skip' | null

/** A row of an import as far as a verdict needs it. `projectId` counts where the decision is to match. */
export type Judged = {
  name: string | null
  readings: Readings
  decision: Decision
  projectId: string | null
  candidates: Candidate[]
}

export type Judgement = {
  verdict: Verdict
  projectId: string | null
  candidates: Candidate[]
  differences: Difference[]
}

/** By what rows are matched; rows that are skipped or have no name match nothing. */
export const identityOf = ({
  name,
  readings,
  decision,
  projectId,
}: Omit<Judged, 'candidates'>): RowIdentity => ({
  name: decision === 'skip' ? '' : (name ?? ''),
  code: readings['code'] ?? null,
  investor: readings['investor'] ?? null,
  totalInvestment: readings['totalInvestment'] ?? null,
  ...(decision === 'match'
    ? { taken: projectId }
    : decision === null && name !== null
      ? {}
      : { taken: null }),
})

/** What would become of a row: a person's decision first, then what it was matched with. `current` is the matched project as it is. */
export function judge(
  row: Judged,
  match: Match,
  current: Current | undefined,
  blanks: 'keep' | 'clear',
  aliases: readonly Alias[] = [],
): Judgement {
  // What there was to choose from stays beside a choice, so that it can be changed.
  const nothing = {
    projectId: null,
    candidates: row.decision === null ? [] : row.candidates,
    differences: [],
  }
  if (row.decision === 'skip' || row.name === null) return { ...nothing, verdict: 'skipped' }
  if (row.decision === 'create' || match.kind === 'new')
    return { ...nothing, verdict: 'new', differences: firstValues(row.readings) }
  if (match.kind === 'doubt') return { ...nothing, verdict: 'doubt', candidates: match.candidates }
  const differences = withoutAlias(differencesOf(row.readings, current ?? {}, blanks), row.readings, aliases)
  return {
    ...nothing,
    verdict: differences.length > 0 ? 'changed' : 'unchanged',
    projectId: match.projectId,
    differences,
  }
}
