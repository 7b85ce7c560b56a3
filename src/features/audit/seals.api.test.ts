import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn, type TestZone } from '../../../test/factories.ts'
import { tableColumns } from '../../server/database/tables.generated.ts'
import { verifyLines } from './model/log-file.ts'
import { logLines } from './server/export-log.ts'
import { keepRounds } from './server/sealer.ts'
import { verifyZone } from './server/verify-zone.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-seals-')))
after(async () => {
  await app.close()
  await database.close()
})

// Whoever owns the tables takes the wall down first.
await database.asOwner(async (db) => {
  for (const table of ['change', 'audit_event', 'seal', 'project'])
    await sql`alter table ${sql.table(table)} no force row level security`.execute(db)
})

const seal = () => keepRounds(database, { algorithm: 'sha256' })(10_000)
const verify = (zone: TestZone) => verifyZone(database, zone.id, { memberId: null })

/** A zone with a few sealed batches of changes and events. */
async function sealedZone(): Promise<TestZone> {
  const zone = await buildZone(database)
  await seal()
  const projectId = await buildProject(database, zone, { name: '封存项目', note: '甲' })
  const analyst = await signIn(app, zone, 'analyst')
  await analyst.call('GET', `/api/projects/${projectId}`)
  await analyst.call('GET', '/api/ledger/export.xlsx')
  await seal()
  await analyst.call('PATCH', '/api/ledger', { edits: [{ projectId, field: 'note', from: '甲', to: '乙' }] })
  await analyst.call('POST', '/api/sign-out')
  await seal()
  return zone
}

/** Does something as the owner, who may do everything, looks, and takes it back. */
async function tampered(zone: TestZone, acts: RawBuilder<unknown>[]) {
  const backup = await database.asOwner(async (db) => {
    const rows = async (table: 'change' | 'audit_event' | 'seal' | 'project') =>
      (
        await sql<{
          row: string
        }>`select to_jsonb(t)::text as row from ${sql.table(table)} t where zone_id = ${zone.id}`.execute(db)
      ).rows
    const kept = {
      change: await rows('change'),
      audit_event: await rows('audit_event'),
      seal: await rows('seal'),
      project: await rows('project'),
    }
    for (const act of acts) {
      const { numAffectedRows } = await act.execute(db)
      assert.ok((numAffectedRows ?? 0n) > 0n, 'nothing was changed')
    }
    return kept
  })
  const found = await verify(zone)
  await database.asOwner(async (db) => {
    for (const [table, rows] of Object.entries(backup)) {
      if (table === 'project') {
        await sql`update project p set note = r.note from jsonb_populate_recordset(null::project, ${`[${rows.map((one) => one.row).join(',')}]`}::jsonb) r
          where p.zone_id = ${zone.id} and p.id = r.id`.execute(db)
        continue
      }
      await sql`delete from ${sql.table(table)} where zone_id = ${zone.id}`.execute(db)
      await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${`[${rows.map((one) => one.row).join(',')}]`}::jsonb)`.execute(
        db,
      )
    }
  })
  return found
}

test('a log nobody touched is whole, with every record sealed', async () => {
  const zone = await sealedZone()
  const found = await verify(zone)
  assert.equal(found.fault, null)
  assert.equal(found.seals, 3)
  assert.equal(found.unsealed, 0)
  const { rows } = await database.asOwner((db) =>
    sql<{
      total: number
    }>`select (select count(*) from change where zone_id = ${zone.id}) + (select count(*) from audit_event where zone_id = ${zone.id}) as total`.execute(
      db,
    ),
  )
  assert.equal(found.records, Number(rows[0]?.total) - 1) // the run itself came after
  assert.equal((await verify(zone)).unsealed, 1)
})

/** Another value of a column's type, one step away. */
const flipped: Record<string, (column: string) => RawBuilder<unknown>> = {
  uuid: (c) =>
    sql`overlay(${sql.ref(c)}::text placing (case when right(${sql.ref(c)}::text, 1) = '0' then '1' else '0' end) from 36)::uuid`,
  text: (c) =>
    sql`overlay(${sql.ref(c)} placing (case when left(${sql.ref(c)}, 1) = 'x' then 'y' else 'x' end) from 1 for 1)`,
  int4: (c) => sql`${sql.ref(c)} + 1`,
  int8: (c) => sql`${sql.ref(c)} + 100000000`,
  timestamptz: (c) => sql`${sql.ref(c)} + interval '1 microsecond'`,
  jsonb: (c) => sql`${sql.ref(c)} || '{"id2": 1}'::jsonb`,
}

test('one byte changed in any column of the log is found and named', async () => {
  const zone = await sealedZone()
  /** Empty here or held to a few words: the next test has them. */
  const apart = ['operation', 'cause_kind', 'cause_id']
  for (const table of ['change', 'audit_event', 'seal'] as const)
    for (const [column, type] of Object.entries(tableColumns[table])) {
      if (apart.includes(column)) continue
      const name = `${table}.${column}`
      const value = flipped[type]?.(column)
      assert.ok(value, `${name} of ${type}`)
      const key = sql.ref(table === 'seal' ? 'number' : 'position')
      const found = await tampered(zone, [
        sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where zone_id = ${zone.id} and ${key} = (
          select ${key} from ${sql.table(table)} where zone_id = ${zone.id} and ${sql.ref(column)} is not null order by 1 limit 1)`,
      ])
      assert.match(found.fault?.zh ?? 'nothing found', /第 \d+ (条|个)/, name)
    }
  assert.equal((await verify(zone)).fault, null)
})

