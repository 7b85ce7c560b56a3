import { sql } from 'kysely'
import type { Known } from '../../../engine/duplicates/compare.ts'
import type { Db } from '../../../server/database/connect.ts'
import { entities } from '../../imports/server/written-rows.ts'
import { parseImage, valuesOfImage } from '../../projects/server/timeline.ts'
import { placeKey, type Values } from '../model/merge-plan.ts'

/** A project in the ledger with all it says, and the sum of the revisions of its rows and of merges into it: whatever is written, it grows. */
export type StoredSide = {
  id: string
  corpsId: string | null
  officerId: string | null
  revision: number
  values: Values
}

type StoredRow = { projectId: string; revision: number; removed: boolean; image: string }

/** Two projects as they are; one that is not in the ledger is left out. `hold` keeps them so until the transaction ends. */
export async function loadSides(
  db: Db,
  zoneId: string,
  ids: readonly string[],
  hold = false,
): Promise<Map<string, StoredSide>> {
  const sides = new Map<string, StoredSide>()
  const lock = hold ? sql`for update` : sql``
  // The projects first: who adds a milestone or a month takes a lock on its project.
  for (const entity of entities) {
    const owner = entity === 'project' ? sql`t.id` : sql`t.project_id`
    const { rows } = await sql<StoredRow>`
      select ${owner} as project_id, t.revision, t.removed_at is not null as removed, to_jsonb(t)::text as image
      from ${sql.table(entity)} t where t.zone_id = ${zoneId} and ${owner} = any(${[...ids]}::uuid[]) order by t.id ${lock}`.execute(
      db,
    )
    for (const row of rows) {
      const image = parseImage(row.image)
      if (entity === 'project' && !row.removed)
        sides.set(row.projectId, {
          id: row.projectId,
          corpsId: textOf(image['corps_id']),
          officerId: textOf(image['officer_id']),
          revision: 0,
          values: new Map(),
        })
      const side = sides.get(row.projectId)
      if (!side) continue
      side.revision += row.revision
      const period = entity === 'progress' ? String(image['period']).slice(0, 7) : null
      for (const [field, value] of Object.entries(valuesOfImage(entity, image))) {
        const place = { field, period }
        ;(side.values as Map<string, unknown>).set(placeKey(place), { place, value })
      }
    }
  }
  const { rows: merges } = await sql<{ keptId: string; revisions: number }>`
    select kept_id, sum(revision)::int as revisions from merge
    where zone_id = ${zoneId} and kept_id = any(${[...ids]}::uuid[]) group by kept_id`.execute(db)
  for (const { keptId, revisions } of merges) {
    const side = sides.get(keptId)
    if (side) side.revision += revisions
  }
  return sides
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

export const told = ({ values }: StoredSide, field: string): string | null =>
  values.get(placeKey({ field, period: null }))?.value ?? null

export const nameOf = (side: StoredSide) => told(side, 'name') ?? ''

/** A side by what it may be recognised by. */
export const knownOf = (side: StoredSide, aliases: Known['aliases'] = []): Known => ({
  id: side.id,
  name: nameOf(side),
  code: told(side, 'code'),
  investor: told(side, 'investor'),
  totalInvestment: told(side, 'totalInvestment'),
  aliases,
})
