import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { insertRows } from '../../server/database/record.ts'
import { battle, put, refused, send, told } from './test-charts.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-03-10T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-charts-')))
after(async () => {
  await app.close()
  await database.close()
})

test('a task is written, done and taken away in its cell, beside the milestones of the ledger', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, {
    ...{ name: '云栖减震支座', stage: 'signed', chain: '高端装备', officer: '林若溪' },
    ...{ 'started.plan': '2022-02-20', 'started.forecast': '2022-05', 'completed.plan': '2022-Q4' },
  })
  const officer = await signIn(app, zone, 'officer')
  const task = await put(officer, id, '2022-03', { text: ' 桩基完成 60% ' })
  assert.deepEqual(task, { text: '桩基完成 60%', doneOn: null, revision: 1 })
  const { items, today, from, months, counts } = await battle(officer)
  assert.deepEqual([today, from, months], ['2022-03-10', '2022-01', 12])
  const [row] = items
  assert.deepEqual(told(row), [
    '2022-02 overdue started',
    '2022-03 open 桩基完成 60% slip:started',
    '2022-04 · slip:started',
    '2022-05 open started slip:started',
    '2022-12 open completed',
  ])
  assert.deepEqual(
    [row?.name, row?.corpsId, row?.chain, row?.officer, row?.stage, row?.standing, row?.abilities],
    ['云栖减震支座', zone.corps.a, '高端装备', '林若溪', 'signed', 'ongoing', ['read', 'update']],
  )
  // By the rule in force, a plan missed without a word of what came instead is no green light.
  assert.equal(row?.light, 'yellow')
  assert.deepEqual(counts, { projects: 1, tasks: 4, done: 0, overdue: 1 })
  const quarter = row?.cells.at(-1)?.milestones[0]
  assert.deepEqual([quarter?.plan, quarter?.here], ['2022-Q4', ['plan']])

  const done = await put(officer, id, '2022-03', { text: '桩基完成 60%', doneOn: '2022-03-09', revision: 1 })
  assert.deepEqual(done, { text: '桩基完成 60%', doneOn: '2022-03-09', revision: 2 })
  assert.equal((await battle(officer)).counts.done, 1)
  const undone = await put(officer, id, '2022-03', { text: '桩基完成 60%', revision: 2 })
  assert.deepEqual([undone?.doneOn, undone?.revision], [null, 3])
  assert.equal(await put(officer, id, '2022-03', { text: '  ', revision: 3 }), null)
  assert.deepEqual(told((await battle(officer)).items[0])[1], '2022-03 · slip:started')
  // Written anew where one was taken away.
  assert.equal((await put(officer, id, '2022-03', { text: '再来' }))?.revision, 1)
  // Moved by the ledger's own edit, the hatched months move along.
  const moved = await officer.call('PATCH', '/api/ledger', {
    edits: [{ projectId: id, field: 'started.forecast', from: '2022-05', to: '2022-04' }],
  })
  assert.equal(moved.json<{ applied: number }>().applied, 1, moved.body)
  assert.deepEqual(told((await battle(officer)).items[0]).slice(1, 3), [
    '2022-03 open 再来 slip:started',
    '2022-04 open started slip:started',
  ])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('of two who write into one cell the second is told who wrote what, and may put theirs over it', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { stage: 'signed' })
  const [officer, commander] = [await signIn(app, zone, 'officer'), await signIn(app, zone, 'commander')]
  await put(commander, id, '2022-04', { text: '主体封顶' })
  const first = await refused(
    send(officer, id, '2022-04', { text: '幕墙' }),
    409,
    /刚被commander同志改为“主体封顶”/,
  )
  assert.deepEqual(first.details, { task: { text: '主体封顶', doneOn: null, revision: 1 } })
  await put(officer, id, '2022-04', { text: '幕墙', revision: 1 })
  await refused(send(commander, id, '2022-04', { text: '主体', revision: 1 }), 409, /officer同志/)
  await put(officer, id, '2022-04', { revision: 2 })
  const gone = await refused(send(commander, id, '2022-04', { text: '主体', revision: 2 }), 409, /清空/)
  assert.deepEqual(gone.details, { task: null })
  const english = await commander.call(
    'PUT',
    `/api/projects/${id}/tasks/2022-04`,
    { text: 'x', revision: 2 },
    { 'accept-language': 'en' },
  )
  assert.match(english.json<{ message: string }>().message, /took the task of 2022-04 away/)
})

