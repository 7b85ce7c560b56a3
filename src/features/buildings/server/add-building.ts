import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { found } from '../../../server/errors.ts'
import { lookAround } from '../../spaces/server/imports/around.ts'
import { parcelWord } from '../../spaces/server/list.ts'
import type { BuildingInput } from '../contract.ts'
import { isPlace, standsIn } from '../model/stands-in.ts'
import { holdBuildings } from './hold-buildings.ts'
import { named } from './numbered.ts'
import { buildingPolicy } from './policy.ts'
import { refuseBuildingFacts } from './refuse-facts.ts'
import { noSuchPlace, parcelGone } from './room-refusals.ts'
import { told } from './told.ts'

/** A building without rooms as yet; answers its id. */
export async function addBuilding(
  db: Db,
  actor: Actor,
  author: Author,
  { name, number, parcelId, lon, lat, ...facts }: BuildingInput,
): Promise<string> {
  authorize(buildingPolicy, actor, 'create', {})
  refuseBuildingFacts(facts)
  const place = placeOf(lon, lat)
  await holdBuildings(db, actor.zoneId)
  const key = await named(db, actor.zoneId, { name, number })
  const parcel = parcelId ? await findParcel(db, actor.zoneId, parcelId) : undefined
  const { territoryAt } = await lookAround(db, actor.zoneId)
  const id = uuidv7()
  const row = {
    ...{ id, ...told(facts), ...key },
    ...{ parcelId: parcelId ?? null, territoryId: standsIn(parcel, place, territoryAt) ?? null },
    ...{ lon: place?.[0] ?? null, lat: place?.[1] ?? null },
  }
  await insertRows(db, author, 'building', [row])
  return id
}

function placeOf(lon: number | null | undefined, lat: number | null | undefined) {
  if (lon == null && lat == null) return undefined
  if (lon == null || lat == null || !isPlace(lon, lat)) throw noSuchPlace(lon, lat)
  return [lon, lat] as const
}

async function findParcel(db: Db, zoneId: string, id: string) {
  const { rows } = await sql<{ number: string | null; territoryId: string | null; isThere: boolean }>`
    select number, territory_id, ended_on is null as is_there from parcel
    where zone_id = ${zoneId} and id = ${id} and removed_at is null`.execute(db)
  const parcel = found(rows[0], parcelWord, id)
  if (!parcel.isThere) throw parcelGone(parcel.number)
  return parcel
}
