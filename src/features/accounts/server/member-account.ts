import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { addEvent } from '../../audit/server/events.ts'
import { findMember, holdPosts } from '../../organisation/server/queries.ts'
import { accountActs, type MemberAccount } from '../contract.ts'
import { isAdministrator } from '../model/account-states.ts'
import { rulesFor } from '../model/password-rules.ts'
import { replacePassword } from './change-password.ts'
import { openSessions } from './own-account.ts'
import { checkPassword } from './passwords.ts'
import { memberAccountPolicy } from './policy.ts'
import { findCredential } from './queries.ts'
import { findFactor, removeFactor } from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { readSettings } from './settings.ts'

/** The state of somebody's account, for the security administrator. */
export async function readMemberAccount(
  db: Db,
  actor: Actor,
  id: string,
  idleMinutes: number,
  at: Date,
): Promise<MemberAccount> {
  const { zoneId } = actor
  const member = found(await findMember(db, zoneId, id), say('人员', 'member'), id)
  const credential = await db
    .selectFrom('credential')
    .select(['changedAt', 'mustChange', 'lockedUntil'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', id)
    .executeTakeFirstOrThrow()
  const factor = await findFactor(db, zoneId, id, 'confirmed')
  const sessions = await openSessions(db, zoneId, id, idleMinutes, at)
  const may = abilitiesOn(memberAccountPolicy, actor, member).includes('update')
  return {
    id,
    name: member.name,
    login: member.login,
    passwordSince: credential.changedAt.toISOString(),
    firstPassword: credential.mustChange,
    secondFactorSince: factor?.confirmedAt?.toISOString() ?? null,
    sessions: sessions.length,
    locked: credential.lockedUntil !== null && credential.lockedUntil > at,
    acts: may ? accountActs.filter((act) => act !== 'resetFactor' || factor) : [],
  }
}

/** A first password again, which its owner changes at the next sign-in. What is open ends. */
export async function setFirstPassword(
  db: Db,
  author: Author,
  memberId: string,
  { passwordHash, reason, history }: { passwordHash: string; reason: string; history: number },
) {
  const now = found(await findCredential(db, author.zoneId, { memberId }), say('账号', 'account'), memberId)
  await replacePassword(db, author, now, passwordHash, { mustChange: true, history, unlock: true })
  await endSessions(db, author, { memberId })
  await addEvent(db, author, { kind: 'passwordSet', entity: 'member', rowId: memberId, detail: { reason } })
}

/** Refuses a first password that breaks the rules of the posts that its owner will have. */
export async function checkFirstPassword(
  db: Db,
  zoneId: string,
  whose: { login: string; name: string; roles: readonly string[] },
  password: string,
  idleMinutes: number,
) {
  const { values } = await readSettings(db, zoneId, idleMinutes)
  checkPassword(password, whose, rulesFor(values, isAdministrator(whose.roles)))
  return values
}

export async function rolesOn(db: Db, { zoneId, at }: Author, memberId: string) {
  const day = shanghaiDay(at)
  const posts = await holdPosts(db, zoneId, memberId)
  return posts.filter((post) => post.fromOn <= day && (post.toOn ?? day) >= day).map(({ role }) => role)
}

/** Somebody lost the phone: the account is without a second factor until its owner sets one up again. */
export async function resetFactor(db: Db, author: Author, memberId: string, detail: Record<string, string>) {
  const removed = await removeFactor(db, author, memberId, 'confirmed')
  await removeFactor(db, author, memberId, 'begun')
  found(removed || undefined, say('两步验证', 'second factor'), memberId)
  await endSessions(db, author, { memberId })
  await addEvent(db, author, { kind: 'secondFactorReset', entity: 'member', rowId: memberId, detail })
}

export async function endMemberSessions(db: Db, author: Author, memberId: string, reason: string) {
  found(await findMember(db, author.zoneId, memberId), say('人员', 'member'), memberId)
  const ended = await endSessions(db, author, { memberId })
  await addEvent(db, author, {
    kind: 'sessionsEnded',
    entity: 'member',
    rowId: memberId,
    detail: { ended, reason },
  })
  return ended
}

/** From outside, when the only security administrator has lost the phone and the recovery codes. Unlocks as well. */
export async function resetFromOutside(database: Database, code: string, login: string) {
  const zone = await database.asOwner((db) =>
    db.selectFrom('zone').select(['id', 'name']).where('code', '=', code).executeTakeFirst(),
  )
  if (!zone) throw new Error(`There is no zone with the code ${code}.`)
  const author: Author = { zoneId: zone.id, memberId: null, at: new Date() }
  await database.within(author, async (db) => {
    const account = await findCredential(db, zone.id, { login })
    if (!account) throw new Error(`${zone.name} has no account ${login}.`)
    if (!(await findFactor(db, zone.id, account.memberId, 'confirmed')))
      throw new Error(`The account ${login} has no second factor; there is nothing to reset.`)
    await resetFactor(db, author, account.memberId, { by: 'command' })
    const set = { failures: 0, lockedUntil: null }
    if (account.failures > 0)
      await updateRows(db, author, 'credential', [{ id: account.id, revision: account.revision, set }])
  })
  return zone
}
