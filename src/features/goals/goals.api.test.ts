import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import {
  buildProject,
  buildTestApp,
  buildZone,
  type Caller,
  signIn,
  type TestZone,
} from '../../../test/factories.ts'
import { multiplyDecimal, roundDecimal } from '../../shared/decimal.ts'
import type { GoalBoard, GoalDetail } from './contract.ts'
import { ledgerConditions } from './ledger-conditions.ts'
import type { MeasureKey } from './measures.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-01-20T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-goals-')))
after(async () => {
  await app.close()
  await database.close()
})

const set = async (who: Caller, body: object, status = 201) => {
  const response = await who.call('POST', '/api/goals', { period: '2022', ...body })
  assert.equal(response.statusCode, status, response.body)
  return response.json<GoalDetail & { message: string }>()
}
const board = async (who: Caller, query = 'period=2022') => {
  const response = await who.call('GET', `/api/goals?${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<GoalBoard>()
}
/** `市北兵团 signedCount 3/10` */
const told = async (who: Caller, query?: string) => {
  const { items, units } = await board(who, query)
  const name = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  return items
    .map((goal) => `${name(goal.unitId)} ${goal.measure} ${goal.actual}/${goal.value}`)
    .sort((a, b) => a.localeCompare(b, 'zh'))
}
/** A project that no corps has. */
const none = null as unknown as string
const points = (ratio: string | null) => roundDecimal(multiplyDecimal(ratio ?? assert.fail(), '100'), 1)
const signed = (zone: TestZone, corps: string, on: string, more: Record<string, string> = {}) =>
  buildProject(database, zone, { corps, stage: 'signed', 'signed.actual': on, ...more }, on.slice(0, 7))

test('a goal shows its figure, rate and lead over time, exact and from unrounded figures', async () => {
  setClock('2022-01-20T09:00:00')
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const { a, b } = zone.corps
  await set(analyst, { unitId: a, measure: 'signedInvestment', value: '100000.000001' })
  await set(analyst, { unitId: a, measure: 'signedCount', value: '3' })
  await set(analyst, { unitId: a, measure: 'startedCount', value: '4' })
  await set(analyst, { unitId: a, measure: 'startedOver1Yi', value: '2' })
  await set(analyst, { unitId: a, measure: 'startedOver10Yi', value: '0' })
  await set(analyst, { unitId: a, measure: 'yearInvestment', value: '900' })
  await set(analyst, { unitId: b, measure: 'signedCount', value: '5' })
  await set(analyst, { unitId: a, measure: 'signedCount', period: '2022-Q2', value: '2' })
  await set(analyst, { unitId: a, measure: 'signedCount', period: '2022-03', value: '1' })

  await signed(zone, a, '2022-01-31', { totalInvestment: '0.1', yearDone: '100.5' })
  await signed(zone, a, '2022-03-31', { totalInvestment: '50900.2' })
  await signed(zone, a, '2021-12-31', { totalInvestment: '7' })
  await signed(zone, a, '2023-01-01', { totalInvestment: '7' })
  await signed(zone, b, '2022-04-01')
  const starts = { stage: 'started', 'started.actual': '2022-05' }
  const one = await buildProject(
    database,
    zone,
    { ...starts, corps: a, totalInvestment: '10000', yearDone: '200' },
    '2022-02',
  )
  await buildProject(database, zone, { ...starts, corps: a, totalInvestment: '9999.999999' })
  await buildProject(database, zone, { ...starts, corps: a, totalInvestment: '100000' })
  setClock('2022-05-31T18:00:00')
  const may = await signIn(app, zone, 'analyst')
  const later = await may.call('PATCH', '/api/ledger', {
    period: '2022-04',
    edits: [{ projectId: one, field: 'yearDone', from: null, to: '300.25' }],
  })
  assert.equal(later.json<{ applied: number }>().applied, 1, later.body)

  assert.deepEqual(await told(may), [
    '桥南兵团 signedCount 1/5',
    '市北兵团 signedCount 2/3',
    '市北兵团 signedInvestment 50900.3/100000.000001',
    '市北兵团 startedCount 3/4',
    '市北兵团 startedOver10Yi 1/0',
    // Tiers are nested: what reaches 10亿元 reaches 1亿元, and 10000 万元 is one.
    '市北兵团 startedOver1Yi 2/2',
    '市北兵团 yearInvestment 400.75/900',
  ])
  const { items, timeProgress } = await board(may)
  assert.equal(points(timeProgress), '41.7')
  const goal = (measure: MeasureKey) => items.find((row) => row.measure === measure) ?? assert.fail()
  assert.deepEqual(
    [points(goal('signedInvestment').rate), points(goal('signedInvestment').ahead)],
    ['50.9', '9.2'],
  )
  assert.equal(goal('startedOver10Yi').rate, null)
  assert.deepEqual(await told(may, 'period=2022-Q2'), ['市北兵团 signedCount 0/2'])
  assert.deepEqual(await told(may, 'period=2022-03'), ['市北兵团 signedCount 1/1'])
  assert.deepEqual((await board(may)).periods, ['2022-Q2', '2022-03', '2022'])

  // The whole zone's goal counts every project, those without a corps too.
  const office = (await board(may)).units.find(({ isZone }) => isZone)?.id
  await buildProject(database, zone, { corps: none, stage: 'signed', 'signed.actual': '2022-05-30' })
  await set(may, { unitId: office, measure: 'signedCount', value: '30' })
  assert.equal(
    (await told(may)).find((line) => line.startsWith('管委会')),
    '管委会 signedCount 4/30',
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('every figure opens the rows behind it, and the ledger’s filter finds the same', async () => {
  setClock('2022-05-31T18:00:00')
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const { a } = zone.corps
  await signed(zone, a, '2022-02-10', { name: '甲', totalInvestment: '5.5' })
  await signed(zone, a, '2022-03-10', { name: '乙' })
  await signed(zone, a, '2022-03-11', { name: '已流失', standing: 'lost' })
  await signed(zone, zone.corps.b, '2022-03-12', { name: '别家' })
  const { goal } = await set(analyst, { unitId: a, measure: 'signedCount', value: '4', note: '含续签' })
  const detail = (await analyst.call('GET', `/api/goals/${goal.id}`)).json<GoalDetail>()
  assert.deepEqual(
    detail.rows.map(({ name, on, amount }) => [name, on, amount]),
    [
      ['乙', '2022-03-10', null],
      ['甲', '2022-02-10', '5.5'],
    ],
  )
  assert.deepEqual(
    [detail.unit, detail.setBy, detail.goal.note, detail.goal.actual],
    ['市北兵团', 'analyst同志', '含续签', '2'],
  )
  const where = JSON.stringify(ledgerConditions(detail.goal, a))
  const totals = await analyst.call('GET', `/api/ledger/totals?where=${encodeURIComponent(where)}`)
  assert.equal(totals.json<{ count: number }>().count, 2)
})

test('what is no goal is refused, with the reason', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const ok = { unitId: zone.corps.a, measure: 'signedCount', value: '20' }
  const refused = async (body: object, words: RegExp, status = 400) =>
    assert.match((await set(director, { ...ok, ...body }, status)).message, words)
  await refused({ period: undefined }, /period|时期/)
  await refused({ value: '-1' }, /value|目标/)
  await refused({ value: '1e3' }, /value/)
  await refused({ value: 20 }, /value/)
  await refused({ value: '2.5' }, /“签约项目”按个数计.*“2\.5”须为整数/)
  await refused({ measure: 'happiness' }, /measure/)
  await refused({ period: '2022-13' }, /period/)
  await refused({ period: '0000' }, /没有“0000”这个时期/)
  await refused({ measure: 'yearInvestment', period: '2022-Q1' }, /只能定年度目标/)
  await refused({ period: '2019' }, /“市北兵团”在2019年不存在（2020-01-01 至 今后）/)
  await refused({ unitId: crypto.randomUUID() }, /单位/, 404)
  await refused({ setBy: 'me' }, /setBy/)
  const { goal } = await set(director, { ...ok, value: '20.0' })
  assert.equal(goal.value, '20')
  // Overlapping: both are named.
  await refused(
    { value: '25' },
    /“市北兵团”2022年的“签约项目”已有目标 20 个（2022-01-01 — 2022-12-31），新的 25 个/,
    409,
  )
  await set(director, { ...ok, period: '2022-Q1' })

  const patch = (body: object) => director.call('PATCH', `/api/goals/${goal.id}`, body)
  assert.equal((await patch({ revision: 1, value: '22' })).statusCode, 200)
  assert.equal((await patch({ revision: 1, value: '23' })).statusCode, 409)
  assert.equal((await patch({ revision: 2, value: '0.5' })).statusCode, 400)
  const { history } = (await director.call('GET', `/api/goals/${goal.id}`)).json<GoalDetail>()
  assert.deepEqual(
    history.map(({ value, by }) => `${by} ${value}`),
    ['director同志 22', 'director同志 20'],
  )
  const drop = (revision: number) => director.call('DELETE', `/api/goals/${goal.id}?revision=${revision}`)
  assert.equal((await drop(1)).statusCode, 409)
  assert.equal((await drop(2)).statusCode, 200)
  assert.equal((await director.call('GET', `/api/goals/${goal.id}`)).statusCode, 404)
  await set(director, ok)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('two people who set one goal at once: one of them is told', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const people = [await signIn(app, zone, 'director'), await signIn(app, zone, 'analyst')]
  const goal = { unitId: zone.corps.a, measure: 'signedCount', period: '2022', value: '20' }
  const codes = await Promise.all(
    people.map(async (who) => (await who.call('POST', '/api/goals', goal)).statusCode),
  )
  assert.deepEqual(codes.sort(), [201, 409])
})

test('directors and analysts set goals, the business reads them, administrators keep out', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const { goal } = await set(director, { unitId: zone.corps.a, measure: 'signedCount', value: '20' })
  assert.deepEqual((await board(director)).abilities, ['read', 'create', 'update', 'remove'])
  for (const login of ['commander', 'officer', 'promoter', 'commander2']) {
    const who = await signIn(app, zone, login)
    const { abilities, items } = await board(who)
    assert.deepEqual([abilities, items[0]?.abilities], [['read'], ['read']])
    await set(who, { unitId: zone.corps.b, measure: 'signedCount', value: '1' }, 403)
    const patch = { revision: 1, value: '1' }
    assert.equal((await who.call('PATCH', `/api/goals/${goal.id}`, patch)).statusCode, 403)
    assert.equal((await who.call('DELETE', `/api/goals/${goal.id}?revision=1`)).statusCode, 403)
  }
  for (const login of ['administrator', 'security', 'auditor'])
    assert.equal((await (await signIn(app, zone, login)).call('GET', '/api/goals')).statusCode, 403)
})

test('figures tell nobody of a project that has not signed, and are alike for all', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const { a } = zone.corps
  const { goal } = await set(director, { unitId: a, measure: 'signedCount', value: '20' })
  await signed(zone, a, '2022-02-01', { name: '已签约' })
  // A date that somebody wrote too early.
  await signed(zone, a, '2022-02-02', { name: '秘密项目', stage: 'negotiating' })
  const seen = await told(director)
  assert.deepEqual(seen, ['市北兵团 signedCount 1/20'])
  for (const login of ['analyst', 'commander', 'commander2']) {
    const who = await signIn(app, zone, login)
    assert.deepEqual(await told(who), seen, login)
    const detail = await who.call('GET', `/api/goals/${goal.id}`)
    assert.ok(!detail.body.includes('秘密项目'), login)
  }
})

test('as of a day: the value of then, the corps of then', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const { a, b } = zone.corps
  const director = await signIn(app, zone, 'director')
  const { goal } = await set(director, { unitId: a, measure: 'signedCount', value: '20' })
  const project = await signed(zone, a, '2022-02-01')
  setClock('2022-04-10T09:00:00')
  const april = await signIn(app, zone, 'director')
  await april.call('PATCH', `/api/goals/${goal.id}`, { revision: 1, value: '24' })
  const moved = await april.call('PATCH', '/api/ledger', {
    edits: [{ projectId: project, field: 'corps', from: a, to: b }],
  })
  assert.equal(moved.json<{ applied: number }>().applied, 1)
  assert.deepEqual(await told(april), ['市北兵团 signedCount 0/24'])
  assert.deepEqual(await told(april, 'period=2022&asOf=2022-04-09'), ['市北兵团 signedCount 1/20'])
  assert.deepEqual(await told(april, 'period=2022&asOf=2022-02-28'), [])
  const past = await board(april, 'period=2022&asOf=2022-03-31')
  assert.deepEqual([past.timeProgress, past.abilities], ['0.25', ['read']])
  // The year over: whose project it was on its last day decides, however it moves afterwards.
  setClock('2023-02-01T09:00:00')
  const next = await signIn(app, zone, 'director')
  await next.call('PATCH', '/api/ledger', {
    edits: [{ projectId: project, field: 'corps', from: b, to: a }],
  })
  assert.deepEqual(await told(next), ['市北兵团 signedCount 0/24'])
})

test('two corps merged in midyear: each its own before, together after, exact on both sides', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const { a, b } = zone.corps
  const director = await signIn(app, zone, 'director')
  await set(director, { unitId: a, measure: 'signedInvestment', value: '100.1' })
  await set(director, { unitId: b, measure: 'signedInvestment', value: '200.2' })
  await set(director, { unitId: b, measure: 'signedCount', value: '3' })
  await signed(zone, a, '2022-02-01', { totalInvestment: '0.1' })
  await signed(zone, b, '2022-02-02', { totalInvestment: '0.2' })
  const before = await told(director)
  const act = await director.call('POST', '/api/reorganisations', {
    title: '合并',
    effectiveOn: '2022-07-01',
    steps: [{ kind: 'merge', unitIds: [a, b], intoId: a }],
  })
  const { id, revision } = act.json<{ id: string; revision: number }>()
  assert.equal(
    (await director.call('POST', `/api/reorganisations/${id}/confirm`, { revision })).statusCode,
    200,
  )
  assert.deepEqual(await told(director), before)
  setClock('2022-07-01T08:00:00')
  const july = await signIn(app, zone, 'director')
  assert.deepEqual(await told(july), ['市北兵团 signedCount 2/3', '市北兵团 signedInvestment 0.3/300.3'])
  assert.deepEqual(await told(july, 'period=2022&asOf=2022-06-30'), before)
  await assertEveryRowHasItsChange(database, zone.id)
})
