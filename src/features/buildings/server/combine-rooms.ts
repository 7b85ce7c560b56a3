import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import type { Day } from '../../../shared/days.ts'
import { sumDecimal } from '../../../shared/decimal.ts'
import type { CombinationInput } from '../contract.ts'
import { readyTogether } from '../model/divided.ts'
import { heldOf, holdSeen } from './hold-seen.ts'
import { numbered } from './numbered.ts'
import { listBuildings, type RoomRow } from './queries.ts'
import { movedOn } from './refusals.ts'
import { notOneFloor, roomTwice, severalHeld } from './room-refusals.ts'

/** Rooms of one floor become one of them; answers the id of that one. */
export async function combineRooms(
  db: Db,
  actor: Actor,
  { cause: _, ...who }: Author,
  day: Day,
  id: string,
  { revision, with: others, number }: CombinationInput,
): Promise<string> {
  const seen = [{ id, revision }, ...others]
  if (new Set(seen.map((one) => one.id)).size < seen.length) throw roomTwice
  const rooms = await holdSeen(db, actor, day, 'create', seen)
  const [first] = rooms
  if (!first) throw movedOn()
  for (const room of rooms) if (room.floorId !== first.floorId) throw notOneFloor(first.number, room.number)
  const held = await heldOf(db, actor.zoneId, day, rooms)
  if (held.length > 1) throw severalHeld(held)
  // A lease is its room’s in every version that the log keeps and cannot move: the room that is held stays, so that
  // its lease has one room from its first day on. What the others were let for before is read as of the days before.
  const kept = held[0] ?? first
  const gone = rooms.filter((room) => room.id !== kept.id)
  const ids = rooms.map((room) => room.id)
  const set = {
    areaM2: sumDecimal(rooms.map(({ areaM2 }) => areaM2)),
    readyOn: readyTogether(rooms, await completedOn(db, actor.zoneId, day, kept)),
    ...(number == null ? {} : await numbered(db, actor.zoneId, kept.buildingId, number, ids)),
  }
  const author: Author = { ...who, cause: { kind: 'room_combination', id: uuidv7() } }
  // The others first: the one that stays may take a number of theirs.
  const removed = gone.map((room) => ({ ...seenOf(room), set: { removedAt: author.at } }))
  const away = await updateRows(db, author, 'room', removed, 'remove')
  const written = await updateRows(db, author, 'room', [{ ...seenOf(kept), set }])
  if (away.size + written.size < rooms.length) throw movedOn()
  return kept.id
}

const seenOf = ({ id, revision }: Pick<RoomRow, 'id' | 'revision'>) => ({ id, revision })

async function completedOn(db: Db, zoneId: string, day: Day, { buildingId }: Pick<RoomRow, 'buildingId'>) {
  const [building] = await listBuildings(db, zoneId, day, sql`b.id = ${buildingId}`)
  return building?.completedOn ?? null
}
