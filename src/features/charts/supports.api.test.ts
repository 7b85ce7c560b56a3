import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { ProjectChart, Support } from './support-contract.ts'
import { ask, ok, put, refused, supportChart } from './test-charts.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-03-10T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-supports-')))
after(async () => {
  await app.close()
  await database.close()
})

const patch = (who: Caller, { id, revision }: Pick<Support, 'id' | 'revision'>, given: object) =>
  who.call('PATCH', `/api/supports/${id}`, { revision, ...given })

test('a need is told with what, of whom and by when; overdue after its day, met, and taken away', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { name: '云栖减震支座', stage: 'signed' })
  const officer = await signIn(app, zone, 'officer')
  const land = await ask(officer, id, {
    ofWhom: null,
    ofUnitId: zone.corps.b,
    dueOn: '2022-03-09',
    note: ' 急 ',
  })
  assert.deepEqual(
    { ...land, id: '' },
    {
      ...{ id: '', kind: 'land', what: '用地指标 30 亩', ofUnitId: zone.corps.b, ofWhom: '桥南兵团' },
      ...{
        dueOn: '2022-03-09',
        metOn: null,
        isOverdue: true,
        note: '急',
        askedBy: 'officer同志',
        revision: 1,
      },
      abilities: ['read', 'update'],
    },
  )
  const today = await ask(officer, id, { kind: 'energy', dueOn: '2022-03-10' })
  assert.equal(today.isOverdue, false)
  const { items, counts, total, askedOf, byCorps } = await supportChart(officer)
  assert.deepEqual(
    items[0]?.supports.map(({ kind }) => kind),
    ['land', 'energy'],
  )
  assert.deepEqual(
    [items[0]?.project?.name, items[0]?.project?.abilities],
    ['云栖减震支座', ['read', 'update']],
  )
  assert.deepEqual([total, counts], [1, { open: 2, overdue: 1, met: 0 }])
  assert.deepEqual(byCorps, [{ corpsId: zone.corps.a, open: 2, overdue: 1, met: 0 }])
  assert.deepEqual(askedOf.map(({ name, count }) => [name, count]).sort(), [
    ['市资规局', 1],
    ['桥南兵团', 1],
  ])

  const met = await ok<Support>(patch(officer, land, { metOn: '2022-03-10' }))
  assert.deepEqual([met.metOn, met.isOverdue, met.revision], ['2022-03-10', false, 2])
  await refused(patch(officer, land, { what: '旧' }), 409, /“用地指标 30 亩”刚被他人修改/)
  const other = await ok<Support>(patch(officer, met, { ofWhom: '供电公司', what: '双回路', kind: 'energy' }))
  assert.deepEqual([other.ofUnitId, other.ofWhom, other.kind], [null, '供电公司', 'energy'])
  assert.deepEqual((await supportChart(officer)).counts, { open: 1, overdue: 0, met: 1 })
  const gone = await officer.call('DELETE', `/api/supports/${today.id}?revision=1`)
  assert.equal(gone.statusCode, 200, gone.body)
  await refused(officer.call('PATCH', `/api/supports/${today.id}`, { revision: 2, what: 'x' }), 404)
  assert.deepEqual((await supportChart(officer, 'state=all')).counts, { open: 0, overdue: 0, met: 1 })
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what cannot be is refused with the way out', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(database, zone)
  const officer = await signIn(app, zone, 'officer')
  const sent = (given: object) =>
    officer.call('POST', `/api/projects/${id}/supports`, {
      ...{ kind: 'land', what: '指标', ofWhom: '市资规局', dueOn: '2022-03-31', ...given },
    })
  await refused(sent({ ofWhom: '' }), 400)
  await refused(sent({ ofWhom: null }), 400, /由谁保障/)
  await refused(sent({ ofUnitId: zone.corps.b }), 400, /只能有一个/)
  await refused(sent({ ofWhom: null, ofUnitId: id }), 400, /没有这个单位/)
  await refused(sent({ dueOn: '2022-02-30' }), 400, /没有 2022-02-30/)
  await refused(sent({ what: ' ' }), 400)
  await refused(sent({ kind: 'water' }), 400)
  const need = await ask(officer, id)
  await refused(patch(officer, need, { metOn: '2022-03-11' }), 400, /还没有到/)
  assert.deepEqual((await supportChart(officer)).counts, { open: 1, overdue: 0, met: 0 })
})

