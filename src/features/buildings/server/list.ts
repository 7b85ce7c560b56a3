import { type RawBuilder, sql } from 'kysely'
import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { compareDecimal, divideDecimal, sumDecimal } from '../../../shared/decimal.ts'
import type {
  Building,
  BuildingDetail,
  BuildingList,
  BuildingQuery,
  Room,
  RoomDetail,
  RoomList,
  RoomQuery,
  RoomSums,
} from '../contract.ts'
import { roomKey } from '../model/keys.ts'
import { buildingPolicy } from './policy.ts'
import {
  type BuildingRow,
  listBuildings,
  listFloors,
  listLeases,
  listRooms,
  noRooms,
  type RoomRow,
  sumByBuilding,
  sumRooms,
} from './queries.ts'
import { buildingsWithin } from './within.ts'

export const buildingWord = say('楼宇', 'building')
export const roomWord = say('单元', 'room')

/** A name and its number are found however they are spaced. */
const plain = (text: string) => text.toLowerCase().replace(/\s/g, '')

type Wanted = Omit<RoomQuery, 'state' | 'sort' | 'limit' | 'offset' | 'within'> & {
  /** The buildings within the lasso that was asked for. */
  inside: readonly string[] | undefined
}

/** A query with the buildings of its lasso, looked up once. */
async function prepare<Q extends { within?: string }>(db: Db, zoneId: string, day: Day, query: Q) {
  const { within } = query
  return { ...query, inside: within ? await buildingsWithin(db, zoneId, day, within) : undefined }
}

/** What a query asks of rooms, their floors and buildings; not which states. */
function roomConditions(query: Wanted, day: Day): RawBuilder<unknown> {
  const all = [sql`true`]
  if (query.buildingId) all.push(sql`r.building_id = ${query.buildingId}`)
  if (query.kind) all.push(sql`b.kind = any(${query.kind}::text[])`)
  if (query.unitId) all.push(sql`h.unit_id = ${query.unitId}`)
  if (query.inside) all.push(sql`r.building_id = any(${query.inside}::uuid[])`)
  if (query.minArea) all.push(sql`r.area_m2 >= ${query.minArea}::numeric`)
  if (query.minHeight) all.push(sql`f.height_m >= ${query.minHeight}::numeric`)
  if (query.minLoad) all.push(sql`f.load_t_m2 >= ${query.minLoad}::numeric`)
  if (query.free)
    all.push(sql`free.day <= ${day}::date + make_interval(months => ${Number(query.free)}::int)`)
  const wanted = query.q?.trim().toLowerCase()
  if (wanted)
    all.push(sql`(strpos(regexp_replace(lower(b.name || coalesce(b.number, '')), '\\s', '', 'g'), ${plain(wanted)}) > 0
      or strpos(r.number_key, ${roomKey(wanted) ?? wanted}) > 0
      or strpos(lower(coalesce(l.tenant, p.name, '')), ${wanted}) > 0)`)
  return sql.join(all, sql` and `)
}

const roomOrders: Record<NonNullable<RoomQuery['sort']>, RawBuilder<unknown>> = {
  place: sql`b.name, b.number`,
  '-area': sql`r.area_m2 desc`,
  free: sql`free.day nulls last`,
  end: sql`l.to_on nulls last`,
}

/** The rooms that a request asks for, a page of them, with the exact sums of all. */
export async function readRooms(db: Db, actor: Actor, day: Day, query: RoomQuery): Promise<RoomList> {
  const whatever = roomConditions(await prepare(db, actor.zoneId, day, query), day)
  const { state, limit = 100, offset = 0, sort = 'place' } = query
  const where = state ? sql`${whatever} and t.state = any(${state}::text[])` : whatever
  const sums = await sumRooms(db, actor.zoneId, day, whatever)
  const chosen = sums.states.filter((one) => !state || state.includes(one.state))
  const rows = await listRooms(db, actor.zoneId, day, { where, order: roomOrders[sort], limit, offset })
  return {
    items: rows.map((row) => shownRoom(actor, row)),
    total: chosen.reduce((sum, { count }) => sum + count, 0),
    areaM2: sumDecimal(chosen.map(({ areaM2 }) => areaM2)),
    sums,
  }
}

/** All rooms of a building, in their order. */
export async function roomsOf(db: Db, actor: Actor, day: Day, buildingId: string): Promise<Room[]> {
  const where = sql`r.building_id = ${buildingId}`
  const rows = await listRooms(db, actor.zoneId, day, {
    where,
    order: roomOrders.place,
    limit: null,
    offset: 0,
  })
  return rows.map((row) => shownRoom(actor, row))
}

const asksOfRooms = ({ free, minArea, minHeight, minLoad }: BuildingQuery) =>
  Boolean(free || minArea || minHeight || minLoad)

