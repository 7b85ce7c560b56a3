import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { keepRounds } from '../src/features/audit/server/sealer.ts'
import { verifyZone } from '../src/features/audit/server/verify-zone.ts'
import { connect } from '../src/server/database/connect.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { openPostgres } from '../src/server/database/postgres.ts'
import { insertRows, updateExpected } from '../src/server/database/record.ts'
import { ms, table } from './measure.ts'

const savesASecond = 500
const seconds = 60
const projects = 1000
const everyMs = 5_000

/** Saves of one cell at a steady rate, with the sealer at work beside them: does it keep up, is the chain whole? */
export async function sealing(url: string): Promise<string> {
  const connections = await openPostgres(url, 8)
  await migrate(connections)
  const database = connect(connections)
  const zoneId = uuidv7()
  await database.asOwner((db) =>
    db
      .insertInto('zone')
      .values({ id: zoneId, code: `seal-${Date.now()}`, name: '封存', createdAt: new Date() })
      .execute(),
  )
  const author = () => ({ zoneId, memberId: null, at: new Date() })
  const ids = Array.from({ length: projects }, () => uuidv7())
  await database.within(author(), (db) =>
    insertRows(
      db,
      author(),
      'project',
      ids.map((id) => ({ id, name: `项目${id}`, note: '0' })),
    ),
  )
  const round = keepRounds(database, { algorithm: 'sha256' })
  await round(60_000) // what stood in the database before
  const notes = new Map(ids.map((id) => [id, '0']))

  const lateness: number[] = []
  const saveMs: number[] = []
  const sealed: { count: number; ms: number }[] = []
  let saving = true
  const sealer = (async () => {
    while (saving) {
      await wait(everyMs)
      const start = performance.now()
      sealed.push({ count: (await round(60_000)) ?? 0, ms: performance.now() - start })
    }
  })()
  const start = performance.now()
  const lanes = Array.from({ length: 4 }, async (_, lane) => {
    for (let n = lane; n < savesASecond * seconds; n += 4) {
      const due = start + (n * 1000) / savesASecond
      if (performance.now() < due) await wait(due - performance.now())
      const id = ids[n % projects] ?? ''
      const from = notes.get(id) ?? null
      const to = String(n)
      const before = performance.now()
      const [row] = await database.once(
        { zoneId, memberId: null },
        updateExpected(author(), 'project', id, [{ column: 'note', from, to }], sql`true`, sql`p.id`),
      )
      if (!row) throw new Error('A save was not written.')
      notes.set(id, to)
      saveMs.push(performance.now() - before)
      lateness.push(performance.now() - due)
    }
  })
  await Promise.all(lanes)
  const took = (performance.now() - start) / 1000
  saving = false
  await sealer
  const left = (await round(60_000)) ?? 0
  const verifyStart = performance.now()
  const found = await verifyZone(database, zoneId, { memberId: null })
  const verifyMs = performance.now() - verifyStart
  if (!found.ok) throw new Error(`The chain is not whole: ${found.fault?.en}`)
  const { rows: versions } = await connections.use((session) => session.query('show server_version', []))
  await database.close()
  const total = savesASecond * seconds
  const sealMs = sealed.reduce((sum, one) => sum + one.ms, 0)
  const most = sealed.reduce((a, b) => (b.ms > a.ms ? b : a), { count: 0, ms: 0 })
  const p95 = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? Number.NaN
  return `PostgreSQL ${String(versions[0]?.['server_version'])}; ${savesASecond} saves of one cell a second for ${seconds} s on 4 connections, a round of sealing every ${everyMs / 1000} s beside them\n\n${table(
    ['what', 'figure'],
    [
      ['saves a second, kept up', (total / took).toFixed(0)],
      ['save p95, ms', ms(p95(saveMs))],
      ['behind its time p95, ms', ms(p95(lateness))],
      [
        'records sealed a second of sealing',
        (sealed.reduce((sum, one) => sum + one.count, 0) / (sealMs / 1000)).toFixed(0),
      ],
      ['share of the time spent sealing', `${((100 * sealMs) / (took * 1000)).toFixed(1)} %`],
      ['longest round', `${most.count} records in ${ms(most.ms)} ms`],
      ['left unsealed at the end, sealed at once', String(left)],
      ['verifying all of it', `${found.records} records in ${ms(verifyMs)} ms`],
    ],
  )}`
}
