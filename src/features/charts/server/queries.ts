import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Day, firstDayOfMonth, lastDayOfMonth, type Month } from '../../../shared/days.ts'
import { whenSql } from '../../projects/server/field-sql.ts'
import { joinsSql, select } from '../../projects/server/ledger-query.ts'
import { abilitiesSql } from '../../projects/server/policy.ts'
import { prepareQuery } from '../../projects/server/prepare-query.ts'
import type { Stage, Standing } from '../../projects/stages.ts'
import type { BattleQuery } from '../contract.ts'
import type { Dated, Task } from '../model/cell.ts'
import { ledgerAsk } from './ledger-ask.ts'

export type ProjectRow = {
  id: string
  name: string
  corpsId: string | null
  chain: string | null
  officer: string | null
  stage: Stage
  standing: Standing
  illustrative: boolean
  abilities: string[]
}

/** Every project that is asked for, in order. */
export async function listCharted(db: Db, actor: Actor, query: BattleQuery): Promise<ProjectRow[]> {
  const { zoneId } = actor
  const { where, order, joins } = select(zoneId, await prepareQuery(db, actor, ledgerAsk(query)))
  const { rows } = await sql<ProjectRow>`
    select p.id, p.name, p.corps_id, p.chain, coalesce(o.name, p.officer) as officer, p.stage, p.standing,
      p.provenance is not distinct from 'illustrative' as illustrative, ${abilitiesSql(actor)} as abilities
    from project p ${joinsSql(joins)}
    left join member o on o.zone_id = ${zoneId} and o.id = p.officer_id
    where ${where} order by ${order}`.execute(db)
  return rows
}

export type Days = { first: Day; last: Day }
export const daysOf = (months: readonly Month[]): Days => ({
  first: firstDayOfMonth(months[0] ?? '2000-01'),
  last: lastDayOfMonth(months.at(-1) ?? '2000-01'),
})

const when = (date: string) => sql`${whenSql(sql.ref(`m.${date}_on`), sql.ref(`m.${date}_precision`))}`

/** Milestones of the zone with a date in these days, or planned before and forecast for after them, by project. */
export async function milestonesWithin(
  db: Db,
  zoneId: string,
  { first, last }: Days,
  projectId?: string,
): Promise<Map<string, Dated[]>> {
  const { rows } = await sql<Dated & { projectId: string }>`
    select m.project_id, m.kind, ${when('plan')} as plan, ${when('forecast')} as forecast, ${when('actual')} as actual
    from milestone m
    where m.zone_id = ${zoneId} and m.removed_at is null
      ${projectId ? sql`and m.project_id = ${projectId}::uuid` : sql``}
      and (m.plan_on between ${first}::date and ${last}::date or m.forecast_on between ${first}::date and ${last}::date
        or m.actual_on between ${first}::date and ${last}::date
        or (m.plan_on < ${first}::date and m.forecast_on > ${last}::date))
    order by m.project_id, m.plan_on nulls last, m.kind`.execute(db)
  return Map.groupBy(rows, (row) => row.projectId)
}

/** Tasks of these months, by project and month. */
export async function tasksWithin(
  db: Db,
  zoneId: string,
  { first, last }: Days,
  projectId?: string,
): Promise<Map<string, Map<Month, Task>>> {
  const { rows } = await sql<Task & { projectId: string; month: Month }>`
    select t.project_id, to_char(t.period, 'YYYY-MM') as month, t.text, t.done_on, t.revision
    from month_task t
    where t.zone_id = ${zoneId} and t.removed_at is null and t.period between ${first}::date and ${last}::date
      ${projectId ? sql`and t.project_id = ${projectId}::uuid` : sql``}`.execute(db)
  const found = new Map<string, Map<Month, Task>>()
  for (const { projectId: id, month, ...task } of rows) {
    const own = found.get(id) ?? new Map<Month, Task>()
    found.set(id, own.set(month, task))
  }
  return found
}

/** The last month before these days in which one of the projects has something, or the first after them. */
export async function nearestMonth(
  db: Db,
  zoneId: string,
  { first, last }: Days,
  projects: readonly { id: string }[],
): Promise<Month | null> {
  const ids = projects.map(({ id }) => id)
  const { rows } = await sql<{ month: Month | null }>`
    with dates as (
      select d.day from milestone m cross join lateral (values (m.plan_on), (m.forecast_on), (m.actual_on)) d(day)
      where m.zone_id = ${zoneId} and m.removed_at is null and m.project_id = any(${ids}::uuid[]) and d.day is not null
      union all select t.period from month_task t
      where t.zone_id = ${zoneId} and t.removed_at is null and t.project_id = any(${ids}::uuid[])
    )
    select to_char(coalesce(max(day) filter (where day < ${first}::date), min(day) filter (where day > ${last}::date)), 'YYYY-MM') as month
    from dates`.execute(db)
  return rows[0]?.month ?? null
}
