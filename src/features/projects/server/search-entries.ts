import { sql } from 'kysely'
import { searchTextOf, tokensOf } from '../../../engine/text/search-tokens.ts'
import type { Db } from '../../../server/database/connect.ts'
import { listAliases } from './aliases.ts'

/** The fields that a project is found by, beside what else it is called. */
export const searched = ['name', 'code', 'investor', 'chain', 'parcelNo', 'officer'] as const

const entriesAtOnce = 2000

/** Makes the search entries of these projects anew; those that are gone lose theirs. */
export async function refreshSearch(db: Db, zoneId: string, ids: readonly string[]) {
  for (let start = 0; start < ids.length; start += entriesAtOnce) {
    const part = ids.slice(start, start + entriesAtOnce)
    const rows = await db
      .selectFrom('project')
      .select(['id', ...searched])
      .where('zoneId', '=', zoneId)
      .where('id', '=', sql<string>`any(${part}::uuid[])`)
      .where('removedAt', 'is', null)
      .execute()
    const aliases = Map.groupBy(await listAliases(db, zoneId, part), (alias) => alias.projectId)
    await sql`delete from search_entry where zone_id = ${zoneId} and entity = 'project' and row_id = any(${part}::uuid[])`.execute(
      db,
    )
    const entries = rows.map((row) => {
      const also = (aliases.get(row.id) ?? []).flatMap(({ name, code }) =>
        code === null ? [name] : [name, code],
      )
      const found = searchTextOf([...searched.flatMap((key) => row[key] ?? []), ...also])
      return {
        row_id: row.id,
        body: found.text,
        pinyin: found.pinyin,
        initials: found.initials,
        tokens: tokensOf(zoneId, found),
      }
    })
    await sql`insert into search_entry (zone_id, entity, row_id, body, pinyin, initials, tokens)
      select ${zoneId}::uuid, 'project', (e ->> 'row_id')::uuid, e ->> 'body', e ->> 'pinyin', e ->> 'initials',
        translate(e ->> 'tokens', '[]', '{}')::int[]
      from jsonb_array_elements(${JSON.stringify(entries)}::jsonb) e`.execute(db)
  }
}
