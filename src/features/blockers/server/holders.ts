import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { BlockerRow } from './queries.ts'

type Post = { unitId: string; role: 'commander' | 'director'; name: string }
export type Posts = readonly Post[]

/** Who commands and directs on a day, in the order in which they took their posts. */
export async function listPosts(db: Db, zoneId: string, day: Day): Promise<Posts> {
  const { rows } = await sql<Post>`
    select p.unit_id, p.role, m.name from post p join member m on m.zone_id = ${zoneId} and m.id = p.member_id
    where p.zone_id = ${zoneId} and p.removed_at is null and p.role in ('commander', 'director')
      and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)
    order by p.from_on, m.name, m.id`.execute(db)
  return rows
}

/** With whom an open blocker is: the officer, the corps' commander, the directors. */
export function holdersOf({ state, level, officer, corpsId }: BlockerRow, posts: Posts): string[] {
  if (state !== 'open') return []
  if (level === 'officer') return officer === null ? [] : [officer]
  const own = posts.filter(({ role, unitId }) =>
    level === 'corps' ? role === 'commander' && unitId === corpsId : role === 'director',
  )
  return [...new Set(own.map(({ name }) => name))]
}
