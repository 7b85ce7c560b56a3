import type { Database } from '../../../server/database/connect.ts'
import { listZones } from '../../accounts/server/queries.ts'
import type { Algorithm } from '../model/digest.ts'
import { addEvent } from './events.ts'
import { findHorizon, moveBehind } from './horizon.ts'
import { findLastSeal } from './seal-queries.ts'
import { sealZone } from './seal-zone.ts'

type Options = {
  algorithm: Algorithm
  everyMs?: number
  /** Called with each zone's newest seal: what a machine remembers apart from the database. */
  remember?: (zoneId: string, seal: { number: number; hash: string }) => void
  failed?: (error: Error) => void
  now?: () => Date
}

/** How long a round waits for transactions at work; an import holds the log for its 12 seconds, then goes in whole. */
const patienceMs = 60_000
const patienceAtStopMs = 3_000
const clockSlackMs = 60_000

/** Seals the log of every zone, minute by minute, and once more at the end. Servers beside one another share the work. */
export function startSealing(database: Database, options: Options) {
  const { everyMs = 60_000, failed = () => undefined } = options
  const round = keepRounds(database, options)
  let running: Promise<unknown> = round(patienceMs).catch(failed)
  const timer = setInterval(() => {
    running = running.then(() => round(patienceMs)).catch(failed)
  }, everyMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
      await round(patienceAtStopMs).catch(failed)
    },
  }
}

/** One round after another; the number of records sealed in it, undefined when transactions at work did not end. */
export function keepRounds(
  database: Database,
  { algorithm, remember, now = () => new Date() }: Options,
): (patienceMs: number) => Promise<number | undefined> {
  const behind = new Set<string>()
  let first = true
  return async (patience) => {
    const zones = await database.asOwner(listZones)
    if (first) for (const { id } of zones) await moveBehind(database, (await lastOf(id))?.upTo ?? 0)
    first = false
    for (const { id } of zones) await tellOfClock(id)
    const horizon = await findHorizon(database, patience)
    if (horizon === undefined) return undefined
    let sealed = 0
    for (const { id } of zones) {
      const count = await sealZone(database, id, horizon, algorithm, now)
      sealed += count
      const last = count > 0 ? await lastOf(id) : undefined
      if (last) remember?.(id, last)
    }
    return sealed
  }

  function lastOf(zoneId: string) {
    return database.within({ zoneId, memberId: null }, (db) => findLastSeal(db, zoneId))
  }

  /** A clock set back does not change the order of the log, but whoever reads its times should know. */
  async function tellOfClock(zoneId: string) {
    const last = await lastOf(zoneId)
    const at = now()
    const lateMs = last ? new Date(last.sealedAt).getTime() - at.getTime() : 0
    if (lateMs <= clockSlackMs) return void behind.delete(zoneId)
    if (behind.has(zoneId)) return
    behind.add(zoneId)
    const detail = { minutes: Math.round(lateMs / 60_000) }
    await database.within({ zoneId, memberId: null }, (db) =>
      addEvent(db, { zoneId, memberId: null, at }, { kind: 'clockSetBack', detail }),
    )
  }
}
