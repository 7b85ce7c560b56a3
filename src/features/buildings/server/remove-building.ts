import { sql } from 'kysely'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { found } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { holdBuildings } from './hold-buildings.ts'
import { buildingWord } from './list.ts'
import { buildingPolicy } from './policy.ts'
import { listBuildings, listFloors, sumByBuilding } from './queries.ts'
import { movedOn } from './refusals.ts'
import { stillRooms } from './room-refusals.ts'

/** A building that is not there, with the floors that a table gave it; one with rooms stays until they are removed. */
export async function removeBuilding(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  revision: number,
): Promise<void> {
  await holdBuildings(db, actor.zoneId)
  const [row] = await listBuildings(db, actor.zoneId, day, sql`b.id = ${id}`)
  authorize(buildingPolicy, actor, 'remove', found(row, buildingWord, id))
  const rooms = await sumByBuilding(db, actor.zoneId, day, sql`r.building_id = ${id}`)
  const count = rooms.get(id)?.sums.rooms ?? 0
  if (count > 0) throw stillRooms(count)
  const set = { removedAt: author.at }
  const written = await updateRows(db, author, 'building', [{ id, revision, set }], 'remove')
  if (written.size === 0) throw movedOn()
  const floors = await listFloors(db, actor.zoneId, id)
  const gone = floors.map((floor) => ({ id: floor.id, revision: floor.revision, set }))
  const removed = await updateRows(db, author, 'floor', gone, 'remove')
  if (removed.size < gone.length) throw movedOn()
}
