import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { FirstContact, FirstContactDecision } from '../contract.ts'

type Row = Omit<FirstContact, 'registeredAt'> & { registeredAt: Date }

/** A project out of sight is left out by its own wall: the registration is then called as it was registered. */
const registrations = (zoneId: string, which: RawBuilder<unknown>) => sql<Row>`
  select f.id, p.id as project_id, coalesce(p.name, f.called) as project_name,
    f.unit_id, f.unit_name, f.called, f.investor, f.contact_on, f.note, f.explanation, f.contested,
    f.contested is not null and not exists (
      select from first_contact_decision d where d.zone_id = ${zoneId} and d.project_id = f.project_id
        and d.removed_at is null and d.decided_at >= f.registered_at) as is_open,
    m.name as registered_by, f.registered_at
  from first_contact f
  join member m on m.zone_id = ${zoneId} and m.id = f.registered_by
  left join project p on p.zone_id = ${zoneId} and p.id = f.project_id and p.removed_at is null
  where f.zone_id = ${zoneId} and f.removed_at is null and ${which}
  order by f.contact_on, f.registered_at, f.id`

const told = (row: Row): FirstContact => ({
  ...row,
  registeredAt: row.registeredAt.toISOString(),
})

/** Of one project that the person may know of. */
export const listFirstContacts = async (
  db: Db,
  zoneId: string,
  projectId: string,
): Promise<FirstContact[]> => {
  const { rows } = await registrations(zoneId, sql`f.project_id = ${projectId}::uuid`).execute(db)
  return rows.map(told)
}

/** Those of the whole zone that wait for a decision. */
export async function listOpen(db: Db, zoneId: string): Promise<FirstContact[]> {
  const { rows } = await registrations(zoneId, sql`f.contested is not null and p.id is not null`).execute(db)
  return rows.filter(({ isOpen }) => isOpen).map(told)
}

/** Those of the person's own units, whether or not they may know of the project behind. */
export async function listOwn(db: Db, { zoneId, unitIds, memberId }: Actor): Promise<FirstContact[]> {
  const { rows } = await registrations(
    zoneId,
    sql`(f.unit_id = any(${unitIds}::uuid[]) or f.registered_by = ${memberId}::uuid)`,
  ).execute(db)
  return rows.map(told)
}

export async function findFirstContact(db: Db, zoneId: string, id: string) {
  await sql`select from first_contact where zone_id = ${zoneId} and id = ${id}::uuid for update`.execute(db)
  const row = await db
    .selectFrom('firstContact')
    .select(['id', 'projectId', 'unitId', 'unitName', 'called', 'investor', 'contested', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row
}

export async function listDecisions(
  db: Db,
  zoneId: string,
  projectIds: readonly string[],
): Promise<(FirstContactDecision & { projectId: string })[]> {
  const rows = await db
    .selectFrom('firstContactDecision as d')
    .innerJoin('member', (join) =>
      join.onRef('member.zoneId', '=', 'd.zoneId').onRef('member.id', '=', 'd.decidedBy'),
    )
    .select([
      'd.id',
      'd.projectId',
      'd.unitId',
      'd.unitName',
      'd.reason',
      'd.decidedAt',
      'member.name as decidedBy',
    ])
    .where('d.zoneId', '=', zoneId)
    .where('d.projectId', '=', sql<string>`any(${[...projectIds]}::uuid[])`)
    .where('d.removedAt', 'is', null)
    .orderBy('d.decidedAt', 'desc')
    .orderBy('d.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt.toISOString() }))
}
