import type { House } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { carryOutDue } from './carry-out.ts'

/**
 * Reorganisations take effect with the first request of their day (or of a later one, when the machine was off), not by
 * a job at night. One look per zone and day: an act confirmed for today is carried out as it is confirmed.
 */
export function keepReorganised({ database }: House, now: () => Date = () => new Date()) {
  const looked = new Map<string, string>()
  const running = new Map<string, Promise<boolean>>()

  async function look(zoneId: string, day: string): Promise<boolean> {
    const changed = await database.within({ zoneId, memberId: null }, (db) => carryOutDue(db, zoneId, now()))
    looked.set(zoneId, day)
    return changed
  }

  /** Whether the organisation has just changed: then what is known of people's posts is out of date. */
  return (zoneId: string): Promise<boolean> => {
    const day = shanghaiDay(now())
    if (looked.get(zoneId) === day) return Promise.resolve(false)
    const same = running.get(zoneId)
    if (same) return same
    const run = look(zoneId, day).finally(() => running.delete(zoneId))
    running.set(zoneId, run)
    return run
  }
}
