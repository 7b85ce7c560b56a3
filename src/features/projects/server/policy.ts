import { type RawBuilder, sql } from 'kysely'
import { type Actor, has, type Policy } from '../../../server/access.ts'

type Owned = { corpsId?: string | null; officerId?: string | null }

const wholeZone = (actor: Actor) => has(actor, 'director', 'analyst')
const ownCorps = (actor: Actor, { corpsId }: Owned) =>
  typeof corpsId === 'string' && actor.unitIds.includes(corpsId)

export const projectPolicy: Policy<Owned> = {
  read: () => true,
  create: (actor, project) => wholeZone(actor) || !project.corpsId || ownCorps(actor, project),
  update: (actor, project) =>
    wholeZone(actor) || ownCorps(actor, project) || project.officerId === actor.memberId,
  remove: wholeZone,
}

/** The same as the policy's `update`, over a project's row by its alias. */
export const mayUpdateSql = (actor: Actor, alias: 'p' | 't'): RawBuilder<boolean> =>
  actor.asOf
    ? sql`false`
    : wholeZone(actor)
      ? sql`true`
      : sql`(${sql.ref(`${alias}.corps_id`)} = any(${actor.unitIds}::uuid[]) or ${sql.ref(`${alias}.officer_id`)} = ${actor.memberId}::uuid) is true`

/** So that a page of rows says its abilities without a second look. */
export const abilitiesSql = (actor: Actor): RawBuilder<unknown> =>
  actor.asOf
    ? sql`'["read"]'::jsonb`
    : wholeZone(actor)
      ? sql`'["read", "update", "remove"]'::jsonb`
      : sql`case when ${mayUpdateSql(actor, 'p')} then '["read", "update"]'::jsonb else '["read"]'::jsonb end`
