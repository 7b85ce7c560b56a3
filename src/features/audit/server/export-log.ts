import type { Database } from '../../../server/database/connect.ts'
import { type LogFileZone, recordLine, sealLine, sumLines, zoneLine } from '../model/log-file.ts'
import { readRecords } from './record-lines.ts'
import { findNextSeal } from './seal-queries.ts'

/** A zone's sealed log as lines of a file, a batch in memory at a time. What is not sealed yet is left out. */
export async function* logLines(
  database: Database,
  { id, code, name }: { id: string; code: string; name: string },
  at: Date,
): AsyncGenerator<string> {
  const sum = sumLines()
  const zone: LogFileZone = { id, code, name, exportedAt: at.toISOString() }
  sum.add(zoneLine(zone))
  yield `${zoneLine(zone)}\n`
  let last = { number: 0, upTo: 0 }
  for (;;) {
    const next = await database.within({ zoneId: id, memberId: null }, async (db) => {
      const seal = await findNextSeal(db, id, last.number)
      return seal && { seal, records: await readRecords(db, id, last.upTo, seal.upTo) }
    })
    if (!next) break
    const lines = [...next.records.map(recordLine), sealLine(next.seal)]
    for (const line of lines) sum.add(line)
    yield `${lines.join('\n')}\n`
    last = next.seal
  }
  yield `${sum.endLine()}\n`
}
