import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { removeProjects, writeProjects } from '../../projects/server/write-projects.ts'
import type { UndoInput, UndoPreview } from '../contract.ts'
import { planUndo, previewUndo } from '../model/undo-plan.ts'
import { at, type Desk } from './desk.ts'
import { findImport, holdProjects, type StoredImport } from './queries.ts'
import { type Footprint, listChangers, listEmptied, listFacts, readFootprint } from './undo-queries.ts'
import { listUndone, seeThroughUndone } from './undone-imports.ts'

const notApplied: Record<string, [string, string]> = {
  undone: ['已经撤销过', 'has been undone already'],
  discarded: ['已经放弃，没有写入过台账', 'was discarded and never applied'],
}

function refuseUnlessApplied(stored: StoredImport): StoredImport {
  if (stored.status === 'applied') return stored
  const [zh, en] = notApplied[stored.status] ?? ['还没有写入台账', 'has not been applied']
  throw new Problem(
    'conflict',
    say(
      `“${stored.fileName}”${zh}，没有可撤销的内容。`,
      `“${stored.fileName}” ${en}; there is nothing to undo.`,
    ),
  )
}

const readFacts = async (db: Db, zoneId: string, footprint: Footprint) =>
  seeThroughUndone(db, zoneId, footprint, await listFacts(db, zoneId, footprint))

/** What undoing would do now, with every field that was edited since the import. */
export function readUndo(desk: Desk, id: string): Promise<UndoPreview> {
  const { zoneId } = desk
  return at(desk, async (db) => {
    refuseUnlessApplied(await findImport(db, zoneId, id))
    const footprint = await readFootprint(db, zoneId, id)
    const { edited, ...counts } = previewUndo(footprint.projects, await readFacts(db, zoneId, footprint))
    const changers = await listChangers(db, zoneId, footprint, edited)
    const names = new Map(footprint.projects.map((project) => [project.id, project.name]))
    return {
      ...counts,
      edited: edited.map((fact) => {
        const { row: _, ...shown } = fact
        return {
          ...shown,
          projectName: names.get(fact.projectId) ?? '',
          ...(changers.get(fact) ?? { changedBy: null, changedAt: '' }),
        }
      }),
    }
  })
}

/** Takes an import back whole: what it added goes, what it changed returns, what was edited since by choice. */
export function undoImport(desk: Desk, id: string, choice: UndoInput): Promise<void> {
  const { zoneId } = desk
  return at(
    desk,
    async (db, author) => {
      const stored = refuseUnlessApplied(await findImport(db, zoneId, id, 'lock'))
      await holdProjects(
        db,
        zoneId,
        (await readFootprint(db, zoneId, id)).projects.map((project) => project.id),
      )
      const footprint = await readFootprint(db, zoneId, id)
      const plan = planUndo(footprint.projects, await readFacts(db, zoneId, footprint), choice)
      await writeProjects(
        db,
        author,
        plan.writes.map((write) => ({ ...write, isNew: false, period: write.period ?? stored.period })),
      )
      await removeEmptied(db, author, footprint)
      await removeProjects(db, author, plan.removes)
      const names = new Map(footprint.projects.map((project) => [project.id, project.name]))
      const kept = plan.kept.projects.map((project) => ({ id: project, name: names.get(project) ?? '' }))
      const undoKept = { projects: kept, values: plan.kept.values }
      const set = { status: 'undone', undoneBy: author.memberId, undoneAt: author.at, undoKept }
      const written = await updateRows(db, author, 'ledger_import', [{ id, revision: stored.revision, set }])
      if (written.size === 0)
        throw new Problem(
          'conflict',
          say(
            '这次导入刚被他人改过，没有撤销。请刷新。',
            'Somebody changed this import just now; nothing was undone. Reload.',
          ),
        )
    },
    { kind: 'undo', id },
  )
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
