import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import { constant } from '../../../server/database/compile-sql.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { LedgerQuery, LedgerRow } from '../contract.ts'
import { fieldByKey, fields } from '../fields.ts'
import { joinOf, line, progressJoin, sortOf, textOf, typedOf, unmasked } from './field-sql.ts'
import { joinsSql, type Selection, select } from './ledger-query.ts'
import { refusePersonal } from './personal.ts'
import { abilitiesSql } from './policy.ts'

/** A page of ledger lines and the exact count, as the JSON text that goes out: PostgreSQL makes it, nobody reads it between. */
export async function listLedger(db: Db, actor: Actor, query: LedgerQuery): Promise<string> {
  const { zoneId } = actor
  const selection = select(zoneId, query)
  const { rows } = await sql<{ page: string }>`
    with ${selection.searched ? searchedPage(selection, query) : plainPage(selection, query)}
    select json_build_object(
      'items', coalesce((
        select json_agg(${line} || jsonb_build_object('abilities', ${abilitiesSql(actor)}) order by page.place)
        from page join project p on p.zone_id = ${zoneId} and p.id = page.id ${progressJoin(zoneId).text}), '[]'),
      'total', (select count from counted)
    )::text as page`.execute(db)
  return rows[0]?.page ?? ''
}

/** Sorting by an index stops after a page; counting is a look of its own. */
const plainPage = (selection: Selection, { limit, offset }: LedgerQuery) => sql`
  page as materialized (
    select p.id, row_number() over (order by ${selection.order}) as place
    from project p ${joinsSql(selection.joins)} where ${selection.where}
    order by ${selection.order} limit ${limit ?? 50} offset ${offset ?? 0}
  ), counted as (
    select count(*) as count from project p ${joinsSql(selection.filterJoins)} where ${selection.where}
  )`

/** What a search found is found once, then counted and cut into pages. */
const searchedPage = (selection: Selection, { limit, offset }: LedgerQuery) => sql`
  ${hits(selection)}, page as (
    select id, place from hits order by place limit ${limit ?? 50} offset ${offset ?? 0}
  ), counted as (select count(*) as count from hits)`

/** To look up how more names are spoken would take longer than the search; so many are narrowed down, not paged through. */
const spokenAtMost = 5000

/** All that a search found, with its place. A name that begins as it was typed, in initials or pinyin, comes first. */
const hits = ({ zoneId, joins, where, order, spoken, otherwise }: Selection) => {
  if (spoken === undefined)
    return sql`hits as materialized (
      select p.id, row_number() over (order by ${order}) as place from project p ${joinsSql(joins)} where ${where})`
  const then = otherwise
    ? sql`when id = any(${otherwise.initials}::uuid[]) then 1 when id = any(${otherwise.pinyin}::uuid[]) then 2
        when id = any(${otherwise.all}::uuid[]) then 3`
    : sql``
  return sql`found as materialized (
      select p.id, row_number() over (order by ${order}) as place, starts_with(lower(p.name), ${spoken}) as written
      from project p ${joinsSql(joins)} where ${where}
    ), hits as materialized (
      select id, row_number() over (order by case when written then 0
        when (select count(*) from found) > ${spokenAtMost} then 3 ${then}
        else coalesce((select case when starts_with(e.initials, ${spoken}) then 1 when starts_with(e.pinyin, ${spoken}) then 2 end
          from search_entry e where e.zone_id = ${zoneId} and e.entity = 'project' and e.row_id = found.id), 3) end, place) as place
      from found)`
}

