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

/** One room becomes several: the first part stays the room, whose leases are all of it; answers the ids of the parts. */
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
  return [id, ...fresh.map((part) => part.id)]
}
