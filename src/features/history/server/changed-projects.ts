import { type RawBuilder, sql } from 'kysely'
import { constant } from '../../../server/database/compile-sql.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Field, fields, isEditable } from '../../projects/fields.ts'
import { isExact } from '../../projects/server/field-sql.ts'
import type { DifferencesQuery, ProjectDifference } from '../contract.ts'

/** The ends of the two days; undefined is now. */
export type Between = { from: Date; to: Date | undefined }
export type ChangedProject = Omit<ProjectDifference, 'changes'>
export type ChangedProjects = {
  /** All of them, by what happened and between which corps. */
  moves: (Pick<ChangedProject, 'kind' | 'corpsFrom' | 'corpsTo'> & { count: number })[]
  /** What each corps had more on the first day than on the last. */
  before: { corpsId: string | null; count: number; totalInvestment: string }[]
  total: number
  page: ChangedProject[]
}

/**
 * The projects that are otherwise on the later day. Of each row the index tells whether a version begins in between;
 * only of those are both images read, once, and compared where they lie.
 */
export async function listChangedProjects(
  db: Db,
  zoneId: string,
  between: Between,
  { corps, kind, limit = 50, offset = 0 }: DifferencesQuery,
): Promise<ChangedProjects> {
  const of = corps === undefined ? undefined : corps === 'none' ? null : corps
  const wanted = sql`${kind ? sql`kind = ${kind}` : sql`true`} and ${
    of === undefined
      ? sql`true`
      : sql`(corps_from is not distinct from ${of}::text or corps_to is not distinct from ${of}::text)`
  }`
  const { rows } = await sql<{ answer: ChangedProjects }>`
    with own as materialized (
      select r.id, b.image is not null and b.image ->> 'removed_at' is null as was, a.image ->> 'removed_at' is null as stands,
        b.image ->> 'name' as name_from, a.image ->> 'name' as name_to, b.image ->> 'corps_id' as corps_from, a.image ->> 'corps_id' as corps_to,
        (b.image ->> 'total_investment')::numeric as total_from, (a.image ->> 'total_investment')::numeric as total_to,
        ${differing.project} as differs
      from project r ${images(zoneId, 'project', between)}
      where r.zone_id = ${zoneId} and ${hasMoved(zoneId, 'project', between)}
    ), parts as materialized (
      select project_id as id from (${parts(zoneId, 'milestone', between)} union all ${parts(zoneId, 'progress', between)}) part
      where differs group by project_id
    ), told as materialized (
      select own.id, case when was and stands then 'changed' when was then 'removed' else 'added' end as kind,
        case when stands then name_to else name_from end as name, case when was then corps_from end as corps_from, case when stands then corps_to end as corps_to
      from own where (was and stands and (differs or exists (select from parts where parts.id = own.id))) or was <> stands
      union all
      select parts.id, 'changed', c.image ->> 'name', c.image ->> 'corps_id', c.image ->> 'corps_id'
      from parts cross join lateral (${newest(zoneId, 'project', sql`parts.id`, between.to)}) c
      where c.image ->> 'removed_at' is null and not exists (select from own where own.id = parts.id)
    )
    select json_build_object(
      'moves', (select coalesce(json_agg(m), '[]') from (
        select kind, corps_from as "corpsFrom", corps_to as "corpsTo", count(*)::int as count from told group by 1, 2, 3) m),
      'before', (select coalesce(json_agg(b), '[]') from (
        select corps as "corpsId", sum(sign)::int as count, coalesce(trim_scale(sum(sign * total)), 0)::text as "totalInvestment"
        from (select corps_from, 1, total_from from own where was union all select corps_to, -1, total_to from own where stands) more(corps, sign, total)
        group by 1) b),
      'total', (select count(*) from told where ${wanted}),
      'page', (select coalesce(json_agg(p), '[]') from (
        select id, kind, name, corps_from as "corpsFrom", corps_to as "corpsTo" from told where ${wanted}
        order by array_position(array['added', 'removed', 'changed'], kind), name collate "C", id limit ${limit} offset ${offset}) p)
    ) as answer`.execute(db)
  return rows[0]?.answer ?? { moves: [], before: [], total: 0, page: [] }
}

