import type { UndoInput, UndoPreview } from '../contract.ts'

export type Edited = UndoPreview['edited'][number]
export type UndoMode = 'keep' | 'revert' | 'each'

export const editedKey = ({ projectId, field, period }: Pick<Edited, 'projectId' | 'field' | 'period'>) =>
  `${projectId} ${field} ${period ?? ''}`

/** What is sent for a choice; `reverted` are the keys put back where each is chosen by itself. */
export function undoInputOf(
  mode: UndoMode,
  edited: readonly Edited[],
  reverted: ReadonlySet<string>,
): UndoInput {
  if (mode !== 'each') return { keepEdited: mode === 'keep' }
  const except = edited.filter((one) => reverted.has(editedKey(one)))
  return {
    keepEdited: true,
    except: except.map(({ projectId, field, period }) => ({ projectId, field, period })),
  }
}
