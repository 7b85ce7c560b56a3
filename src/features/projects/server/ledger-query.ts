import { type RawBuilder, sql } from 'kysely'
import { Value } from 'typebox/value'
import { queryTokens, searchTerms } from '../../../engine/text/search-tokens.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Condition, Conditions, type LedgerQuery } from '../contract.ts'
import { type Field, fieldByKey } from '../fields.ts'
import { conditionSql } from './conditions.ts'
import { type Join, joinOf, sortOf } from './field-sql.ts'
import type { Otherwise } from './past-search.ts'
import { refusePersonal } from './personal.ts'

type Expression = RawBuilder<unknown>

/** What a ledger request asks for, understood: predicates over `project p`, the joins they need, and the order. */
export type Selection = {
  zoneId: string
  where: Expression
  order: Expression
  joins: Map<string, Join>
  /** Joins that the conditions need, without those of the order: all that a count needs. */
  filterJoins: Map<string, Join>
  searched: boolean
  /** Letters that may begin the name as it is spoken; those that do stand first. */
  spoken: string | undefined
  otherwise: Otherwise | undefined
}

/** Two letters or more; of one, nearly every name is found. */
const spokenForm = /^[a-z][a-z0-9]+$/

const sortAtMost = 5

export function select(
  zoneId: string,
  query: Pick<LedgerQuery, 'q' | 'where' | 'sort'> & { otherwise?: Otherwise; inside?: readonly string[] },
): Selection {
  const filterJoins = new Map<string, Join>()
  const need = (field: Field, joins: Map<string, Join>) => {
    const join = joinOf(field, zoneId)
    if (join) joins.set(join.alias, join)
  }
  const predicates = [sql`p.zone_id = ${zoneId} and p.removed_at is null`]
  for (const condition of readConditions(query.where)) {
    const field = fieldByKey.get(condition.field)
    if (field) need(field, filterJoins)
    predicates.push(conditionSql(condition))
  }
  if (query.inside) predicates.push(sql`p.id = any(${[...query.inside]}::uuid[])`)
  const terms = searchTerms(query.q ?? '')
  if (terms.length > 0) predicates.push(answering(zoneId, terms, query.otherwise))
  const joins = new Map(filterJoins)
  const orders = readSort(query.sort).map(({ field, descending }) => {
    need(field, joins)
    return sql`${sortOf(field, zoneId)} ${descending ? sql`desc` : sql`asc`} nulls last`
  })
  const [first] = terms
  const spoken = orders.length === 0 && first && spokenForm.test(first) ? first : undefined
  if (orders.length === 0 && first)
    orders.push(sql`case strpos(lower(p.name), ${first}) when 0 then 2 when 1 then 0 else 1 end`)
  orders.push(sql`p.id`)
  return {
    zoneId,
    where: sql.join(predicates, sql` and `),
    order: sql.join(orders),
    joins,
    filterJoins,
    searched: terms.length > 0,
    spoken,
    otherwise: query.otherwise,
  }
}

/** Projects that answer to every word. Those that were called otherwise then are told by `otherwise`, not by today's entries. */
function answering(zoneId: string, terms: readonly string[], otherwise: Otherwise | undefined): Expression {
  const found = sql.join(
    terms.map((term) => sql`p.id in (${foundBy(zoneId, term)})`),
    sql` and `,
  )
  return otherwise
    ? sql`(p.id = any(${otherwise.answering}::uuid[]) or (p.id <> all(${otherwise.all}::uuid[]) and ${found}))`
    : found
}

export const joinsSql = (joins: Map<string, Join>) =>
  sql.join(
    [...joins.values()].map((join) => join.text),
    sql` `,
  )

/** Ids of projects that a word finds: by the token index, or by reading the zone's entries for a single letter. */
function foundBy(zoneId: string, term: string): Expression {
  const { normalised, textTokens, pinyinTokens, initialsTokens } = queryTokens(zoneId, term)
  if (textTokens.length + pinyinTokens.length + initialsTokens.length === 0)
    return sql`select row_id from search_entry where zone_id = ${zoneId} and entity = 'project'
      and (strpos(body, ${normalised}) > 0 or strpos(pinyin, ${normalised}) > 0)`
  return sql`select app.find_entries('project', ${textTokens}::int[], ${pinyinTokens}::int[], ${initialsTokens}::int[], ${normalised})`
}

function readConditions(text: string | undefined): Condition[] {
  if (!text) return []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (!Value.Check(Conditions, value))
    throw new Problem(
      'invalid_input',
      say('筛选条件无法识别，请重新设置。', 'The filter cannot be read. Set it again.'),
    )
  return value
}

function readSort(text: string | undefined): { field: Field; descending: boolean }[] {
  return (text ?? '')
    .split(',')
    .filter(Boolean)
    .slice(0, sortAtMost)
    .map((part) => {
      const descending = part.startsWith('-')
      const field = fieldByKey.get(descending ? part.slice(1) : part)
      if (!field)
        throw new Problem(
          'invalid_input',
          say(`没有名为“${part}”的列，无法排序。`, `There is no column “${part}” to sort by.`),
        )
      refusePersonal(field)
      return { field, descending }
    })
}
