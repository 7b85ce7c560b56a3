import type { Database } from '../../../server/database/connect.ts'
import type { Verification } from '../contract.ts'
import type { Seal } from '../model/chain.ts'
import { checkChain, type Fault } from '../model/check-chain.ts'
import { faultWords } from '../model/fault-words.ts'
import { checkRows } from './check-rows.ts'
import { addEvent } from './events.ts'
import { countRecords, readRecords } from './record-lines.ts'
import { findNextSeal } from './seal-queries.ts'

/** The last seal that a machine remembers of a zone, apart from the database. */
export type Anchor = { number: number; hash: string }

const beforeAll = -Number.MAX_SAFE_INTEGER

/** Computes a zone's whole chain anew, and holds its rows to it; the run itself goes into the log. */
export async function verifyZone(
  database: Database,
  zoneId: string,
  { memberId, anchor }: { memberId: string | null; anchor?: Anchor | undefined },
): Promise<Verification> {
  const result = await walk(database, zoneId, anchor)
  const fault = result.fault ?? (await checkRows(database, zoneId))
  const { last, seals, records } = result
  const unsealed = await database.within({ zoneId, memberId: null }, async (db) => {
    const unsealed = await countRecords(db, zoneId, last?.upTo ?? 0)
    await addEvent(
      db,
      { zoneId, memberId, at: new Date() },
      { kind: 'verified', detail: { seals, records, ...(fault ? { fault } : {}) } },
    )
    return unsealed
  })
  return {
    ok: !fault,
    seals,
    records,
    unsealed,
    last: last
      ? { number: last.number, hash: last.hash, algorithm: last.algorithm, sealedAt: last.sealedAt }
      : null,
    fault: fault ? faultWords(fault) : null,
  }
}

async function walk(database: Database, zoneId: string, anchor: Anchor | undefined) {
  const check = checkChain()
  let last: Seal | undefined
  let records = 0
  let anchored = !anchor
  for (;;) {
    const next = await database.within({ zoneId, memberId: null }, async (db) => {
      const seal = await findNextSeal(db, zoneId, last?.number ?? 0)
      return seal && { seal, records: await readRecords(db, zoneId, last?.upTo ?? beforeAll, seal.upTo) }
    })
    const seals = last?.number ?? 0
    if (!next) {
      const cut: Fault | undefined = anchored ? undefined : { kind: 'sealBehind', seal: anchor?.number ?? 0 }
      return { fault: cut, last, seals, records }
    }
    const fault = check(next.seal, next.records)
    if (fault) return { fault, last, seals, records }
    anchored ||= next.seal.number === anchor?.number && next.seal.hash === anchor.hash
    last = next.seal
    records += next.records.length
  }
}
