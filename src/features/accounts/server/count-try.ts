import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { Settings } from '../model/settings.ts'
import type { Credential } from './queries.ts'

type Limits = Pick<Settings, 'failures' | 'lockMinutes'>

/** Keeps count of the tries at a password or code, wherever it is asked for; the answer is what to say to a wrong one. */
export async function countTry(
  db: Db,
  author: Author,
  now: Credential,
  right: boolean,
  limits: Limits,
  wrong: () => Problem = wrongPassword,
): Promise<Problem | undefined> {
  const { at } = author
  const locked = lockOf(now, limits, at)
  if (locked) return locked
  const failures = right ? 0 : (now.lockedUntil ? 0 : now.failures) + 1
  const lockedUntil =
    failures >= limits.failures ? new Date(at.getTime() + limits.lockMinutes * 60_000) : null
  if (failures !== now.failures || now.lockedUntil)
    await updateRows(db, author, 'credential', [
      { id: now.id, revision: now.revision, set: { failures, lockedUntil } },
    ])
  if (lockedUntil)
    await addEvent(
      db,
      { ...author, memberId: null },
      { kind: 'lockedOut', entity: 'member', rowId: now.memberId, detail: { minutes: limits.lockMinutes } },
    )
  if (right) return undefined
  return lockedUntil ? lockedOut(lockedUntil, limits, at) : wrong()
}

/** What to say to anybody while the account is locked. */
export const lockOf = ({ lockedUntil }: Pick<Credential, 'lockedUntil'>, limits: Limits, at: Date) =>
  lockedUntil && lockedUntil > at ? lockedOut(lockedUntil, limits, at) : undefined

export const wrongPassword = () =>
  new Problem('wrong_password', say('账号或密码不正确。', 'The account or the password is not right.'))

export function lockedOut(until: Date, { failures }: Limits, at: Date) {
  const minutes = Math.ceil((until.getTime() - at.getTime()) / 60_000)
  return new Problem(
    'locked_out',
    say(
      `连续 ${failures} 次输错，账号已锁定，请 ${minutes} 分钟后再试，或请安全管理员解锁。`,
      `Locked after ${failures} wrong tries. Try again in ${minutes} min, or ask your security administrator to unlock it.`,
    ),
  )
}
