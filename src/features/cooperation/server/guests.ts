import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { isUnsigned } from '../../projects/stages.ts'
import type { HeldProject } from './project.ts'

type Row = { id: string; revision: number }

/** Who is asked must know of what: before a project signs, the commanders of the units concerned become its guests. */
export async function inviteCommanders(
  db: Db,
  author: Author,
  project: HeldProject,
  unitIds: readonly string[],
) {
  if (!isUnsigned(project.stage)) return
  const { rows } = await sql<{ memberId: string }>`
    select distinct p.member_id from post p
    where p.zone_id = ${author.zoneId} and p.role = 'commander' and p.unit_id = any(${[...unitIds]}::uuid[])
      and p.removed_at is null and p.from_on <= ${shanghaiDay(author.at)}::date
      and (p.to_on is null or p.to_on >= ${shanghaiDay(author.at)}::date)
      and not exists (select from project_guest g where g.zone_id = ${author.zoneId} and g.project_id = ${project.id}::uuid
        and g.member_id = p.member_id and g.removed_at is null)
    order by p.member_id`.execute(db)
  await insertRows(
    db,
    author,
    'project_guest',
    rows.map(({ memberId }) => ({ id: uuidv7(), projectId: project.id, memberId })),
  )
}

/**
 * Guests of an agreement that came to nothing, or is over, are so no longer; those named otherwise stay. `author` names
 * the agreement as cause, as those who were invited by it do.
 */
export async function dismissGuests(db: Db, author: Author, projectId: string) {
  const { rows } = await sql<Row>`
    select g.id, g.revision from project_guest g
    where g.zone_id = ${author.zoneId} and g.project_id = ${projectId}::uuid and g.removed_at is null
      and exists (select from change c where c.zone_id = ${author.zoneId} and c.entity = 'project_guest' and c.row_id = g.id
        and c.revision = 1 and c.cause_id = ${author.cause?.id ?? null}::uuid)
      and not exists (
        select from agreement a
        join post p on p.zone_id = ${author.zoneId} and p.member_id = g.member_id and p.role = 'commander' and p.removed_at is null
          and p.from_on <= ${shanghaiDay(author.at)}::date and (p.to_on is null or p.to_on >= ${shanghaiDay(author.at)}::date)
        where a.zone_id = ${author.zoneId} and a.project_id = g.project_id and a.removed_at is null
          and a.id <> ${author.cause?.id ?? null}::uuid and a.state in ('proposed', 'agreed', 'done')
          and (p.unit_id in (a.from_unit_id, a.to_unit_id) or exists (select from benefit_share s
            where s.zone_id = ${author.zoneId} and s.agreement_id = a.id and s.unit_id = p.unit_id and s.removed_at is null)))
    order by g.id`.execute(db)
  await updateRows(
    db,
    author,
    'project_guest',
    rows.map((row) => ({ ...row, set: { removedAt: author.at } })),
    'remove',
  )
}
