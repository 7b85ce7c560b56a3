import { updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import type { UndoInput, UndoPreview } from '../contract.ts'
import { at, type Desk } from './desk.ts'
import { findImport, holdProjects, type StoredImport } from './queries.ts'
import { previewTakingBack, takeBack } from './take-back.ts'
import { readFootprint } from './undo-queries.ts'

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

/** What undoing would do now, with every field that was edited since the import. */
export function readUndo(desk: Desk, id: string): Promise<UndoPreview> {
  const { zoneId } = desk
  return at(desk, async (db) => {
    refuseUnlessApplied(await findImport(db, zoneId, id))
    return previewTakingBack(db, zoneId, await readFootprint(db, zoneId, { kind: 'import', id }))
  })
}

/** Takes an import back whole: what it added goes, what it changed returns, what was edited since by choice. */
export function undoImport(desk: Desk, id: string, choice: UndoInput): Promise<void> {
  const { zoneId } = desk
  return at(
    desk,
    async (db, author) => {
      const stored = refuseUnlessApplied(await findImport(db, zoneId, id, 'lock'))
      const act = { kind: 'import', id } as const
      await holdProjects(
        db,
        zoneId,
        (await readFootprint(db, zoneId, act)).projects.map((project) => project.id),
      )
      const undoKept = await takeBack(db, author, await readFootprint(db, zoneId, act), choice, stored.period)
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
