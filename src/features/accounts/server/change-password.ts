import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type House, within } from '../../../server/http.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { ChangePassword } from '../contract.ts'
import { isAdministrator } from '../model/account-states.ts'
import { type PasswordRules, rulesFor } from '../model/password-rules.ts'
import { countTry, lockOf } from './count-try.ts'
import { checkPassword, hashPassword, verifyPassword } from './passwords.ts'
import { type Credential, findCredential } from './queries.ts'
import { findFactor } from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { readSettings } from './settings.ts'

/** One's own password, by the rules of the zone and of one's posts. Ends one's other sessions. */
export async function changePassword(
  house: House,
  request: { actor: Actor; ip: string },
  { current, next }: ChangePassword,
) {
  const { actor } = request
  const before = await checkCurrent(house, request, current)
  const { settings, former } = await within(house, request, async (db) => {
    const { values } = await readSettings(db, actor.zoneId, house.config.idleMinutes)
    return { settings: values, former: await formerPasswords(db, actor.zoneId, actor.memberId) }
  })
  const rules = rulesFor(settings, isAdministrator(actor.posts.map(({ role }) => role)))
  checkPassword(next, before, rules)
  await refuseTakenBefore(next, [before.passwordHash, ...former.map((one) => one.passwordHash)], rules)
  const passwordHash = await hashPassword(next)
  await within(house, request, async (db, author) => {
    const now = await hold(db, author.zoneId, actor.memberId)
    if (now.passwordHash !== before.passwordHash)
      throw new Problem(
        'conflict',
        say('密码刚在别处改过，请重新登录。', 'The password was changed elsewhere just now. Sign in again.'),
      )
    await replacePassword(db, author, now, passwordHash, { mustChange: false, history: settings.history })
    await endSessions(db, author, { memberId: actor.memberId, butId: actor.sessionId })
    await renewed(db, author, actor.sessionId)
    await addEvent(db, author, { kind: 'passwordChanged', address: request.ip })
  })
}

/** Refuses a wrong current password, counted as at sign-in: an open screen is no place to guess it at leisure. */
export async function checkCurrent(
  house: House,
  request: { actor: Actor },
  current: string,
): Promise<Credential> {
  const { zoneId, memberId } = request.actor
  const before = await within(house, request, (db) => hold(db, zoneId, memberId))
  const right = await verifyPassword(before.passwordHash, current)
  const refused = await within(house, request, async (db, author) => {
    const { values } = await readSettings(db, zoneId, house.config.idleMinutes)
    const now = await hold(db, zoneId, memberId)
    // With a second factor only its code clears the count: a known password must not give more tries at the code.
    if (right && (await findFactor(db, zoneId, memberId, 'confirmed'))) return lockOf(now, values, author.at)
    return countTry(
      db,
      author,
      now,
      right,
      values,
      () => new Problem('wrong_password', say('当前密码不正确。', 'The current password is not right.')),
    )
  })
  if (refused) throw refused
  return before
}

const hold = async (db: Db, zoneId: string, memberId: string) =>
  found(await findCredential(db, zoneId, { memberId }), say('账号', 'account'), memberId)

/** Writes the new hash and keeps the old one among those not to be taken again, as many as the zone remembers. */
export async function replacePassword(
  db: Db,
  author: Author,
  now: Credential,
  passwordHash: string,
  { mustChange, history, unlock }: { mustChange: boolean; history: number; unlock?: true },
) {
  const { zoneId, at } = author
  const { memberId } = now
  await insertRows(db, author, 'former_password', [
    { id: uuidv7(), memberId, passwordHash: now.passwordHash, replacedAt: at },
  ])
  const forgotten = (await formerPasswords(db, zoneId, memberId)).slice(history)
  await updateRows(
    db,
    author,
    'former_password',
    forgotten.map(({ id, revision }) => ({ id, revision, set: { passwordHash: '', removedAt: at } })),
    'remove',
  )
  const set = {
    passwordHash,
    mustChange,
    changedAt: at,
    ...(unlock ? { failures: 0, lockedUntil: null } : {}),
  }
  await updateRows(db, author, 'credential', [{ id: now.id, revision: now.revision, set }])
}

/** Newest first. */
const formerPasswords = (db: Db, zoneId: string, memberId: string) =>
  db
    .selectFrom('formerPassword')
    .select(['id', 'revision', 'passwordHash'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .where('removedAt', 'is', null)
    .orderBy('replacedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

async function refuseTakenBefore(next: string, hashes: readonly string[], { history }: PasswordRules) {
  const [inUse, ...former] = hashes
  if (await verifyPassword(inUse, next))
    throw new Problem(
      'invalid_input',
      say('新密码与现在的相同，请换一个。', 'The new password is the one in use. Choose another.'),
    )
  for (const hash of former.slice(0, history))
    if (await verifyPassword(hash, next))
      throw new Problem(
        'invalid_input',
        say(
          `最近 ${history} 个旧密码不能再用，请换一个没用过的。`,
          `The last ${history} passwords cannot be taken again. Choose one that you have not had.`,
        ),
      )
}

/** The session that the password was changed in goes on. */
async function renewed(db: Db, { zoneId, ...rest }: Author, id: string) {
  const session = await db
    .selectFrom('session')
    .select(['id', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('mustRenew', '=', true)
    .executeTakeFirst()
  if (session)
    await updateRows(db, { zoneId, ...rest }, 'session', [{ ...session, set: { mustRenew: false } }])
}