test('columns that are empty here are part of the record too', async () => {
  const zone = await sealedZone()
  const where = sql`where zone_id = ${zone.id} and position = (select min(position) from change where zone_id = ${zone.id})`
  for (const act of [
    sql`update change set operation = 'remove' ${where}`,
    sql`update change set cause_kind = 'undo' ${where}`,
    sql`update change set cause_id = gen_random_uuid() ${where}`,
    sql`update change set image = image - 'name' || '{"name": "别的"}' ${where}`,
  ])
    assert.match((await tampered(zone, [act])).fault?.zh ?? '', /被改动过/)
})

test('a record removed, added or moved is found and named', async () => {
  const zone = await sealedZone()
  const { rows } = await database.asOwner((db) =>
    sql<{
      position: number
    }>`select position from change where zone_id = ${zone.id} order by position`.execute(db),
  )
  const [, a = 0, b = 0] = rows.map((row) => Number(row.position))
  const gone = await tampered(zone, [sql`delete from change where zone_id = ${zone.id} and position = ${a}`])
  assert.match(gone.fault?.zh ?? '', new RegExp(`第 ${a} 条记录不见了`))
  const swapped = await tampered(zone, [
    sql`update change set position = ${a + b} - position where zone_id = ${zone.id} and position in (${a}, ${b})`,
  ])
  assert.match(swapped.fault?.zh ?? '', new RegExp(`第 ${a} 条和第 ${b} 条记录被调换过`))
  const added = await tampered(zone, [
    sql`insert into audit_event (zone_id, position, at, kind) values (${zone.id}, ${b}, now(), 'signIn')`,
  ])
  assert.match(added.fault?.zh ?? '', /封存以后加进去|被改动过/)
  const before = await tampered(zone, [
    sql`insert into audit_event (zone_id, position, at, kind) values (${zone.id}, -5, now(), 'signIn')`,
  ])
  assert.match(before.fault?.zh ?? '', /第 -5 条记录是封存以后加进去的/)
  const sealGone = await tampered(zone, [sql`delete from seal where zone_id = ${zone.id} and number = 2`])
  assert.match(sealGone.fault?.zh ?? '', /第 2 个封存不见了/)
  const sealsSwapped = await tampered(zone, [
    sql`update seal set number = number + 100 where zone_id = ${zone.id} and number in (1, 2)`,
    sql`update seal set number = 103 - number where zone_id = ${zone.id} and number in (101, 102)`,
  ])
  assert.match(sealsSwapped.fault?.zh ?? '', /第 1 个封存/)
})

test('the end of the log cut off is found by what the machine remembers', async () => {
  const zone = await sealedZone()
  const { last } = await verify(zone)
  assert.ok(last)
  const act = sql`delete from seal where zone_id = ${zone.id} and number = ${last.number}`
  await database.asOwner((db) => act.execute(db))
  const found = await verifyZone(database, zone.id, { memberId: null, anchor: last })
  assert.match(found.fault?.zh ?? '', new RegExp(`第 ${last.number} 个封存`))
})

test('a row changed past the log is found', async () => {
  const zone = await sealedZone()
  const found = await tampered(zone, [sql`update project set note = '丙' where zone_id = ${zone.id}`])
  assert.match(found.fault?.zh ?? '', /project .* 现在的内容与日志/)
})

test('an exported log verifies without a database, and shows any byte changed', async () => {
  const zone = await sealedZone()
  let text = ''
  for await (const part of logLines(database, { id: zone.id, code: zone.code, name: '区' }, new Date()))
    text += part
  const check = (of: string) =>
    verifyLines(
      (async function* () {
        yield* of.replace(/\n$/, '').split('\n')
      })(),
    )
  const whole = await check(text)
  assert.equal(whole.fault, undefined)
  assert.equal(whole.seals, 3)
  for (let at = 0; at < text.length; at += 97) {
    const letter = text[at] === 'q' ? 'w' : 'q'
    const broken = await check(text.slice(0, at) + letter + text.slice(at + 1))
    assert.ok(broken.fault, `byte ${at}`)
  }
  const lines = text.split('\n')
  assert.ok((await check(lines.toSpliced(3, 1).join('\n'))).fault)
  assert.ok((await check(lines.slice(0, -2).join('\n'))).fault)
})
