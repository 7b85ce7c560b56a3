import type { Actor } from '../../../server/access.ts'
import type { Database } from '../../../server/database/connect.ts'
import { addEventApart } from '../../audit/server/events.ts'
import type { Project } from '../contract.ts'
import { stages } from '../stages.ts'

const unsigned: readonly unknown[] = stages.slice(0, stages.indexOf('signed'))

/** A screen left open asks again and again: one session's look at one project is noted once in ten minutes. */
const onceInMs = 10 * 60_000
const knownAtMost = 10_000
const noted = new Map<string, number>()

/** Who opened a project that has not signed is kept in the log: until then its facts are for those who need them. */
export async function noteRead(
  database: Database,
  { zoneId, memberId, sessionId }: Actor,
  address: string,
  { row }: Project,
) {
  const at = new Date()
  const key = `${sessionId} ${row.id}`
  if (!unsigned.includes(row['stage']) || at.getTime() - (noted.get(key) ?? 0) < onceInMs) return
  noted.delete(key)
  noted.set(key, at.getTime())
  if (noted.size > knownAtMost) noted.delete(noted.keys().next().value ?? '')
  await addEventApart(
    database,
    { zoneId, memberId, at },
    { kind: 'sensitiveRead', entity: 'project', rowId: row.id, address },
  )
}
