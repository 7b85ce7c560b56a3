import { sql } from 'kysely'
import { has } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { type Day, monthOf } from '../../../../shared/days.ts'
import type { Condition } from '../../../projects/contract.ts'
import { inCorpsSql, ownSql } from '../scope.ts'
import { itemsAtMost, ledgerAddress, matter, type WaitingSource } from '../source.ts'

type Row = { id: string; name: string; told: string | null; total: number }
const ongoing: Condition = { field: 'standing', op: 'is', value: ['ongoing'] }
const opens = (id: string) => `/projects/${id}`

/** Projects of one's corps that go on and that nobody looks after. */
export const withoutOfficer: WaitingSource = async (db, actor) => {
  if (!has(actor, 'commander') || actor.unitIds.length === 0) return undefined
  const { rows } = await sql<Row>`
    select p.id, p.name, count(*) over ()::int as total from project p
    where p.zone_id = ${actor.zoneId} and p.removed_at is null and p.standing = 'ongoing' and p.officer is null and ${inCorpsSql(actor)}
    order by p.total_investment desc nulls last, p.id limit ${itemsAtMost}`.execute(db)
  const where: Condition[] = [
    ongoing,
    { field: 'corps', op: 'is', value: actor.unitIds },
    { field: 'officer', op: 'blank' },
  ]
  return {
    kind: 'noOfficer',
    title: say('本兵团没有责任人的项目', 'Projects of your corps without an officer'),
    address: ledgerAddress(where),
    items: rows.map(({ id, name }) => matter({ id, name, address: opens(id) })),
    total: rows[0]?.total ?? 0,
  }
}

/** Months are told by this day of theirs. */
export const reportingDay = 25

/** One's own projects that go on and of whose current month nothing is said yet. */
export const monthsUntold: WaitingSource = async (db, actor, day) => {
  if (!has(actor, 'officer', 'promoter')) return undefined
  const month = monthOf(day)
  const { rows } = await sql<Row>`
    select p.id, p.name, to_char(g.period, 'YYYY-MM') as told, count(*) over ()::int as total
    from project p left join lateral (
      select period from progress where zone_id = ${actor.zoneId} and project_id = p.id and removed_at is null
      order by period desc limit 1) g on true
    where p.zone_id = ${actor.zoneId} and p.removed_at is null and p.standing = 'ongoing' and ${ownSql(actor)}
      and (g.period is null or g.period < ${`${month}-01`}::date)
    order by g.period nulls first, p.id limit ${itemsAtMost}`.execute(db)
  const where: Condition[] = [
    ongoing,
    { field: 'officer', op: 'is', value: [actor.name] },
    { field: 'period', op: 'isNot', value: [month] },
  ]
  const isLate = day > dueOn(month)
  return {
    kind: 'monthUntold',
    title: say(`${month} 的进展，${reportingDay} 日前填报`, `Progress of ${month}, by the ${reportingDay}th`),
    address: ledgerAddress(where),
    items: rows.map(({ id, name, told }) =>
      matter({
        ...{ id, name, address: opens(id), isLate },
        state: isLate ? say(`已过 ${reportingDay} 日`, `past the ${reportingDay}th`) : null,
        note: told ? say(`上次填到 ${told}`, `last told: ${told}`) : say('还没有填过', 'never told yet'),
      }),
    ),
    total: rows[0]?.total ?? 0,
  }
}

const dueOn = (month: string): Day => `${month}-${reportingDay}`
