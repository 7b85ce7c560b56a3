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

export type UndoOutcome = {
  removes: number
  reverts: number
  /** New projects that stay whole, and values of other projects that stay. */
  keptProjects: number
  keptValues: number
}

/** What a choice comes to, exactly as the server will do it. */
export function outcomeOf(
  { removes, reverts, edited }: UndoPreview,
  mode: UndoMode,
  reverted: ReadonlySet<string>,
): UndoOutcome {
  const isBack = (one: Edited) => mode === 'revert' || (mode === 'each' && reverted.has(editedKey(one)))
  const projectsOf = (list: readonly Edited[]) => new Set(list.map((one) => one.projectId))
  const [added, changed] = [edited.filter((one) => one.added), edited.filter((one) => !one.added)]
  const keptProjects = projectsOf(added.filter((one) => !isBack(one))).size
  const alsoReverted = projectsOf(changed.filter((one) => isBack(one) && !one.others)).size
  return {
    removes: removes + projectsOf(added).size - keptProjects,
    reverts: reverts + alsoReverted,
    keptProjects,
    keptValues: changed.filter((one) => !isBack(one)).length,
  }
}
