import { sql } from 'kysely'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { BuildingPatch, FloorPatch, RoomPatch } from '../contract.ts'
import { holdBuildings } from './hold-buildings.ts'
import { buildingWord, roomWord } from './list.ts'
import { named, numbered } from './numbered.ts'
import { placed, standOf } from './placed.ts'
import { buildingPolicy, keepsBuildings } from './policy.ts'
import { listBuildings, listRooms } from './queries.ts'
import { movedOn, noNought, onlyItsLeases } from './refusals.ts'
import { isNought, refuseBuildingFacts, refuseRoomFacts } from './refuse-facts.ts'
import { told } from './told.ts'

type Set = Record<string, unknown>

export async function changeBuilding(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  patch: BuildingPatch,
) {
  const [row] = await listBuildings(db, actor.zoneId, day, sql`b.id = ${id}`)
  const building = authorize(buildingPolicy, actor, 'update', found(row, buildingWord, id))
  if (!keepsBuildings(actor)) throw onlyItsLeases()
  const { revision, parcelId, lon, lat, ...given } = patch
  refuseBuildingFacts(given)
  const set = told(given)
  if (parcelId !== undefined || lon !== undefined || lat !== undefined)
    Object.assign(
      set,
      await placed(db, actor.zoneId, { parcelId, lon, lat }, await standOf(db, actor.zoneId, id)),
    )
  if (given.name !== undefined || given.number !== undefined) {
    await holdBuildings(db, actor.zoneId)
    const name = given.name ?? building.name
    const number = given.number === undefined ? building.number : given.number
    Object.assign(set, await named(db, actor.zoneId, { name, number }, id))
  }
  await write(db, author, 'building', id, revision, set)
}

/** Answers the building that it is a floor of. */
export async function changeFloor(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  patch: FloorPatch,
) {
  const { rows } = await sql<{ buildingId: string }>`
    select building_id from floor where zone_id = ${actor.zoneId} and id = ${id} and removed_at is null`.execute(
    db,
  )
  const { buildingId } = found(rows[0], say('楼层', 'floor'), id)
  const [building] = await listBuildings(db, actor.zoneId, day, sql`b.id = ${buildingId}`)
  authorize(buildingPolicy, actor, 'update', found(building, buildingWord, buildingId))
  if (!keepsBuildings(actor)) throw onlyItsLeases()
  const { revision, heightM, loadTM2 } = patch
  if (isNought(heightM) || isNought(loadTM2)) throw noNought
  await write(db, author, 'floor', id, revision, told({ heightM, loadTM2 }))
  return buildingId
}

export async function changeRoom(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  patch: RoomPatch,
) {
  const page = { where: sql`r.id = ${id}`, order: sql`r.id`, limit: 1, offset: 0 }
  const [row] = await listRooms(db, actor.zoneId, day, page)
  const room = authorize(buildingPolicy, actor, 'update', found(row, roomWord, id))
  const { revision, number, areaM2, ...given } = patch
  if (!keepsBuildings(actor) && (number !== undefined || areaM2 !== undefined)) throw onlyItsLeases()
  const askingRent = given.askingRent === undefined ? room.askingRent : given.askingRent
  const askingRentUnit = given.askingRentUnit === undefined ? room.askingRentUnit : given.askingRentUnit
  refuseRoomFacts({ areaM2, readyOn: given.readyOn, askingRent, askingRentUnit })
  const set = told({ ...given, areaM2 })
  if (number !== undefined) {
    await holdBuildings(db, actor.zoneId)
    Object.assign(set, await numbered(db, actor.zoneId, room.buildingId, number, [id]))
  }
  await write(db, author, 'room', id, revision, set)
}

async function write(
  db: Db,
  author: Author,
  table: 'building' | 'floor' | 'room',
  id: string,
  revision: number,
  set: Set,
) {
  if (Object.keys(set).length === 0) return
  const written = await updateRows(db, author, table, [{ id, revision, set }])
  if (written.size === 0) throw movedOn()
}
