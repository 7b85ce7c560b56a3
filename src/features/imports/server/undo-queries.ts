import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { fields, isEditable } from '../../projects/fields.ts'
import { parseImage, valuesOfImage } from '../../projects/server/timeline.ts'
import type { FieldFact, TouchedProject } from '../model/undo-plan.ts'
import {
  type Act,
  type Entity,
  entities,
  type LiveRow,
  listWritten,
  loadLive,
  loadVersions,
  parts,
  versionKey,
  type WrittenRow,
} from './written-rows.ts'

export type Touched = TouchedProject & { name: string }
/** What an import or a merge wrote, and the projects among it that are still in the ledger. */
export type Footprint = {
  written: ReadonlyMap<string, WrittenRow>
  projects: Touched[]
  live: LiveRow[]
}

export async function readFootprint(db: Db, zoneId: string, act: Act): Promise<Footprint> {
  const list = await listWritten(db, zoneId, act)
  const added = list.filter((row) => row.entity === 'project' && row.inserted).map((row) => row.rowId)
  const rows = new Map<string, LiveRow>()
  const keep = (found: readonly LiveRow[]) => {
    for (const row of found) rows.set(row.rowId, row)
  }
  // Of projects that it added, all rows, whoever wrote them; of the others, those that it wrote itself.
  for (const entity of entities) keep(await loadLive(db, zoneId, entity, 'project', added))
  for (const entity of entities) {
    const rest = list.filter((row) => row.entity === entity && !rows.has(row.rowId)).map((row) => row.rowId)
    keep(await loadLive(db, zoneId, entity, 'id', rest))
  }
  const written = new Map(list.map((row) => [row.rowId, row]))
  const touched = [...new Set([...rows.values()].map((row) => row.projectId))]
  const projects = await liveProjects(db, zoneId, touched, written)
  const inLedger = new Set(projects.map((project) => project.id))
  const live = [...rows.values()].filter((row) => inLedger.has(row.projectId))
  return { written, projects, live }
}

async function liveProjects(
  db: Db,
  zoneId: string,
  ids: readonly string[],
  written: ReadonlyMap<string, WrittenRow>,
): Promise<Touched[]> {
  const projects: Touched[] = []
  for (const part of parts(ids.toSorted())) {
    const rows = await db
      .selectFrom('project')
      .select(['id', 'name'])
      .where('zoneId', '=', zoneId)
      .where('id', '=', sql<string>`any(${part}::uuid[])`)
      .where('removedAt', 'is', null)
      .orderBy('id')
      .execute()
    projects.push(...rows.map((row) => ({ ...row, added: written.get(row.id)?.inserted ?? false })))
  }
  return projects
}

/**
 * Every field in which an import's projects differ: of those it changed, before it from what it wrote; of those it
 * added, what it wrote from what is there now.
 */
export async function listFacts(
  db: Db,
  zoneId: string,
  { written, projects, live }: Footprint,
): Promise<FieldFact[]> {
  const added = new Set(projects.filter((project) => project.added).map((project) => project.id))
  const facts: FieldFact[] = []
  for (const [entity, rows] of Map.groupBy(live, (row) => row.entity)) {
    const telling = rows.filter((row) =>
      added.has(row.projectId) ? row.revision > (written.get(row.rowId)?.last ?? 0) : written.has(row.rowId),
    )
    for (const part of parts(telling))
      facts.push(...(await factsOf(db, zoneId, entity, part, written, added)))
  }
  return facts
}

async function factsOf(
  db: Db,
  zoneId: string,
  entity: Entity,
  rows: readonly LiveRow[],
  written: ReadonlyMap<string, WrittenRow>,
  added: ReadonlySet<string>,
) {
  const keys = rows.flatMap(({ rowId, revision }) => {
    const own = written.get(rowId)
    return [
      { rowId, revision },
      ...(own
        ? [
            { rowId, revision: own.last },
            { rowId, revision: own.first - 1 },
          ]
        : []),
    ]
  })
  const versions = await loadVersions(db, zoneId, entity, keys)
  const valuesAt = (rowId: string, revision: number | undefined) => {
    const version = revision === undefined ? undefined : versions.get(versionKey({ rowId, revision }))
    return version ? valuesOfImage(entity, parseImage(version.image)) : {}
  }
  return rows.flatMap(({ rowId, projectId, period, revision }) => {
    const own = written.get(rowId)
    const isAdded = added.has(projectId)
    const was = isAdded || !own ? {} : valuesAt(rowId, own.first - 1)
    const wrote = valuesAt(rowId, own?.last)
    const is = valuesAt(rowId, revision)
    const keysOf = new Set([...Object.keys(was), ...Object.keys(wrote), ...Object.keys(is)])
    return [...keysOf].flatMap((field): FieldFact[] => {
      const fact = {
        row: rowId,
        projectId,
        field,
        period,
        before: was[field] ?? null,
        imported: wrote[field] ?? null,
        now: is[field] ?? null,
      }
      return (isAdded ? fact.imported !== fact.now : fact.before !== fact.imported) ? [fact] : []
    })
  })
}

