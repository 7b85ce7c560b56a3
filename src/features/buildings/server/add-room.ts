import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { found } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { RoomInput } from '../contract.ts'
import { isLevel } from '../model/levels.ts'
import { holdBuildings } from './hold-buildings.ts'
import { buildingWord } from './list.ts'
import { numbered } from './numbered.ts'
import { buildingPolicy } from './policy.ts'
import { listBuildings } from './queries.ts'
import { refuseRoomFacts } from './refuse-facts.ts'
import { noSuchLevel } from './room-refusals.ts'
import { told } from './told.ts'

/** On a floor that there is, or on one made with it; answers the room’s id. */
export async function addRoom(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  { buildingId, level, number, ...facts }: RoomInput,
): Promise<string> {
  await holdBuildings(db, actor.zoneId)
  const [row] = await listBuildings(db, actor.zoneId, day, sql`b.id = ${buildingId}`)
  authorize(buildingPolicy, actor, 'create', found(row, buildingWord, buildingId))
  if (!isLevel(level)) throw noSuchLevel(level)
  refuseRoomFacts(facts)
  const key = await numbered(db, actor.zoneId, buildingId, number)
  const floorId = await floorAt(db, author, buildingId, level)
  const id = uuidv7()
  await insertRows(db, author, 'room', [{ id, buildingId, floorId, ...told(facts), ...key }])
  return id
}

async function floorAt(db: Db, author: Author, buildingId: string, level: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from floor where zone_id = ${author.zoneId} and building_id = ${buildingId} and level = ${level}
      and removed_at is null`.execute(db)
  const [floor] = rows
  if (floor) return floor.id
  const id = uuidv7()
  await insertRows(db, author, 'floor', [{ id, buildingId, level }])
  return id
}