const summed = fields.filter((field) => ['money', 'foreign', 'area', 'floorArea'].includes(field.kind))
const sums = constant(
  sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(summed.flatMap((field) => [sql.lit(field.key), sql`trim_scale(sum(${typedOf(field)}))::text`]))}))`,
)

const withSums = (selection: Selection) => {
  const joins = new Map(selection.filterJoins)
  for (const field of summed) {
    const join = joinOf(field, selection.zoneId)
    if (join) joins.set(join.alias, join)
  }
  return joins
}

/** Exact sums of every amount over all rows that match. */
export async function totalLedger(db: Db, zoneId: string, query: LedgerQuery): Promise<string> {
  const selection = select(zoneId, query)
  const { rows } = await sql<{ totals: string }>`
    select json_build_object('count', count(*), 'sums', ${sums})::text as totals
    from project p ${joinsSql(withSums(selection))} where ${selection.where}`.execute(db)
  return rows[0]?.totals ?? ''
}

/** Counts and sums by the values of one field, in the order of a list sorted by it. */
export async function groupLedger(db: Db, zoneId: string, by: string, query: LedgerQuery): Promise<string> {
  const field = fieldByKey.get(by)
  if (!field) throw new Error(`There is no field ${by}.`) // the contract lets only known ones in
  refusePersonal(field)
  const selection = select(zoneId, query)
  const joins = withSums(selection)
  const join = joinOf(field, zoneId)
  if (join) joins.set(join.alias, join)
  const { rows } = await sql<{ groups: string }>`
    with groups as (
      select ${textOf(field)} as value, count(*) as count, ${sums} as sums, ${sortOf(field, zoneId)} as place
      from project p ${joinsSql(joins)} where ${selection.where} group by 1, 4
    )
    select json_build_object('items', coalesce(json_agg(json_build_object('value', value, 'count', count, 'sums', sums)
      order by place nulls last, value), '[]'), 'total', coalesce(sum(count), 0))::text as groups from groups`.execute(
    db,
  )
  return rows[0]?.groups ?? ''
}

export type Line = Omit<LedgerRow, 'abilities'> & { id: string }

/**
 * Lines in the order of `ids`. Each is looked up through its own key: without statistics, as after a first import, a join
 * would read the whole zone for every line.
 */
export async function listLines(
  db: Db,
  zoneId: string,
  ids: readonly string[],
  period?: string,
  personal: 'masked' | 'unmasked' = 'masked',
): Promise<Line[]> {
  const { rows } = await sql<{ line: Line }>`
    select ${personal === 'masked' ? line : sql`${line} || ${unmasked}`} as line
    from unnest(${ids}::uuid[]) with ordinality wanted(id, place)
    cross join lateral (select * from project where zone_id = ${zoneId} and id = wanted.id limit 1) p ${progressJoin(zoneId, period).text}
    where p.removed_at is null order by wanted.place`.execute(db)
  return rows.map((row) => row.line)
}

/** Ids of all rows that match, in order. */
export async function listIds(db: Db, zoneId: string, query: LedgerQuery): Promise<string[]> {
  const selection = select(zoneId, query)
  if (selection.searched) {
    const { rows } = await sql<{
      id: string
    }>`with ${hits(selection)} select id from hits order by place`.execute(db)
    return rows.map((row) => row.id)
  }
  const { rows } = await sql<{ id: string }>`
    select p.id from project p ${joinsSql(selection.joins)} where ${selection.where} order by ${selection.order}`.execute(
    db,
  )
  return rows.map((row) => row.id)
}

export async function findLine(db: Db, actor: Actor, id: string): Promise<LedgerRow | undefined> {
  const { rows } = await sql<{ line: LedgerRow }>`
    select ${line} || jsonb_build_object('abilities', ${abilitiesSql(actor)}) as line
    from project p ${progressJoin(actor.zoneId).text}
    where p.zone_id = ${actor.zoneId} and p.id = ${id}::uuid and p.removed_at is null`.execute(db)
  return rows[0]?.line
}

export async function listLinesWithAbilities(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<LedgerRow[]> {
  const { rows } = await sql<{ line: LedgerRow }>`
    select ${line} || jsonb_build_object('abilities', ${abilitiesSql(actor)}) as line
    from project p ${progressJoin(actor.zoneId).text}
    where p.zone_id = ${actor.zoneId} and p.id = any(${ids}::uuid[]) and p.removed_at is null order by p.id`.execute(
    db,
  )
  return rows.map((row) => row.line)
}

export type Matchable = {
  id: string
  name: string
  code: string | null
  investor: string | null
  totalInvestment: string | null
  corpsId: string | null
}

/** Every live project by what identifies it. */
export const listMatchable = (db: Db, zoneId: string): Promise<Matchable[]> =>
  db
    .selectFrom('project')
    .select(['id', 'name', 'code', 'investor', 'totalInvestment', 'corpsId'])
    .where('zoneId', '=', zoneId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()

const linesAtOnce = 2000

/** Current values of projects by field, unmasked for comparing; with a month, the progress told for that month. */
export async function loadRows(
  db: Db,
  zoneId: string,
  ids: readonly string[],
  period?: string,
): Promise<Map<string, Record<string, string>>> {
  const loaded = new Map<string, Record<string, string>>()
  for (let start = 0; start < ids.length; start += linesAtOnce)
    for (const line of await listLines(
      db,
      zoneId,
      ids.slice(start, start + linesAtOnce),
      period,
      'unmasked',
    )) {
      const { id, period: told, ...values } = line
      loaded.set(id, values as Record<string, string>)
    }
  return loaded
}
