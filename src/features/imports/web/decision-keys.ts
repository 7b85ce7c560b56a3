import type { Candidate } from '../contract.ts'
import type { Decision } from './useImports.ts'

/** 1–9 is the candidate of that number, N a new project, S skips. */
export function decisionOfKey(
  key: string,
  candidates: readonly Pick<Candidate, 'projectId'>[],
): Decision | undefined {
  if (/^[1-9]$/.test(key)) {
    const candidate = candidates[Number(key) - 1]
    return candidate && { decision: 'match', projectId: candidate.projectId }
  }
  if (key === 'n' || key === 'N') return { decision: 'create' }
  return key === 's' || key === 'S' ? { decision: 'skip' } : undefined
}
