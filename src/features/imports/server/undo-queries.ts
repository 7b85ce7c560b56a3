import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { fields } from '../../projects/fields.ts'
import { parseImage, valuesOfImage } from '../../projects/server/timeline.ts'
import type { FieldFact, TouchedProject } from '../model/undo-plan.ts'

export type Entity = 'project' | 'milestone' | 'progress'
export type Touched = TouchedProject & { name: string }

/** The rows that an import wrote, with its first and last revision of each. */
const written = (zoneId: string, importId: string) => sql`
  written as materialized (
    select c.entity, c.row_id, min(c.revision) as first, max(c.revision) as last, bool_or(c.operation = 'insert') as inserted
    from change c where c.zone_id = ${zoneId} and c.cause_id = ${importId}::uuid and c.cause_kind = 'import'
      and c.entity in ('project', 'milestone', 'progress')
    group by c.entity, c.row_id)`

/** Projects that an import added or changed and that are still in the ledger. */
export async function listTouched(db: Db, zoneId: string, importId: string): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    with ${written(zoneId, importId)}, touched as (
      select row_id as id, inserted as added from written where entity = 'project'
      union all select m.project_id, false from written w join milestone m on m.zone_id = ${zoneId} and m.id = w.row_id where w.entity = 'milestone'
      union all select g.project_id, false from written w join progress g on g.zone_id = ${zoneId} and g.id = w.row_id where w.entity = 'progress')
    select p.id, p.name, bool_or(t.added) as added from touched t join project p on p.zone_id = ${zoneId} and p.id = t.id
    where p.removed_at is null group by p.id, p.name order by p.id`.execute(db)
  return rows
}

type Versions = { entity: Entity; rowId: string; projectId: string; period: string | null; before: string | null; imported: string | null; now: string }

const rowsAtOnce = 2000

/**
 * Every field in which an import's projects now differ from before it or from what it wrote: of projects it changed,
 * the rows it wrote; of those it added, whatever was written after it.
 */
export async function listFacts(db: Db, zoneId: string, importId: string, projects: readonly Touched[]): Promise<FieldFact[]> {
  const added = projects.filter((project) => project.added).map((project) => project.id)
  const changed = projects.filter((project) => !project.added).map((project) => project.id)
  const facts: FieldFact[] = []
  for (let start = 0; start < changed.length; start += rowsAtOnce)
    facts.push(...factsOf(await versionsOfChanged(db, zoneId, importId, changed.slice(start, start + rowsAtOnce)), false))
  for (let start = 0; start < added.length; start += rowsAtOnce)
    facts.push(...factsOf(await versionsOfAdded(db, zoneId, importId, added.slice(start, start + rowsAtOnce)), true))
  return facts
}

/** Rows of some projects by entity; ids of milestones and progress are looked up by their project. */
const rowsOf = (zoneId: string, ids: readonly string[]) => sql`
  rows as materialized (
    select 'project' as entity, id as row_id, id as project_id, null::text as period from unnest(${[...ids]}::uuid[]) id
    union all select 'milestone', m.id, m.project_id, null from milestone m where m.zone_id = ${zoneId} and m.project_id = any(${[...ids]}::uuid[])
    union all select 'progress', g.id, g.project_id, to_char(g.period, 'YYYY-MM') from progress g where g.zone_id = ${zoneId} and g.project_id = any(${[...ids]}::uuid[]))`

/** The rows written, each with its project, looked up by key: two lists joined to each other would be compared pair by pair where the planner knows little of them. */
async function versionsOfChanged(db: Db, zoneId: string, importId: string, ids: readonly string[]): Promise<Versions[]> {
  const { rows } = await sql<Versions>`
    with ${written(zoneId, importId)}
    select w.entity, w.row_id, coalesce(p.id, m.project_id, g.project_id) as project_id, to_char(g.period, 'YYYY-MM') as period,
      b.image::text as before, a.image::text as imported, n.image::text as now
    from written w
    left join project p on w.entity = 'project' and p.zone_id = ${zoneId} and p.id = w.row_id
    left join milestone m on w.entity = 'milestone' and m.zone_id = ${zoneId} and m.id = w.row_id
    left join progress g on w.entity = 'progress' and g.zone_id = ${zoneId} and g.id = w.row_id
    join change a on a.zone_id = ${zoneId} and a.entity = w.entity and a.row_id = w.row_id and a.revision = w.last
    left join change b on b.zone_id = ${zoneId} and b.entity = w.entity and b.row_id = w.row_id and b.revision = w.first - 1
    join lateral (
      select image from change where zone_id = ${zoneId} and entity = w.entity and row_id = w.row_id order by revision desc limit 1
    ) n on true
    where coalesce(p.id, m.project_id, g.project_id) = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

