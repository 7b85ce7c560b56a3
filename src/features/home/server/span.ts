import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { positionSealedBy } from '../../audit/server/log-position.ts'
import type { Changed } from '../contract.ts'

/** What the log took in after a position; `from` keeps a bound of time to it. */
export type Span = { since: Changed['since']; from: Date; after: number; notBefore: Date }

const msPerDay = 86_400_000
/** No transaction is at work longer: what was recorded earlier was there to be seen. */
const atWorkAtMostMs = 3_600_000

/** Since the person’s former session; a week for who is here for the first time; in the past, the day looked at. */
export async function spanFor(db: Db, actor: Actor, now: Date): Promise<Span> {
  if (actor.asOf) return byTime('day', new Date(`${shanghaiDay(actor.asOf)}T00:00:00+08:00`))
  const session = await db
    .selectFrom('session')
    .select(['beforeAt', 'beforePosition'])
    .where('zoneId', '=', actor.zoneId)
    .where('id', '=', actor.sessionId)
    .executeTakeFirst()
  if (!session?.beforeAt) return byTime('first', new Date(now.getTime() - 7 * msPerDay))
  const from = session.beforeAt
  const notBefore = new Date(from.getTime() - atWorkAtMostMs)
  return { since: 'session', from, after: Number(session.beforePosition ?? 0), notBefore }

  async function byTime(since: Span['since'], from: Date): Promise<Span> {
    return { since, from, after: await positionSealedBy(db, actor.zoneId, from), notBefore: from }
  }
}
