import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { recorded } from '../../../server/database/record.ts'
import type { LogEntry, LogPage, LogQuery } from '../contract.ts'
import { findRows } from './log-rows.ts'

/** Told by events already: a session is a sign-in, a credential a wrong password or a new one, a code of its own. */
const toldByEvents = ['session', 'credential', 'second_factor', 'recovery_code', 'former_password']
const rights = ['post', 'member', 'project_guest', 'security_setting']

type Entry = Omit<LogEntry, 'at' | 'actor'> & { at: Date; actorId: string | null; actorName: string | null }

/** The log of a zone, newest first, as far as a query goes. Nobody's entries are counted: with a person, no total. */
export async function listLog(db: Db, zoneId: string, query: LogQuery): Promise<LogPage> {
  const limit = query.limit ?? 50
  const rows = query.record?.trim() ? await findRows(db, zoneId, query.record) : undefined
  const { changes, events } = partsOf(zoneId, query, rows)
  const before = query.before ? sql`and position < ${query.before}` : sql``
  const page = (part: RawBuilder<unknown>) =>
    sql`(select * from (${part}) part where true ${before} order by position desc limit ${limit + 1})`
  const { rows: entries } = await sql<Entry>`
    with page as (${page(changes)} union all ${page(events)} order by position desc limit ${limit + 1})
    select page.*, m.name as actor_name, s.number as seal, coalesce(
      page.image_name,
      (select name from project p where p.zone_id = ${zoneId} and p.id in (page.row_id, page.parent_id)),
      (select name from member p where p.zone_id = ${zoneId} and p.id in (page.row_id, page.parent_id)),
      (select name from territory p where p.zone_id = ${zoneId} and p.id = page.parent_id),
      (select name from unit p where p.zone_id = ${zoneId} and p.id in (page.row_id, page.parent_id))) as name
    from page
    left join member m on m.zone_id = ${zoneId} and m.id = page.actor_id
    left join lateral (select number from seal where zone_id = ${zoneId} and up_to_position >= page.position
      order by up_to_position limit 1) s on true
    order by page.position desc`.execute(db)
  const total = query.memberId ? null : await countLog(db, changes, events)
  return { items: entries.slice(0, limit).map(entryOf), total, more: entries.length > limit }
}

async function countLog(db: Db, changes: RawBuilder<unknown>, events: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from (${changes}) c) + (select count(*) from (${events}) e) as total`.execute(db)
  return rows[0]?.total ?? 0
}

function partsOf(
  zoneId: string,
  { from, to, memberId, kind }: LogQuery,
  rows: readonly string[] | undefined,
) {
  const when = (column: string) => [
    ...(from ? [sql`${sql.ref(column)} >= ${from}::timestamptz`] : []),
    ...(to ? [sql`${sql.ref(column)} < ${to}::timestamptz`] : []),
  ]
  const entities = [...recorded].filter((name) => !toldByEvents.includes(name))
  const wanted = entities.filter(
    (name) => !kind || (kind === 'rights') === rights.includes(name), // of no other kind is a change
  )
  const ofChange = [
    ...(rows || kind
      ? [sql`c.entity = any(${wanted}::text[])`]
      : [sql`c.entity <> all(${toldByEvents}::text[])`]),
    ...(kind && kind !== 'write' && kind !== 'rights' ? [sql`false`] : []),
    ...(rows ? [sql`c.row_id = any(${[...rows]}::uuid[])`] : []),
    ...(memberId ? [sql`c.actor_id = ${memberId}::uuid`] : []),
    ...when('c.recorded_from'),
  ]
  const ofEvent = [
    sql`true`,
    ...(kind ? [sql`e.kind = ${kind}`] : []),
    ...(rows ? [sql`e.row_id = any(${[...rows]}::uuid[])`] : []),
    // A wrong password was typed by nobody known: it stands with the person whose account it was.
    ...(memberId
      ? [sql`(e.actor_id = ${memberId}::uuid or (e.entity = 'member' and e.row_id = ${memberId}::uuid))`]
      : []),
    ...when('e.at'),
  ]
  const changes = sql`
    select c.position, c.recorded_from as at, case when c.entity = any(${rights}::text[]) then 'rights' else 'write' end as kind,
      c.actor_id, c.entity, c.row_id, c.operation, c.revision, c.cause_kind as cause, null::text as address, '{}'::jsonb as detail,
      coalesce(c.image ->> 'name', c.image ->> 'file_name', c.image ->> 'header') as image_name,
      coalesce(c.image ->> 'project_id', c.image ->> 'member_id', c.image ->> 'territory_id', c.image ->> 'unit_id')::uuid as parent_id
    from change c where c.zone_id = ${zoneId} and ${sql.join(ofChange, sql` and `)}`
  const events = sql`
    select e.position, e.at, e.kind, e.actor_id, e.entity, e.row_id, null::text, null::int, null::text, e.address, e.detail,
      null::text, null::uuid
    from audit_event e where e.zone_id = ${zoneId} and ${sql.join(ofEvent, sql` and `)}`
  return { changes, events }
}

const entryOf = ({ actorId, actorName, ...row }: Entry): LogEntry => ({
  position: row.position,
  at: row.at.toISOString(),
  kind: row.kind,
  actor: actorId ? { id: actorId, name: actorName ?? '' } : null,
  entity: row.entity,
  rowId: row.rowId,
  name: row.name,
  operation: row.operation,
  revision: row.revision,
  cause: row.cause,
  address: row.address,
  detail: row.detail,
  seal: row.seal,
})

/** Those whose doings can be asked for: everyone there is or was. */
export async function listLogMembers(db: Db, zoneId: string) {
  const items = await db
    .selectFrom('member')
    .select(['id', 'name', 'login'])
    .where('zoneId', '=', zoneId)
    .orderBy('login')
    .orderBy('id')
    .execute()
  return { items, total: items.length }
}