test('what cannot be: days to come, days there are none, months of other centuries, unknown fields', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(database, zone)
  const officer = await signIn(app, zone, 'officer')
  await refused(send(officer, id, '2022-03', { text: '做', doneOn: '2022-03-11' }), 400, /还没有到/)
  await refused(send(officer, id, '2022-03', { text: '做', doneOn: '2022-02-30' }), 400, /没有 2022-02-30/)
  await refused(send(officer, id, '0000-01', { text: '做' }), 400, /没有 0000-01 这个月份/)
  await refused(send(officer, id, '2022-13', { text: '做' }), 400)
  await refused(send(officer, id, '2022-03', { text: '做'.repeat(501) }), 400)
  for (const query of [
    'months=0',
    'months=25',
    'from=2022-3',
    'from=1999-12',
    'phase=none',
    'corps=x',
    'sort=nothing',
  ])
    await refused(officer.call('GET', `/api/battle-chart?${query}`), 400)
  assert.equal((await battle(officer, 'months=3&from=2199-12')).months, 3)
  assert.deepEqual((await battle(officer)).counts, { projects: 1, tasks: 0, done: 0, overdue: 0 })
})

test('who may change the project may write its tasks, and nobody else', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const own = await buildProject(database, zone, { stage: 'signed' })
  const secret = await buildProject(database, zone, { name: '保密', stage: 'lead', corps: zone.corps.b })
  const officer = await signIn(app, zone, 'officer')
  const other = await signIn(app, zone, 'commander2')
  await put(other, secret, '2022-03', { text: '密谈' })
  for (const login of ['officer', 'promoter', 'commander', 'director', 'analyst']) {
    const seen = (await battle(await signIn(app, zone, login))).items.find(({ id }) => id === own)
    const task = seen?.cells[0]?.task ?? null
    await put(await signIn(app, zone, login), own, '2022-03', {
      text: login,
      revision: task?.revision ?? null,
    })
  }
  await refused(send(other, own, '2022-03', { text: '抢', revision: 5 }), 403, /不包含这个项目/)
  assert.deepEqual((await battle(other)).items.find(({ id }) => id === own)?.abilities, ['read'])
  for (const login of ['administrator', 'security', 'auditor']) {
    const { call } = await signIn(app, zone, login)
    assert.equal((await call('GET', '/api/battle-chart')).statusCode, 403)
    assert.equal(
      (await call('PUT', `/api/projects/${own}/tasks/2022-03`, { text: '', revision: 5 })).statusCode,
      403,
    )
  }
  // A project not signed yet is not there, nor counted, nor written to.
  const seen = await officer.call('GET', '/api/battle-chart')
  assert.ok(!seen.body.includes('密谈') && !seen.body.includes(secret))
  assert.deepEqual((await battle(officer)).counts.tasks, 1)
  assert.equal((await battle(other)).counts.tasks, 2)
  const never = uuidv7()
  const [hidden, none] = [
    await refused(send(officer, secret, '2022-03', { text: '探' }), 404),
    await refused(send(officer, never, '2022-03', { text: '探' }), 404),
  ]
  assert.equal(hidden.message.replaceAll(secret, '…'), none.message.replaceAll(never, '…'))
  // Nor does a statement that forgets its join tell.
  const reach = { unitIds: [zone.corps.a], unitNames: [] }
  const rows = await database.within(
    { zoneId: zone.id, memberId: zone.memberIds['officer'] ?? '', reach },
    (db) => db.selectFrom('monthTask').select('text').where('zoneId', '=', zone.id).execute(),
  )
  assert.deepEqual(
    rows.map(({ text }) => text),
    ['analyst'],
  )
})

