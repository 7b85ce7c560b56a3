import { sql } from 'kysely'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { Lease } from '../contract.ts'
import { holdBuildings } from './hold-buildings.ts'
import { holdRooms } from './leases.ts'
import { roomWord } from './list.ts'
import { buildingPolicy } from './policy.ts'
import { listLeases, listRooms, type RoomRow } from './queries.ts'
import { movedOn } from './refusals.ts'
import type { HeldRoom } from './room-refusals.ts'

type Seen = { id: string; revision: number }

/** Rooms as somebody saw them, in that order, held so that neither they nor their leases change until this is written. */
export async function holdSeen(
  db: Db,
  actor: Actor,
  day: Day,
  verb: 'create' | 'remove',
  seen: readonly Seen[],
): Promise<RoomRow[]> {
  const ids = seen.map(({ id }) => id)
  await holdBuildings(db, actor.zoneId)
  await holdRooms(db, actor.zoneId, ids)
  const where = sql`r.id = any(${ids}::uuid[])`
  const rows = await listRooms(db, actor.zoneId, day, { where, order: sql`r.id`, limit: null, offset: 0 })
  return seen.map(({ id, revision }) => {
    const row = rows.find((one) => one.id === id)
    const room = authorize(buildingPolicy, actor, verb, found(row, roomWord, id))
    if (room.revision !== revision) throw movedOn()
    return room
  })
}

const runsOrIsToCome = ({ toOn }: Lease, day: Day) => toOn === null || toOn >= day

/** Of these rooms, those with leases of any kind that run on the day or begin after it. */
export async function heldOf<R extends { id: string; number: string }>(
  db: Db,
  zoneId: string,
  day: Day,
  rooms: readonly R[],
): Promise<(R & HeldRoom)[]> {
  const ids = rooms.map(({ id }) => id)
  const leases = (await listLeases(db, zoneId, ids)).filter((lease) => runsOrIsToCome(lease, day))
  return rooms
    .map((room) => ({ ...room, leases: leases.filter(({ roomId }) => roomId === room.id) }))
    .filter((room) => room.leases.length > 0)
}
