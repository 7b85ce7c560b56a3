import type { House } from '../../../server/http.ts'
import { addToMonth, monthOf, shanghaiDay } from '../../../shared/days.ts'
import { closeMonth } from './close-month.ts'

/**
 * The month gone by is closed with the first request after it, before anything of the new month can be written. One
 * look per zone and month; of a month in which nobody came, and none in the next, nothing was ever shown or kept.
 */
export function keepMonths({ database }: House, now: () => Date = () => new Date()) {
  const looked = new Map<string, string>()
  const running = new Map<string, Promise<void>>()

  return (zoneId: string): Promise<void> => {
    const month = addToMonth(monthOf(shanghaiDay(now())), -1)
    if (looked.get(zoneId) === month) return Promise.resolve()
    const same = running.get(zoneId)
    if (same) return same
    const run = database
      .within({ zoneId, memberId: null }, (db) => closeMonth(db, zoneId, month, now()))
      .then(() => void looked.set(zoneId, month))
      .finally(() => running.delete(zoneId))
    running.set(zoneId, run)
    return run
  }
}
