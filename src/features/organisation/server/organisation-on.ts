import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { addDays, type Day, isDay } from '../../../shared/days.ts'
import type { Unit } from '../contract.ts'
import { faults } from '../model/faults.ts'
import { standsOn } from '../model/state.ts'
import type { Holdings, OrganisationOn } from '../reorganisation.ts'
import { startOf } from './carry-out.ts'
import { stateOn } from './plan.ts'
import { listUnits } from './queries.ts'

type Asked = { zoneId: string; on: Day; today: Day; withProjects: boolean }
type Row = Omit<Unit, 'revision'> & { revision: number }
type Held = { id: string; memberId: string; unitId: string; role: string; fromOn: Day; toOn: Day | null }

/** The units of a day with what each holds on it, whether the day is past, today or to come. */
export async function readOrganisation(db: Db, asked: Asked): Promise<OrganisationOn> {
  const { units, posts, projects } = await onDay(db, asked)
  const people = new Map<string, Set<string>>()
  for (const { unitId, memberId } of posts)
    people.set(unitId, (people.get(unitId) ?? new Set()).add(memberId))
  const counts = Map.groupBy(projects ?? [], (project) => project.corpsId)
  return {
    on: asked.on,
    today: asked.today,
    items: units.map((unit) => ({
      ...unit,
      people: people.get(unit.id)?.size ?? 0,
      projects: projects && (counts.get(unit.id)?.length ?? 0),
    })),
    total: units.length,
    withoutCorps: projects && (counts.get(null)?.length ?? 0),
  }
}

/** The rows behind a unit's counts of a day. */
export async function readHoldings(db: Db, asked: Asked, unitId: string): Promise<Holdings> {
  const { zoneId } = asked
  const { units, posts, projects } = await onDay(db, asked)
  const unit = found(
    units.find(({ id }) => id === unitId),
    say('单位', 'unit'),
    unitId,
  )
  const names = await db
    .selectFrom('member')
    .select(['id', 'name'])
    .where('zoneId', '=', zoneId)
    .execute()
    .then((rows) => new Map(rows.map((row) => [row.id, row.name])))
  const own = projects?.filter((project) => project.corpsId === unitId).map(({ id }) => id)
  return {
    unit,
    posts: posts
      .filter((post) => post.unitId === unitId)
      .map(({ unitId: _, ...post }) => ({
        ...post,
        role: post.role as Holdings['posts'][number]['role'],
        member: names.get(post.memberId) ?? '',
      })),
    projects: own ? await namesOfProjects(db, zoneId, own) : null,
  }
}

export async function namesOfProjects(db: Db, zoneId: string, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from project where zone_id = ${zoneId} and id = any(${[...ids]}::uuid[]) order by name, id`.execute(
    db,
  )
  return rows
}

async function onDay(db: Db, asked: Asked) {
  const { zoneId, on, today, withProjects } = asked
  if (!isDay(on)) throw new Problem('invalid_input', faults.noDay(on))
  if (on > today) {
    const state = await stateOn(db, zoneId, on)
    return {
      units: [...state.units.values()]
        .filter((unit) => standsOn(unit, on))
        .sort((a, b) => a.position - b.position)
        .map((unit): Row => ({ ...unit, revision: 0 })),
      posts: [...state.posts.values()].filter((post) => standsOn(post, on)),
      projects: withProjects ? [...state.projects.values()] : null,
    }
  }
  const units = on === today ? await listUnits(db, zoneId) : await unitsAsKnown(db, zoneId, on)
  return {
    units: units.filter((unit) => standsOn(unit, on)),
    posts: await listPostsOn(db, zoneId, on),
    projects: withProjects ? await listProjectsOn(db, zoneId, on === today ? null : on) : null,
  }
}

/**
 * Units as they were called and placed on a past day: the newest version of each recorded by its end. Acts are recorded
 * at the start of their day. Of a unit entered later than the day its first version speaks for the time before.
 */
async function unitsAsKnown(db: Db, zoneId: string, on: Day): Promise<Row[]> {
  const end = startOf(addDays(on, 1))
  const { rows } = await sql<Row>`
    select (u).id, (u).parent_id, (u).kind, (u).name, (u).position, (u).from_on, (u).to_on, (u).revision from (
      select jsonb_populate_record(null::unit, v.image) as u from (
        select distinct on (c.row_id) c.image from change c where c.zone_id = ${zoneId} and c.entity = 'unit'
        order by c.row_id, c.recorded_from < ${end} desc,
          case when c.recorded_from < ${end} then -c.revision else c.revision end) v) r
    where (u).zone_id = ${zoneId} and (u).removed_at is null order by (u).position, (u).id`.execute(db)
  return rows
}

const listPostsOn = (db: Db, zoneId: string, on: Day): Promise<Held[]> =>
  sql<Held>`select id, member_id, unit_id, role, from_on, to_on from post
    where zone_id = ${zoneId} and removed_at is null and from_on <= ${on}::date and (to_on is null or to_on >= ${on}::date)
    order by from_on, id`
    .execute(db)
    .then(({ rows }) => rows)

/** Projects and their corps, now or as recorded by the end of a day. */
async function listProjectsOn(db: Db, zoneId: string, on: Day | null) {
  const { rows } =
    on === null
      ? await sql<{ id: string; corpsId: string | null }>`
          select id, corps_id from project where zone_id = ${zoneId} and removed_at is null`.execute(db)
      : await sql<{ id: string; corpsId: string | null }>`
          select v.row_id as id, v.corps_id from (
            select distinct on (c.row_id) c.row_id, c.image ->> 'corps_id' as corps_id, c.image ->> 'removed_at' as removed_at
            from change c where c.zone_id = ${zoneId} and c.entity = 'project' and c.recorded_from < ${startOf(addDays(on, 1))}
            order by c.row_id, c.revision desc) v where v.removed_at is null`.execute(db)
  return rows
}
