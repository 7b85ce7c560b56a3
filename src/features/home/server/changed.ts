import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { positionSealedBy } from '../../audit/server/log-position.ts'
import { causeColumns, causeJoins } from '../../projects/server/causes.ts'
import type { Changed } from '../contract.ts'
import { gather, type OthersVersion } from './gather.ts'
import { concernsSql } from './scope.ts'
import { type Span, spanFor } from './span.ts'

/** So many records of the log are read at most, the latest; the answer says from when it tells. */
const readAtMost = 10_000
const versionsAtMost = 100
const hourMs = 3_600_000

/** Projects that concern the person and that others changed since they were here, the latest first. */
export async function readChanged(db: Db, actor: Actor, limit: number, now: Date): Promise<Changed> {
  const { since, ...span } = await spanFor(db, actor, now)
  const { total, projects, cutAt } = await touchedProjects(db, actor, span, limit)
  const versions = await othersVersions(
    db,
    actor,
    span,
    projects.map(({ id }) => id),
  )
  return {
    since,
    from: (cutAt ?? span.from).toISOString(),
    isCut: cutAt !== null,
    items: projects.map(({ at, ...project }) => ({
      ...gather(
        versions.filter(({ projectId }) => projectId === project.id),
        project.isRemoved,
      ),
      id: project.id,
      name: project.name,
      corpsId: project.corpsId,
      at: at.toISOString(),
    })),
    total,
  }
}

type Window = Omit<Span, 'since'>
type Touched = {
  id: string
  name: string
  corpsId: string | null
  isRemoved: boolean
  at: Date
  total: number
}

/** One look at the end of the log, by its position; whose project a row is stands in its image. */
async function touchedProjects(db: Db, actor: Actor, { after, notBefore }: Window, limit: number) {
  const { zoneId } = actor
  // Of a day long past, what was recorded by its end stands before this position.
  const upTo = actor.asOf && (await positionAfter(db, zoneId, new Date(actor.asOf.getTime() + hourMs)))
  const { rows } = await sql<Touched & { cutAt: Date | null }>`
    with read as materialized (
      select c.position, c.recorded_from, c.actor_id, case
          when c.entity = 'project' then c.row_id when c.entity in ('milestone', 'progress') then (c.image ->> 'project_id')::uuid end as project_id
      from change c
      where c.zone_id = ${zoneId} and c.position > ${after} ${upTo ? sql`and c.position <= ${upTo}` : sql``}
      order by c.position desc limit ${readAtMost}
    ), touched as (
      select project_id, max(position) as position, max(recorded_from) as at from read
      where project_id is not null and recorded_from >= ${notBefore} and actor_id is distinct from ${actor.memberId}::uuid
      group by 1
    ), cut as (
      select case when count(*) = ${readAtMost} and min(recorded_from) > ${notBefore} then min(recorded_from) end as at from read
    ), shown as (
      select p.id, p.name, p.corps_id, p.removed_at is not null as is_removed, t.at, t.position, count(*) over ()::int as total
      from touched t join project p on p.zone_id = ${zoneId} and p.id = t.project_id and ${concernsSql(actor)}
      order by t.position desc limit ${limit}
    )
    select s.id, s.name, s.corps_id, s.is_removed, s.at, s.total, cut.at as cut_at from cut left join shown s on true order by s.position desc`.execute(
    db,
  )
  return {
    total: rows[0]?.total ?? 0,
    projects: rows.filter(({ id }) => id !== null),
    cutAt: rows[0]?.cutAt ?? null,
  }
}

/** The first seal set after a time, or nothing: then the log ends before. */
async function positionAfter(db: Db, zoneId: string, at: Date): Promise<number | undefined> {
  const before = await positionSealedBy(db, zoneId, at)
  const { rows } = await sql<{ position: number }>`
    select up_to_position as position from seal where zone_id = ${zoneId} and up_to_position > ${before}
    order by up_to_position limit 1`.execute(db)
  return rows[0]?.position
}

/** The latest versions that others wrote of some projects, each with the one before it. */
async function othersVersions(
  db: Db,
  actor: Actor,
  { after, notBefore }: Window,
  ids: readonly string[],
): Promise<OthersVersion[]> {
  const { zoneId } = actor
  const { rows } = await sql<OthersVersion>`
    with rows as (
      select 'project' as entity, k.id as row_id, k.id as project_id from unnest(${[...ids]}::uuid[]) k(id)
      union all select 'milestone', m.id, m.project_id from milestone m where m.zone_id = ${zoneId} and m.project_id = any(${[...ids]}::uuid[])
      union all select 'progress', g.id, g.project_id from progress g where g.zone_id = ${zoneId} and g.project_id = any(${[...ids]}::uuid[])
    ), versions as (
      select r.project_id, c.*, row_number() over (partition by r.project_id order by c.position desc) as place
      from rows r join change c on c.zone_id = ${zoneId} and c.entity = r.entity and c.row_id = r.row_id
        and c.recorded_from >= ${notBefore}
      where c.position > ${after} and c.actor_id is distinct from ${actor.memberId}::uuid
    )
    select v.project_id, v.entity, v.row_id, v.operation, v.recorded_from, v.image::text as image, b.image::text as before, m.name as actor,
      ${causeColumns('v')}
    from versions v
    left join change b on b.zone_id = ${zoneId} and b.entity = v.entity and b.row_id = v.row_id and b.revision = v.revision - 1
    left join member m on m.zone_id = ${zoneId} and m.id = v.actor_id
    ${causeJoins('v', zoneId, sql.ref('v.project_id'))}
    where v.place <= ${versionsAtMost}
    order by v.position desc`.execute(db)
  return rows
}
