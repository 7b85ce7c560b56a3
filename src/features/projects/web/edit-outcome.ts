import type { Edit, EditFailure } from '../contract.ts'

/** A cell that somebody else changed first: what the person saw, what stands there now, what they wanted. */
export type Conflict = { edit: Edit; failure: EditFailure }
export type Choice = 'theirs' | 'mine'

export const cellKey = ({ projectId, field }: { projectId: string; field: string }) => `${projectId} ${field}`

/** Failures parted into those that a person can settle and those that stand. */
export function partFailures(edits: readonly Edit[], failures: readonly EditFailure[]) {
  const byCell = new Map(edits.map((edit) => [cellKey(edit), edit]))
  const conflicts: Conflict[] = []
  const refused: EditFailure[] = []
  for (const failure of failures) {
    const edit = byCell.get(cellKey(failure))
    // Somebody else wrote the same: nothing to choose.
    if (failure.code === 'conflict' && edit && (failure.current ?? null) === (edit.to ?? null)) continue
    if (failure.code === 'conflict' && edit) conflicts.push({ edit, failure })
    else refused.push(failure)
  }
  return { conflicts, refused }
}

/** Put mine over theirs: the same edit, from what stands there now. */
export const overTheirs = ({ edit, failure }: Conflict): Edit => ({ ...edit, from: failure.current })

export function chunked<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) =>
    items.slice(k * size, (k + 1) * size),
  )
}
