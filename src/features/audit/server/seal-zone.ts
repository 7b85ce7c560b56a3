import type { Database } from '../../../server/database/connect.ts'
import { sealRecords } from '../model/chain.ts'
import type { Algorithm } from '../model/digest.ts'
import { readRecords } from './record-lines.ts'
import { findLastSeal, insertSeal } from './seal-queries.ts'

/** Enough to be quick, few enough that a verifier holds one batch in memory and the embedded database is soon free. */
export const recordsInSeal = 2000

/** Seals a zone's log up to the horizon, batch by batch; gives the number of records sealed. */
export async function sealZone(
  database: Database,
  zoneId: string,
  horizon: number,
  algorithm: Algorithm,
  now: () => Date = () => new Date(),
): Promise<number> {
  let sealed = 0
  for (;;) {
    const { count, more } = await database.within({ zoneId, memberId: null }, async (db) => {
      const previous = await findLastSeal(db, zoneId)
      const records = await readRecords(db, zoneId, previous?.upTo ?? 0, horizon, recordsInSeal)
      const last = records.at(-1)
      if (!last) return { count: 0, more: false }
      const full = records.length === recordsInSeal
      const upTo = full ? last.position : horizon
      const seal = sealRecords(zoneId, previous, records, upTo, now(), algorithm)
      // Refused: another server was quicker, and what it left is looked at anew.
      return (await insertSeal(db, seal)) ? { count: records.length, more: full } : { count: 0, more: true }
    })
    sealed += count
    if (!more) return sealed
  }
}
