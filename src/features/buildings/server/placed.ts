import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found } from '../../../server/errors.ts'
import { lookAround } from '../../spaces/server/imports/around.ts'
import { parcelWord } from '../../spaces/server/list.ts'
import { isPlace, standsIn } from '../model/stands-in.ts'
import { noSuchPlace, parcelGone } from './room-refusals.ts'

/** Where a building stands: on a parcel, at a place of its own, or both. */
export type Stand = { parcelId: string | null; lon: number | null; lat: number | null }
type Given = { [K in keyof Stand]?: Stand[K] | undefined }

const nowhere: Stand = { parcelId: null, lon: null, lat: null }

/** What is given of it beside what stands, with the territory that follows. */
export async function placed(
  db: Db,
  zoneId: string,
  given: Given,
  stands: Stand = nowhere,
): Promise<Stand & { territoryId: string | null }> {
  const { parcelId = stands.parcelId, lon = stands.lon, lat = stands.lat } = given
  const place = placeOf(lon, lat)
  const parcel = parcelId ? await parcelAt(db, zoneId, parcelId, parcelId !== stands.parcelId) : undefined
  const { territoryAt } = await lookAround(db, zoneId)
  return { parcelId, lon, lat, territoryId: standsIn(parcel, place, territoryAt) ?? null }
}

/** Its parcel and place as they are kept: shown is the parcel’s place before its own. */
export async function standOf(db: Db, zoneId: string, id: string): Promise<Stand> {
  const { rows } = await sql<Stand>`select parcel_id, lon, lat from building
    where zone_id = ${zoneId} and id = ${id}`.execute(db)
  return rows[0] ?? nowhere
}

function placeOf(lon: number | null, lat: number | null) {
  if (lon === null && lat === null) return undefined
  if (lon === null || lat === null || !isPlace(lon, lat)) throw noSuchPlace(lon, lat)
  return [lon, lat] as const
}

/** One that is chosen is there; one that a building stood on before may be gone since. */
async function parcelAt(db: Db, zoneId: string, id: string, isChosen: boolean) {
  const { rows } = await sql<{ number: string | null; territoryId: string | null; isThere: boolean }>`
    select number, territory_id, ended_on is null as is_there from parcel
    where zone_id = ${zoneId} and id = ${id} and removed_at is null`.execute(db)
  if (!isChosen) return rows[0]
  const parcel = found(rows[0], parcelWord, id)
  if (!parcel.isThere) throw parcelGone(parcel.number)
  return parcel
}
