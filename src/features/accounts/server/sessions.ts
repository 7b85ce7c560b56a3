import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, reachOf } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, type NewRow, updateRows } from '../../../server/database/record.ts'
import { shanghaiDay as today } from '../../../shared/days.ts'
import { addEvent } from '../../audit/server/events.ts'
import { quietPosition } from '../../audit/server/log-position.ts'
import type { Role } from '../../organisation/contract.ts'
import { asksFactor, isOld } from '../model/account-states.ts'
import type { Settings } from '../model/settings.ts'
import { findFormerSession } from './former-session.ts'
import { findSession, touchSession } from './queries.ts'

export const sessionCookie = 'zhantu_session'

/** How long a known session is trusted without asking the database: the embedded one may be busy with an import. */
const trustedMs = 3_000
const touchEveryMs = 60_000
const knownAtMost = 5_000

type Known = {
  actor: Actor
  secretHash: string
  seenAt: number
  touchedAt: number
  checkedAt: number
  /** Of a person's session; a wall's ends on its date instead. */
  idleMinutes: number
}
const uuid = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const token = new RegExp(`^${uuid}\\.${uuid}\\.([\\w-]{43})$`)
const digest = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Who a cookie speaks for. One per server; sessions themselves live in the database. `idleMinutes` where a zone sets none. */
export function keepSessions(database: Database, idleMinutes: number, now: () => number = Date.now) {
  const known = new Map<string, Known>()

  /** `quietly`: only asked, which is no activity of the session. */
  async function find(cookie: string | undefined, quietly = false): Promise<Actor | undefined> {
    const [, zoneId, id, secret] = token.exec(cookie ?? '') ?? []
    if (!zoneId || !id || !secret) return undefined
    const at = now()
    let entry = known.get(id)
    if (!entry || at - entry.checkedAt > trustedMs) {
      entry = await look(zoneId, id, at)
      if (!entry) return undefined
    }
    if (
      entry.actor.zoneId !== zoneId ||
      !timingSafeEqual(Buffer.from(digest(secret)), Buffer.from(entry.secretHash))
    )
      return undefined
    const { wall } = entry.actor
    if (wall ? today(new Date(at)) > wall.until : at - entry.seenAt > entry.idleMinutes * 60_000)
      return undefined
    // Nobody is at a wall, yet it is seen: its administrator learns which screens are still there.
    if (quietly && !wall) return entry.actor
    entry.seenAt = at
    if (at - entry.touchedAt > touchEveryMs) {
      entry.touchedAt = at
      await database.within({ zoneId, memberId: null }, (db) => touchSession(db, zoneId, id, new Date(at)))
    }
    return entry.actor
  }

  async function look(zoneId: string, id: string, at: number): Promise<Known | undefined> {
    const row = await database.within({ zoneId, memberId: null }, (db) =>
      findSession(db, zoneId, id, today(new Date(at))),
    )
    if (!row) {
      known.delete(id)
      return undefined
    }
    const posts = row.posts as { unitId: string; role: Role }[]
    const seenAt = Math.max(row.seenAt.getTime(), known.get(id)?.seenAt ?? 0)
    const entry: Known = {
      secretHash: row.secretHash,
      seenAt,
      touchedAt: row.seenAt.getTime(),
      checkedAt: at,
      idleMinutes: row.idleMinutes ?? idleMinutes,
      actor: {
        zoneId,
        memberId: row.memberId,
        sessionId: id,
        name: row.name,
        unitIds: [...new Set(row.units.map(({ id }) => id))],
        posts,
        reach: reachOf(posts, row.units),
        mustChangePassword: row.mustChange,
        ...(row.screen !== null && row.endsOn !== null
          ? { wall: { screen: row.screen, until: row.endsOn } }
          : {}),
        mustEnrol:
          !row.enrolled &&
          asksFactor(
            { secondFactor: row.secondFactor ?? 'off' },
            posts.map(({ role }) => role),
          ),
      },
    }
    known.delete(id)
    known.set(id, entry)
    if (known.size > knownAtMost) known.delete(known.keys().next().value ?? '')
    return entry
  }

  /** Asked of the database again at the next request: one member's sessions, or all. */
  function forget(memberId?: string) {
    if (memberId === undefined) return known.clear()
    for (const [id, { actor }] of known) if (actor.memberId === memberId) known.delete(id)
  }

  return { find, forget }
}
export type Sessions = ReturnType<typeof keepSessions>

/** Where somebody signs in from. */
export type From = { agent: string | undefined; address: string }

/**
 * Opens a person's session and gives the cookie's value; only a hash of its secret is kept. Where a zone lets an account
 * be signed in once only, the person's other sessions end; their walls end on their dates.
 */
export async function openSession(
  db: Db,
  author: Author,
  { memberId, changedAt }: { memberId: string; changedAt: Date },
  from: From,
  settings: Settings,
): Promise<string> {
  if (settings.oneSession) {
    const ended = await endSessions(db, author, { memberId, kind: 'person' })
    if (ended > 0)
      await addEvent(db, author, { kind: 'sessionsEnded', detail: { ended, because: 'oneSession' } })
  }
  const former = await findFormerSession(db, author.zoneId, memberId)
  return insertSession(db, author, memberId, from, {
    mustRenew: isOld(settings, changedAt, author.at),
    seenPosition: (await quietPosition(db, author.zoneId)) ?? null,
    beforeAt: former?.at ?? null,
    beforePosition: former?.position ?? null,
  })
}

/** A session of either kind, as the cookie that opens it. */
export async function insertSession(
  db: Db,
  author: Author,
  memberId: string,
  { agent, address }: From,
  own: Partial<NewRow<'session'>>,
): Promise<string> {
  const id = uuidv7()
  const secret = randomBytes(32).toString('base64url')
  const fixed = { id, memberId, secretHash: digest(secret), startedAt: author.at, seenAt: author.at }
  await insertRows(db, author, 'session', [
    {
      ...{ kind: 'person', mustRenew: false, agent: agent?.slice(0, 300) ?? null, address, endedAt: null },
      ...own,
      ...fixed,
    },
  ])
  return `${author.zoneId}.${id}.${secret}`
}

/** Ends one session, or all of a member but one; says how many. */
export async function endSessions(
  db: Db,
  author: Author,
  which: { id: string } | { memberId: string; butId?: string; kind?: 'person' },
): Promise<number> {
  let query = db
    .selectFrom('session')
    .select(['id', 'revision', 'kind'])
    .where('zoneId', '=', author.zoneId)
    .where('endedAt', 'is', null)
  query = 'id' in which ? query.where('id', '=', which.id) : query.where('memberId', '=', which.memberId)
  const open = await query.execute()
  const ending = open.filter(
    ({ id, kind }) => 'id' in which || (id !== which.butId && kind === (which.kind ?? kind)),
  )
  const ended = await updateRows(
    db,
    author,
    'session',
    ending.map(({ id, revision }) => ({ id, revision, set: { endedAt: author.at } })),
  )
  return ended.size
}
