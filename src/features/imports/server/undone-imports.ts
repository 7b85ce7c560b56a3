import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { parseImage, valuesOfImage } from '../../projects/server/timeline.ts'
import type { FieldFact } from '../model/undo-plan.ts'
import type { Footprint } from './undo-queries.ts'
import { type Entity, entities, parts } from './written-rows.ts'

type Version = { rowId: string; revision: number; image: string; causeId: string | null }
type Told = { values: Record<string, string>; causeId: string | null }

/**
 * What stood in a field before an import may be the work of an earlier import that has itself been undone since, and
 * was only kept because this one had written over it. Then what stood before that one is what undoing brings back.
 */
export async function seeThroughUndone(
  db: Db,
  zoneId: string,
  footprint: Footprint,
  facts: FieldFact[],
): Promise<FieldFact[]> {
  const undone = await listUndone(db, zoneId)
  if (undone.size === 0) return facts
  const kept = await addedByUndone(db, zoneId, footprint, undone)
  const seen = new Map<FieldFact, string | null>()
  const byRow = Map.groupBy(
    facts.filter((fact) => !kept.has(fact.projectId)),
    (fact) => fact.row,
  )
  for (const entity of entities) {
    const rowIds = [...byRow.keys()].filter((rowId) => footprint.written.get(rowId)?.entity === entity)
    for (const part of parts(rowIds))
      for (const [rowId, history] of await historiesBefore(db, zoneId, entity, part, footprint, undone))
        for (const fact of byRow.get(rowId) ?? []) seen.set(fact, lastStanding(history, fact.field, undone))
  }
  return facts.map((fact) => (seen.has(fact) ? { ...fact, before: seen.get(fact) ?? null } : fact))
}

/** Imports and merges that were taken back. */
export async function listUndone(db: Db, zoneId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ledger_import where zone_id = ${zoneId} and status = 'undone'
    union all select id from merge where zone_id = ${zoneId} and undone_at is not null`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** Projects that an import undone since had added: they were kept whole, and stay so. */
async function addedByUndone(
  db: Db,
  zoneId: string,
  { projects }: Footprint,
  undone: ReadonlySet<string>,
): Promise<Set<string>> {
  const kept = new Set<string>()
  for (const part of parts(projects.filter((project) => !project.added).map((project) => project.id))) {
    const { rows } = await sql<{ id: string }>`
      select c.row_id as id from unnest(${part}::uuid[]) k(id)
      join change c on c.zone_id = ${zoneId} and c.entity = 'project' and c.row_id = k.id and c.revision = 1
      where c.cause_id = any(${[...undone]}::uuid[])`.execute(db)
    for (const row of rows) kept.add(row.id)
  }
  return kept
}

/** Every version before this import of the rows that an undone one had written. */
async function historiesBefore(
  db: Db,
  zoneId: string,
  entity: Entity,
  rowIds: readonly string[],
  { written }: Footprint,
  undone: ReadonlySet<string>,
): Promise<Map<string, Told[]>> {
  const { rows } = await sql<Version>`
    select c.row_id, c.revision, c.image::text as image, c.cause_id
    from unnest(${[...rowIds]}::uuid[], ${rowIds.map((rowId) => written.get(rowId)?.first ?? 1)}::int[]) k(row_id, first)
    join change c on c.zone_id = ${zoneId} and c.entity = ${entity} and c.row_id = k.row_id and c.revision < k.first
    order by c.row_id, c.revision`.execute(db)
  const histories = new Map<string, Told[]>()
  for (const [rowId, versions] of Map.groupBy(rows, (row) => row.rowId))
    if (versions.some(({ causeId }) => causeId !== null && undone.has(causeId)))
      histories.set(
        rowId,
        versions.map(({ image, causeId }) => ({ causeId, values: valuesOfImage(entity, parseImage(image)) })),
      )
  return histories
}

/** The newest value of a field that no undone import had put there. */
function lastStanding(history: readonly Told[], field: string, undone: ReadonlySet<string>): string | null {
  const valueAt = (at: number) => history[at]?.values[field] ?? null
  let at = history.length - 1
  while (at >= 0) {
    let set = at
    while (set > 0 && valueAt(set - 1) === valueAt(at)) set--
    const { causeId } = history[set] ?? { causeId: null }
    if (causeId === null || !undone.has(causeId)) return valueAt(at)
    at = set - 1
  }
  return null
}
