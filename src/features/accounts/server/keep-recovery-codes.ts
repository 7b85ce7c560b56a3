import { v7 as uuidv7 } from 'uuid'
import type { Cipher } from '../../../server/cipher.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

const codeBound = (zoneId: string, memberId: string) => `recovery code ${zoneId} ${memberId}`

/** New ones in place of those before. */
export async function makeRecoveryCodes(
  db: Db,
  author: Author,
  cipher: Cipher,
  memberId: string,
): Promise<string[]> {
  await removeRecoveryCodes(db, author, memberId)
  const codes = newRecoveryCodes()
  const hash = (code: string) => cipher.digest(code.replaceAll('-', ''), codeBound(author.zoneId, memberId))
  await insertRows(
    db,
    author,
    'recovery_code',
    codes.map((code) => ({ id: uuidv7(), memberId, codeHash: hash(code), usedAt: null })),
  )
  return codes
}

const openCodes = (db: Db, zoneId: string, memberId: string) =>
  db
    .selectFrom('recoveryCode')
    .select(['id', 'revision', 'codeHash', 'usedAt'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()

export const countRecoveryCodes = async (db: Db, zoneId: string, memberId: string) =>
  (await openCodes(db, zoneId, memberId)).filter(({ usedAt }) => usedAt === null).length

export async function removeRecoveryCodes(db: Db, author: Author, memberId: string) {
  const open = await openCodes(db, author.zoneId, memberId)
  await updateRows(
    db,
    author,
    'recovery_code',
    open.map(({ id, revision }) => ({ id, revision, set: { codeHash: '', removedAt: author.at } })),
    'remove',
  )
}

/** A code is used once. */
export async function tryRecoveryCode(
  db: Db,
  author: Author,
  cipher: Cipher,
  memberId: string,
  bare: string,
): Promise<{ by: 'recovery' } | { wrong: 'code' | 'codeUsed' }> {
  const hash = cipher.digest(bare, codeBound(author.zoneId, memberId))
  const code = (await openCodes(db, author.zoneId, memberId)).find(({ codeHash }) => codeHash === hash)
  if (!code) return { wrong: 'code' }
  if (code.usedAt !== null) return { wrong: 'codeUsed' }
  const patch = { id: code.id, revision: code.revision, set: { usedAt: author.at } }
  const written = await updateRows(db, author, 'recovery_code', [patch])
  return written.size > 0 ? { by: 'recovery' } : { wrong: 'codeUsed' }
}
