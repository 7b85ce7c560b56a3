import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { StopInput, StopPatch } from '../contract.ts'
import { checkDates } from './check-dates.ts'
import { holdFor, overtaken } from './keep-approvals.ts'
import { approvalPolicy } from './policy.ts'
import { type ApprovalRow, findProject, holdApprovalOfStop } from './queries.ts'

/** Stops a matter's clock, or records a stop that is over; answers with the project. */
export async function stopClock(
  db: Db,
  actor: Actor,
  author: Author,
  approvalId: string,
  input: StopInput,
): Promise<string> {
  const row = await holdFor(db, actor, author, approvalId, 'update')
  const stop = { fromOn: input.fromOn, toOn: input.toOn ?? null }
  checkDates({ ...row, stops: [...row.stops, stop] }, shanghaiDay(author.at))
  await insertRows(db, author, 'approval_stop', [
    {
      id: uuidv7(),
      approvalId,
      ...stop,
      turn: input.turn,
      reason: input.reason.trim(),
      stoppedBy: actor.memberId,
      resumedBy: stop.toOn === null ? null : actor.memberId,
    },
  ])
  return row.projectId
}

/** Lets the clock go on (`toOn`), or corrects a stop. */
export async function changeStop(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { revision, ...given }: StopPatch,
): Promise<string> {
  const { row, stop } = await holdStop(db, actor, author, id)
  const stops = row.stops.map((one) => (one.id === id ? { ...one, ...given } : one))
  checkDates({ ...row, stops }, shanghaiDay(author.at))
  const set = {
    ...given,
    ...(given.reason ? { reason: given.reason.trim() } : {}),
    ...(given.toOn === undefined || given.toOn === stop.toOn
      ? {}
      : { resumedBy: given.toOn === null ? null : actor.memberId }),
  }
  if (Object.keys(set).length === 0) return row.projectId
  const written = await updateRows(db, author, 'approval_stop', [{ id, revision, set }])
  if (written.size === 0) throw overtaken()
  return row.projectId
}

/** A stop that never was. */
export async function removeStop(db: Db, actor: Actor, author: Author, id: string): Promise<string> {
  const { row, stop } = await holdStop(db, actor, author, id)
  await updateRows(
    db,
    author,
    'approval_stop',
    [{ id, revision: stop.revision, set: { removedAt: author.at } }],
    'remove',
  )
  return row.projectId
}

async function holdStop(db: Db, actor: Actor, author: Author, id: string) {
  const row: ApprovalRow = await holdApprovalOfStop(db, author.zoneId, id)
  authorize(approvalPolicy, actor, 'update', await findProject(db, author.zoneId, row.projectId))
  return {
    row,
    stop: found(
      row.stops.find((one) => one.id === id),
      say('停钟记录', 'clock stop'),
      id,
    ),
  }
}
