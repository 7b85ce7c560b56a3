import { v7 as uuidv7 } from 'uuid'
import type { Cipher } from '../../../server/cipher.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { makeRecoveryCodes, removeRecoveryCodes, tryRecoveryCode } from './keep-recovery-codes.ts'
import { findCredential } from './queries.ts'
import { asRecoveryCode } from './recovery-codes.ts'
import { newSecret, stepOf } from './totp.ts'

type Factor = {
  id: string
  revision: number
  secret: string
  startedAt: Date
  confirmedAt: Date | null
  usedStep: number | null
}

/** The one somebody signs in with, or the one that they are about to set up. */
export async function findFactor(
  db: Db,
  zoneId: string,
  memberId: string,
  state: 'confirmed' | 'begun',
): Promise<Factor | undefined> {
  const row = await db
    .selectFrom('secondFactor')
    .select(['id', 'revision', 'secret', 'startedAt', 'confirmedAt', 'usedStep'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .where('confirmedAt', state === 'confirmed' ? 'is not' : 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, usedStep: row.usedStep === null ? null : Number(row.usedStep) }
}

/** It opens for this account only: a secret copied beside another account is worth nothing. */
const boundTo = (zoneId: string, memberId: string) => `second factor ${zoneId} ${memberId}`

/** A new secret to show once; it opens nothing until a code of it was typed. */
export async function beginFactor(db: Db, author: Author, cipher: Cipher, memberId: string): Promise<string> {
  const plain = newSecret()
  const secret = cipher.encrypt(plain, boundTo(author.zoneId, memberId))
  const begun = await findFactor(db, author.zoneId, memberId, 'begun')
  const set = { secret, startedAt: author.at }
  if (begun) await updateRows(db, author, 'second_factor', [{ id: begun.id, revision: begun.revision, set }])
  else
    await insertRows(db, author, 'second_factor', [
      { id: uuidv7(), memberId, confirmedAt: null, usedStep: null, ...set },
    ])
  return plain
}

const beginAtMostMinutes = 30

/** With a code of the secret begun it replaces any other; gives the recovery codes, which are shown this once. */
export async function confirmFactor(
  db: Db,
  author: Author,
  cipher: Cipher,
  memberId: string,
  code: string,
): Promise<string[]> {
  const { zoneId, at } = author
  // Held: of two confirmations at once the second finds that there is nothing left to confirm.
  await findCredential(db, zoneId, { memberId })
  const begun = await findFactor(db, zoneId, memberId, 'begun')
  if (!begun || at.getTime() - begun.startedAt.getTime() > beginAtMostMinutes * 60_000)
    throw new Problem(
      'conflict',
      say(
        '这次设置已过期，请重新开始，用新的二维码。',
        'This set-up has expired. Start again and scan the new code.',
      ),
    )
  const step = stepOf(secretOf(begun, cipher, zoneId, memberId), code.replace(/\s/g, ''), at)
  if (step === undefined) throw wrongCode()
  await removeFactor(db, author, memberId, 'confirmed')
  await updateRows(db, author, 'second_factor', [
    { id: begun.id, revision: begun.revision, set: { confirmedAt: at, usedStep: step } },
  ])
  return makeRecoveryCodes(db, author, cipher, memberId)
}

/** Takes the secret away with the row; the recovery codes with the factor that they recover. */
export async function removeFactor(db: Db, author: Author, memberId: string, state: 'confirmed' | 'begun') {
  const factor = await findFactor(db, author.zoneId, memberId, state)
  if (!factor) return false
  await updateRows(
    db,
    author,
    'second_factor',
    [{ id: factor.id, revision: factor.revision, set: { secret: '', removedAt: author.at } }],
    'remove',
  )
  if (state === 'confirmed') await removeRecoveryCodes(db, author, memberId)
  return true
}

export type Tried = { by: 'code' | 'recovery' } | { wrong: 'code' | 'codeUsed' }

/** Whether this is a code of now, or a recovery code, that was not used before; then it is used. Callers hold the account. */
export async function tryCode(
  db: Db,
  author: Author,
  cipher: Cipher,
  memberId: string,
  typed: string,
): Promise<Tried> {
  const { zoneId, at } = author
  const recovery = asRecoveryCode(typed)
  if (recovery) return tryRecoveryCode(db, author, cipher, memberId, recovery)
  const factor = await findFactor(db, zoneId, memberId, 'confirmed')
  const code = typed.replace(/\s/g, '')
  if (!factor || !/^\d{6}$/.test(code)) return { wrong: 'code' }
  const step = stepOf(secretOf(factor, cipher, zoneId, memberId), code, at)
  if (step === undefined) return { wrong: 'code' }
  if (factor.usedStep !== null && step <= factor.usedStep) return { wrong: 'codeUsed' }
  const patch = { id: factor.id, revision: factor.revision, set: { usedStep: step } }
  const written = await updateRows(db, author, 'second_factor', [patch])
  return written.size > 0 ? { by: 'code' } : { wrong: 'codeUsed' }
}

function secretOf({ secret }: Factor, cipher: Cipher, zoneId: string, memberId: string): string {
  const plain = cipher.decrypt(secret, boundTo(zoneId, memberId))
  if (plain === undefined)
    throw new Problem(
      'conflict',
      say(
        '服务器的 secret.key 与数据库不配套，两步验证读不出来。请系统管理员放回备份里的 secret.key，或请安全管理员重置两步验证。',
        'The secret.key of this server is not the one this second factor was made with. Have your system administrator put back the file from the backup, or your security administrator reset the second factor.',
      ),
    )
  return plain
}

export const wrongCode = () =>
  new Problem(
    'wrong_code',
    say(
      '验证码不正确。请输入验证器里现在显示的 6 位数字；若总不正确，请核对手机时间。',
      'The code is not right. Type the 6 digits that the authenticator shows now; if they are never right, check the clock of the phone.',
    ),
  )

export const codeUsed = () =>
  new Problem(
    'wrong_code',
    say(
      '这个验证码已经用过。请等验证器显示下一个，再输入。',
      'This code was used already. Wait for the next one and type that.',
    ),
  )
