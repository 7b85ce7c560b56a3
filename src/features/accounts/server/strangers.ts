import type { Problem } from '../../../server/errors.ts'
import type { Settings } from '../model/settings.ts'
import { lockedOut, wrongPassword } from './count-try.ts'

/** Failures on logins that nobody has, so that a lock does not tell who exists. */
const strangers = new Map<string, { failures: number; until: number }>()
const atMost = 10_000

type Limits = Pick<Settings, 'failures' | 'lockMinutes'>

/** Asked before the password is hashed, as for real accounts: the time an answer takes must not tell them apart. */
export function strangerLock(key: string, { failures }: Limits, at: Date): Date | null {
  const entry = strangers.get(key)
  return entry && entry.failures >= failures && entry.until > at.getTime() ? new Date(entry.until) : null
}

export function strangerFailed(key: string, limits: Limits, at: Date): Problem {
  const lock = strangerLock(key, limits, at)
  if (lock) return lockedOut(lock, limits, at)
  const entry = strangers.get(key)
  const failures = entry && entry.failures < limits.failures ? entry.failures + 1 : 1
  const until = at.getTime() + limits.lockMinutes * 60_000
  strangers.delete(key)
  strangers.set(key, { failures, until })
  if (strangers.size > atMost) strangers.delete(strangers.keys().next().value ?? '')
  return failures >= limits.failures ? lockedOut(new Date(until), limits, at) : wrongPassword()
}
