import type { UndoInput, UndoPreview } from '../contract.ts'

/** One field that an import wrote, or that was written since in a project that it added. */
export type FieldFact = Pick<
  UndoPreview['edited'][number],
  'projectId' | 'field' | 'period' | 'before' | 'imported' | 'now'
> & { row: string }

/** A project that an import touched, still in the ledger. */
export type TouchedProject = { id: string; added: boolean }

export type UndoPlan = {
  removes: string[]
  /** Fields to put back, by project and the month that progress speaks of. */
  writes: { projectId: string; period: string | null; set: Record<string, string | null> }[]
  /** Changed since the import, and kept: values of projects it changed, and projects it added, whole. */
  kept: { values: number; projects: string[] }
}

/** Whether somebody has changed it since; what was already put back by hand is no edit to ask about. */
export const isEdited = ({ before, imported, now }: FieldFact, { added }: { added: boolean }) =>
  now !== imported && (added || now !== before)

type Choice = Pick<UndoInput, 'keepEdited' | 'except'>

/**
 * What undoing does. Untouched fields go back; edited ones are kept or put back by choice. A project that the import
 * added is removed, or stays whole if any of its edits is kept.
 */
export function planUndo(
  projects: readonly TouchedProject[],
  facts: readonly FieldFact[],
  choice: Choice,
): UndoPlan {
  const exceptions = new Set((choice.except ?? []).map(keyOf))
  const isKept = (fact: FieldFact) => choice.keepEdited !== exceptions.has(keyOf(fact))
  const byProject = Map.groupBy(facts, (fact) => fact.projectId)
  const plan: UndoPlan = { removes: [], writes: [], kept: { values: 0, projects: [] } }
  for (const project of projects) {
    const own = byProject.get(project.id) ?? []
    const kept = own.filter((fact) => isEdited(fact, project) && isKept(fact))
    if (project.added) {
      const to = kept.length === 0 ? plan.removes : plan.kept.projects
      to.push(project.id)
      continue
    }
    plan.kept.values += kept.length
    const back = own.filter((fact) => fact.now !== fact.before && !kept.includes(fact))
    for (const [period, part] of Map.groupBy(back, (fact) => fact.period))
      plan.writes.push({
        projectId: project.id,
        period,
        set: Object.fromEntries(part.map(({ field, before }) => [field, before])),
      })
  }
  return plan
}

const keyOf = ({ projectId, field, period }: { projectId: string; field: string; period: string | null }) =>
  `${projectId} ${field} ${period ?? ''}`

/** How many projects would go or change, leaving aside what was edited, and the edits themselves to be decided. */
export function previewUndo(
  projects: readonly TouchedProject[],
  facts: readonly FieldFact[],
): Pick<UndoPreview, 'removes' | 'reverts'> & {
  edited: (FieldFact & Pick<UndoPreview['edited'][number], 'added' | 'others'>)[]
} {
  const byId = new Map(projects.map((project) => [project.id, project]))
  const { removes, writes } = planUndo(projects, facts, { keepEdited: true })
  const reverted = new Set(writes.map((write) => write.projectId))
  const edited = facts.flatMap((fact) => {
    const { added } = byId.get(fact.projectId) ?? { added: false }
    return isEdited(fact, { added }) ? [{ ...fact, added, others: reverted.has(fact.projectId) }] : []
  })
  return { removes: removes.length, reverts: reverted.size, edited }
}
