import type { Cipher } from '../../../server/cipher.ts'
import { Problem, say } from '../../../server/errors.ts'

/** Whose password was right, until when, and which password: one changed in between must be typed again. */
type Pending = { zoneId: string; memberId: string; passwordSince: number; until: number }

export const pendingMinutes = 5
const bound = 'sign-in between password and code'

/** What the browser holds between the two steps: no session, and nothing that any other route takes. */
export const sealPending = (
  cipher: Cipher,
  { zoneId, memberId, changedAt }: { zoneId: string; memberId: string; changedAt: Date },
  at: Date,
) =>
  cipher.encrypt(
    JSON.stringify({
      zoneId,
      memberId,
      passwordSince: changedAt.getTime(),
      until: at.getTime() + pendingMinutes * 60_000,
    } satisfies Pending),
    bound,
  )

export function openPending(cipher: Cipher, sealed: string, at: Date): Pending {
  const text = cipher.decrypt(sealed, bound)
  const pending = text === undefined ? undefined : (JSON.parse(text) as Pending)
  if (!pending || pending.until < at.getTime()) throw startAgain()
  return pending
}

export const startAgain = () =>
  new Problem(
    'not_signed_in',
    say(
      `输入密码后须在 ${pendingMinutes} 分钟内输入验证码。请重新输入密码。`,
      `The code has to follow the password within ${pendingMinutes} minutes. Type your password again.`,
    ),
  )
