import type { Database, Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { SignIn } from '../contract.ts'
import { verifyPassword } from './passwords.ts'
import { findCredential, type Zone } from './queries.ts'
import { openSession } from './sessions.ts'

export const failuresAllowed = 5
export const lockMinutes = 15

/** Failures on logins that nobody has, so that a lock does not tell who exists. */
const strangers = new Map<string, { failures: number; until: number }>()
const strangersAtMost = 10_000

/** Opens a session for the right password. The fifth failure in a row locks the account for 15 minutes. */
export async function signIn(
  database: Database,
  zone: Zone,
  { login, password }: SignIn,
  { agent, address }: { agent: string | undefined; address: string },
): Promise<string> {
  const zoneId = zone.id
  const anonymous = { zoneId, memberId: null }
  const at = new Date()
  const before = await database.within(anonymous, (db) => findCredential(db, zoneId, login))
  const lock = before ? before.lockedUntil : strangerLock(`${zoneId} ${login}`, at)
  if (lock && lock > at) {
    if (before) await database.within(anonymous, (db) => refused(db, before, 'locked'))
    throw lockedOut(lock, at)
  }
  // Hashing takes its time: never inside a transaction.
  const right = await verifyPassword(before?.passwordHash, password)
  if (!before) {
    const problem = strangerFailed(`${zoneId} ${login}`, at)
    if (!lock) await database.within(anonymous, (db) => refused(db, undefined, 'unknown'))
    throw problem
  }
  const outcome = await database.within(anonymous, async (db) => {
    const now = await findCredential(db, zoneId, login)
    if (!now) return wrongPassword()
    const author: Author = { zoneId, memberId: right ? now.memberId : null, at }
    const problem = await countTry(db, author, now, right)
    if (problem) {
      await refused(db, now, 'password')
      return problem
    }
    await addEvent(db, author, { kind: 'signIn', address })
    return openSession(db, author, now.memberId, agent)
  })
  if (outcome instanceof Problem) throw outcome
  return outcome

  /** Of a login that nobody has, the first letters: people type their password there by mistake. */
  function refused(db: Db, member: Credential | undefined, reason: 'password' | 'locked' | 'unknown') {
    const typed = member ? {} : { typed: `${login.slice(0, 2)}…` }
    const whom = member ? { entity: 'member', rowId: member.memberId } : {}
    const detail = { reason, ...typed }
    return addEvent(db, { zoneId, memberId: null, at }, { kind: 'signInFailed', ...whom, address, detail })
  }
}

type Credential = NonNullable<Awaited<ReturnType<typeof findCredential>>>

/** Keeps count of the tries at a password, wherever it is asked for; the answer is what to say to a wrong one. */
export async function countTry(
  db: Db,
  author: Author,
  now: Credential,
  right: boolean,
): Promise<Problem | undefined> {
  const { at } = author
  if (now.lockedUntil && now.lockedUntil > at) return lockedOut(now.lockedUntil, at)
  const failures = right ? 0 : (now.lockedUntil ? 0 : now.failures) + 1
  const lockedUntil = failures >= failuresAllowed ? new Date(at.getTime() + lockMinutes * 60_000) : null
  if (failures !== now.failures || now.lockedUntil)
    await updateRows(db, author, 'credential', [
      { id: now.id, revision: now.revision, set: { failures, lockedUntil } },
    ])
  if (lockedUntil)
    await addEvent(
      db,
      { ...author, memberId: null },
      { kind: 'lockedOut', entity: 'member', rowId: now.memberId, detail: { minutes: lockMinutes } },
    )
  if (right) return undefined
  return lockedUntil ? lockedOut(lockedUntil, at) : wrongPassword()
}

const wrongPassword = () =>
  new Problem('wrong_password', say('账号或密码不正确。', 'The account or the password is not right.'))

function lockedOut(until: Date, at: Date) {
  const minutes = Math.ceil((until.getTime() - at.getTime()) / 60_000)
  return new Problem(
    'locked_out',
    say(
      `连续 ${failuresAllowed} 次输错，账号已锁定，请 ${minutes} 分钟后再试，或请安全管理员解锁。`,
      `Locked after ${failuresAllowed} wrong passwords. Try again in ${minutes} min, or ask your security administrator to unlock it.`,
    ),
  )
}

/** Asked before the password is hashed, as for real accounts: the time an answer takes must not tell them apart. */
function strangerLock(key: string, at: Date): Date | undefined {
  const entry = strangers.get(key)
  return entry && entry.failures >= failuresAllowed && entry.until > at.getTime()
    ? new Date(entry.until)
    : undefined
}

function strangerFailed(key: string, at: Date) {
  const lock = strangerLock(key, at)
  if (lock) return lockedOut(lock, at)
  const entry = strangers.get(key)
  const failures = entry && entry.failures < failuresAllowed ? entry.failures + 1 : 1
  const until = at.getTime() + lockMinutes * 60_000
  strangers.delete(key)
  strangers.set(key, { failures, until })
  if (strangers.size > strangersAtMost) strangers.delete(strangers.keys().next().value ?? '')
  return failures >= failuresAllowed ? lockedOut(new Date(until), at) : wrongPassword()
}
