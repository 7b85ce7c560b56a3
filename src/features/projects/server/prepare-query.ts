import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { projectsWithin } from '../../spaces/server/within.ts'
import { lookBack, type Otherwise } from './past-search.ts'

/** What must be looked up before a request of the ledger is one statement: what a search of the past meant then, and what a lasso holds. */
export async function prepareQuery<Q extends { q?: string; within?: string }>(
  db: Db,
  actor: Actor,
  query: Q,
): Promise<Q & { otherwise?: Otherwise; inside?: string[] }> {
  const looked = await lookBack(db, actor, query)
  return query.within ? { ...looked, inside: await projectsWithin(db, actor.zoneId, query.within) } : looked
}
