import { type RawBuilder, sql } from 'kysely'
import { constant } from '../../../server/database/compile-sql.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Field, fields, isEditable } from '../../projects/fields.ts'
import { isExact } from '../../projects/server/field-sql.ts'
import type { CorpsDifference, DifferencesQuery, ProjectDifference } from '../contract.ts'

/** The ends of the two days; undefined is now. */
export type Between = { from: Date; to: Date | undefined }
export type ChangedProject = Omit<ProjectDifference, 'changes'>
export type Standing = CorpsDifference['from'] & { corpsId: string | null }
export type ChangedProjects = {
  /** What each corps held on the two days. */
  from: Standing[]
  to: Standing[]
  /** All that changed, by what happened and between which corps. */
  moves: (Pick<ChangedProject, 'kind' | 'corpsFrom' | 'corpsTo'> & { count: number })[]
  total: number
  page: ChangedProject[]
}

/**
 * The projects that are otherwise on the later day, and what each corps held on both. Of each row the newest image is
 * found; only if it began in between is the former one read too, and they are compared where they lie.
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
      select r.id, ${held('was')}, ${held('stands')}, not a.same and ${differing.project} as differs
      from project r ${images(zoneId, 'project', between)} where r.zone_id = ${zoneId}
    ), parts as materialized (
      select project_id as id from (${parts(zoneId, 'milestone', between)} union all ${parts(zoneId, 'progress', between)}) part
      where differs group by project_id
    ), told as materialized (
      select id, case when was and stands then 'changed' when was then 'removed' else 'added' end as kind,
        case when stands then stands_name else was_name end as name,
        case when was then was_corps end as corps_from, case when stands then stands_corps end as corps_to
      from own where was <> stands or (was and stands and (differs or id in (select id from parts)))
    )
    select json_build_object(
      'from', (${standing('was')}), 'to', (${standing('stands')}),
      'moves', (select coalesce(json_agg(m), '[]') from (
        select kind, corps_from as "corpsFrom", corps_to as "corpsTo", count(*)::int as count from told group by 1, 2, 3) m),
      'total', (select count(*) from told where ${wanted}),
      'page', (select coalesce(json_agg(p), '[]') from (
        select id, kind, name, corps_from as "corpsFrom", corps_to as "corpsTo" from told where ${wanted}
        order by array_position(array['added', 'removed', 'changed'], kind), name collate "C", id limit ${limit} offset ${offset}) p)
    ) as answer`.execute(db)
  return rows[0]?.answer ?? { from: [], to: [], moves: [], total: 0, page: [] }
}

/** Whether a project is there on one of the days, and what the page and the figures need of it. */
function held(side: 'was' | 'stands') {
  const image = side === 'was' ? sql`coalesce(b.image, case when a.same then a.image end)` : sql`a.image`
  const value = (column: string) => sql`${image} ->> ${sql.lit(column)}`
  return sql`coalesce(${value('id')} is not null and ${value('removed_at')} is null, false) as ${sql.ref(side)},
    ${value('name')} as ${sql.ref(`${side}_name`)}, ${value('corps_id')} as ${sql.ref(`${side}_corps`)},
    (${value('total_investment')})::numeric as ${sql.ref(`${side}_total`)}`
}

/** Count and investment by corps, as the ledger gives them on that day. */
const standing = (side: 'was' | 'stands') => sql`select coalesce(json_agg(s), '[]') from (
  select ${sql.ref(`${side}_corps`)} as "corpsId", count(*)::int as count, coalesce(trim_scale(sum(${sql.ref(`${side}_total`)})), 0)::text as "totalInvestment"
  from own where ${sql.ref(side)} group by 1) s`

/** Both images, as text, of every row of these projects that was written in between. */
export async function listPairs(db: Db, zoneId: string, between: Between, ids: readonly string[]) {
  const of = (entity: 'project' | 'milestone' | 'progress') => sql`
    select ${sql.lit(entity)} as entity, r.${sql.ref(entity === 'project' ? 'id' : 'project_id')} as project_id, b.image::text as before, a.image::text as after
    from ${sql.table(entity)} r ${images(zoneId, entity, between)}
    where r.zone_id = ${zoneId} and r.${sql.ref(entity === 'project' ? 'id' : 'project_id')} = any(${ids}::uuid[]) and not a.same`
  const { rows } =
    await sql<Pair>`${of('project')} union all ${of('milestone')} union all ${of('progress')}`.execute(db)
  return Map.groupBy(rows, (row) => row.projectId)
}

export type Entity = 'project' | 'milestone' | 'progress'
export type Pair = { entity: Entity; projectId: string; before: string | null; after: string | null }

/** Milestones or progress of projects in sight that were written in between, and whether a field says otherwise. */
const parts = (zoneId: string, entity: 'milestone' | 'progress', between: Between) => sql`
  select r.project_id, ${differing[entity]} as differs
  from ${sql.table(entity)} r join project p on p.zone_id = ${zoneId} and p.id = r.project_id ${images(zoneId, entity, between)}
  where r.zone_id = ${zoneId} and not a.same`

/** The images of a row `r` at both ends: `a` after and, where that did not stand before already, `b` before. */
function images(zoneId: string, entity: Entity, { from, to }: Between) {
  const newest = (at: Date | undefined) => sql`
    select c.image, c.recorded_from <= ${from} as same from change c
    where c.zone_id = ${zoneId} and c.entity = ${sql.lit(entity)} and c.row_id = r.id ${at ? sql`and c.recorded_from <= ${at}` : sql``}`
  const one = sql`order by c.recorded_from desc, c.revision desc limit 1`
  return sql`
    cross join lateral (${newest(to)} ${one}) a
    left join lateral (${newest(from)} and not a.same ${one}) b on true`
}

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
  return constant(
    sql<boolean>`(${sql.join(
      values.map(
        (column) =>
          sql`${value('b', column, exact.has(column))} is distinct from ${value('a', column, exact.has(column))}`,
      ),
      sql` or `,
    )})`,
  ) as RawBuilder<boolean>
}

function columnsOf({ store }: Field): string[] {
  if (store.in === 'computed') return []
  return store.in === 'milestone' ? [`${store.date}_on`, `${store.date}_precision`] : [store.column]
}
