import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { AgreementKind, AgreementState, Share } from '../contract.ts'

export type StepRow = {
  id: string
  kind: AgreementState
  unitId: string | null
  unitName: string | null
  onBehalf: boolean
  note: string | null
  takenBy: string
  takenAt: string
}
export type AgreementRow = {
  id: string
  projectId: string
  projectName: string
  kind: AgreementKind
  fromUnitId: string
  fromName: string
  toUnitId: string | null
  toName: string | null
  effectiveOn: string
  reason: string
  officer: string | null
  state: AgreementState
  proposedById: string
  proposedBy: string
  proposedAt: Date
  revision: number
  shares: Share[]
  steps: StepRow[]
}

/** Those of projects that the person may know of: the others are not there. */
const agreements = (zoneId: string, which: RawBuilder<unknown>) => sql<AgreementRow>`
  select a.id, a.project_id, p.name as project_name, a.kind, a.from_unit_id, a.from_name, a.to_unit_id, a.to_name,
    a.effective_on, a.reason, a.officer, a.state, a.proposed_by as proposed_by_id, m.name as proposed_by,
    a.proposed_at, a.revision,
    coalesce((
      select jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'unitName', s.unit_name,
        'percent', trim_scale(s.percent)::text) order by s.position, s.id)
      from benefit_share s where s.zone_id = ${zoneId} and s.agreement_id = a.id and s.removed_at is null), '[]') as shares,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'unitId', s.unit_id, 'unitName', s.unit_name,
        'onBehalf', s.on_behalf, 'note', s.note, 'takenBy', t.name, 'takenAt', s.taken_at) order by s.taken_at, s.id)
      from agreement_step s join member t on t.zone_id = ${zoneId} and t.id = s.taken_by
      where s.zone_id = ${zoneId} and s.agreement_id = a.id and s.removed_at is null), '[]') as steps
  from agreement a
  join project p on p.zone_id = ${zoneId} and p.id = a.project_id and p.removed_at is null
  join member m on m.zone_id = ${zoneId} and m.id = a.proposed_by
  where a.zone_id = ${zoneId} and a.removed_at is null and ${which}
  order by a.proposed_at desc, a.id desc`

const list = async (db: Db, zoneId: string, which: RawBuilder<unknown>) =>
  (await agreements(zoneId, which).execute(db)).rows

export const listOfProject = (db: Db, zoneId: string, projectId: string) =>
  list(db, zoneId, sql`a.project_id = ${projectId}::uuid`)
export const listInStates = (db: Db, zoneId: string, states: readonly AgreementState[]) =>
  list(db, zoneId, sql`a.state = any(${[...states]}::text[])`)
export const listRaisedBy = (db: Db, zoneId: string, memberId: string) =>
  list(db, zoneId, sql`a.proposed_by = ${memberId}::uuid`)

/** One agreement, held until the transaction ends; read after the wait, as whoever held it left it. */
export async function holdAgreement(db: Db, zoneId: string, id: string): Promise<AgreementRow> {
  await sql`select from agreement where zone_id = ${zoneId} and id = ${id}::uuid for update`.execute(db)
  const [row] = await list(db, zoneId, sql`a.id = ${id}::uuid`)
  return found(row, say('协议', 'agreement'), id)
}

/** Agreed, and their day has come; held. */
export async function holdDue(db: Db, zoneId: string, day: string): Promise<AgreementRow[]> {
  await sql`select from agreement where zone_id = ${zoneId} and state = 'agreed' and effective_on <= ${day}::date
    order by id for update`.execute(db)
  const rows = await list(db, zoneId, sql`a.state = 'agreed' and a.effective_on <= ${day}::date`)
  return rows.reverse()
}
