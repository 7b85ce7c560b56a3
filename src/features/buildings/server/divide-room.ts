import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import type { Day } from '../../../shared/days.ts'
import { signOfDecimal, sumDecimal } from '../../../shared/decimal.ts'
import type { DivisionInput } from '../contract.ts'
import { leftOf } from '../model/divided.ts'
import { holdSeen } from './hold-seen.ts'
import { numbered } from './numbered.ts'
import { movedOn, noArea } from './refusals.ts'
import { isNought } from './refuse-facts.ts'
import { numberTwice, partsDiffer } from './room-refusals.ts'

/**
 * One room becomes several: the first part stays the room, with its leases; answers the ids of the parts. What is kept
 * stays kept in every part, as land does that is split: nobody knows yet which is meant.
 */
export async function divideRoom(
  db: Db,
  actor: Actor,
  { cause: _, ...who }: Author,
  day: Day,
  id: string,
  { revision, parts }: DivisionInput,
): Promise<string[]> {
  const [room] = await holdSeen(db, actor, day, 'create', [{ id, revision }])
  if (!room) throw movedOn()
  const areas = parts.map(({ areaM2 }) => areaM2)
  if (areas.some(isNought)) throw noArea
  const left = leftOf(room.areaM2, areas)
  if (signOfDecimal(left) !== 0) throw partsDiffer(sumDecimal(areas), room.areaM2, left)
  const rows: { areaM2: string; number: string; numberKey: string }[] = []
  for (const { number, areaM2 } of parts) {
    const key = await numbered(db, actor.zoneId, room.buildingId, number, [id])
    if (rows.some(({ numberKey }) => numberKey === key.numberKey)) throw numberTwice(number)
    rows.push({ areaM2, ...key })
  }
  const [first = {}, ...others] = rows
  const author: Author = { ...who, cause: { kind: 'room_division', id: uuidv7() } }
  const written = await updateRows(db, author, 'room', [{ id, revision, set: first }])
  if (written.size === 0) throw movedOn()
  const { buildingId, floorId, use, askingRent, askingRentUnit, readyOn } = room
  const fresh = others.map((part) => ({
    id: uuidv7(),
    ...{ buildingId, floorId, use, askingRent, askingRentUnit, readyOn },
    ...part,
  }))
  await insertRows(db, author, 'room', fresh)
  const kept = await listReservations(db, actor.zoneId, day, id)
  const again = fresh.flatMap((part) => kept.map((one) => ({ ...one, id: uuidv7(), roomId: part.id })))
  await insertRows(db, author, 'lease', again)
  return [id, ...fresh.map((part) => part.id)]
}

type Kept = {
  kind: string
  projectId: string | null
  tenant: string | null
  contractNo: string | null
  fromOn: Day
  toOn: Day | null
  rent: string | null
  rentUnit: string | null
}

/** Of a room, what is kept now or later. */
async function listReservations(db: Db, zoneId: string, day: Day, roomId: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select kind, project_id, tenant, contract_no, from_on::text as from_on, to_on::text as to_on, rent::text as rent, rent_unit
    from lease where zone_id = ${zoneId} and room_id = ${roomId} and kind = 'reservation' and removed_at is null
      and (to_on is null or to_on >= ${day}::date) order by id`.execute(db)
  return rows
}
