import type { House } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { carryOutDue } from './carry-out.ts'

/** Agreements take effect with the first request of their day: one look per zone and day, before anybody is answered. */
export function keepAgreed({ database }: House, now: () => Date = () => new Date()) {
  const looked = new Map<string, string>()
  const running = new Map<string, Promise<void>>()

  return (zoneId: string): Promise<void> => {
    const day = shanghaiDay(now())
    if (looked.get(zoneId) === day) return Promise.resolve()
    const same = running.get(zoneId)
    if (same) return same
    const run = database
      .within({ zoneId, memberId: null }, (db) => carryOutDue(db, zoneId, now()))
      .then(() => void looked.set(zoneId, day))
      .finally(() => running.delete(zoneId))
    running.set(zoneId, run)
    return run
  }
}
