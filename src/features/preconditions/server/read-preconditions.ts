import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { holdProject } from '../../evidence/server/held.ts'
import type { Preconditions } from '../contract.ts'
import { checkProject } from './check.ts'
import { letsSign } from './gate.ts'
import { mayExempt } from './policy.ts'
import { listPromised, todayOf } from './promised.ts'
import { listReviews } from './queries.ts'
import { catalogue } from './rule-sets.ts'

/** What a project must keep before it is supplied with land, and how it stands. */
export async function readPreconditions(
  db: Db,
  actor: Actor,
  projectId: string,
  at: Date,
): Promise<Preconditions> {
  const { line, abilities } = await holdProject(db, actor, projectId, 'read')
  const check = await checkProject(db, actor.zoneId, line)
  const reviews = await listReviews(db, actor.zoneId, projectId)
  return {
    ...check,
    promises: await listPromised(db, actor.zoneId, todayOf(actor.asOf, at), projectId),
    reviews,
    maySign: letsSign(reviews[0]),
    indicators: catalogue,
    abilities: [
      ...abilities.filter((one) => one === 'read' || (one === 'update' && !actor.asOf)),
      ...(mayExempt(actor) ? ['exempt'] : []),
    ],
  }
}
