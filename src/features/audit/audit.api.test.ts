import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, password, signIn } from '../../../test/factories.ts'
import type { LogPage, RecordChange, Verification } from './contract.ts'
import { verifyLines } from './model/log-file.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-audit-')))
after(async () => {
  await app.close()
  await database.close()
})

/** A zone in which an analyst has written, looked, exported and left, and somebody has guessed at passwords. */
async function busyZone() {
  const zone = await buildZone(database)
  const projectId = await buildProject(database, zone, { name: '龙湖储能基地', note: '甲' })
  const enter = (login: string, word: string) =>
    app.inject({ method: 'POST', url: '/api/sign-in', body: { zone: zone.code, login, password: word } })
  await enter('officer', 'wrong')
  await enter('nobody-here', 'wrong')
  const analyst = await signIn(app, zone, 'analyst')
  await analyst.call('GET', `/api/projects/${projectId}`)
  await analyst.call('GET', `/api/projects/${projectId}`)
  await analyst.call('PATCH', '/api/ledger', { edits: [{ projectId, field: 'note', from: '甲', to: '乙' }] })
  await analyst.call('GET', '/api/ledger/export.xlsx?q=%E5%82%A8%E8%83%BD')
  await analyst.call('POST', '/api/sign-out')
  const security = await signIn(app, zone, 'security')
  const units = (await security.call('GET', '/api/units')).json<{ items: { id: string }[] }>().items
  await security.call('POST', '/api/posts', {
    memberId: zone.memberIds['officer'],
    unitId: units[0]?.id,
    role: 'analyst',
  })
  const auditor = await signIn(app, zone, 'auditor')
  const log = async (query = '') => (await auditor.call('GET', `/api/audit?${query}`)).json<LogPage>()
  return { zone, projectId, auditor, log }
}

test('an auditor finds who did what, by kind, record, person and time', async () => {
  const { zone, projectId, auditor, log } = await busyZone()
  const all = await log('limit=200')
  assert.equal(all.total, all.items.length)
  const kinds = new Set(all.items.map((entry) => entry.kind))
  for (const kind of [
    'write',
    'rights',
    'signIn',
    'signInFailed',
    'signOut',
    'export',
    'sensitiveRead',
  ] as const)
    assert.ok(kinds.has(kind), kind)

  const looked = await log('kind=sensitiveRead')
  assert.equal(looked.total, 1) // the second look of one session is the same look
  assert.deepEqual([looked.items[0]?.name, looked.items[0]?.actor?.name], ['龙湖储能基地', 'analyst同志'])
  const exported = await log('kind=export')
  assert.deepEqual(exported.items[0]?.detail, { filter: { q: '储能' }, rows: 1 })
  const failed = await log('kind=signInFailed')
  assert.deepEqual(
    failed.items.map((entry) => entry.detail['typed'] ?? entry.name),
    ['no…', 'officer同志'],
  )
  const given = (await log('kind=rights')).items[0]
  assert.deepEqual([given?.entity, given?.operation, given?.name], ['post', 'insert', 'officer同志'])

  for (const record of [projectId, '龙湖'])
    assert.deepEqual(
      new Set((await log(`record=${encodeURIComponent(record)}`)).items.map((entry) => entry.kind)),
      new Set(['write', 'sensitiveRead']),
    )
  const edit = (await log(`record=${projectId}&kind=write`)).items[0]
  const change = (await auditor.call('GET', `/api/audit/changes/${edit?.position}`)).json<RecordChange>()
  assert.deepEqual(change.values, [{ column: 'note', from: '甲', to: '乙' }])

  const person = await log(`memberId=${zone.memberIds['analyst']}&limit=200`)
  assert.equal(person.total, null) // nobody's activity is counted
  assert.ok(person.items.every((entry) => entry.actor?.id === zone.memberIds['analyst']))
  assert.ok((await log(`memberId=${zone.memberIds['officer']}&kind=signInFailed`)).items.length === 1)

  assert.equal((await log('from=2999-01-01T00:00:00Z')).total, 0)
  assert.equal((await log('to=2999-01-01T00:00:00Z&limit=200')).total, (await log('limit=200')).total)
  const bad = await auditor.call('GET', '/api/audit?from=yesterday')
  assert.equal(bad.statusCode, 400)
})

test('pages go on where the one before ended', async () => {
  const { log } = await busyZone()
  const all = (await log('limit=200')).items.map((entry) => entry.position)
  const walked: number[] = []
  for (let before = ''; ; ) {
    const page = await log(`limit=7${before}`)
    walked.push(...page.items.map((entry) => entry.position))
    if (!page.more) break
    before = `&before=${page.items.at(-1)?.position}`
  }
  assert.deepEqual(walked, all)
})

test('an auditor verifies, and takes the log away to verify it elsewhere', async () => {
  const { auditor, log } = await busyZone()
  const found = (await auditor.call('POST', '/api/audit/verify')).json<Verification>()
  assert.equal(found.fault, null)
  assert.ok(found.records > 10)
  assert.ok((await log('kind=signIn')).items.every((entry) => entry.seal !== null))
  const run = (await log('kind=verified')).items[0]
  assert.equal(run?.actor?.name, 'auditor同志')
  const file = await auditor.call('GET', '/api/audit/export.txt')
  const lines = file.body.replace(/\n$/, '').split('\n')
  const result = await verifyLines(
    (async function* () {
      yield* lines
    })(),
  )
  assert.equal(result.fault, undefined)
  assert.ok(result.records > found.records)
})

test('nobody but an auditor reads the log, and an auditor reads nothing else', async () => {
  const { zone, projectId, auditor } = await busyZone()
  for (const login of ['director', 'analyst', 'administrator', 'security', 'officer']) {
    const who = await signIn(app, zone, login)
    for (const url of ['', '/members', '/state', '/changes/1', '/export.txt'])
      assert.equal((await who.call('GET', `/api/audit${url}`)).statusCode, 403, `${login} ${url}`)
    assert.equal((await who.call('POST', '/api/audit/verify')).statusCode, 403, login)
  }
  for (const url of ['/api/ledger', `/api/projects/${projectId}`, '/api/imports', '/api/ledger/export.xlsx'])
    assert.equal((await auditor.call('GET', url)).statusCode, 403, url)
})

test('a log of another zone is not to be seen', async () => {
  const { log, auditor } = await busyZone()
  const other = await busyZone()
  const foreign = (await other.log('limit=200')).items
  const own = (await log('limit=200')).items
  assert.ok(!own.some((entry) => foreign.some((one) => one.position === entry.position)))
  const write = foreign.find((entry) => entry.kind === 'write')
  assert.equal((await auditor.call('GET', `/api/audit/changes/${write?.position}`)).statusCode, 404)
  assert.equal((await log(`record=${write?.rowId}`)).total, 0)
})

test('a lock is in the log, and its end', async () => {
  const { zone, log } = await busyZone()
  for (let n = 0; n < 6; n++)
    await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      body: { zone: zone.code, login: 'promoter', password: n < 5 ? `wrong${n}` : password },
    })
  const security = await signIn(app, zone, 'security')
  await security.call('POST', `/api/members/${zone.memberIds['promoter']}/unlock`)
  const entries = (await log(`record=${zone.memberIds['promoter']}`)).items.map((entry) => entry.kind)
  assert.deepEqual(entries.slice(0, 8), [
    'unlocked',
    'signInFailed',
    'signInFailed',
    'lockedOut',
    'signInFailed',
    'signInFailed',
    'signInFailed',
    'signInFailed',
  ])
})
