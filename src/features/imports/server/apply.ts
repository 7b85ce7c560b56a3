import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type ProjectWrite, writeProjects } from '../../projects/server/write-projects.ts'
import type { MovedOn } from '../contract.ts'
import { periodOf } from '../model/periods.ts'
import { placeWords } from '../moved-words.ts'
import { refuseUnlessOpen } from './check.ts'
import { at, type Desk } from './desk.ts'
import { learn } from './lessons.ts'
import { placesMoved, rowsToWrite, shownPlaces } from './moved-on.ts'
import { findImport, holdOpenImports, holdProjects, type StoredImport } from './queries.ts'
import { pathOf } from './upload.ts'
import { learnWords } from './word-lessons.ts'
import { closeWorkbook } from './workbook-cache.ts'
import type { WorkingRow } from './working-rows.ts'

/** Zones whose ledger an import is being written into: a second one would only find that everything moved on. */
const applying = new Set<string>()

/** Refusals that need no look at the rows: made before the answer begins to stream. */
export async function refuseUnlessReady(desk: Desk, id: string): Promise<StoredImport> {
  const stored = refuseUnlessOpen(await at(desk, (db) => findImport(db, desk.zoneId, id)))
  if (stored.status !== 'checked')
    throw new Problem('conflict', say('请先核对，再导入。', 'Check the file before applying it.'))
  if (applying.has(desk.zoneId))
    throw new Problem(
      'conflict',
      say(
        '本区正在写入另一次导入，请等它完成后再试。',
        'Another import is being written into this ledger. Try again when it is done.',
      ),
    )
  return stored
}

/**
 * Writes an import into the ledger: all of it, or nothing. Rows in doubt and questions without an answer stay out.
 * What changed in the ledger since the check is a conflict that names the first places.
 */
export async function applyImport(
  desk: Desk,
  id: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { zoneId } = desk
  if (applying.has(zoneId)) await refuseUnlessReady(desk, id)
  applying.add(zoneId)
  try {
    await at(
      desk,
      async (db, author) => {
        await holdOpenImports(db, zoneId)
        const stored = refuseUnlessOpen(await findImport(db, zoneId, id, 'lock'))
        if (stored.status !== 'checked')
          throw new Problem('conflict', say('请先核对，再导入。', 'Check the file before applying it.'))
        const rows = await rowsToWrite(db, zoneId, id)
        onProgress(0, rows.length)
        await holdProjects(
          db,
          zoneId,
          rows.flatMap((row) => row.projectId ?? []),
        )
        refuseMoved(await placesMoved(db, zoneId, stored, rows))
        await writeProjects(
          db,
          author,
          rows.map((row) => writeOf(row, stored.period)),
          (done) => onProgress(done, rows.length),
        )
        await learn(db, author, stored.tables)
        await learnWords(db, author, id)
        await close(db, author, stored)
      },
      { kind: 'import', id },
    )
    closeWorkbook(pathOf(desk.house.config, zoneId, id))
    await desk.house.database.connections.upkeep?.()
  } finally {
    applying.delete(zoneId)
  }
}

async function close(db: Db, author: Author, stored: StoredImport) {
  const set = { status: 'applied', appliedBy: author.memberId, appliedAt: author.at }
  const written = await updateRows(db, author, 'ledger_import', [
    { id: stored.id, revision: stored.revision, set },
  ])
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say(
        '这次导入刚被他人改过，没有写入。请刷新。',
        'Somebody changed this import just now; nothing was written. Reload.',
      ),
    )
}

const writeOf = ({ projectId, differences, readings }: WorkingRow, period: string): ProjectWrite => ({
  projectId: projectId ?? uuidv7(),
  isNew: projectId === null,
  period: periodOf(readings, period),
  set: Object.fromEntries(differences.map(({ field, to }) => [field, to])),
})

/** Every value seen at the check must still be there, and what was new then must be new still. */
function refuseMoved(places: readonly MovedOn['first'][number][]) {
  if (places.length === 0) return
  const first = places.slice(0, shownPlaces)
  const more = places.length > first.length
  const words = first.map(placeWords)
  throw new Problem(
    'conflict',
    say(
      `台账在核对之后有变动，请重新核对：${words.map((place) => place.zh).join('、')}${more ? ` 等 ${places.length} 处` : ''}。没有写入任何内容。`,
      `The ledger has changed since the check; check again: ${words.map((place) => place.en).join(', ')}${more ? ` and ${places.length - first.length} more` : ''}. Nothing was written.`,
    ),
    { places: places.length },
  )
}
