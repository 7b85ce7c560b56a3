import type { Cipher } from '../../../server/cipher.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { Problem } from '../../../server/errors.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { SignIn } from '../contract.ts'
import { countTry, lockedOut, lockOf, wrongPassword } from './count-try.ts'
import { verifyPassword } from './passwords.ts'
import { openPending, sealPending, startAgain } from './pending.ts'
import { type Credential, findCredential, type Zone } from './queries.ts'
import { codeUsed, findFactor, tryCode, wrongCode } from './second-factor.ts'
import { type From, openSession } from './sessions.ts'
import { readSettings } from './settings.ts'
import { strangerFailed, strangerLock } from './strangers.ts'

export type Door = { database: Database; cipher: Cipher; idleMinutes: number }

/** A session's cookie for the right password; where the account has a second factor, what its code must come with. */
export async function signIn(
  { database, cipher, idleMinutes }: Door,
  zone: Zone,
  { login, password }: SignIn,
  from: From,
): Promise<{ cookie: string } | { pending: string }> {
  const zoneId = zone.id
  const anonymous = { zoneId, memberId: null }
  const at = new Date()
  const { before, settings } = await database.within(anonymous, async (db) => ({
    before: await findCredential(db, zoneId, { login }),
    settings: (await readSettings(db, zoneId, idleMinutes)).values,
  }))
  const lock = before ? before.lockedUntil : strangerLock(`${zoneId} ${login}`, settings, at)
  if (lock && lock > at) {
    if (before) await database.within(anonymous, (db) => refused(db, before, 'locked'))
    throw lockedOut(lock, settings, at)
  }
  // Hashing takes its time: never inside a transaction.
  const right = await verifyPassword(before?.passwordHash, password)
  if (!before) {
    const problem = strangerFailed(`${zoneId} ${login}`, settings, at)
    if (!lock) await database.within(anonymous, (db) => refused(db, undefined, 'unknown'))
    throw problem
  }
  const outcome = await database.within(anonymous, async (db) => {
    const now = await findCredential(db, zoneId, { login })
    if (!now) return wrongPassword()
    const author: Author = { zoneId, memberId: right ? now.memberId : null, at }
    if (right && (await findFactor(db, zoneId, now.memberId, 'confirmed')))
      // The count goes on: a right password must not give five more tries at the code.
      return lockOf(now, settings, at) ?? { pending: sealPending(cipher, { zoneId, ...now }, at) }
    const problem = await countTry(db, author, now, right, settings)
    if (problem) {
      await refused(db, now, 'password')
      return problem
    }
    await addEvent(db, author, { kind: 'signIn', address: from.address })
    return { cookie: await openSession(db, author, now, from, settings) }
  })
  if (outcome instanceof Problem) throw outcome
  return outcome

  /** Of a login that nobody has, the first letters: people type their password there by mistake. */
  function refused(db: Db, member: Credential | undefined, reason: 'password' | 'locked' | 'unknown') {
    const typed = member ? {} : { typed: `${login.slice(0, 2)}…` }
    return addFailure(db, { zoneId, at }, member, from.address, { reason, ...typed })
  }
}

/** The second step: the code, or one of the recovery codes, opens the session. */
export async function signInWithCode(
  { database, cipher, idleMinutes }: Door,
  { pending, code }: { pending: string; code: string },
  from: From,
): Promise<{ zoneId: string; cookie: string }> {
  const at = new Date()
  const { zoneId, memberId, passwordSince } = openPending(cipher, pending, at)
  const outcome = await database.within({ zoneId, memberId: null }, async (db) => {
    const now = await findCredential(db, zoneId, { memberId })
    const { values: settings } = await readSettings(db, zoneId, idleMinutes)
    if (!now || now.changedAt.getTime() !== passwordSince) return startAgain()
    if (!(await findFactor(db, zoneId, memberId, 'confirmed'))) return startAgain()
    const author: Author = { zoneId, memberId, at }
    const locked = lockOf(now, settings, at)
    if (locked) {
      await addFailure(db, author, now, from.address, { reason: 'locked' })
      return locked
    }
    const tried = await tryCode(db, author, cipher, memberId, code)
    const wrong = 'wrong' in tried ? tried.wrong : undefined
    const problem = await countTry(
      db,
      { ...author, memberId: wrong ? null : memberId },
      now,
      !wrong,
      settings,
      wrong === 'codeUsed' ? codeUsed : wrongCode,
    )
    if (problem) {
      await addFailure(db, author, now, from.address, { reason: wrong })
      return problem
    }
    const by = 'by' in tried ? tried.by : 'code'
    if (by === 'recovery') await addEvent(db, author, { kind: 'recoveryCodeUsed', address: from.address })
    await addEvent(db, author, { kind: 'signIn', address: from.address, detail: { factor: by } })
    return openSession(db, author, now, from, settings)
  })
  if (outcome instanceof Problem) throw outcome
  return { zoneId, cookie: outcome }
}

const addFailure = (
  db: Db,
  { zoneId, at }: Pick<Author, 'zoneId' | 'at'>,
  member: Credential | undefined,
  address: string,
  detail: Record<string, unknown>,
) =>
  addEvent(
    db,
    { zoneId, memberId: null, at },
    {
      kind: 'signInFailed',
      ...(member ? { entity: 'member', rowId: member.memberId } : {}),
      address,
      detail,
    },
  )