test('filters, groups, pages and their counts are exact', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const none = null as unknown as string
  const build = async (name: string, corps: string, chain: string, more: Record<string, string> = {}) =>
    buildProject(database, zone, { name, corps, chain, stage: 'signed', ...more })
  await build('甲一', zone.corps.a, '新材料', { 'started.plan': '2022-01' })
  await build('甲二', zone.corps.a, '生物医药', { 'started.plan': '2022-06', stage: 'started' })
  await build('乙一', zone.corps.b, '新材料', { 'started.plan': '2022-02', 'completed.plan': '2022-02' })
  await build('丙一', none, none)
  const analyst = await signIn(app, zone, 'analyst')
  const names = async (query: string) => (await battle(analyst, query)).items.map(({ name }) => name)

  const all = await battle(analyst)
  assert.deepEqual(all.counts, { projects: 4, tasks: 3, done: 1, overdue: 2 })
  assert.deepEqual(
    all.groups.map(({ value, ...tally }) => [value, ...Object.values(tally)]),
    [
      [zone.corps.a, 2, 2, 1, 1],
      [zone.corps.b, 1, 1, 0, 1],
      [null, 1, 0, 0, 0],
    ],
  )
  const byChain = await battle(analyst, 'group=chain')
  assert.deepEqual(
    byChain.groups.map(({ value, projects }) => [value, projects]),
    [
      ['新材料', 2],
      ['生物医药', 1],
      [null, 1],
    ].sort((a, b) =>
      // As the ledger sorts its texts.
      a[0] === null ? 1 : b[0] === null ? -1 : String(a[0]) < String(b[0]) ? -1 : 1,
    ),
  )
  assert.deepEqual(byChain.byCorps.length, 3)
  // Rows come in the order of the groups.
  let at = 0
  for (const { value, projects } of byChain.groups) {
    for (const { chain } of byChain.items.slice(at, at + projects)) assert.equal(chain, value)
    at += projects
  }
  assert.deepEqual(await names(`corps=${zone.corps.b}`), ['乙一'])
  assert.deepEqual(await names('corps=none'), ['丙一'])
  assert.deepEqual(await names('chain=none'), ['丙一'])
  assert.deepEqual(await names(`chain=${encodeURIComponent('生物医药')}`), ['甲二'])
  assert.deepEqual(await names('phase=build'), ['甲二'])
  assert.deepEqual(await names('q=yiyi'), ['乙一'])
  assert.deepEqual((await names('only=todo')).sort(), ['乙一', '甲一', '甲二'])
  assert.deepEqual((await names('only=overdue')).sort(), ['乙一', '甲一'])
  assert.deepEqual(await names('from=2022-06&months=3&only=todo'), ['甲二'])
  // Where nothing stands, it says where something does: before, else after.
  const nearest = async (query: string) => (await battle(analyst, query)).nearest
  assert.deepEqual(
    [
      await nearest('from=2023-01'),
      await nearest('from=2021-01'),
      await nearest(''),
      await nearest('corps=none'),
    ],
    ['2022-06', '2022-01', null, null],
  )
  const page = await battle(analyst, 'limit=1&offset=1&sort=-name')
  assert.deepEqual([page.items.length, page.total, page.counts.projects], [1, 4, 4])
  assert.deepEqual(page.groups, (await battle(analyst, 'sort=-name')).groups)
})

