import { useCallback } from 'react'
import type { Edit } from '../contract.ts'
import { useSaveEdits } from './Edits.tsx'

/** Saves one field of one project; resolves with the sentence that refuses it, or with nothing. */
export type SaveField = (
  key: string,
  from: string | null,
  to: string | null,
  reason?: string,
) => Promise<string | undefined>

/** With `period`, the progress of that month; without, what the ledger shows. */
export function useSaveField(projectId: string, period?: string): SaveField {
  const save = useSaveEdits()
  return useCallback(
    async (key, from, to, reason) => {
      try {
        const [refused] = await save([{ projectId, field: key as Edit['field'], from, to }], period, reason)
        return refused?.message
      } catch (problem) {
        return problem instanceof Error ? problem.message : String(problem)
      }
    },
    [save, projectId, period],
  )
}