/** Both images, as text, of every row of these projects that was written in between. */
export async function listPairs(db: Db, zoneId: string, between: Between, ids: readonly string[]) {
  const of = (entity: 'project' | 'milestone' | 'progress') => sql`
    select ${sql.lit(entity)} as entity, r.${sql.ref(entity === 'project' ? 'id' : 'project_id')} as project_id, b.image::text as before, a.image::text as after
    from ${sql.table(entity)} r ${images(zoneId, entity, between)}
    where r.zone_id = ${zoneId} and r.${sql.ref(entity === 'project' ? 'id' : 'project_id')} = any(${ids}::uuid[]) and ${hasMoved(zoneId, entity, between)}`
  const { rows } = await sql<Pair>`${of('project')} union all ${of('milestone')} union all ${of('progress')}`.execute(db)
  return Map.groupBy(rows, (row) => row.projectId)
}

export type Entity = 'project' | 'milestone' | 'progress'
export type Pair = { entity: Entity; projectId: string; before: string | null; after: string | null }

/** Milestones or progress of projects in sight that were written in between, and whether a field says otherwise. */
const parts = (zoneId: string, entity: 'milestone' | 'progress', between: Between) => sql`
  select r.project_id, ${differing[entity]} as differs
  from ${sql.table(entity)} r join project p on p.zone_id = ${zoneId} and p.id = r.project_id ${images(zoneId, entity, between)}
  where r.zone_id = ${zoneId} and ${hasMoved(zoneId, entity, between)}`

const hasMoved = (zoneId: string, entity: Entity, { from, to }: Between) => sql`exists (
  select from change c where c.zone_id = ${zoneId} and c.entity = ${sql.lit(entity)} and c.row_id = r.id
    and c.recorded_from > ${from} ${to ? sql`and c.recorded_from <= ${to}` : sql``})`

const newest = (zoneId: string, entity: Entity, id: RawBuilder<unknown>, at: Date | undefined) => sql`
  select c.image from change c where c.zone_id = ${zoneId} and c.entity = ${sql.lit(entity)} and c.row_id = ${id}
    ${at ? sql`and c.recorded_from <= ${at}` : sql``} order by c.recorded_from desc, c.revision desc limit 1`

/** The images of a row `r` at both ends: `b` before, if it was there, and `a` after. */
const images = (zoneId: string, entity: Entity, { from, to }: Between) => sql`
  left join lateral (${newest(zoneId, entity, sql`r.id`, from)}) b on true
  cross join lateral (${newest(zoneId, entity, sql`r.id`, to)}) a`

/** Whether the ledger's fields differ in images `b` and `a`, told by the first that does. */
const differing: Record<Entity, RawBuilder<boolean>> = {
  project: differs('project'),
  milestone: differs('milestone'),
  progress: differs('progress'),
}

function differs(entity: Entity): RawBuilder<boolean> {
  const told = fields.filter((field) => isEditable(field) && field.store.in === entity)
  const values = [...new Set(told.flatMap(columnsOf))]
  const alive = (image: 'a' | 'b') => sql`${sql.ref(`${image}.image`)} ->> 'removed_at' is null`
  const value = (image: 'a' | 'b', column: string, exact: boolean) => {
    const text = sql`${sql.ref(`${image}.image`)} ->> ${sql.lit(column)}`
    // Of a removed row nothing stands; a project's own removal is told by itself.
    const held = entity === 'project' ? sql`(${text})` : sql`case when ${alive(image)} then ${text} end`
    return exact ? sql`(${held})::numeric` : held
  }
  const exact = new Set(told.filter(isExact).flatMap(columnsOf))
  return constant(sql<boolean>`(${sql.join(
    values.map(
      (column) => sql`${value('b', column, exact.has(column))} is distinct from ${value('a', column, exact.has(column))}`,
    ),
    sql` or `,
  )})`) as RawBuilder<boolean>
}

function columnsOf({ store }: Field): string[] {
  if (store.in === 'computed') return []
  return store.in === 'milestone' ? [`${store.date}_on`, `${store.date}_precision`] : [store.column]
}
