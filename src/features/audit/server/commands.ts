import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../../../server/database/connect.ts'
import { listZones } from '../../accounts/server/queries.ts'
import type { Verification } from '../contract.ts'
import type { Algorithm } from '../model/digest.ts'
import { faultWords } from '../model/fault-words.ts'
import { verifyLines } from '../model/log-file.ts'
import { keepAnchors } from './anchors.ts'
import { addEvent } from './events.ts'
import { logLines } from './export-log.ts'
import { keepRounds } from './sealer.ts'
import { verifyZone } from './verify-zone.ts'

/** `zhantu verify`: the chain and the rows of every zone; true if all hold. */
export async function verifyAll(database: Database, dataFolder: string, tell: (line: string) => void) {
  const anchors = keepAnchors(dataFolder)
  const zones = await database.asOwner(listZones)
  let ok = true
  for (const zone of zones) {
    const found = await verifyZone(database, zone.id, { memberId: null, anchor: anchors.find(zone.id) })
    ok &&= found.ok
    for (const line of verificationLines(zone.name, found)) tell(line)
  }
  return ok
}

/** `zhantu verify --from-file`: the same of an exported log, with no database at all. */
export async function verifyFile(file: string, tell: (line: string) => void): Promise<boolean> {
  const input = createReadStream(file, 'utf8')
  const { zone, seals, records, last, fault } = await verifyLines(
    createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }),
  )
  const words = fault ? faultWords(fault) : null
  for (const line of verificationLines(`${zone?.name ?? file} ${zone?.exportedAt ?? ''}`.trim(), {
    ok: !fault,
    seals,
    records,
    unsealed: 0,
    last: last ?? null,
    fault: words,
  }))
    tell(line)
  return !fault
}

function verificationLines(name: string, { ok, seals, records, unsealed, last, fault }: Verification) {
  const counted = `${seals} 个封存、${records} 条记录 / ${seals} seals, ${records} records`
  const open = unsealed > 0 ? `；另有 ${unsealed} 条还没有封存 / ${unsealed} not sealed yet` : ''
  return [
    ok
      ? `${name}：完好 whole. ${counted}${open}`
      : `${name}：不完好 NOT whole. 之前完好 whole so far: ${counted}`,
    ...(fault ? [`  ${fault.zh}`, `  ${fault.en}`] : []),
    ...(ok && last ? [`  第 ${last.number} 个封存 seal ${last.number}: ${last.algorithm} ${last.hash}`] : []),
  ]
}

/** `zhantu audit-export FILE`: seals what is there, then writes one zone's log for verifying elsewhere. */
export async function exportLog(
  database: Database,
  {
    file,
    code,
    algorithm,
    dataFolder,
  }: { file: string; code?: string | undefined; algorithm: Algorithm; dataFolder: string },
) {
  const zones = await database.asOwner(listZones)
  const zone = code ? zones.find((one) => one.code === code) : zones[0]
  if (!zone || (!code && zones.length > 1))
    throw new Error(`Name one zone: ${zones.map((one) => one.code).join(', ') || 'there is none yet'}.`)
  const at = new Date()
  await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    addEvent(db, { zoneId: zone.id, memberId: null, at }, { kind: 'export', entity: 'log' }),
  )
  const { remember } = keepAnchors(dataFolder)
  await keepRounds(database, { algorithm, remember })(60_000)
  await pipeline(Readable.from(logLines(database, zone, at)), createWriteStream(file, { mode: 0o600 }))
  return zone
}
