import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import { type Day, isDay } from '../../../shared/days.ts'
import type { Lease, LeaseInput, LeasePatch } from '../contract.ts'
import { isPlausible } from '../model/plausible-days.ts'
import { projectVisible } from './held-for.ts'
import { roomWord } from './list.ts'
import { buildingPolicy } from './policy.ts'
import { listLeases, listRooms } from './queries.ts'
import {
  endsBeforeItBegins,
  heldAlready,
  leaseVeiled,
  movedOn,
  noSuchDay,
  rentNeedsUnit,
  tenantOrProject,
} from './refusals.ts'
import { told } from './told.ts'

const leaseWord = say('租约', 'lease')

/** Whoever writes a lease holds its room first, so that two writers of one room see each other’s. */
export const holdRooms = (db: Db, zoneId: string, roomIds: readonly string[]) =>
  sql`select from room where zone_id = ${zoneId} and id = any(${[...roomIds]}::uuid[]) order by id for update`.execute(
    db,
  )

/** One lease for each room, all of them or none. */
export async function addLeases(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  input: LeaseInput,
): Promise<Lease[]> {
  const { roomIds, ...terms } = input
  const ids = [...new Set(roomIds)]
  await holdOwnRooms(db, actor, day, ids)
  checkTerms(terms)
  if (terms.projectId) await projectVisible(db, actor.zoneId, terms.projectId)
  for (const roomId of ids) await refuseOverlap(db, actor.zoneId, roomId, terms)
  const rows = ids.map((roomId) => ({ id: uuidv7(), roomId, ...told(terms) }))
  await insertRows(db, author, 'lease', rows)
  const made = new Set(rows.map(({ id }) => id))
  return (await listLeases(db, actor.zoneId, ids)).filter(({ id }) => made.has(id))
}

export async function changeLease(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  patch: LeasePatch,
) {
  const before = await holdLease(db, actor, day, id)
  const { revision, ...given } = patch
  const set = told(given)
  if (Object.keys(set).length === 0) return before.roomId
  // Nobody sees a project that was removed: whoever names a tenant names it in its place.
  if (given.tenant && before.isProjectGone) set['projectId'] ??= null
  const terms = { ...before, ...set }
  checkTerms(terms)
  if (given.projectId) await projectVisible(db, actor.zoneId, given.projectId)
  await refuseOverlap(db, actor.zoneId, before.roomId, terms, id)
  const written = await updateRows(db, author, 'lease', [{ id, revision, set }])
  if (written.size === 0) throw movedOn()
  return before.roomId
}

/** A lease that never was: entered by mistake. One that is over is ended, not removed. */
export async function removeLease(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  revision: number,
) {
  const { roomId } = await holdLease(db, actor, day, id)
  const patch = { id, revision, set: { removedAt: author.at } }
  const written = await updateRows(db, author, 'lease', [patch], 'remove')
  if (written.size === 0) throw movedOn()
  return roomId
}

async function holdOwnRooms(db: Db, actor: Actor, day: Day, ids: readonly string[]) {
  await holdRooms(db, actor.zoneId, ids)
  const where = sql`r.id = any(${[...ids]}::uuid[])`
  const rooms = await listRooms(db, actor.zoneId, day, {
    where,
    order: sql`r.id`,
    limit: ids.length,
    offset: 0,
  })
  for (const id of ids)
    authorize(
      buildingPolicy,
      actor,
      'update',
      found(
        rooms.find((room) => room.id === id),
        roomWord,
        id,
      ),
    )
}

type Kept = Omit<Terms, 'fromOn'> & {
  id: string
  roomId: string
  fromOn: Day
  kind: Lease['kind']
  isVeiled: boolean
  isProjectGone: boolean
}

async function holdLease(db: Db, actor: Actor, day: Day, id: string): Promise<Kept> {
  const find = async () => {
    const { rows } = await sql<Kept>`
      select l.id, l.room_id, l.kind, l.tenant, l.project_id, l.contract_no, l.from_on::text as from_on,
        l.to_on::text as to_on, trim_scale(l.rent)::text as rent, l.rent_unit,
        l.project_id is not null and p.id is null as is_veiled, p.removed_at is not null as is_project_gone
      from lease l left join project p on p.zone_id = ${actor.zoneId} and p.id = l.project_id
      where l.zone_id = ${actor.zoneId} and l.id = ${id} and l.removed_at is null`.execute(db)
    return found(rows[0], leaseWord, id)
  }
  await holdOwnRooms(db, actor, day, [(await find()).roomId])
  const lease = await find()
  if (lease.isVeiled) throw leaseVeiled()
  return lease
}

type Terms = {
  tenant?: string | null | undefined
  projectId?: string | null | undefined
  fromOn: Day
  toOn?: Day | null | undefined
  rent?: string | null | undefined
  rentUnit?: string | null | undefined
}

function checkTerms({ tenant, projectId, fromOn, toOn, rent, rentUnit }: Terms) {
  for (const day of [fromOn, toOn]) if (day && !(isDay(day) && isPlausible(day))) throw noSuchDay(day)
  if (toOn && toOn < fromOn) throw endsBeforeItBegins(fromOn, toOn)
  if (tenant && projectId) throw tenantOrProject
  if ((rent ?? null) === null ? rentUnit : !rentUnit) throw rentNeedsUnit
}

/** The room is held: what is found here stays so until this is written. */
export async function refuseOverlap(
  db: Db,
  zoneId: string,
  roomId: string,
  { fromOn, toOn }: Terms,
  but?: string,
) {
  const { rows } = await sql<{ room: string; tenant: string | null; fromOn: Day; toOn: Day | null }>`
    select b.name || ' ' || r.number as room, coalesce(l.tenant, p.name) as tenant, l.from_on::text as from_on,
      l.to_on::text as to_on
    from lease l join room r on r.zone_id = ${zoneId} and r.id = l.room_id
    join building b on b.zone_id = ${zoneId} and b.id = r.building_id
    left join project p on p.zone_id = ${zoneId} and p.id = l.project_id and p.removed_at is null
    where l.zone_id = ${zoneId} and l.room_id = ${roomId} and l.removed_at is null
      and l.id is distinct from ${but ?? null}::uuid
      and l.from_on <= coalesce(${toOn ?? null}::date, 'infinity') and coalesce(l.to_on, 'infinity') >= ${fromOn}::date
    order by l.from_on limit 1`.execute(db)
  const [held] = rows
  if (held) throw heldAlready(held.room, held)
}