test('as of a former day the chart is the one of that day, read only', async () => {
  const zone = await buildZone(database)
  const at = new Date('2022-01-10T09:00:00+08:00')
  setClock('2022-01-10T09:00:00')
  const id = await buildProject(database, zone, { stage: 'signed', 'started.plan': '2022-02' }, '2022-01', at)
  await put(await signIn(app, zone, 'officer'), id, '2022-01', { text: '场平' })
  setClock('2022-02-20T09:00:00')
  await put(await signIn(app, zone, 'officer'), id, '2022-01', {
    text: '场平',
    doneOn: '2022-02-19',
    revision: 1,
  })
  setClock('2022-03-10T09:00:00')
  const officer = await signIn(app, zone, 'officer')
  await put(officer, id, '2022-01', { text: '', revision: 2 })
  const then = async (day: string) => {
    const { items, today, counts } = await battle(officer, `asOf=${day}`)
    return [today, ...told(items[0]), counts.done, counts.overdue, ...(items[0]?.abilities ?? [])]
  }
  assert.deepEqual(await then('2022-01-31'), [
    '2022-01-31',
    '2022-01 open 场平',
    '2022-02 open started',
    0,
    0,
    'read',
  ])
  assert.deepEqual(await then('2022-02-01'), [
    '2022-02-01',
    '2022-01 overdue 场平',
    '2022-02 open started',
    0,
    1,
    'read',
  ])
  assert.deepEqual(await then('2022-02-20'), [
    '2022-02-20',
    '2022-01 done 场平',
    '2022-02 open started',
    1,
    0,
    'read',
  ])
  assert.deepEqual(told((await battle(officer)).items[0]), ['2022-02 overdue started'])
  assert.deepEqual(await then('2022-01-09'), ['2022-01-09', 0, 0])
  const refusedThen = await officer.call('PUT', `/api/projects/${id}/tasks/2022-01?asOf=2022-02-01`, {
    text: '改',
    revision: 2,
  })
  assert.ok(refusedThen.statusCode >= 400, refusedThen.body)
})

test('a merge carries tasks over where the other has none', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const [kept, lost] = [await buildProject(database, zone), await buildProject(database, zone)]
  await put(analyst, kept, '2022-03', { text: '留' })
  await put(analyst, lost, '2022-03', { text: '去' })
  await put(analyst, lost, '2022-04', { text: '来' })
  const revision = async (id: string) => {
    const { rows } = await database.within({ zoneId: zone.id, memberId: null }, async (db) => ({
      rows: await db
        .selectFrom('project')
        .select('revision')
        .where('zoneId', '=', zone.id)
        .where('id', '=', id)
        .execute(),
    }))
    return rows[0]?.revision
  }
  const merged = await analyst.call('POST', '/api/merges', {
    ...{ keptId: kept, lostId: lost, takeLost: [] },
    ...{ keptRevision: await revision(kept), lostRevision: await revision(lost) },
  })
  assert.equal(merged.statusCode, 201, merged.body)
  assert.deepEqual(told((await battle(analyst)).items[0]), ['2022-03 open 留', '2022-04 open 来'])
})

test('333 projects of twelve months come in one answer, by a handful of statements', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const ids = Array.from({ length: 333 }, () => uuidv7())
  const periods = Array.from({ length: 12 }, (_, at) => `2022-${String(at + 1).padStart(2, '0')}-01`)
  await database.within(author, async (db) => {
    await insertRows(
      db,
      author,
      'project',
      ids.map((id, at) => ({ id, name: `项目${at}`, stage: 'signed', standing: 'ongoing' })),
    )
    await insertRows(
      db,
      author,
      'month_task',
      ids.flatMap((projectId) =>
        periods.map((period) => ({ id: uuidv7(), projectId, period, text: '推进' })),
      ),
    )
  })
  const began = performance.now()
  const { items, counts } = await battle(analyst)
  const took = performance.now() - began
  assert.equal(items.length, 333)
  assert.deepEqual(counts, { projects: 333, tasks: 3996, done: 0, overdue: 666 })
  assert.ok(took < 3000, `${took} ms`)
})
