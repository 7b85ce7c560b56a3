import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { removeProjects, writeProjects } from '../../projects/server/write-projects.ts'
import type { UndoInput, UndoPreview } from '../contract.ts'
import { planUndo, previewUndo } from '../model/undo-plan.ts'
import { shownUndo } from './shown-import.ts'
import { type Footprint, listChangers, listEmptied, listFacts } from './undo-queries.ts'
import { listUndone, seeThroughUndone } from './undone-imports.ts'

const readFacts = async (db: Db, zoneId: string, footprint: Footprint) =>
  seeThroughUndone(db, zoneId, footprint, await listFacts(db, zoneId, footprint))

/** What taking an act back would do now, with every field that was edited since. */
export async function previewTakingBack(db: Db, zoneId: string, footprint: Footprint): Promise<UndoPreview> {
  const { edited, ...counts } = previewUndo(footprint.projects, await readFacts(db, zoneId, footprint))
  const changers = await listChangers(db, zoneId, footprint, edited)
  const names = new Map(footprint.projects.map((project) => [project.id, project.name]))
  return {
    ...counts,
    edited: shownUndo(
      edited.map((fact) => {
        const { row: _, ...shown } = fact
        return {
          ...shown,
          projectName: names.get(fact.projectId) ?? '',
          ...(changers.get(fact) ?? { changedBy: null, changedAt: '' }),
        }
      }),
    ),
  }
}

/** What was changed since and stays: projects that the act had added, and values. */
export type TakenBack = { projects: { id: string; name: string }[]; values: number }

/** What the act added goes, what it changed returns, what was edited since by choice. Its projects must be held. */
export async function takeBack(
  db: Db,
  author: Author,
  footprint: Footprint,
  choice: UndoInput,
  period: string,
): Promise<TakenBack> {
  const plan = planUndo(footprint.projects, await readFacts(db, author.zoneId, footprint), choice)
  await writeProjects(
    db,
    author,
    plan.writes.map((write) => ({ ...write, isNew: false, period: write.period ?? period })),
  )
  await removeEmptied(db, author, footprint)
  await removeProjects(db, author, plan.removes)
  const names = new Map(footprint.projects.map((project) => [project.id, project.name]))
  const projects = plan.kept.projects.map((id) => ({ id, name: names.get(id) ?? '' }))
  return { projects, values: plan.kept.values }
}

async function removeEmptied(db: Db, author: Author, footprint: Footprint) {
  const undone = await listUndone(db, author.zoneId)
  for (const entity of ['milestone', 'progress'] as const) {
    const rows = await listEmptied(db, author.zoneId, footprint, entity, undone)
    await updateRows(
      db,
      author,
      entity,
      rows.map((row) => ({ ...row, set: { removedAt: author.at } })),
      'remove',
    )
  }
}
