import type { Actor } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { found, notAllowed, Problem, say } from '../../../server/errors.ts'
import { addDays, type Day, isDay, shanghaiDay } from '../../../shared/days.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { WallInput } from '../contract.ts'
import { deviceOf } from '../model/device.ts'
import type { Settings } from '../model/settings.ts'
import type { WallList } from '../security-contract.ts'
import { touchSession } from './queries.ts'
import { endSessions, type From, insertSession } from './sessions.ts'

/** A wall's session in place of the person's, which ends; the cookie's value. */
export async function openWall(
  db: Db,
  author: Author,
  { memberId, sessionId }: Actor,
  { screen: typed, until }: WallInput,
  from: From,
  { wallDays }: Settings,
): Promise<string> {
  const screen = typed.trim()
  checkUntil(until, shanghaiDay(author.at), wallDays)
  await touchSession(db, author.zoneId, sessionId, author.at)
  // Asked for twice at once, or after it was ended elsewhere: one session makes one wall.
  if ((await endSessions(db, author, { id: sessionId })) === 0)
    throw new Problem(
      'not_signed_in',
      say('登录已结束，请重新登录。', 'This session has ended. Sign in again.'),
    )
  await addEvent(db, author, { kind: 'wallOpened', address: from.address, detail: { screen, until } })
  return insertSession(db, author, memberId, from, { kind: 'wall', screen, endsOn: until })
}

function checkUntil(until: Day, today: Day, wallDays: number) {
  if (wallDays === 0)
    throw notAllowed(
      '本区不允许大屏保持登录。请安全管理员在“设置 · 安全”里允许。',
      'This zone keeps no wall signed in. Its security administrator can allow it under Settings, Security.',
    )
  const last = addDays(today, wallDays)
  if (!isDay(until) || until < today || until > last)
    throw new Problem(
      'invalid_input',
      say(
        `保持登录到 ${until} 不行，请选 ${today} 至 ${last} 的一天（本区最多 ${wallDays} 天）。`,
        `It cannot stay signed in until ${until}; choose a day from ${today} to ${last} (${wallDays} days at most here).`,
      ),
    )
}

const openWalls = (db: Db, zoneId: string) =>
  db
    .selectFrom('session')
    .innerJoin('member', (join) =>
      join.onRef('member.zoneId', '=', 'session.zoneId').onRef('member.id', '=', 'session.memberId'),
    )
    .where('session.zoneId', '=', zoneId)
    .where('session.kind', '=', 'wall')
    .where('session.endedAt', 'is', null)

/** Every screen of the zone that is signed in today. */
export async function listWalls(db: Db, zoneId: string, at: Date): Promise<WallList> {
  const rows = await openWalls(db, zoneId)
    .select(['session.id', 'screen', 'endsOn', 'startedAt', 'seenAt', 'agent', 'address'])
    .select(['member.id as memberId', 'member.name'])
    .where('endsOn', '>=', shanghaiDay(at))
    .where('member.removedAt', 'is', null)
    .orderBy('endsOn')
    .orderBy('session.id')
    .execute()
  const items = rows.map(({ memberId, name, agent, address, ...row }) => ({
    id: row.id,
    screen: row.screen ?? '',
    until: row.endsOn ?? '',
    member: { id: memberId, name },
    startedAt: row.startedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    address,
    ...deviceOf(agent),
  }))
  return { items, total: items.length }
}

/** One of the zone's screens, by its security administrator; whose it was. */
export async function endWall(db: Db, author: Author, id: string, reason: string): Promise<string> {
  const wall = await openWalls(db, author.zoneId)
    .select(['memberId', 'screen'])
    .where('session.id', '=', id)
    .executeTakeFirst()
  const { memberId, screen } = found(wall, say('大屏登录', 'wall'), id)
  const ended = await endSessions(db, author, { id })
  await addEvent(db, author, {
    kind: 'sessionsEnded',
    entity: 'member',
    rowId: memberId,
    detail: { ended, screen, reason },
  })
  return memberId
}

/** The zone now keeps walls for fewer days, or none: those that would stand longer end at once. */
export async function endLongerWalls(db: Db, author: Author, { wallDays }: Settings) {
  const last = addDays(shanghaiDay(author.at), wallDays === 0 ? -1 : wallDays)
  const longer = await openWalls(db, author.zoneId).select('session.id').where('endsOn', '>', last).execute()
  for (const { id } of longer) await endSessions(db, author, { id })
  if (longer.length > 0)
    await addEvent(db, author, {
      kind: 'sessionsEnded',
      detail: { ended: longer.length, because: 'wallDays' },
    })
}

/** Its person may not have it any more: no post that shows the wall, or a second factor or password to set up first. */
export const endLapsedWall = (database: Database, { zoneId, memberId, sessionId, wall }: Actor) =>
  database.within({ zoneId, memberId: null }, async (db) => {
    const author: Author = { zoneId, memberId: null, at: new Date() }
    const ended = await endSessions(db, author, { id: sessionId })
    if (ended > 0)
      await addEvent(db, author, {
        kind: 'sessionsEnded',
        entity: 'member',
        rowId: memberId,
        detail: { ended, screen: wall?.screen, because: 'lapsed' },
      })
  })
