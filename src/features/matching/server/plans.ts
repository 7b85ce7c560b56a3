import { sql } from 'kysely'
import { type Actor, has, type Policy } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import type { Plan, PlanList } from '../plan-contract.ts'

/** A plan names projects that only the whole zone's office knows of. */
const plans = (actor: Actor) => has(actor, 'director', 'analyst')
export const planPolicy: Policy<unknown> = { read: plans, create: plans, update: plans, remove: plans }

const head = sql`l.id, l.name, m.name as made_by, l.made_at, a.name as adopted_by, l.adopted_at,
  l.adopted_until::text as adopted_until, l.revision`
const joined = (zoneId: string) => sql`plan l
  join member m on m.zone_id = ${zoneId} and m.id = l.made_by
  left join member a on a.zone_id = ${zoneId} and a.id = l.adopted_by
  where l.zone_id = ${zoneId} and l.removed_at is null`

const mostListed = 200

/** The newest first, and how many there are. */
export async function listPlans(db: Db, zoneId: string): Promise<Pick<PlanList, 'items' | 'total'>> {
  const { rows } = await sql<PlanList['items'][number] & { total: number }>`
    select ${head}, (count(*) over ())::int as total, jsonb_array_length(l.answer -> 'placed') as placed,
      jsonb_array_length(l.answer -> 'leftOut') as left_out, (l.answer ->> 'gap')::float8 as gap
    from ${joined(zoneId)} order by l.made_at desc, l.id desc limit ${mostListed}`.execute(db)
  return { items: rows.map(({ total: _, ...plan }) => inIso(plan)), total: rows[0]?.total ?? 0 }
}

export async function findPlan(db: Db, zoneId: string, id: string): Promise<Omit<Plan, 'abilities'>> {
  const { rows } = await sql<Omit<Plan, 'abilities'>>`
    select ${head}, l.asked, l.answer from ${joined(zoneId)} and l.id = ${id}::uuid`.execute(db)
  const { asked, answer, ...plan } = inIso(found(rows[0], say('方案', 'plan'), id))
  // What plans of the first weeks were not asked and did not keep.
  return {
    ...plan,
    answer: { ...answer, greedyPlaced: answer.greedyPlaced ?? null, landM2: answer.landM2 ?? null },
    asked: { ...asked, projectIds: asked.projectIds ?? null, thresholds: asked.thresholds ?? [] },
  }
}

const iso = (at: Date | string) => new Date(at).toISOString()
const inIso = <P extends { madeAt: string; adoptedAt: string | null }>(plan: P): P => ({
  ...plan,
  madeAt: iso(plan.madeAt),
  adoptedAt: plan.adoptedAt === null ? null : iso(plan.adoptedAt),
})

/** What it kept for projects stays kept. */
export async function removePlan(db: Db, author: Author, id: string, revision: number) {
  await findPlan(db, author.zoneId, id)
  const patch = { id, revision, set: { removedAt: author.at } }
  const written = await updateRows(db, author, 'plan', [patch], 'remove')
  if (written.size === 0) throw planMovedOn()
}

export const planMovedOn = () =>
  new Problem(
    'conflict',
    say('这个方案刚被他人改动，请刷新。', 'Somebody changed this plan just now. Reload.'),
  )
