import { type RawBuilder, sql } from 'kysely'
import { type Actor, has } from '../../../server/access.ts'
import type { Late } from '../contract.ts'

/** Directors and analysts answer for the zone, commanders for their corps, everybody else for their own projects. */
export const scopeOf = (actor: Actor): Late['scope'] =>
  has(actor, 'director', 'analyst') ? 'zone' : has(actor, 'commander') ? 'corps' : 'own'

/** As `project p`: whose officer the person is, by name as the ledger's own filter reads it. */
export const ownSql = (actor: Actor): RawBuilder<boolean> =>
  sql`(p.officer_id = ${actor.memberId}::uuid or p.officer = ${actor.name})`

export const inCorpsSql = (actor: Actor): RawBuilder<boolean> =>
  sql`p.corps_id = any(${actor.unitIds}::uuid[])`

export function inScopeSql(actor: Actor): RawBuilder<boolean> {
  const scope = scopeOf(actor)
  if (scope === 'zone') return sql`true`
  return scope === 'corps' ? sql`(${inCorpsSql(actor)} or ${ownSql(actor)})` : ownSql(actor)
}

/** Projects that concern a person: their own, their units', and those they are a guest of. Agreements wait by themselves. */
export function concernsSql(actor: Actor): RawBuilder<boolean> {
  if (actor.reach === 'zone') return sql`true`
  return sql`(${ownSql(actor)} or ${inCorpsSql(actor)} or p.first_contact_unit = any(${[...actor.reach.unitNames]}::text[])
    or p.id in (select g.project_id from project_guest g
      where g.zone_id = ${actor.zoneId} and g.member_id = ${actor.memberId} and g.removed_at is null))`
}
