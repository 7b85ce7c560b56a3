import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import { addDecimal } from '../../../shared/decimal.ts'
import { masked } from '../../projects/personal.ts'
import { groupLedger } from '../../projects/server/queries.ts'
import { fieldDifferences, parseImage, valuesOfImage } from '../../projects/server/timeline.ts'
import type { CorpsDifference, Differences, DifferencesQuery, ProjectDifference } from '../contract.ts'

type Entity = 'project' | 'milestone' | 'progress'
type Pair = { entity: Entity; projectId: string; before: string | null; after: string | null }
/** The ends of the two days; undefined is now. */
export type Between = { from: Date; to: Date | undefined }

/** What is otherwise on the later day, per project, per corps and for the zone; what was removed in between counts. */
export async function readDifferences(
  database: Database,
  actor: Actor,
  between: Between,
  query: DifferencesQuery,
): Promise<Differences> {
  const [before, after] = [
    await standingAt(database, actor, between.from),
    await standingAt(database, actor, between.to),
  ]
  const projects = await database.within(actor, (db) => listDifferences(db, actor.zoneId, between))
  const corps = [...new Set([...before.keys(), ...after.keys()])].map((corpsId) =>
    corpsDifference(corpsId, before.get(corpsId) ?? nothing, after.get(corpsId) ?? nothing, projects),
  )
  const wanted = projects.filter(
    ({ kind, corpsFrom, corpsTo }) =>
      (!query.kind || query.kind === kind) &&
      (!query.corps || [corpsFrom, corpsTo].includes(query.corps === 'none' ? null : query.corps)),
  )
  const { limit = 50, offset = 0 } = query
  return {
    zone: zoneOf(corps, projects),
    corps,
    items: wanted.slice(offset, offset + limit),
    total: wanted.length,
  }
}

type Standing = CorpsDifference['from']
const nothing: Standing = { count: 0, totalInvestment: '0' }

/** Counts and investment by corps as the ledger itself gives them on that day. */
async function standingAt(
  database: Database,
  actor: Actor,
  asOf: Date | undefined,
): Promise<Map<string | null, Standing>> {
  const text = await database.within({ ...actor, asOf }, (db) => groupLedger(db, actor.zoneId, 'corps', {}))
  const { items } = JSON.parse(text) as {
    items: { value: string | null; count: number; sums: { totalInvestment?: string } }[]
  }
  return new Map(
    items.map(({ value, count, sums }) => [value, { count, totalInvestment: sums.totalInvestment ?? '0' }]),
  )
}

function corpsDifference(
  corpsId: string | null,
  from: Standing,
  to: Standing,
  projects: readonly ProjectDifference[],
): CorpsDifference {
  const count = (of: (one: ProjectDifference) => boolean) => projects.filter(of).length
  return {
    ...{ corpsId, from, to },
    added: count((one) => one.kind === 'added' && one.corpsTo === corpsId),
    removed: count((one) => one.kind === 'removed' && one.corpsFrom === corpsId),
    changed: count((one) => one.kind === 'changed' && (one.corpsFrom === corpsId || one.corpsTo === corpsId)),
    movedIn: count((one) => one.kind === 'changed' && one.corpsTo === corpsId && one.corpsFrom !== corpsId),
    movedOut: count((one) => one.kind === 'changed' && one.corpsFrom === corpsId && one.corpsTo !== corpsId),
  }
}

function zoneOf(
  corps: readonly CorpsDifference[],
  projects: readonly ProjectDifference[],
): Differences['zone'] {
  const sum = (side: 'from' | 'to') =>
    corps.reduce<Standing>(
      (total, one) => ({
        count: total.count + one[side].count,
        totalInvestment: addDecimal(total.totalInvestment, one[side].totalInvestment),
      }),
      nothing,
    )
  const count = (kind: ProjectDifference['kind']) => projects.filter((one) => one.kind === kind).length
  return {
    from: sum('from'),
    to: sum('to'),
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
  }
}

