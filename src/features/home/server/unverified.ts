import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { isFuture } from '../../evidence/model/requirement.ts'
import { listDateAuthors } from '../../evidence/server/held.ts'
import { listRules } from '../../evidence/server/rules.ts'
import { whenSql } from '../../projects/server/field-sql.ts'
import { type MilestoneKind, milestoneWords } from '../../projects/stages.ts'
import { matter } from './source.ts'

export type Unverified = {
  projectId: string
  projectName: string
  milestone: MilestoneKind
  actual: string
  papers: number
  filedOn: Day
  /** Who wrote the date now standing, and who filed the papers: none of them may verify. */
  authors: string[]
}

/** Milestones with papers that nobody has looked at as they are now, where a stage asks for a look; the longest waiting first. */
export async function listUnverified(
  db: Db,
  actor: Actor,
  day: Day,
  whose: RawBuilder<boolean>,
): Promise<Unverified[]> {
  const { zoneId } = actor
  const kinds = (await listRules(db, zoneId, 'zh'))
    .filter(({ verified }) => verified)
    .flatMap(({ needs }) => needs.map(({ milestone }) => milestone))
  const actual = whenSql(sql`m.actual_on`, sql`m.actual_precision`)
  const { rows } = await sql<Unverified>`
    select p.id as project_id, p.name as project_name, m.kind as milestone, ${actual} as actual, cardinality(f.ids) as papers,
      to_char(f.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as filed_on, f.authors
    from (select project_id, milestone, array_agg(id) as ids, array_agg(distinct added_by)::text[] as authors, max(added_at) as at
      from paper where zone_id = ${zoneId} and removed_at is null group by 1, 2) f
    join project p on p.zone_id = ${zoneId} and p.id = f.project_id and p.removed_at is null
    join milestone m on m.zone_id = ${zoneId} and m.project_id = f.project_id and m.kind = f.milestone and m.removed_at is null
    where m.actual_on is not null and m.kind = any(${[...new Set(kinds)]}::text[]) and ${whose}
      and not exists (select from verification v where v.zone_id = ${zoneId} and v.project_id = f.project_id and v.milestone = f.milestone
        and v.removed_at is null and v.actual = ${actual} and v.paper_ids @> f.ids)
    order by f.at, p.id, m.kind`.execute(db)
  const begun = rows.filter((row) => !isFuture(row.actual, day))
  const dates = await listDateAuthors(db, zoneId, ...new Set(begun.map(({ projectId }) => projectId)))
  return begun.map((row) => {
    const date = dates.find((one) => one.projectId === row.projectId && one.milestone === row.milestone)
    return { ...row, authors: date?.memberId ? [...row.authors, date.memberId] : row.authors }
  })
}

export function verificationMatter({
  projectId,
  projectName,
  milestone,
  actual,
  papers,
  filedOn,
}: Unverified) {
  const { zh, en } = milestoneWords[milestone]
  return matter({
    id: `${projectId} ${milestone}`,
    name: projectName,
    address: `/projects/${projectId}?tab=evidence`,
    note: say(`${zh} ${actual}，材料 ${papers} 份`, `${en} ${actual}, papers: ${papers}`),
    on: filedOn,
  })
}
