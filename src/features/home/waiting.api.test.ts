import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../test/database.ts'
import {
  buildProject,
  buildTestApp,
  buildZone,
  type Caller,
  signIn,
  type TestZone,
} from '../../../test/factories.ts'
import { addDays, monthOf, shanghaiDay } from '../../shared/days.ts'
import { clerkOf } from '../evidence/test-papers.ts'
import type { LedgerRow } from '../projects/contract.ts'
import { writeProjects } from '../projects/server/write-projects.ts'
import type { Home, Matters } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-waiting-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
async function listOf(who: Caller, list: 'waiting' | 'raised', kind: string, query = '') {
  const response = await who.call('GET', `/api/home${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<Home>()[list].find((one) => one.kind === kind)
}
const short = (matters: Matters | undefined) =>
  matters && [matters.total, ...matters.items.map(({ name, state }) => [name, state?.zh ?? null])]
/** What the ledger shows behind an address that a list opens. */
async function behind(who: Caller, address: string | null | undefined): Promise<string[]> {
  const where = new URL(address ?? '', 'http://x').searchParams.get('where') ?? ''
  const rows = await who.call('GET', `/api/ledger?limit=500&where=${encodeURIComponent(where)}`)
  assert.equal(rows.statusCode, 200, rows.body)
  return rows.json<{ items: LedgerRow[] }>().items.map(({ id }) => id)
}

test('papers filed wait for those who may verify them, and are followed by who filed them', async () => {
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { name: '传化', stage: 'negotiating' })
  const officer = await signIn(app, zone, 'officer')
  const commander = await signIn(app, zone, 'commander')
  const clerk = clerkOf(app, officer)
  assert.deepEqual((await clerk.date(id, 'signed', '2022-03')).failures, [])
  assert.equal(
    await listOf(commander, 'waiting', 'verification'),
    undefined,
    'a date without a paper waits for nobody',
  )
  await clerk.file(id, 'signed', 'agreement')

  const waiting = await listOf(commander, 'waiting', 'verification')
  assert.deepEqual(short(waiting), [1, ['传化', null]])
  assert.equal(waiting?.items[0]?.note?.zh, '签约 2022-03，材料 1 份')
  assert.equal(await listOf(officer, 'waiting', 'verification'), undefined, 'not by the author')
  assert.deepEqual(short(await listOf(officer, 'raised', 'verification')), [1, ['传化', '待他人核验']])
  const other = await signIn(app, zone, 'commander2')
  assert.equal(await listOf(other, 'waiting', 'verification'), undefined, 'not of another corps')

  assert.equal((await clerkOf(app, commander).verify(id, 'signed')).statusCode, 200)
  assert.equal(await listOf(commander, 'waiting', 'verification'), undefined)
  assert.deepEqual(short(await listOf(officer, 'raised', 'verification')), [
    1,
    ['传化', 'commander同志 已核验'],
  ])
  await clerk.file(id, 'signed', 'agreement', '补充协议.pdf')
  assert.equal(
    (await listOf(commander, 'waiting', 'verification'))?.total,
    1,
    'a new paper asks for a new look',
  )
  assert.deepEqual(short(await listOf(officer, 'raised', 'verification')), [1, ['传化', '待他人核验']])
})

test('who wrote the date is no verifier of another’s paper', async () => {
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { name: '传化', stage: 'negotiating' })
  const [officer, commander, analyst] = [
    await signIn(app, zone, 'officer'),
    await signIn(app, zone, 'commander'),
    await signIn(app, zone, 'analyst'),
  ]
  await clerkOf(app, commander).date(id, 'signed', '2022-03-01')
  await clerkOf(app, officer).file(id, 'signed', 'agreement')
  assert.equal(await listOf(commander, 'waiting', 'verification'), undefined)
  assert.equal((await listOf(analyst, 'waiting', 'verification'))?.total, 1)
  // Written into a workbook, a date may be one to come.
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const set = { 'signed.actual': addDays(today, 9) }
  await database.within(author, (db) =>
    writeProjects(db, author, [{ projectId: id, isNew: false, period: '2022-02', set }]),
  )
  assert.equal(
    await listOf(analyst, 'waiting', 'verification'),
    undefined,
    'what is to come cannot be verified',
  )
})

test('one’s own projects without this month’s progress; the corps’ projects without an officer', async () => {
  const zone = await buildZone(database)
  const month = monthOf(today)
  const named = { officer: 'officer同志' }
  const never = await buildProject(database, zone, { ...named, name: '没填' }, month)
  const old = await buildProject(database, zone, { ...named, name: '上月填', problem: '缺地' }, '2022-02')
  await buildProject(database, zone, { ...named, name: '已填', problem: '缺地' }, month)
  await buildProject(database, zone, { ...named, name: '暂缓', standing: 'onHold' }, '2022-02')
  const nobody = await buildProject(database, zone, { name: '没人管', totalInvestment: '9' })
  await buildProject(database, zone, { name: '别的兵团没人管', corps: zone.corps.b })
  const officer = await signIn(app, zone, 'officer')
  const untold = await listOf(officer, 'waiting', 'monthUntold')
  assert.deepEqual(
    untold?.items.map(({ id, note }) => [id, note?.zh]),
    [
      [never, '还没有填过'],
      [old, '上次填到 2022-02'],
    ],
  )
  assert.equal(untold?.total, 2)
  assert.equal(untold?.items[0]?.isLate, Number(today.slice(8)) > 25)
  assert.deepEqual((await behind(officer, untold?.address)).sort(), [never, old].sort())
  assert.equal(await listOf(officer, 'waiting', 'noOfficer'), undefined, 'the commander’s to decide')
  const commander = await signIn(app, zone, 'commander')
  const alone = await listOf(commander, 'waiting', 'noOfficer')
  assert.deepEqual(short(alone), [1, ['没人管', null]])
  assert.deepEqual(await behind(commander, alone?.address), [nobody])
  assert.equal(await listOf(commander, 'waiting', 'monthUntold'), undefined)
})

test('imports on their way wait for directors and analysts only; who sent one follows it', async () => {
  const zone = await buildZone(database)
  const importId = crypto.randomUUID()
  const counts = {
    new: 2,
    changed: 0,
    unchanged: 0,
    doubt: 1,
    skipped: 0,
    questions: 2,
    warnings: 0,
    notes: 0,
  }
  await writeImport(zone, importId, 'checked', counts)
  const [analyst, director, officer] = [
    await signIn(app, zone, 'analyst'),
    await signIn(app, zone, 'director'),
    await signIn(app, zone, 'officer'),
  ]
  for (const who of [analyst, director]) {
    assert.deepEqual(short(await listOf(who, 'waiting', 'import')), [1, ['三月台账.xlsx', '3 处待答']])
  }
  assert.deepEqual(short(await listOf(analyst, 'raised', 'import')), [1, ['三月台账.xlsx', '待导入']])
  assert.equal(await listOf(director, 'raised', 'import'), undefined)
  assert.equal(await listOf(officer, 'waiting', 'import'), undefined)
  await writeImport(zone, importId, 'applied', counts)
  assert.equal(await listOf(director, 'waiting', 'import'), undefined)
  assert.deepEqual(short(await listOf(analyst, 'raised', 'import')), [1, ['三月台账.xlsx', '已导入']])
  const yesterday = `?asOf=${addDays(today, -1)}`
  assert.equal(await listOf(analyst, 'raised', 'import', yesterday), undefined, 'it was not there yet')
})

test('reorganisations: drafts wait, near ones are announced, and who drafted them follows them', async () => {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const administrator = await signIn(app, zone, 'administrator')
  const prepared = await director.call('POST', '/api/reorganisations', {
    title: '市北更名',
    effectiveOn: addDays(today, 3),
    steps: [{ kind: 'rename', unitId: zone.corps.a, name: '市北新城兵团' }],
  })
  assert.equal(prepared.statusCode, 201, prepared.body)
  const { id, revision } = prepared.json<{ id: string; revision: number }>()
  for (const who of [director, administrator])
    assert.equal((await listOf(who, 'waiting', 'draftAct'))?.items[0]?.name, '市北更名')
  assert.deepEqual(short(await listOf(director, 'raised', 'act')), [
    1,
    ['市北更名', `待确认，拟于 ${addDays(today, 3)} 生效`],
  ])
  assert.equal(await listOf(administrator, 'raised', 'act'), undefined)
  const officer = await signIn(app, zone, 'officer')
  assert.equal(await listOf(officer, 'waiting', 'draftAct'), undefined)
  const confirmed = await director.call('POST', `/api/reorganisations/${id}/confirm`, { revision })
  assert.equal(confirmed.statusCode, 200, confirmed.body)
  assert.equal(await listOf(director, 'waiting', 'draftAct'), undefined)
  assert.equal((await listOf(administrator, 'waiting', 'actToCome'))?.total, 1)
  assert.deepEqual(short(await listOf(director, 'raised', 'act')), [
    1,
    ['市北更名', `已确认，${addDays(today, 3)} 生效`],
  ])
})

test('security is told of locked accounts and first passwords, the auditor of lock-outs and of the log, nobody else', async () => {
  const zone = await buildZone(database)
  const auditorBefore = await signIn(app, zone, 'auditor')
  for (let attempt = 0; attempt < 5; attempt++)
    await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      body: { zone: zone.code, login: 'officer', password: 'wrong' },
    })
  const added = await (await signIn(app, zone, 'security')).call('POST', '/api/members', {
    login: 'newcomer',
    name: '新来同志',
    password: 'Right-horse-8',
    unitId: zone.corps.a,
    role: 'officer',
  })
  assert.ok(added.statusCode < 300, added.body)
  const security = await signIn(app, zone, 'security')
  assert.deepEqual(short(await listOf(security, 'waiting', 'lockedAccount')), [1, ['officer同志', null]])
  assert.deepEqual(short(await listOf(security, 'waiting', 'firstPassword')), [1, ['新来同志', null]])
  const auditor = await signIn(app, zone, 'auditor')
  const unusual = await listOf(auditor, 'waiting', 'unusual')
  assert.deepEqual([unusual?.total, unusual?.items[0]?.note?.zh], [1, 'officer同志'])
  assert.deepEqual(
    (await listOf(auditor, 'waiting', 'log'))?.items.map(({ name }) =>
      typeof name === 'string' ? name : name.zh,
    ),
    ['还没有封存过', '还没有校验过'],
  )
  assert.equal((await auditorBefore.call('POST', '/api/audit/verify')).statusCode, 200)
  const after_ = await listOf(auditor, 'waiting', 'log')
  assert.match(JSON.stringify(after_?.items[0]?.name), /第 \d+ 次封存/)
  assert.equal(after_?.items[1]?.state?.zh, '完好')
  const again = await signIn(app, zone, 'auditor')
  assert.equal(await listOf(again, 'waiting', 'unusual'), undefined, 'told once')
  for (const login of ['director', 'administrator', 'commander'])
    for (const kind of ['lockedAccount', 'firstPassword', 'unusual', 'log'])
      assert.equal(
        await listOf(await signIn(app, zone, login), 'waiting', kind),
        undefined,
        `${login} ${kind}`,
      )
})

test('on a day past: what waited then, as it stood', async () => {
  const zone = await buildZone(database)
  const at = new Date(Date.now() - 3 * 86_400_000)
  await buildProject(database, zone, { name: '那时没人管' }, '2022-02', at)
  const commander = await signIn(app, zone, 'commander')
  const [row] = (await commander.call('GET', '/api/ledger')).json<{ items: LedgerRow[] }>().items
  const edits = [{ projectId: row?.id, field: 'officer', from: null, to: 'officer同志' }]
  assert.equal(
    (await commander.call('PATCH', '/api/ledger', { edits })).json<{ applied: number }>().applied,
    1,
  )
  assert.equal(await listOf(commander, 'waiting', 'noOfficer'), undefined)
  const then = `?asOf=${addDays(today, -2)}`
  assert.deepEqual(short(await listOf(commander, 'waiting', 'noOfficer', then)), [1, ['那时没人管', null]])
  assert.equal(await listOf(commander, 'waiting', 'noOfficer', `?asOf=${addDays(today, -9)}`), undefined)
  assert.equal((await commander.call('GET', '/api/home?asOf=2999-01-01')).statusCode, 400)
})

/** An import in one of its states, past its reading. */
async function writeImport(zone: TestZone, id: string, status: string, counts: object) {
  const { insertRows, updateRows } = await import('../../server/database/record.ts')
  const author = { zoneId: zone.id, memberId: zone.memberIds['analyst'] ?? null, at: new Date() }
  await database.within({ ...author, reach: 'zone' }, async (db) => {
    const { rows } = await sql<{ revision: number }>`
      select revision from ledger_import where zone_id = ${zone.id} and id = ${id}`.execute(db)
    const revision = rows[0]?.revision
    if (revision !== undefined)
      return updateRows(db, author, 'ledger_import', [{ id, revision, set: { status } }])
    return insertRows(db, author, 'ledger_import', [
      {
        ...{ id, status, counts, fileName: '三月台账.xlsx', fileSize: 1, fileHash: id, period: '2022-03-01' },
        ...{ blanks: 'keep', tables: [], notices: [], createdBy: author.memberId, createdAt: author.at },
      },
    ])
  })
}
