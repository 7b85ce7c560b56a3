import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Act } from '../model/carry.ts'
import type { Words } from '../model/faults.ts'
import type { GoalNow, HoldingNow, Move, PostNow, ProjectNow, State, UnitNow } from '../model/state.ts'
import type { Carried } from '../model/steps.ts'
import type { Status, Step } from '../reorganisation.ts'

export type StoredAct = {
  id: string
  title: string
  effectiveOn: string
  status: Status
  steps: Step[]
  lines: Words[]
  moves: Move[] | null
  stoppedBecause: Words | null
  createdBy: string
  createdById: string
  createdAt: Date
  confirmedBy: string | null
  confirmedById: string | null
  confirmedAt: Date | null
  carriedAt: Date | null
  undoneBy: string | null
  undoneAt: Date | null
  revision: number
}

const columns = (zoneId: string) => {
  const name = (column: string) =>
    sql`(select name from member where zone_id = ${zoneId} and id = ${sql.ref(`r.${column}`)})`
  return sql`r.id, r.title, r.effective_on, r.status, r.steps, r.lines, r.moves, r.stopped_because,
    coalesce(${name('created_by')}, '') as created_by, r.created_by as created_by_id, r.created_at, ${name('confirmed_by')} as confirmed_by,
    r.confirmed_by as confirmed_by_id, r.confirmed_at, r.carried_at, ${name('undone_by')} as undone_by, r.undone_at, r.revision`
}

/** Acts, the newest day first, without those discarded. */
export async function listActs(db: Db, zoneId: string): Promise<StoredAct[]> {
  const { rows } = await sql<StoredAct>`select ${columns(zoneId)} from reorganisation r
    where r.zone_id = ${zoneId} and r.removed_at is null order by r.effective_on desc, r.id desc`.execute(db)
  return rows
}

/** One act, or a refusal. `lock` keeps others from deciding at the same moment. */
export async function findAct(db: Db, zoneId: string, id: string, lock?: 'lock'): Promise<StoredAct> {
  const { rows } = await sql<StoredAct>`select ${columns(zoneId)} from reorganisation r
    where r.zone_id = ${zoneId} and r.id = ${id}::uuid and r.removed_at is null ${lock ? sql`for update` : sql``}`.execute(
    db,
  )
  return found(rows[0], say('调整', 'reorganisation'), id)
}

/** Confirmed acts that wait for their day. */
export async function listPending(db: Db, zoneId: string): Promise<StoredAct[]> {
  const { rows } = await sql<StoredAct>`select ${columns(zoneId)} from reorganisation r
    where r.zone_id = ${zoneId} and r.removed_at is null and r.status = 'confirmed'`.execute(db)
  return rows
}

/** Acts whose day has come, held until the transaction ends: of several servers one carries them out. */
export async function holdDue(db: Db, zoneId: string, today: string): Promise<StoredAct[]> {
  const { rows } = await sql<StoredAct>`select ${columns(zoneId)} from reorganisation r
    where r.zone_id = ${zoneId} and r.removed_at is null and r.status = 'confirmed' and r.effective_on <= ${today}::date
    order by r.effective_on, r.id for update`.execute(db)
  return rows
}

/** One decision about the organisation at a time: everybody who confirms, undoes or carries out waits here. */
export const holdOrganisation = (db: Db, zoneId: string) =>
  sql`select from unit where zone_id = ${zoneId} and parent_id is null order by id for update`.execute(db)

/** The moves of acts that have taken effect, for those that take them back. */
export async function listCarried(db: Db, zoneId: string): Promise<Carried> {
  const rows = await db
    .selectFrom('reorganisation')
    .select(['id', 'title', 'moves'])
    .where('zoneId', '=', zoneId)
    .where('status', '=', 'done')
    .execute()
  const acts = new Map(rows.map(({ id, title, moves }) => [id, { title, moves: (moves ?? []) as Move[] }]))
  return (id) => acts.get(id)
}

/** The organisation as it is now. `hold` keeps it so until the transaction ends. */
export async function loadState(db: Db, zoneId: string, hold?: 'hold'): Promise<State> {
  const lock = hold ? sql`for update` : sql``
  const units = await sql<UnitNow>`
    select id, parent_id, kind, name, position, from_on, to_on from unit
    where zone_id = ${zoneId} and removed_at is null order by id ${lock}`.execute(db)
  const posts = await sql<PostNow>`
    select id, member_id, unit_id, role, from_on, to_on from post
    where zone_id = ${zoneId} and removed_at is null order by id ${lock}`.execute(db)
  const projects = await sql<ProjectNow>`
    select id, corps_id, standing from project
    where zone_id = ${zoneId} and removed_at is null order by id ${lock}`.execute(db)
  const holdings = await sql<HoldingNow>`
    select id, territory_id, unit_id, from_on, to_on from territory_holding
    where zone_id = ${zoneId} and removed_at is null order by id ${lock}`.execute(db)
  const goals = await sql<GoalNow>`
    select id, unit_id, measure, period, trim_scale(value)::text as value, provenance, from_on, to_on from goal
    where zone_id = ${zoneId} and removed_at is null order by id ${lock}`.execute(db)
  const byId = <T extends { id: string }>({ rows }: { rows: T[] }) =>
    new Map(rows.map((row) => [row.id, row]))
  return {
    units: byId(units),
    posts: byId(posts),
    projects: byId(projects),
    holdings: byId(holdings),
    goals: byId(goals),
  }
}

/** Revisions of rows about to be written, those removed included. */
export async function revisionsOf(
  db: Db,
  zoneId: string,
  table: 'unit' | 'post' | 'project' | 'territory_holding' | 'goal',
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from ${sql.table(table)} where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return new Map(rows.map(({ id, revision }) => [id, revision]))
}

export const actOf = ({ id, title, effectiveOn, steps }: StoredAct): Act => ({
  id,
  title,
  effectiveOn,
  steps,
})