test('filters, pages and counts are exact; what was given up waits for nobody', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const build = (name: string, corps: string, more: Record<string, string> = {}) =>
    buildProject(database, zone, { name, corps, stage: 'signed', ...more })
  const [one, two, three] = [
    await build('甲', zone.corps.a),
    await build('乙', zone.corps.b),
    await build('丙', zone.corps.b, { standing: 'lost' }),
  ]
  await ask(analyst, one, { kind: 'funds', dueOn: '2022-03-01' })
  await ask(analyst, one, { kind: 'people', ofWhom: null, ofUnitId: zone.corps.b })
  const met = await ask(analyst, two)
  await ok(patch(analyst, met, { metOn: '2022-03-01' }))
  await ask(analyst, three)
  const names = async (query: string) =>
    (await supportChart(analyst, query)).items.map(
      ({ project, supports }) => `${project?.name} ${supports.length}`,
    )
  assert.deepEqual(await names(''), ['甲 2'])
  assert.deepEqual(await names('state=all'), ['甲 2', '乙 1'])
  assert.deepEqual(await names('state=met'), ['乙 1'])
  assert.deepEqual(await names('state=overdue'), ['甲 1'])
  assert.deepEqual(await names('kind=people'), ['甲 1'])
  assert.deepEqual(await names(`corps=${zone.corps.b}&state=all`), ['乙 1'])
  assert.deepEqual(await names('corps=none&state=all'), [])
  assert.deepEqual(await names(`of=${zone.corps.b}`), ['甲 1'])
  assert.deepEqual(await names(`of=${encodeURIComponent('市资规局')}`), ['甲 1'])
  assert.deepEqual(await names(`q=${encodeURIComponent('指标')}&state=all`), ['甲 2', '乙 1'])
  assert.deepEqual(await names(`q=${encodeURIComponent('桥南')}`), ['甲 1'])
  assert.deepEqual(await names(`q=${encodeURIComponent('乙')}&state=all`), ['乙 1'])
  const page = await supportChart(analyst, 'state=all&limit=1&offset=1')
  assert.deepEqual(
    [page.items.length, page.total, page.supports, page.counts],
    [1, 2, 3, { open: 2, overdue: 1, met: 1 }],
  )
  await refused(analyst.call('GET', '/api/support-chart?state=late'), 400)
})

test('who may change the project may change what it asks; the unit asked sees that, and no more of an unsigned project', async () => {
  setClock('2022-03-10T09:00:00')
  const zone = await buildZone(database)
  const secret = await buildProject(database, zone, { name: '玄武湖', stage: 'lead', corps: zone.corps.a })
  const [commander, other] = [await signIn(app, zone, 'commander'), await signIn(app, zone, 'commander2')]
  const asked = await ask(commander, secret, {
    ofWhom: null,
    ofUnitId: zone.corps.b,
    what: '高标准厂房 2 万方',
  })
  await ask(commander, secret, { what: '玄武湖供电' })

  const { items, counts } = await supportChart(other)
  assert.deepEqual(
    items.map(({ project, supports }) => [project, supports.map(({ what }) => what)]),
    [[null, ['高标准厂房 2 万方']]],
  )
  assert.deepEqual(counts, { open: 1, overdue: 0, met: 0 })
  assert.deepEqual(items[0]?.supports[0]?.abilities, ['read'])
  assert.deepEqual((await supportChart(other, 'of=me')).supports, 1)
  const body = (await other.call('GET', '/api/support-chart?state=all')).body
  assert.ok(!body.includes('玄武湖') && !body.includes(secret))
  assert.deepEqual((await supportChart(other, `corps=${zone.corps.a}`)).supports, 0)
  assert.deepEqual((await supportChart(other, 'q=xuanwuhu')).supports, 0)
  await refused(patch(other, asked, { metOn: '2022-03-10' }), 403, /不包含这个项目/)
  await refused(other.call('DELETE', `/api/supports/${asked.id}?revision=1`), 403)
  assert.equal((await other.call('GET', `/api/projects/${secret}/chart`)).statusCode, 404)
  await refused(
    other.call('POST', `/api/projects/${secret}/supports`, {
      ...{ kind: 'land', what: '探', ofWhom: '谁', dueOn: '2022-03-31' },
    }),
    404,
  )
  // Once it is signed, it is there with its name, and still not theirs to change.
  const director = await signIn(app, zone, 'director')
  assert.equal((await supportChart(director)).supports, 2)
  for (const login of ['administrator', 'security', 'auditor'])
    assert.equal((await (await signIn(app, zone, login)).call('GET', '/api/support-chart')).statusCode, 403)
})

test('a project’s page has this month, the next, and what it asks for; of a former day as it was', async () => {
  setClock('2022-02-10T09:00:00')
  const zone = await buildZone(database)
  const at = new Date('2022-02-10T09:00:00+08:00')
  const id = await buildProject(database, zone, { stage: 'signed', 'started.plan': '2022-04' }, '2022-02', at)
  const before = await signIn(app, zone, 'officer')
  const need = await ask(before, id, { dueOn: '2022-03-01' })
  await put(before, id, '2022-03', { text: '桩基' })
  await put(before, id, '2022-05', { text: '以后' })
  setClock('2022-03-10T09:00:00')
  const officer = await signIn(app, zone, 'officer')
  await ok(patch(officer, need, { metOn: '2022-03-10' }))
  const read = (query = '') => ok<ProjectChart>(officer.call('GET', `/api/projects/${id}/chart${query}`))
  const now = await read()
  assert.deepEqual(now.months, ['2022-03', '2022-04'])
  assert.deepEqual(
    now.cells.map(({ month, task, milestones }) => [month, task?.text, milestones.length]),
    [
      ['2022-03', '桩基', 0],
      ['2022-04', undefined, 1],
    ],
  )
  assert.deepEqual(
    [now.supports.map(({ metOn }) => metOn), now.abilities],
    [['2022-03-10'], ['read', 'update']],
  )
  const then = await read('?asOf=2022-03-05')
  assert.deepEqual(
    then.supports.map(({ metOn, isOverdue, abilities }) => [metOn, isOverdue, ...abilities]),
    [[null, true, 'read']],
  )
  assert.deepEqual(then.abilities, ['read'])
  assert.deepEqual((await supportChart(officer, 'asOf=2022-03-05')).counts, { open: 1, overdue: 1, met: 0 })
})
