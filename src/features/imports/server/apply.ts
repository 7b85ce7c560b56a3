import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { listMatchable } from '../../projects/server/queries.ts'
import { type ProjectWrite, writeProjects } from '../../projects/server/write-projects.ts'
import { overtaken } from '../model/differences.ts'
import { identityOf } from '../model/judge.ts'
import { matchRows } from '../model/match.ts'
import { periodOf } from '../model/periods.ts'
import { refuseUnlessOpen } from './check.ts'
import { loadCurrent } from './current-values.ts'
import { at, type Desk } from './desk.ts'
import { learn } from './lessons.ts'
import { findImport, holdOpenImports, holdProjects, type StoredImport } from './queries.ts'
import { pathOf } from './upload.ts'
import { closeWorkbook } from './workbook-cache.ts'
import { loadRowsToWrite, type WorkingRow } from './working-rows.ts'

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
        await refuseIfMovedOn(db, zoneId, stored, rows)
        await writeProjects(
          db,
          author,
          rows.map((row) => writeOf(row, stored.period)),
          (done) => onProgress(done, rows.length),
        )
        await learn(db, author, stored.tables)
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

async function rowsToWrite(db: Db, zoneId: string, id: string): Promise<WorkingRow[]> {
  const rows: WorkingRow[] = []
  for (;;) {
    const part = await loadRowsToWrite(db, zoneId, id, rows.at(-1)?.ordinal ?? -1)
    rows.push(...part)
    if (part.length === 0) return rows
  }
}

const writeOf = ({ projectId, differences, readings }: WorkingRow, period: string): ProjectWrite => ({
  projectId: projectId ?? uuidv7(),
  isNew: projectId === null,
  period: periodOf(readings, period),
  set: Object.fromEntries(differences.map(({ field, to }) => [field, to])),
})

const shownPlaces = 5

/** Every value seen at the check must still be there, and what was new then must be new still. */
async function refuseIfMovedOn(db: Db, zoneId: string, stored: StoredImport, rows: readonly WorkingRow[]) {
  const ids = rows.flatMap((row) => row.projectId ?? [])
  await holdProjects(db, zoneId, ids)
  const wanted = rows.flatMap(({ projectId, readings }) =>
    projectId === null ? [] : [{ projectId, period: periodOf(readings, stored.period) }],
  )
  const current = await loadCurrent(db, zoneId, wanted)
  const places: { zh: string; en: string }[] = []
  for (const row of rows) {
    if (row.projectId === null) continue
    const now = current.get(row.projectId)
    if (!now) places.push({ zh: `“${row.name}”已不在台账中`, en: `“${row.name}” is no longer in the ledger` })
    else
      for (const { field } of overtaken(row.differences, now))
        places.push({
          zh: `“${row.name}”的${fieldByKey.get(field)?.zh}`,
          en: `${fieldByKey.get(field)?.en} of “${row.name}”`,
        })
  }
  const added = rows.filter((row) => row.projectId === null)
  places.push(...(await noLongerNew(db, zoneId, added)))
  if (places.length === 0) return
  const first = places.slice(0, shownPlaces)
  const more = places.length > first.length
  throw new Problem(
    'conflict',
    say(
      `台账在核对之后有变动，请重新核对：${first.map((place) => place.zh).join('、')}${more ? ` 等 ${places.length} 处` : ''}。没有写入任何内容。`,
      `The ledger has changed since the check; check again: ${first.map((place) => place.en).join(', ')}${more ? ` and ${places.length - first.length} more` : ''}. Nothing was written.`,
    ),
    { places: places.length },
  )
}

/** New rows that somebody has added to the ledger meanwhile, by code or by name and investor. */
async function noLongerNew(db: Db, zoneId: string, rows: readonly WorkingRow[]) {
  if (rows.length === 0) return []
  const matches = matchRows(
    rows.map((row) => identityOf({ ...row, decision: null })),
    await listMatchable(db, zoneId),
  )
  return rows.flatMap((row, at) => {
    const match = matches[at]
    const found =
      match?.kind === 'match'
        ? [match.projectId]
        : match?.kind === 'doubt'
          ? match.candidates.filter(isCertain).map((one) => one.projectId)
          : []
    // Who said that it is a new project knew what the ledger had then; ids are UUIDv7 and sort by time.
    const unseen = found.filter((id) => row.decision !== 'create' || id > row.id)
    return unseen.length > 0
      ? [{ zh: `“${row.name}”已有人加入台账`, en: `“${row.name}” has been added by somebody` }]
      : []
  })
}

const isCertain = ({ reason }: { reason: string }) =>
  reason === 'same_code' || reason === 'same_name' || reason === 'several_same_name'