type Later = {
  entity: Entity
  rowId: string
  revision: number
  image: string
  recordedFrom: Date
  name: string | null
}
export type Change = { changedBy: string | null; changedAt: string }

/** Who last gave each of these fields the value it has, and when. */
export async function listChangers(
  db: Db,
  zoneId: string,
  { written, live }: Footprint,
  facts: readonly FieldFact[],
): Promise<Map<FieldFact, Change>> {
  const changers = new Map<FieldFact, Change>()
  const byRow = Map.groupBy(facts, (fact) => fact.row)
  const rows = live.filter((row) => byRow.has(row.rowId))
  for (const [entity, list] of Map.groupBy(rows, (row) => row.entity))
    for (const part of parts(list)) {
      const { rows: versions } = await sql<Later>`
        select c.entity, c.row_id, c.revision, c.image::text as image, c.recorded_from, m.name
        from unnest(${part.map((row) => row.rowId)}::uuid[], ${part.map((row) => written.get(row.rowId)?.last ?? 1)}::int[]) k(row_id, since)
        join change c on c.zone_id = ${zoneId} and c.entity = ${entity} and c.row_id = k.row_id and c.revision >= k.since
        left join member m on m.zone_id = ${zoneId} and m.id = c.actor_id
        order by c.row_id, c.revision`.execute(db)
      for (const [rowId, told] of Map.groupBy(versions, (version) => version.rowId)) {
        const history = told.map((version) => ({
          ...version,
          values: valuesOfImage(entity, parseImage(version.image)),
        }))
        for (const fact of byRow.get(rowId) ?? []) {
          const last = lastChange(history, fact.field)
          if (last) changers.set(fact, { changedBy: last.name, changedAt: last.recordedFrom.toISOString() })
        }
      }
    }
  return changers
}

/** The version that gave a field the value it has now. */
function lastChange<V extends { values: Record<string, string> }>(
  history: readonly V[],
  field: string,
): V | undefined {
  const changed = history.findLast(
    (version, at) =>
      (version.values[field] ?? null) !== (at === 0 ? null : (history[at - 1]?.values[field] ?? null)),
  )
  return changed ?? history.at(-1)
}

const columnsOf = (entity: Entity) =>
  entity === 'milestone'
    ? ['plan_on', 'forecast_on', 'actual_on']
    : fields.flatMap((field) =>
        field.store.in === 'progress' && isEditable(field) ? [field.store.column] : [],
      )

/** Milestones and months that an import began, or one undone before it, and that say nothing any more: left standing, an empty month would hide the one before it. */
export async function listEmptied(
  db: Db,
  zoneId: string,
  { written }: Footprint,
  entity: 'milestone' | 'progress',
  undone: ReadonlySet<string>,
) {
  const empty = sql.join(
    columnsOf(entity).map((column) => sql`${sql.ref(column)} is null`),
    sql` and `,
  )
  const emptied: { id: string; revision: number }[] = []
  for (const part of parts([...written.values()].filter((row) => row.entity === entity))) {
    const { rows } = await sql<{ id: string; revision: number }>`
      select id, revision from ${sql.table(entity)} where zone_id = ${zoneId} and id = any(${part.map((row) => row.rowId)}::uuid[])
        and removed_at is null and ${empty} order by id`.execute(db)
    const beforeOf = (rowId: string) => ({ rowId, revision: (written.get(rowId)?.first ?? 1) - 1 })
    const firstOf = (rowId: string) => ({ rowId, revision: 1 })
    const versions = await loadVersions(
      db,
      zoneId,
      entity,
      rows.flatMap(({ id }) => [beforeOf(id), firstOf(id)]),
    )
    const began = rows.filter(({ id }) => {
      const before = versions.get(versionKey(beforeOf(id)))
      const cause = versions.get(versionKey(firstOf(id)))?.causeId ?? ''
      return !before || parseImage(before.image)['removed_at'] !== null || undone.has(cause)
    })
    emptied.push(...began)
  }
  return emptied
}
