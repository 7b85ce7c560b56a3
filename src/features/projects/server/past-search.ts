import { type RawBuilder, sql } from 'kysely'
import { answersTo, type SearchText, searchTerms, searchTextOf } from '../../../engine/text/search-tokens.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { searched } from './search-entries.ts'

/** Projects that were called otherwise at the time asked for than today: all, and those of them that answered to the words. */
export type Otherwise = {
  all: string[]
  answering: string[]
  /** Those of them whose name then began with the first word, in initials or pinyin. */
  initials: string[]
  pinyin: string[]
}

const column = {
  name: 'name',
  code: 'code',
  investor: 'investor',
  chain: 'chain',
  parcelNo: 'parcel_no',
  officer: 'officer',
}

/**
 * Search entries are of today. A search of the past takes them for whatever was called the same then, also by its
 * other names, and reads anew what was not.
 */
export async function lookBack<Q extends { q?: string }>(
  db: Db,
  { zoneId, asOf }: Actor,
  query: Q,
): Promise<Q & { otherwise?: Otherwise }> {
  const terms = searchTerms(query.q ?? '')
  if (!asOf || terms.length === 0) return query
  const columns = searched.map((key) => column[key])
  const both = (alias: string) => sql.join(columns.map((name) => sql.ref(`${alias}.${name}`)))
  const { rows } = await sql<{ id: string; words: (string | null)[] }>`
    select "then".id, array[${both('then')}] || coalesce(also_then.words, '{}') as words
    from past.project "then" join public.project now on now.zone_id = "then".zone_id and now.id = "then".id
    left join (${alsoCalled(zoneId, sql`past.alias`)}) also_then on also_then.project_id = "then".id
    left join (${alsoCalled(zoneId, sql`public.alias`)}) also_now on also_now.project_id = "then".id
    where "then".zone_id = ${zoneId} and (now.removed_at is not null or (${both('then')}) is distinct from (${both('now')})
      or also_then.words is distinct from also_now.words)`.execute(db)
  const entries = rows.map(({ id, words }) => ({
    id,
    entry: searchTextOf(words.filter((word) => word !== null)),
  }))
  const [first = ''] = terms
  const idsOf = (fits: (entry: SearchText) => boolean) =>
    entries.filter(({ entry }) => fits(entry)).map(({ id }) => id)
  return {
    ...query,
    otherwise: {
      all: rows.map(({ id }) => id),
      answering: idsOf((entry) => terms.every((term) => answersTo(entry, term))),
      initials: idsOf(({ initials }) => initials.startsWith(first)),
      pinyin: idsOf(({ pinyin }) => pinyin.startsWith(first)),
    },
  }
}

const alsoCalled = (zoneId: string, alias: RawBuilder<unknown>) => sql`
  select a.project_id, array_agg(word order by word) as words
  from ${alias} a cross join unnest(array[a.name, a.code]) word
  where a.zone_id = ${zoneId} and a.removed_at is null and word is not null group by a.project_id`
