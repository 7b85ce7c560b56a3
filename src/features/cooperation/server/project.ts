import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import { isUnsigned, type Stage, type Standing } from '../../projects/stages.ts'

export type HeldProject = {
  id: string
  name: string
  stage: Stage
  standing: Standing
  corpsId: string | null
  officerId: string | null
  firstContactUnit: string | null
  revision: number
}

const columns = [
  'id',
  'name',
  'stage',
  'standing',
  'corpsId',
  'officerId',
  'firstContactUnit',
  'revision',
] as const

/** A project that the person may know of; with `hold` nobody else cooperates over it until the transaction ends. */
export async function findProject(db: Db, zoneId: string, id: string, hold?: 'hold'): Promise<HeldProject> {
  let query = db
    .selectFrom('project')
    .select(columns)
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
  if (hold) query = query.forUpdate()
  const row = found(await query.executeTakeFirst(), say('项目', 'project'), id)
  return { ...row, stage: row.stage as Stage, standing: row.standing as Standing }
}

/** Registrations are compared with the whole ledger. What is found so is for the records, never for the answer. */
export const lookBeyondReach = (db: Db, { zoneId, memberId }: Author) =>
  sql`select app.enter_zone(${zoneId}, ${memberId}, 'zone', '', '[]')`.execute(db)

/** One registration of a zone after another: two of the same new lead must see each other. */
export const holdRegister = (db: Db, zoneId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`first_contact ${zoneId}`}, 0))`.execute(db)

export type CandidateRow = {
  projectId: string
  name: string
  investor: string | null
  isUnsigned: boolean
  corpsId: string | null
  firstContactUnit: string | null
}

/** Every project still under way by its names, those it had before a merge included; the oldest first. */
export async function listCandidates(db: Db, zoneId: string): Promise<CandidateRow[]> {
  const { rows } = await sql<Omit<CandidateRow, 'isUnsigned'> & { stage: string }>`
    select p.id as project_id, n.name, n.investor, p.stage, p.corps_id, p.first_contact_unit
    from project p cross join lateral (
      select p.name, p.investor, 0 as place
      union all
      select a.name, a.investor, 1 from alias a
      where a.zone_id = ${zoneId} and a.project_id = p.id and a.removed_at is null) n
    where p.zone_id = ${zoneId} and p.removed_at is null and p.standing in ('ongoing', 'onHold')
    order by p.id, n.place`.execute(db)
  return rows.map(({ stage, ...row }) => ({ ...row, isUnsigned: isUnsigned(stage) }))
}

/** Which unit this is on a day, by its name of now; undefined if it does not stand. */
export async function findUnit(db: Db, zoneId: string, id: string, day: string) {
  const { rows } = await sql<{ id: string; name: string; kind: string }>`
    select id, name, kind from unit where zone_id = ${zoneId} and id = ${id}::uuid and removed_at is null
      and from_on <= ${day}::date and (to_on is null or to_on >= ${day}::date)`.execute(db)
  return rows[0]
}
