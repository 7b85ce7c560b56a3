import { sql } from 'kysely'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import type { UndoInput, UndoPreview } from '../../imports/contract.ts'
import { holdProjects } from '../../imports/server/queries.ts'
import { previewTakingBack, takeBack } from '../../imports/server/take-back.ts'
import { readFootprint } from '../../imports/server/undo-queries.ts'
import { projectPolicy } from '../../projects/server/policy.ts'
import { refreshSearch } from '../../projects/server/search-entries.ts'
import { bringBack } from './links.ts'
import { findMerge, type StoredMerge } from './queries.ts'
import { refuseUnlessStanding } from './refusals.ts'

/** What taking a merge back would do now, with what was edited since in the values that it wrote. */
export async function readUnmerge(db: Db, zoneId: string, id: string): Promise<UndoPreview> {
  await refuseUnlessStanding(db, zoneId, await findMerge(db, zoneId, id))
  return previewTakingBack(db, zoneId, await readFootprint(db, zoneId, { kind: 'merge', id }))
}

/** Takes a merge back whole: the lost project returns with all that hung on it, the kept one to what it said. */
export async function unmerge(
  db: Db,
  actor: Actor,
  at: Omit<Author, 'cause'>,
  id: string,
  choice: UndoInput,
) {
  const { zoneId } = actor
  const author: Author = { ...at, cause: { kind: 'unmerge', id } }
  const merge = await findMerge(db, zoneId, id, 'lock')
  await holdProjects(db, zoneId, [merge.keptId, merge.lostId])
  await refuseUnlessStanding(db, zoneId, merge)
  await authorizeRows(db, actor, merge)
  const footprint = await readFootprint(db, zoneId, { kind: 'merge', id })
  await takeBack(db, author, footprint, choice, monthOf(shanghaiDay(author.at)))
  await restoreLost(db, author, merge)
  await bringBack(db, author, id, merge.keptId, merge.lostId)
  await dropAliases(db, author, id)
  await refreshSearch(db, zoneId, [merge.keptId, merge.lostId])
  const set = { undoneBy: actor.memberId, undoneAt: author.at }
  const written = await updateRows(db, author, 'merge', [{ id, revision: merge.revision, set }])
  if (written.size === 0) throw movedOn()
}

async function authorizeRows(db: Db, actor: Actor, { keptId, lostId }: StoredMerge) {
  const { rows } = await sql<{ corpsId: string | null; officerId: string | null }>`
    select corps_id, officer_id from project where zone_id = ${actor.zoneId} and id in (${keptId}::uuid, ${lostId}::uuid)`.execute(
    db,
  )
  for (const row of rows) authorize(projectPolicy, actor, 'update', row)
}

async function restoreLost(db: Db, author: Author, { lostId }: StoredMerge) {
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from project where zone_id = ${author.zoneId} and id = ${lostId}::uuid and removed_at is not null`.execute(
    db,
  )
  const back = rows.map((row) => ({ ...row, set: { removedAt: null } }))
  const written = await updateRows(db, author, 'project', back, 'restore')
  if (written.size === 0) throw movedOn()
}

/** The names that the merge remembered are the lost project's own again. */
async function dropAliases(db: Db, author: Author, mergeId: string) {
  const { rows } = await sql<{ id: string; revision: number }>`
    select t.id, t.revision from change c join alias t on t.zone_id = ${author.zoneId} and t.id = c.row_id
    where c.zone_id = ${author.zoneId} and c.cause_id = ${mergeId}::uuid and c.cause_kind = 'merge' and c.entity = 'alias'
      and c.operation = 'insert' and t.removed_at is null`.execute(db)
  const gone = rows.map((row) => ({ ...row, set: { removedAt: author.at } }))
  await updateRows(db, author, 'alias', gone, 'remove')
}

const movedOn = () =>
  new Problem(
    'conflict',
    say(
      '这次合并涉及的项目刚被他人改过，没有撤销。请刷新后再试。',
      'Somebody changed the projects of this merge just now; it was not taken back. Reload and try again.',
    ),
  )
