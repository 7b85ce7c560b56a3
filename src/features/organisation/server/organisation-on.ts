import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { addDays, type Day, isDay } from '../../../shared/days.ts'
import type { GoalOfUnit } from '../../goals/contract.ts'
import { measureKeys } from '../../goals/measures.ts'
import { listAreas, listHoldingsOn, withAreas } from '../../territories/server/queries.ts'
import type { Unit } from '../contract.ts'
import { faults } from '../model/faults.ts'
import { type GoalNow, standsOn } from '../model/state.ts'
import type { Holdings, OrganisationOn } from '../reorganisation.ts'
import { startOf } from './carry-out.ts'
import { stateOn } from './plan.ts'
import { listUnits } from './queries.ts'

type Asked = {
  zoneId: string
  on: Day
  today: Day
  withProjects: boolean
  withGoals: boolean
  /** What the one who asks may do to areas. */
  onTerritories: string[]
}
type Row = Omit<Unit, 'revision'> & { revision: number }
type Held = { id: string; memberId: string; unitId: string; role: string; fromOn: Day; toOn: Day | null }

/** The units of a day with what each holds on it, whether the day is past, today or to come. */
export async function readOrganisation(db: Db, asked: Asked): Promise<OrganisationOn> {
  const { units, posts, projects, holdings } = await onDay(db, asked)
  const areas = Map.groupBy(holdings, ({ unitId }) => unitId)
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
      territories: areas.get(unit.id)?.length ?? 0,
    })),
    total: units.length,
    withoutCorps: projects && (counts.get(null)?.length ?? 0),
  }
}

/** The rows behind a unit's counts of a day. */
export async function readHoldings(db: Db, asked: Asked, unitId: string): Promise<Holdings> {
  const { zoneId } = asked
  const { units, posts, projects, holdings, goals } = await onDay(db, asked)
  const areas = holdings.filter((one) => one.unitId === unitId)
  const areaIds = areas.map(({ territoryId }) => territoryId)
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
    territories: withAreas(areas, await listAreas(db, zoneId, areaIds), asked.onTerritories),
    goals: asked.withGoals
      ? goals
          .filter((goal) => goal.unitId === unitId)
          .map(({ unitId: _, ...goal }) => goal as GoalOfUnit)
          .sort(byPeriodAndMeasure)
      : null,
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
      holdings: [...state.holdings.values()].filter((one) => standsOn(one, on)),
      goals: [...state.goals.values()].filter((one) => standsOn(one, on)),
    }
  }
  const units = on === today ? await listUnits(db, zoneId) : await unitsAsKnown(db, zoneId, on)
  return {
    units: units.filter((unit) => standsOn(unit, on)),
    posts: await listPostsOn(db, zoneId, on),
    projects: withProjects ? await listProjectsOn(db, zoneId, on === today ? null : on) : null,
    holdings: await listHoldingsOn(db, zoneId, on),
    goals: await listGoalsOn(db, zoneId, on),
  }
}

/**
 * Units as they were called and placed on a past day: the newest version of each recorded by its end. Acts are recorded
 * at the start of their day. Of a unit entered later than the day its first version speaks for the time before.
 */
export async function unitsAsKnown(db: Db, zoneId: string, on: Day): Promise<Row[]> {
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

/** Goals of a day with the values that they had when it ended; of one entered later its first. */
async function listGoalsOn(db: Db, zoneId: string, on: Day): Promise<GoalNow[]> {
  const end = startOf(addDays(on, 1))
  const { rows } = await sql<GoalNow>`
    select g.id, g.unit_id, g.measure, g.period, g.provenance, g.from_on, g.to_on, trim_scale((v.image ->> 'value')::numeric)::text as value
    from goal g cross join lateral (
      select c.image from change c where c.zone_id = ${zoneId} and c.entity = 'goal' and c.row_id = g.id
      order by c.recorded_from < ${end} desc,
        case when c.recorded_from < ${end} then -c.revision else c.revision end limit 1) v
    where g.zone_id = ${zoneId} and g.removed_at is null and g.from_on <= ${on}::date and g.to_on >= ${on}::date`.execute(
    db,
  )
  return rows
}

const byPeriodAndMeasure = (a: GoalOfUnit, b: GoalOfUnit) =>
  a.period.localeCompare(b.period) || measureKeys.indexOf(a.measure) - measureKeys.indexOf(b.measure)

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
