import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Outcome, Part, Turn } from '../chains.ts'

export type StopRow = {
  id: string
  fromOn: string
  toOn: string | null
  turn: Turn
  reason: string
  stoppedBy: string
  resumedBy: string | null
  revision: number
}
export type ApprovalRow = {
  id: string
  projectId: string
  chain: string | null
  item: string | null
  part: Part | null
  name: string
  authority: string | null
  limitDays: number | null
  position: number
  acceptedOn: string | null
  decidedOn: string | null
  outcome: Outcome | null
  certificateNo: string | null
  revision: number
  stops: StopRow[]
}

/** Who may do what to a project's approvals hangs on the project; one out of sight is not there. */
export async function findProject(db: Db, zoneId: string, id: string) {
  const project = await db
    .selectFrom('project')
    .select(['id', 'corpsId', 'officerId'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return found(project, say('项目', 'project'), id)
}

const columns = (zoneId: string) => sql`a.id, a.project_id, a.chain, a.item, a.part, a.name, a.authority,
  a.limit_days, a.position, a.accepted_on, a.decided_on, a.outcome, a.certificate_no, a.revision,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'fromOn', s.from_on, 'toOn', s.to_on, 'turn', s.turn,
      'reason', s.reason, 'stoppedBy', stopper.name, 'resumedBy', resumer.name, 'revision', s.revision)
      order by s.from_on, s.id)
    from approval_stop s
    join member stopper on stopper.zone_id = ${zoneId} and stopper.id = s.stopped_by
    left join member resumer on resumer.zone_id = ${zoneId} and resumer.id = s.resumed_by
    where s.zone_id = ${zoneId} and s.approval_id = a.id and s.removed_at is null), '[]') as stops`

/** A project's matters in their order, each with its stops. */
export async function listApprovals(db: Db, zoneId: string, projectId: string): Promise<ApprovalRow[]> {
  const { rows } = await sql<ApprovalRow>`
    select ${columns(zoneId)} from approval a
    where a.zone_id = ${zoneId} and a.project_id = ${projectId}::uuid and a.removed_at is null
    order by a.position, a.id`.execute(db)
  return rows
}

export type DueRow = ApprovalRow & { projectName: string; corpsId: string | null }

/** All matters of the going projects that have one under way: a part's clock needs those decided too. */
export async function listUnderWay(db: Db, zoneId: string): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    with open as materialized (
      select distinct project_id from approval
      where zone_id = ${zoneId} and accepted_on is not null and decided_on is null and removed_at is null
    )
    select ${columns(zoneId)}, p.name as project_name, p.corps_id from open
    join project p on p.zone_id = ${zoneId} and p.id = open.project_id
      and p.removed_at is null and p.standing in ('ongoing', 'onHold')
    join approval a on a.zone_id = ${zoneId} and a.project_id = p.id and a.removed_at is null
    order by a.project_id, a.position, a.id`.execute(db)
  return rows
}

/** One matter, held until the end of the transaction, so that no two people stop its clock at once. */
export async function holdApproval(db: Db, zoneId: string, id: string): Promise<ApprovalRow> {
  return hold(db, zoneId, sql`a.id = ${id}::uuid`, say('审批事项', 'approval'), id)
}

/** The matter of a stop, held likewise. */
export async function holdApprovalOfStop(db: Db, zoneId: string, stopId: string): Promise<ApprovalRow> {
  return hold(
    db,
    zoneId,
    sql`a.id = (select s.approval_id from approval_stop s where s.zone_id = ${zoneId} and s.id = ${stopId}::uuid and s.removed_at is null)`,
    say('停钟记录', 'clock stop'),
    stopId,
  )
}

async function hold(
  db: Db,
  zoneId: string,
  which: RawBuilder<unknown>,
  what: ReturnType<typeof say>,
  id: string,
): Promise<ApprovalRow> {
  // A matter of a project out of sight is not there. Two statements: a snapshot taken before the wait would not show the stops of whoever held it.
  await sql`select a.id from approval a where a.zone_id = ${zoneId} and ${which} for update`.execute(db)
  const { rows } = await sql<ApprovalRow>`
    select ${columns(zoneId)} from approval a
    join project p on p.zone_id = ${zoneId} and p.id = a.project_id and p.removed_at is null
    where a.zone_id = ${zoneId} and ${which} and a.removed_at is null`.execute(db)
  return found(rows[0], what, id)
}