/** Every project that is otherwise, by name. Rows whose version is the same at both ends are not read. */
async function listDifferences(db: Db, zoneId: string, { from, to }: Between): Promise<ProjectDifference[]> {
  const version = (at: Date | undefined) => sql`left join lateral (
      select c.revision from change c where c.zone_id = ${zoneId} and c.entity = r.entity and c.row_id = r.id
        ${at ? sql`and c.recorded_from <= ${at}` : sql``} order by c.recorded_from desc, c.revision desc limit 1)`
  const { rows } = await sql<Pair>`
    with recorded as (
      select 'project' as entity, id, id as project_id from project where zone_id = ${zoneId}
      union all select 'milestone', m.id, m.project_id from milestone m join project p on p.zone_id = m.zone_id and p.id = m.project_id
        where m.zone_id = ${zoneId}
      union all select 'progress', g.id, g.project_id from progress g join project p on p.zone_id = g.zone_id and p.id = g.project_id
        where g.zone_id = ${zoneId}
    )
    select r.entity, r.project_id, b.image::text as before, a.image::text as after
    from recorded r ${version(from)} f on true ${version(to)} t on true
    left join change b on b.zone_id = ${zoneId} and b.entity = r.entity and b.row_id = r.id and b.revision = f.revision
    join change a on a.zone_id = ${zoneId} and a.entity = r.entity and a.row_id = r.id and a.revision = t.revision
    where f.revision is distinct from t.revision`.execute(db)
  const byProject = Map.groupBy(rows, (row) => row.projectId)
  const unchanged = [...byProject].filter(([, pairs]) => pairs.every((pair) => pair.entity !== 'project'))
  const own = await ownRows(
    db,
    zoneId,
    unchanged.map(([id]) => id),
    to,
  )
  return [...byProject]
    .flatMap(([id, pairs]) => differenceOf(id, pairs, own.get(id)) ?? [])
    .sort((one, other) => order[one.kind] - order[other.kind] || (one.name < other.name ? -1 : 1))
}
const order = { added: 0, removed: 1, changed: 2 }

/** Projects whose own row is the same on both days, as it stands. */
async function ownRows(
  db: Db,
  zoneId: string,
  ids: string[],
  to: Date | undefined,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; image: string }>`
    select k.id, c.image::text as image from unnest(${ids}::uuid[]) k(id) cross join lateral (
      select image from change c where c.zone_id = ${zoneId} and c.entity = 'project' and c.row_id = k.id
        ${to ? sql`and c.recorded_from <= ${to}` : sql``} order by c.recorded_from desc, c.revision desc limit 1) c`.execute(
    db,
  )
  return new Map(rows.map(({ id, image }) => [id, image]))
}

type Own = { name: string; corpsId: string | null }

/** A project's row in short; undefined where it is not there, or removed. */
function ownOf(image: string | null | undefined): Own | undefined {
  if (!image) return undefined
  const { name, corps_id, removed_at } = parseImage(image)
  return removed_at ? undefined : { name: String(name), corpsId: (corps_id ?? null) as string | null }
}

function differenceOf(
  id: string,
  pairs: readonly Pair[],
  unchanged: string | undefined,
): ProjectDifference | undefined {
  const project = pairs.find((pair) => pair.entity === 'project')
  const now = ownOf(project ? project.after : unchanged)
  const before = project ? ownOf(project.before) : now
  const told = now ?? before
  if (!told) return undefined
  const kind = before ? (now ? 'changed' : 'removed') : 'added'
  const changes =
    kind === 'removed'
      ? heldBy(project?.before ?? null)
      : pairs.flatMap((pair) => fieldDifferences(pair.entity, pair.before, pair.after))
  if (kind === 'changed' && changes.length === 0) return undefined
  return {
    ...{ id, kind, name: told.name, changes },
    corpsFrom: before?.corpsId ?? null,
    corpsTo: now?.corpsId ?? null,
  }
}

/** What a removed project's own row told; what it said of its months and dates still stands in theirs. */
const heldBy = (image: string | null): ProjectDifference['changes'] =>
  Object.entries(valuesOfImage('project', image ? parseImage(image) : null)).map(([field, from]) => ({
    ...{ field, period: null, from: masked(field, from), to: null },
  }))