async function versionsOfAdded(db: Db, zoneId: string, importId: string, ids: readonly string[]): Promise<Versions[]> {
  const { rows } = await sql<Versions>`
    with ${rowsOf(zoneId, ids)}
    select r.entity, r.row_id, r.project_id, r.period, null as before, a.image::text as imported, n.image::text as now
    from rows r
    join lateral (
      select revision, image from change where zone_id = ${zoneId} and entity = r.entity and row_id = r.row_id order by revision desc limit 1
    ) n on true
    left join lateral (
      select revision, image from change where zone_id = ${zoneId} and entity = r.entity and row_id = r.row_id
        and cause_kind = 'import' and cause_id = ${importId}::uuid order by revision desc limit 1
    ) a on true
    where n.revision > coalesce(a.revision, 0)`.execute(db)
  return rows
}

/** Fields that the import changed; in projects that it added, also those that anybody changed since. */
function factsOf(versions: readonly Versions[], added: boolean): FieldFact[] {
  return versions.flatMap(({ entity, rowId, projectId, period, before, imported, now }) => {
    const values = (image: string | null) => (image === null ? {} : valuesOfImage(entity, parseImage(image)))
    const [was, wrote, is] = [values(before), values(imported), values(now)]
    const keys = new Set([...Object.keys(was), ...Object.keys(wrote), ...Object.keys(is)])
    return [...keys].flatMap((field): FieldFact[] => {
      const fact = { row: rowId, projectId, field, period, before: was[field] ?? null, imported: wrote[field] ?? null, now: is[field] ?? null }
      return (added ? fact.imported !== fact.now : fact.before !== fact.imported) ? [fact] : []
    })
  })
}

type Later = { entity: Entity; rowId: string; image: string; recordedFrom: Date; name: string | null; causeId: string | null }
export type Change = { changedBy: string | null; changedAt: string }

/** Who last gave each of these fields the value it has, and when. */
export async function listChangers(db: Db, zoneId: string, importId: string, facts: readonly FieldFact[]): Promise<Map<FieldFact, Change>> {
  const changers = new Map<FieldFact, Change>()
  const rowIds = [...new Set(facts.map((fact) => fact.row))]
  for (let start = 0; start < rowIds.length; start += rowsAtOnce) {
    const part = rowIds.slice(start, start + rowsAtOnce)
    const { rows } = await sql<Later>`
      select c.entity, c.row_id, c.image::text as image, c.recorded_from, m.name, c.cause_id
      from change c left join member m on m.zone_id = c.zone_id and m.id = c.actor_id
      where c.zone_id = ${zoneId} and c.entity in ('project', 'milestone', 'progress') and c.row_id = any(${part}::uuid[])
        and c.revision >= coalesce((select max(i.revision) from change i where i.zone_id = ${zoneId} and i.entity = c.entity
          and i.row_id = c.row_id and i.cause_id = ${importId}::uuid and i.cause_kind = 'import'), 1)
      order by c.row_id, c.revision`.execute(db)
    const byRow = Map.groupBy(rows.map((row) => ({ ...row, values: valuesOfImage(row.entity, parseImage(row.image)) })), (row) => row.rowId)
    for (const fact of facts) {
      const versions = byRow.get(fact.row)
      if (!versions) continue
      const last = versions.findLast((version, at) => {
        const before = at === 0 ? null : (versions[at - 1]?.values[fact.field] ?? null)
        return (version.values[fact.field] ?? null) !== before
      }) ?? versions.at(-1)
      if (last) changers.set(fact, { changedBy: last.name, changedAt: last.recordedFrom.toISOString() })
    }
  }
  return changers
}

const columnsOf = (entity: 'milestone' | 'progress') =>
  entity === 'milestone'
    ? ['plan_on', 'forecast_on', 'actual_on']
    : fields.flatMap(({ store }) => (store.in === 'progress' ? [store.column] : []))

/** Milestones and months that an import began and that say nothing any more: left standing, an empty month would hide the one before it. */
export async function listEmptied(db: Db, zoneId: string, importId: string, entity: 'milestone' | 'progress') {
  const empty = sql.join(columnsOf(entity).map((column) => sql`${sql.ref(`t.${column}`)} is null`), sql` and `)
  const { rows } = await sql<{ id: string; revision: number }>`
    with ${written(zoneId, importId)}
    select t.id, t.revision from written w join ${sql.table(entity)} t on t.zone_id = ${zoneId} and t.id = w.row_id
    left join change b on b.zone_id = ${zoneId} and b.entity = w.entity and b.row_id = w.row_id and b.revision = w.first - 1
    where w.entity = ${entity} and t.removed_at is null and (b.id is null or b.image ->> 'removed_at' is not null) and ${empty}`.execute(db)
  return rows
}
