import type { Actor } from '../../../server/access.ts'
import type { Cipher } from '../../../server/cipher.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type House, within } from '../../../server/http.ts'
import { addEvent } from '../../audit/server/events.ts'
import { asksFactor } from '../model/account-states.ts'
import { checkCurrent } from './change-password.ts'
import { countTry, lockOf } from './count-try.ts'
import { makeRecoveryCodes } from './keep-recovery-codes.ts'
import { findCredential } from './queries.ts'
import {
  beginFactor,
  codeUsed,
  confirmFactor,
  findFactor,
  removeFactor,
  tryCode,
  wrongCode,
} from './second-factor.ts'
import { endSessions } from './sessions.ts'
import { readSettings } from './settings.ts'
import { enrolmentUri } from './totp.ts'

type Asking = { actor: Actor; ip: string }
type Given = { password?: string | undefined; code?: string | undefined }

/** A new secret, as text and as what a QR code carries. Who has a factor already proves it first. */
export async function beginOwnFactor(house: House, cipher: Cipher, request: Asking, given: Given) {
  const { actor } = request
  const { zoneId, memberId } = actor
  // Led here straight from the sign-in, they have just typed it.
  if (given.password !== undefined) await checkCurrent(house, request, given.password)
  else if (!actor.mustEnrol || !(await justSignedIn(house, request)))
    throw new Problem('wrong_password', say('请输入当前密码。', 'Type your current password.'))
  if (await within(house, request, (db) => findFactor(db, zoneId, memberId, 'confirmed')))
    await proved(house, cipher, request, given.code ?? '', async () => undefined)
  return within(house, request, async (db, author) => {
    const secret = await beginFactor(db, author, cipher, memberId)
    const zone = await db.selectFrom('zone').select('name').where('id', '=', zoneId).executeTakeFirstOrThrow()
    const { login } = found(await findCredential(db, zoneId, { memberId }), say('账号', 'account'), memberId)
    return { secret, uri: enrolmentUri(secret, zone.name, login) }
  })
}

const justMinutes = 10

/** A screen left open since this morning may have somebody else before it. */
const justSignedIn = (house: House, request: Asking) =>
  within(house, request, async (db, { at, zoneId }) => {
    const { startedAt } = await db
      .selectFrom('session')
      .select('startedAt')
      .where('zoneId', '=', zoneId)
      .where('id', '=', request.actor.sessionId)
      .executeTakeFirstOrThrow()
    return at.getTime() - startedAt.getTime() < justMinutes * 60_000
  })

/** From now on sign-in asks for it; sessions opened without it end. */
export const confirmOwnFactor = (house: House, cipher: Cipher, request: Asking, code: string) =>
  within(house, request, async (db, author) => {
    const { memberId, sessionId } = request.actor
    const recoveryCodes = await confirmFactor(db, author, cipher, memberId, code)
    await endSessions(db, author, { memberId, butId: sessionId })
    await addEvent(db, author, { kind: 'secondFactorOn', address: request.ip })
    return { recoveryCodes }
  })

export async function removeOwnFactor(house: House, cipher: Cipher, request: Asking, given: Given) {
  const { actor } = request
  const { values } = await within(house, request, (db) =>
    readSettings(db, actor.zoneId, house.config.idleMinutes),
  )
  if (
    asksFactor(
      values,
      actor.posts.map(({ role }) => role),
    )
  )
    throw new Problem(
      'conflict',
      say(
        '本区要求您使用两步验证，不能停用。换手机请用“换一个验证器”。',
        'This zone asks you for a second factor, so it stays on. For a new phone, choose “Use another authenticator”.',
      ),
    )
  await checkCurrent(house, request, given.password ?? '')
  await proved(house, cipher, request, given.code ?? '', async (db, author) => {
    await removeFactor(db, author, actor.memberId, 'confirmed')
    await addEvent(db, author, { kind: 'secondFactorOff', address: request.ip })
  })
}

export async function renewRecoveryCodes(house: House, cipher: Cipher, request: Asking, given: Given) {
  await checkCurrent(house, request, given.password ?? '')
  return proved(house, cipher, request, given.code ?? '', async (db, author) => {
    const recoveryCodes = await makeRecoveryCodes(db, author, cipher, request.actor.memberId)
    await addEvent(db, author, { kind: 'recoveryCodesMade', address: request.ip })
    return { recoveryCodes }
  })
}

/** The work for a right code only; wrong ones are counted as at sign-in. */
async function proved<T>(
  house: House,
  cipher: Cipher,
  request: Asking,
  code: string,
  work: (db: Db, author: Author) => Promise<T>,
): Promise<T> {
  const { zoneId, memberId } = request.actor
  const outcome = await within(house, request, async (db, author) => {
    const now = found(await findCredential(db, zoneId, { memberId }), say('账号', 'account'), memberId)
    const { values } = await readSettings(db, zoneId, house.config.idleMinutes)
    const locked = lockOf(now, values, author.at)
    if (locked) return { problem: locked }
    if (!(await findFactor(db, zoneId, memberId, 'confirmed')))
      return {
        problem: new Problem('conflict', say('还没有设置两步验证。', 'There is no second factor yet.')),
      }
    const tried = await tryCode(db, author, cipher, memberId, code)
    const wrong = 'wrong' in tried ? tried.wrong : undefined
    const sayWrong = wrong === 'codeUsed' ? codeUsed : wrongCode
    const problem = await countTry(db, author, now, !wrong, values, sayWrong)
    if (problem) return { problem }
    if ('by' in tried && tried.by === 'recovery')
      await addEvent(db, author, { kind: 'recoveryCodeUsed', address: request.ip })
    return { done: await work(db, author) }
  })
  if ('problem' in outcome) throw outcome.problem
  return outcome.done
}
