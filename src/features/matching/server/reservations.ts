import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, has } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, notAllowed, Problem, say } from '../../../server/errors.ts'
import { refuseNoDay } from '../../../server/refuse-no-day.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { compareDecimal, subtractDecimal, sumDecimal } from '../../../shared/decimal.ts'
import { addLeases, holdRooms } from '../../buildings/server/leases.ts'
import { listRooms, type RoomRow } from '../../buildings/server/queries.ts'
import { holdProject } from '../../evidence/server/held.ts'
import { isHolding } from '../../projects/stages.ts'
import type { RankedPlaces, ReservationInput } from '../contract.ts'
import { listKept } from './kept.ts'
import { holdsLand, listNamedLand, offered } from './offered-land.ts'
import {
  freeOnlyLater,
  type KeptParcel,
  keptForAnother,
  moreThanThereIs,
  namedByAnother,
  notGoingOn,
  notOffered,
  roomsChanged,
} from './refusals.ts'

const holders = (zoneId: string) => sql`select id from project where zone_id = ${zoneId} and ${holdsLand}`

/** What is kept for a project on a day, land and rooms. */
export async function listReserved(
  db: Db,
  zoneId: string,
  day: Day,
  projectId: string,
): Promise<RankedPlaces['reservations']> {
  const { rows } = await sql<RankedPlaces['reservations'][number]>`
    select r.id, 'parcel' as kind, coalesce(p.number, p.name, '') as label,
      coalesce(r.area_m2, p.area_m2)::float8 as area_m2, r.until_on::text as until_on, m.name as person
    from reservation r join parcel p on p.zone_id = ${zoneId} and p.id = r.parcel_id
      join member m on m.zone_id = ${zoneId} and m.id = r.reserved_by
    where r.zone_id = ${zoneId} and r.project_id = ${projectId}::uuid and r.until_on >= ${day}::date
      and r.removed_at is null and r.project_id in (${holders(zoneId)})
    union all
    select l.id, 'room', b.name || coalesce(' ' || b.number, '') || ' ' || f.level || 'F ' || o.number, o.area_m2::float8, l.to_on::text, null
    from lease l join room o on o.zone_id = ${zoneId} and o.id = l.room_id
      join floor f on f.zone_id = ${zoneId} and f.id = o.floor_id
      join building b on b.zone_id = ${zoneId} and b.id = o.building_id
    where l.zone_id = ${zoneId} and l.project_id = ${projectId}::uuid and l.kind = 'reservation' and l.removed_at is null
      and (l.to_on is null or l.to_on >= ${day}::date)
    order by until_on, label`.execute(db)
  return rows
}

export const mayReserve = (actor: Actor) => !actor.asOf && has(actor, 'director', 'analyst')

/** Read already by who keeps many at once: the day that rooms are kept from, and the projects whose lines name land. */
type Known = { roomsFrom?: Day; named?: ReadonlyMap<string, readonly string[]> | undefined }

/** Keeps a place for a project until a day: all of it, or nothing. Rooms from today, or from the day they come free. */
export async function reserve(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { parcelIds, roomIds, areaM2, roomsM2, untilOn, roomsFrom, named }: ReservationInput & Known,
) {
  const { name, standing } = await holdProject(db, actor, projectId, 'update')
  authorizeReserving(actor)
  if (!isHolding(standing)) throw notGoingOn(name, standing)
  const today = shanghaiDay(author.at)
  refuseNoDay(untilOn)
  if (untilOn < today)
    throw new Problem(
      'invalid_input',
      say(`截止日期 ${untilOn} 已经过去。`, `The last day, ${untilOn}, is over.`),
    )
  if (parcelIds.length + roomIds.length === 0 || (areaM2 !== null && parcelIds.length !== 1))
    throw new Problem('invalid_input', say('请选择一处空间。', 'Choose one place.'))
  for (const parcelId of [...new Set(parcelIds)].sort())
    await keepParcel(db, actor, author, { projectId, parcelId, areaM2, untilOn, today, named })
  if (roomIds.length > 0) {
    await holdRooms(db, actor.zoneId, roomIds)
    const where = sql`r.id = any(${[...roomIds]}::uuid[])`
    const page = { where, order: sql`r.id`, limit: null, offset: 0 }
    const rooms = await listRooms(db, actor.zoneId, today, page)
    const nowM2 = sumDecimal(rooms.map((room) => room.areaM2))
    if (roomsM2 !== undefined && compareDecimal(nowM2, roomsM2) !== 0) throw roomsChanged(nowM2, roomsM2)
    const fromOn = roomsFrom ?? lastFree(rooms, today)
    if (fromOn > untilOn) throw freeOnlyLater(fromOn, untilOn)
    await addLeases(db, actor, author, today, {
      ...{ roomIds, kind: 'reservation', projectId, fromOn, toOn: untilOn },
    })
  }
}

