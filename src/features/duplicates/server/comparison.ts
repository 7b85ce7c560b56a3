import { sql } from 'kysely'
import { compare, comparedOf, type Known } from '../../../engine/duplicates/compare.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { listAliases } from '../../projects/server/aliases.ts'
import type { Comparison, Side } from '../contract.ts'
import { factsOf, maskFact } from '../model/merge-plan.ts'
import { countLinks } from './links.ts'
import { pairAbilities } from './policy.ts'
import { factsOfKnown, listSaid } from './queries.ts'
import { stillSo } from './queue.ts'
import { loadBoth } from './refusals.ts'
import { knownOf, type StoredSide, told } from './sides.ts'

/** Two projects side by side, place by place, the older first. */
export async function compareTwo(db: Db, actor: Actor, ids: readonly [string, string]): Promise<Comparison> {
  const { zoneId } = actor
  const order = ids.toSorted() as [string, string]
  const sides = await loadBoth(db, zoneId, order)
  const aliases = Map.groupBy(await listAliases(db, zoneId, order), (alias) => alias.projectId)
  const [first, second] = sides.map((side) => knownOf(side, aliases.get(side.id))) as [Known, Known]
  const links = await countLinks(db, zoneId, order)
  const added = await readAdded(db, zoneId, order)
  const sideOf = (side: StoredSide): Side => {
    const { aliases: also, ...known } = knownOf(side, aliases.get(side.id))
    return {
      ...known,
      corps: side.corpsId,
      stage: told(side, 'stage') ?? 'lead',
      revision: side.revision,
      addedAt: added.get(side.id)?.toISOString() ?? null,
      aliases: also.map((alias) => alias.name),
      links: links.get(side.id) ?? 0,
      abilities: pairAbilities(actor, sides),
    }
  }
  const [said] = await listSaid(db, zoneId, order)
  const stands = said && stillSo(said, { first: factsOfKnown(first), second: factsOfKnown(second) })
  return {
    first: sideOf(sides[0]),
    second: sideOf(sides[1]),
    ...compare(comparedOf(first), comparedOf(second)),
    facts: factsOf(sides[0].values, sides[1].values).map(maskFact),
    notSame: stands ? { by: said.by, at: said.at.toISOString() } : null,
  }
}

async function readAdded(db: Db, zoneId: string, ids: readonly string[]): Promise<Map<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select row_id as id, recorded_from as at from change
    where zone_id = ${zoneId} and entity = 'project' and row_id = any(${[...ids]}::uuid[]) and revision = 1`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row.at]))
}
