import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import type { Preconditions, PromiseList } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-promises-')))
after(async () => {
  await app.close()
  await database.close()
})

test('what is due, late and short is one list, by state and corps, with where each figure is from', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const one = await buildProject(database, zone, {
    ...{ name: '有机硅', stage: 'inProduction', landArea: '20000', totalDone: '6000' },
    ...{
      'landSupplied.actual': '2020-01-15',
      'started.actual': '2020-09-01',
      'completed.actual': '2021-06-01',
    },
  })
  const other = await buildProject(database, zone, { name: '生物医药', stage: 'signed', corps: zone.corps.b })
  const promise = async (
    projectId: string,
    indicator: string,
    value: string,
    unit: string,
    more: object = {},
  ) => {
    const body = { revision: null, value, unit, checkStage: 'completed', source: '投资协议', ...more }
    const response = await analyst.call('PUT', `/api/projects/${projectId}/promises/${indicator}`, body)
    assert.equal(response.statusCode, 200, response.body)
    return response.json<Preconditions>()
  }
  await promise(one, 'fixedInvestIntensity', '250', '万元/亩')
  await promise(one, 'monthsToStart', '6', '个月')
  await promise(one, 'jobs', '300', '人')
  await promise(one, 'tax', '900', '万元', { checkStage: 'fullCapacity', dueOn: '2022-12-31' })
  await promise(other, 'output', '2', '亿元', { checkStage: 'fullCapacity', dueOn: '2999-12-31' })
  const list = async (query = '') => (await analyst.call('GET', `/api/promises${query}`)).json<PromiseList>()
  const whole = await list()
  assert.deepEqual(whole.counts, { late: 1, short: 2, due: 1, running: 1, kept: 0 })
  assert.deepEqual(
    whole.items.map((item) => [item.indicator, item.state, item.actual, item.margin, item.actualFields]),
    [
      ['tax', 'late', null, null, []],
      ['monthsToStart', 'short', '8', '-2', ['landSupplied.actual', 'started.actual']],
      ['fixedInvestIntensity', 'short', '200', '-50', ['totalDone', 'landArea']],
      ['jobs', 'due', null, null, []],
      ['output', 'running', null, null, []],
    ],
  )
  assert.deepEqual((await list(`?corps=${zone.corps.b}`)).counts, {
    late: 0,
    short: 0,
    due: 0,
    running: 1,
    kept: 0,
  })
  assert.deepEqual((await list('?state=short')).total, 2)

  const actual = { value: '310', unit: '人', measuredOn: '2022-02-01', source: '社保名册' }
  const path = `/api/projects/${one}/promises/jobs/actuals`
  assert.equal((await analyst.call('POST', path, { ...actual, measuredOn: '2999-01-01' })).statusCode, 400)
  assert.equal((await analyst.call('POST', path, { ...actual, unit: '万元' })).statusCode, 400)
  assert.equal((await analyst.call('POST', path, { ...actual, paperId: one })).statusCode, 400)
  assert.equal((await analyst.call('POST', path, actual)).statusCode, 200)
  const jobs = (await list()).items.find(({ indicator }) => indicator === 'jobs')
  assert.deepEqual(
    [jobs?.state, jobs?.actual, jobs?.margin, jobs?.measured?.person, jobs?.measured?.source],
    ['kept', '310', '10', 'analyst同志', '社保名册'],
  )
  // An officer of one corps sees what is signed, and may not measure another's.
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('POST', path.replace(one, other), actual)).statusCode, 403)
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  assert.equal((await stranger.call('GET', '/api/promises')).json<PromiseList>().total, 0)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('promises of a project that has not signed are in nobody else’s list', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const projectId = await buildProject(database, zone, { name: '未签项目', stage: 'negotiating' })
  const body = { revision: null, value: '1', unit: '亿元', checkStage: 'completed', source: '可研' }
  assert.equal(
    (await officer.call('PUT', `/api/projects/${projectId}/promises/fixedInvestment`, body)).statusCode,
    200,
  )
  const total = async (login: string) =>
    (await (await signIn(app, zone, login)).call('GET', '/api/promises')).json<PromiseList>()
  assert.equal((await total('officer')).total, 1)
  const hidden = await total('commander2')
  assert.deepEqual([hidden.total, hidden.byCorps], [0, []])
})

test('a project that does not go on owes nothing; its promises stay on its own page', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const body = { revision: null, value: '900', unit: '万元', checkStage: 'fullCapacity', source: '协议' }
  for (const standing of ['ongoing', 'onHold', 'lost', 'transferred', 'rescinded']) {
    const id = await buildProject(database, zone, { name: standing, stage: 'signed', standing })
    const path = `/api/projects/${id}/promises/tax`
    const kept = await analyst.call('PUT', path, { ...body, dueOn: '2022-12-31' })
    assert.equal(kept.json<Preconditions>().promises[0]?.state, 'late')
  }
  const { items, counts } = (await analyst.call('GET', '/api/promises')).json<PromiseList>()
  assert.deepEqual(items.map(({ projectName }) => projectName).sort(), ['onHold', 'ongoing'])
  assert.equal(counts.late, 2)
})

test('days that no calendar has and spans of centuries are refused', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const id = await buildProject(database, zone, { stage: 'signed' })
  const refusal = async (indicator: string, more: object) => {
    const body = {
      revision: null,
      value: '6',
      unit: '个月',
      checkStage: 'completed',
      source: '协议',
      ...more,
    }
    const response = await analyst.call('PUT', `/api/projects/${id}/promises/${indicator}`, body)
    assert.equal(response.statusCode, 400, response.body)
    return response.json<{ message: string }>().message
  }
  assert.equal(await refusal('monthsToStart', { dueOn: '2023-02-30' }), '没有“2023-02-30”这一天。')
  assert.match(await refusal('monthsToStart', { value: '1201' }), /最多 1200 个月/)
  assert.match(await refusal('monthsToStart', { value: '101', unit: '年' }), /最多 1200 个月/)
  const actual = { value: '6', unit: '个月', measuredOn: '2021-02-29', source: '验收' }
  const measured = await analyst.call('POST', `/api/projects/${id}/promises/monthsToStart/actuals`, actual)
  assert.equal(measured.json<{ message: string }>().message, '没有“2021-02-29”这一天。')
})
