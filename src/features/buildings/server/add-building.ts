import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import type { BuildingInput } from '../contract.ts'
import { holdBuildings } from './hold-buildings.ts'
import { named } from './numbered.ts'
import { placed } from './placed.ts'
import { buildingPolicy } from './policy.ts'
import { refuseBuildingFacts } from './refuse-facts.ts'
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
  await holdBuildings(db, actor.zoneId)
  const key = await named(db, actor.zoneId, { name, number })
  const stand = await placed(db, actor.zoneId, { parcelId, lon, lat })
  const id = uuidv7()
  await insertRows(db, author, 'building', [{ id, ...told(facts), ...key, ...stand }])
  return id
}