/** Rooms that are taken together are kept from the day on which the last of them is free. */
const lastFree = (rooms: readonly RoomRow[], today: Day): Day =>
  rooms.reduce((last, { freeOn }) => (freeOn !== null && freeOn > last ? freeOn : last), today)

type Kept = {
  projectId: string
  parcelId: string
  areaM2: string | null
  untilOn: Day
  today: Day
  named: Known['named']
}

async function keepParcel(db: Db, actor: Actor, author: Author, kept: Kept) {
  const { projectId, parcelId, areaM2, untilOn, today } = kept
  const { rows } = await sql<KeptParcel>`
    select number, name, status, trim_scale(area_m2)::text as area_m2 from parcel
    where zone_id = ${actor.zoneId} and id = ${parcelId}::uuid and ended_on is null and removed_at is null
    for update`.execute(db)
  const parcel = found(rows[0], say('地块', 'parcel'), parcelId)
  if (!offered.includes(parcel.status)) throw notOffered(parcel)
  const namedLand = kept.named ?? (await listNamedLand(db, actor.zoneId))
  if ((namedLand.get(parcelId) ?? []).some((one) => one !== projectId)) throw namedByAnother(parcel)
  if (areaM2 !== null && compareDecimal(areaM2, parcel.areaM2) > 0) throw moreThanThereIs(parcel, areaM2)
  const others = (await listKept(db, actor.zoneId, today, [projectId])).get(parcelId)
  const left =
    others === undefined ? parcel.areaM2 : others === null ? '0' : subtractDecimal(parcel.areaM2, others)
  if (compareDecimal(areaM2 ?? parcel.areaM2, left) > 0) throw keptForAnother(parcel, left)
  // Kept anew, the former one ends: a parcel is kept once for a project. So does what was kept for one that does not
  // go on: should that come back, the place is given away.
  const before = [
    ...(await ownOf(db, actor.zoneId, projectId, parcelId)),
    ...(await listDead(db, actor.zoneId, projectId, parcelId)),
  ]
  const removed = before.map(({ id, revision }) => ({ id, revision, set: { removedAt: author.at } }))
  await updateRows(db, author, 'reservation', removed, 'remove')
  await insertRows(db, author, 'reservation', [
    {
      id: uuidv7(),
      ...{ projectId, parcelId, areaM2, untilOn },
      reservedBy: actor.memberId,
      reservedAt: author.at,
    },
  ])
}

async function ownOf(db: Db, zoneId: string, projectId: string, parcelId?: string) {
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from reservation where zone_id = ${zoneId} and project_id = ${projectId}::uuid and removed_at is null
      and ${parcelId ? sql`parcel_id = ${parcelId}::uuid` : sql`true`}`.execute(db)
  return rows
}

/** Whether a parcel is known, and not split or merged away; refused where there is none. */
export async function parcelThere(db: Db, zoneId: string, id: string): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select ended_on is null as is_there from parcel
    where zone_id = ${zoneId} and id = ${id}::uuid and removed_at is null`.execute(db)
  return found(rows[0], say('地块', 'parcel'), id).isThere
}

/** Of these projects, the names of those that this transaction’s person may know of. */
export async function namesOf(db: Db, zoneId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from project
    where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[]) and removed_at is null`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function listDead(db: Db, zoneId: string, projectId: string, parcelId: string) {
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from reservation where zone_id = ${zoneId} and parcel_id = ${parcelId}::uuid
      and project_id <> ${projectId}::uuid and removed_at is null and project_id not in (${holders(zoneId)})
    order by id`.execute(db)
  return rows
}

/** Before its day. */
export async function release(db: Db, actor: Actor, author: Author, projectId: string, id: string) {
  await holdProject(db, actor, projectId, 'update')
  authorizeReserving(actor)
  const own = (await ownOf(db, actor.zoneId, projectId)).find((one) => one.id === id)
  const { revision } = found(own, say('预留', 'reservation'), id)
  await updateRows(db, author, 'reservation', [{ id, revision, set: { removedAt: author.at } }], 'remove')
}

function authorizeReserving(actor: Actor) {
  if (!mayReserve(actor))
    throw notAllowed(
      '预留空间由管委会领导或综合统计办理。',
      'Places are kept by the zone’s directors and analysts.',
    )
}