/** All buildings that a request asks for, in its order, each with the sums of all its rooms. */
export async function everyBuilding(
  db: Db,
  actor: Actor,
  day: Day,
  asked: BuildingQuery,
): Promise<Building[]> {
  const { zoneId } = actor
  const query = await prepare(db, zoneId, day, asked)
  const { kind, unitId, q, sort = 'name' } = query
  const all = [sql`true`]
  if (kind) all.push(sql`b.kind = any(${kind}::text[])`)
  if (unitId) all.push(sql`h.unit_id = ${unitId}`)
  if (query.inside) all.push(sql`b.id = any(${query.inside}::uuid[])`)
  const wanted = q && plain(q)
  const rows = await listBuildings(db, zoneId, day, sql.join(all, sql` and `))
  const matching =
    wanted || asksOfRooms(query)
      ? await sumByBuilding(db, zoneId, day, roomConditions(query, day))
      : undefined
  // A building without rooms matches by its name alone.
  const chosen = rows.filter(
    ({ id, name, number }) =>
      !matching ||
      matching.has(id) ||
      (wanted && !asksOfRooms(query) && plain(`${name}${number ?? ''}`).includes(wanted)),
  )
  const sums = await sumByBuilding(
    db,
    zoneId,
    day,
    sql`r.building_id = any(${chosen.map(({ id }) => id)}::uuid[])`,
  )
  return chosen.map((row) => shownBuilding(actor, row, sums.get(row.id))).sort(orders[sort])
}

export async function readBuildings(
  db: Db,
  actor: Actor,
  day: Day,
  query: BuildingQuery,
): Promise<BuildingList> {
  const all = await everyBuilding(db, actor, day, query)
  const { limit = 100, offset = 0 } = query
  const sums =
    all.length === 0
      ? noRooms
      : await sumRooms(db, actor.zoneId, day, sql`r.building_id = any(${all.map(({ id }) => id)}::uuid[])`)
  return { items: all.slice(offset, offset + limit), total: all.length, sums }
}

export const vacantOf = ({ states }: RoomSums) =>
  states.find(({ state }) => state === 'vacant')?.areaM2 ?? '0'
const shareOf = ({ sums }: Building) =>
  sums.rooms === 0 ? '0' : divideDecimal(vacantOf(sums), sums.areaM2, 6)

const byName = new Intl.Collator('zh', { numeric: true })
const nameOf = ({ name, number }: Building) => `${name} ${number ?? ''}`
type Order = (a: Building, b: Building) => number
const inOrder =
  (first: Order): Order =>
  (a, b) =>
    first(a, b) || byName.compare(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1)
const orders: Record<NonNullable<BuildingQuery['sort']>, Order> = {
  name: inOrder(() => 0),
  '-vacant': inOrder((a, b) => compareDecimal(vacantOf(b.sums), vacantOf(a.sums))),
  '-share': inOrder((a, b) => compareDecimal(shareOf(b), shareOf(a))),
  end: inOrder((a, b) =>
    (a.nextEndOn ?? '9') < (b.nextEndOn ?? '9') ? -1 : a.nextEndOn === b.nextEndOn ? 0 : 1,
  ),
  '-area': inOrder((a, b) => compareDecimal(b.sums.areaM2, a.sums.areaM2)),
}

export async function readBuilding(db: Db, actor: Actor, day: Day, id: string): Promise<BuildingDetail> {
  const { zoneId } = actor
  const [row] = await listBuildings(db, zoneId, day, sql`b.id = ${id}`)
  const building = found(row, buildingWord, id)
  const own = sql`r.building_id = ${id}`
  const sums = (await sumByBuilding(db, zoneId, day, own)).get(id)
  const rooms = await listRooms(db, zoneId, day, { where: own, order: sql`f.level`, limit: null, offset: 0 })
  const floors = await listFloors(db, zoneId, id)
  return {
    ...shownBuilding(actor, building, sums),
    floors: floors.map((floor) => ({
      ...floor,
      rooms: rooms
        .filter(({ floorId }) => floorId === floor.id)
        .map((room) => shownRoom(actor, room))
        .sort((a, b) => byName.compare(a.number, b.number)),
    })),
  }
}

export async function readRoom(db: Db, actor: Actor, day: Day, id: string): Promise<RoomDetail> {
  const page = { where: sql`r.id = ${id}`, order: sql`r.id`, limit: 1, offset: 0 }
  const [row] = await listRooms(db, actor.zoneId, day, page)
  return {
    ...shownRoom(actor, found(row, roomWord, id)),
    leases: await listLeases(db, actor.zoneId, [id]),
  }
}

const shownBuilding = (
  actor: Actor,
  row: BuildingRow,
  of: { sums: RoomSums; nextEndOn: Day | null } | undefined,
): Building => ({
  ...row,
  sums: of?.sums ?? noRooms,
  nextEndOn: of?.nextEndOn ?? null,
  abilities: abilitiesOn(buildingPolicy, actor, row),
})

function shownRoom(actor: Actor, row: RoomRow): Room {
  const { unitId, ...room } = row
  return { ...room, abilities: abilitiesOn(buildingPolicy, actor, { unitId }) }
}
