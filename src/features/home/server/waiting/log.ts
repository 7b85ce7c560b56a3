import { sql } from 'kysely'
import { mayCall } from '../../../../server/access.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { say } from '../../../../server/errors.ts'
import { shanghaiDay } from '../../../../shared/days.ts'
import { countRecords } from '../../../audit/server/record-lines.ts'
import { findLastSeal } from '../../../audit/server/seal-queries.ts'
import type { Matter } from '../../contract.ts'
import { itemsAtMost, matter, type WaitingSource } from '../source.ts'
import { spanFor } from '../span.ts'

const log = (kind: string) => `/audit?kind=${kind}`

type Unusual = {
  position: number
  kind: 'lockedOut' | 'clockSetBack'
  at: Date
  name: string | null
  total: number
}
const unusualWords = {
  lockedOut: say('账号因连续输错密码锁定', 'Account locked after wrong passwords'),
  clockSetBack: say('服务器时钟被调回', 'Clock of the server set back'),
}

/** What an auditor looks into first, since they were here. */
export const unusualEvents: WaitingSource = async (db, actor) => {
  if (actor.asOf || !mayCall(actor, 'audit:read')) return undefined
  const { from, after } = await spanFor(db, actor, new Date())
  const { rows } = await sql<Unusual>`
    select e.position, e.kind, e.at, m.name, count(*) over ()::int as total from audit_event e
    left join member m on m.zone_id = ${actor.zoneId} and m.id = e.row_id
    where e.zone_id = ${actor.zoneId} and e.position > ${after} and e.at > ${from} and e.kind in ('lockedOut', 'clockSetBack')
    order by e.position desc limit ${itemsAtMost}`.execute(db)
  return {
    kind: 'unusual',
    title: say('上次来过之后的异常事件', 'Unusual events since you were here'),
    address: '/audit',
    items: rows.map(({ position, kind, at, name }) =>
      matter({
        id: String(position),
        name: unusualWords[kind],
        address: log(kind),
        note: name === null ? null : say(name, name),
        on: shanghaiDay(at),
        isLate: kind === 'clockSetBack',
      }),
    ),
    total: rows[0]?.total ?? 0,
  }
}

/** How far the log is sealed, and when somebody verified it last. */
export const logWaiting: WaitingSource = async (db, actor) => {
  if (actor.asOf || !mayCall(actor, 'audit:read')) return undefined
  const items = [await sealState(db, actor.zoneId), await verifiedState(db, actor.zoneId)]
  return { kind: 'log', title: say('审计日志', 'The log'), address: '/audit', items, total: null }
}

async function sealState(db: Db, zoneId: string): Promise<Matter> {
  const last = await findLastSeal(db, zoneId)
  const unsealed = await countRecords(db, zoneId, last?.upTo ?? 0)
  return matter({
    id: 'seal',
    address: '/audit',
    name: last
      ? say(`第 ${last.number} 次封存`, `Seal ${last.number}`)
      : say('还没有封存过', 'Nothing sealed yet'),
    state: say(`${unsealed} 条未封存`, `${unsealed} not sealed yet`),
    on: last ? shanghaiDay(new Date(last.sealedAt)) : null,
  })
}

async function verifiedState(db: Db, zoneId: string): Promise<Matter> {
  const { rows } = await sql<{ at: Date; faulty: boolean }>`
    select at, detail ? 'fault' as faulty from audit_event where zone_id = ${zoneId} and kind = 'verified'
    order by position desc limit 1`.execute(db)
  const [last] = rows
  return matter({
    id: 'verified',
    address: last ? log('verified') : '/audit',
    name: last ? say('上次校验', 'Last verification') : say('还没有校验过', 'Never verified yet'),
    state: last ? (last.faulty ? say('发现问题', 'found a fault') : say('完好', 'found it sound')) : null,
    on: last ? shanghaiDay(last.at) : null,
    isLate: last?.faulty ?? false,
  })
}
