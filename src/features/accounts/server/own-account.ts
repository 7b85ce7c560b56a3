import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import { addDays, shanghaiDay } from '../../../shared/days.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { Account, Session } from '../contract.ts'
import { asksFactor, isAdministrator } from '../model/account-states.ts'
import { deviceOf } from '../model/device.ts'
import { rulesFor } from '../model/password-rules.ts'
import { countRecoveryCodes } from './keep-recovery-codes.ts'
import { findFactor } from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { readSettings } from './settings.ts'

export async function readAccount(db: Db, actor: Actor, idleMinutes: number): Promise<Account> {
  const { zoneId, memberId, sessionId } = actor
  const roles = actor.posts.map(({ role }) => role)
  const { values } = await readSettings(db, zoneId, idleMinutes)
  const { changedAt, mustChange } = await db
    .selectFrom('credential')
    .select(['changedAt', 'mustChange'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow()
  const factor = await findFactor(db, zoneId, memberId, 'confirmed')
  return {
    password: {
      since: changedAt.toISOString(),
      first: mustChange,
      oldOn: values.maxAgeDays === 0 ? null : addDays(shanghaiDay(changedAt), values.maxAgeDays),
      rules: rulesFor(values, isAdministrator(roles)),
    },
    secondFactor: {
      since: factor?.confirmedAt?.toISOString() ?? null,
      recoveryCodes: await countRecoveryCodes(db, zoneId, memberId),
      asked: asksFactor(values, roles),
    },
    lastSignIn: await signInBefore(db, zoneId, memberId, sessionId),
  }
}

async function signInBefore(db: Db, zoneId: string, memberId: string, sessionId: string) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'startedAt', 'agent', 'address'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .where('kind', '=', 'person')
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const before = rows[rows.findIndex(({ id }) => id === sessionId) + 1]
  return before
    ? { at: before.startedAt.toISOString(), address: before.address, ...deviceOf(before.agent) }
    : null
}

/** Where one is signed in now, the one that asks first. Those left idle have ended by themselves. */
export async function listSessions(
  db: Db,
  { zoneId, memberId, sessionId }: Actor,
  idleMinutes: number,
  at: Date,
): Promise<Session[]> {
  const rows = await openSessions(db, zoneId, memberId, idleMinutes, at)
  return rows
    .map(({ id, startedAt, seenAt, agent, address, screen, endsOn }) => ({
      id,
      ...deviceOf(agent),
      address,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      wall: screen !== null && endsOn !== null ? { screen, until: endsOn } : null,
      current: id === sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current))
}

export async function openSessions(db: Db, zoneId: string, memberId: string, idleMinutes: number, at: Date) {
  const { values } = await readSettings(db, zoneId, idleMinutes)
  return db
    .selectFrom('session')
    .select(['id', 'startedAt', 'seenAt', 'agent', 'address', 'screen', 'endsOn'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .where('endedAt', 'is', null)
    .where(({ eb, or }) =>
      or([
        eb.and([
          eb('kind', '=', 'person'),
          eb('seenAt', '>', new Date(at.getTime() - values.idleMinutes * 60_000)),
        ]),
        eb.and([eb('kind', '=', 'wall'), eb('endsOn', '>=', shanghaiDay(at))]),
      ]),
    )
    .orderBy('seenAt', 'desc')
    .orderBy('id')
    .execute()
}

/** One of one's own; another's is not there. */
export async function endOwnSession(db: Db, author: Author, actor: Actor, id: string) {
  const session = await db
    .selectFrom('session')
    .select(['id', 'revision', 'screen'])
    .where('zoneId', '=', author.zoneId)
    .where('memberId', '=', actor.memberId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  const { revision, screen } = found(session, say('登录', 'session'), id)
  await updateRows(db, author, 'session', [{ id, revision, set: { endedAt: author.at } }])
  const detail = { ended: 1, ...(screen === null ? {} : { screen }) }
  await addEvent(db, author, { kind: 'sessionsEnded', detail })
}

export async function endOtherSessions(db: Db, author: Author, { memberId, sessionId }: Actor) {
  const ended = await endSessions(db, author, { memberId, butId: sessionId })
  await addEvent(db, author, { kind: 'sessionsEnded', detail: { ended } })
  return ended
}
