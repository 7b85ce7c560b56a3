import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import type { Day } from '../../../shared/days.ts'
import { heldOf, holdSeen } from './hold-seen.ts'
import { movedOn } from './refusals.ts'
import { stillHeld } from './room-refusals.ts'

/** A room that is not there. As when an import is undone, a floor on which nothing stands goes with it. Answers its building’s id. */
export async function removeRoom(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  revision: number,
): Promise<string> {
  const [room] = await holdSeen(db, actor, day, 'remove', [{ id, revision }])
  if (!room) throw movedOn()
  const [held] = await heldOf(db, actor.zoneId, day, [room])
  if (held) throw stillHeld(held)
  const set = { removedAt: author.at }
  const written = await updateRows(db, author, 'room', [{ id, revision, set }], 'remove')
  if (written.size === 0) throw movedOn()
  const empty = await findEmpty(db, actor.zoneId, room.floorId)
  const removed = await updateRows(
    db,
    author,
    'floor',
    empty.map((floor) => ({ ...floor, set })),
    'remove',
  )
  if (removed.size < empty.length) throw movedOn()
  return room.buildingId
}

async function findEmpty(db: Db, zoneId: string, floorId: string) {
  const { rows } = await sql<{ id: string; revision: number }>`
    select f.id, f.revision from floor f
    where f.zone_id = ${zoneId} and f.id = ${floorId} and f.removed_at is null and not exists (
      select from room r where r.zone_id = ${zoneId} and r.floor_id = f.id and r.removed_at is null)`.execute(
    db,
  )
  return rows
}
