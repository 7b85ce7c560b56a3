import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { csv, officeOf } from '../buildings/test-office.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { RankedPlaces } from './contract.ts'
import type { Plan, PlanList, PlanRun } from './plan-contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-plans-')))
after(async () => {
  await app.close()
  await database.close()
})

const keep = { roomIds: [], areaM2: null, untilOn: '2999-12-31' }

/** Six projects that want a parcel each, of eight: two are others', one is built, one asks for much tax. */
async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const ids: Record<string, string> = {}
  for (const [at, number] of [...'甲乙丙丁己庚辛壬'].entries())
    ids[number] = await buildParcel(database, zone, {
      ...{ number, at: [at * 1000, 0], status: number === '壬' ? 'built' : 'cleared' },
    })
  const project = (name: string, tax: string, corps: string, more = {}) =>
    buildProject(database, zone, {
      ...{ name, stage: 'signed', landArea: '9407', expectedTax: tax, corps, ...more },
    })
  const { a, b } = zone.corps
  for (const [name, tax] of [
    ['一', '900'],
    ['二', '500'],
    ['三', '400'],
    ['四', '300'],
  ])
    ids[name as string] = await project(name as string, tax as string, a)
  for (const [name, tax] of [
    ['五', '600'],
    ['六', '550'],
  ])
    ids[name as string] = await project(name as string, tax as string, b)
  await project('已有地', '800', a, { parcelNo: '辛' })
  ids['已预留'] = await project('已预留', '800', a)
  const held = await analyst.call('POST', `/api/projects/${ids['已预留']}/reservations`, {
    ...keep,
    parcelIds: [ids['庚']],
  })
  assert.equal(held.statusCode, 200, held.body)
  const set = {
    ...{ name: '税收条件', everywhere: false, source: '公告', parcelIds: [ids['己']] },
    rules: [
      {
        ...{ kind: 'indicator', checkStage: 'fullCapacity', source: '公告', indicator: 'taxPerMu' },
        ...{ operator: 'atLeast', value: '60', unit: '万元/亩' },
      },
    ],
  }
  assert.equal((await analyst.call('POST', '/api/rule-sets', set)).statusCode, 201)
  return { zone, analyst, ids }
}

const asked = (more: object = {}) => ({ name: '一季度统筹', stages: ['signed'], ...more })

async function finished(who: Caller, input: object): Promise<PlanRun> {
  const begun = await who.call('POST', '/api/plans', input)
  assert.equal(begun.statusCode, 202, begun.body)
  const { id } = begun.json<PlanRun>()
  for (let tries = 0; tries < 600; tries++) {
    const run = (await who.call('GET', `/api/plans/runs/${id}`)).json<PlanRun>()
    if (run.state !== 'running') return run
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The plan did not come to an end.')
}

async function made(who: Caller, input: object): Promise<Plan> {
  const { planId, problem } = await finished(who, input)
  assert.equal(problem, null)
  return (await who.call('GET', `/api/plans/${planId}`)).json<Plan>()
}

const placesIn = ({ answer }: Plan) =>
  new Map(
    answer.placed.map(({ project, place }) => [
      project.name,
      place.parts.map(({ label }) => label).join('+'),
    ]),
  )

test('each gets a place of its own, under a parcel’s rule, a corps’ limit and what is kept for others', async () => {
  const { zone, analyst } = await world()
  const quotas = [{ unitId: zone.corps.b, measure: 'projects', most: 1 }]
  const plan = await made(analyst, asked({ quotas }))
  const places = placesIn(plan)
  assert.deepEqual([...places.keys()].sort(), ['一', '三', '二', '五', '四'].sort())
  assert.equal(places.get('一'), '己', 'the only one that earns 60 万元 a mu')
  assert.deepEqual([...places.values()].sort(), ['丁', '丙', '乙', '己', '甲'].sort())
  const { answer } = plan
  assert.ok(answer.isProven && answer.gap <= 0.005)
  assert.equal(answer.sums.tax, 2700)
  assert.ok(answer.greedy.value <= answer.sums.value + 1e-6)
  const first = answer.placed.find(({ project }) => project.name === '一')
  assert.ok(Math.abs((first?.taxPerMu ?? 0) - 63.78) < 0.01, 'golden: 900 万元 on 14.11 亩')

  const [left] = answer.leftOut
  assert.deepEqual([left?.project.name, left?.reason], ['六', 'contended'])
  assert.deepEqual(left?.contended?.quotas, [{ corpsId: zone.corps.b, measure: 'projects', by: 1 }])
  assert.deepEqual(
    left?.way?.changes.map(({ words, offered }) => [words?.zh, Math.round(Number(offered))]),
    [['亩均税收 ≥ 60 万元/亩', 39]],
  )
  assert.deepEqual([plan.asked.projects, plan.asked.spaces, plan.madeBy], [6, 5, 'analyst同志'])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('rules that leave no place are named; stages without a waiting project are refused', async () => {
  const { analyst, zone } = await world()
  const projectId = await buildProject(database, zone, {
    ...{ name: '太大', stage: 'signed', landArea: '900000', expectedTax: '100' },
  })
  const { answer } = await made(analyst, asked({ stages: null, projectIds: [projectId] }))
  assert.deepEqual(
    answer.leftOut.map(({ reason, conflict }) => [reason, conflict.map(({ rule }) => rule)]),
    [['noPlace', ['need.areaLeast']]],
  )
  assert.deepEqual(
    answer.binding.rules.map(({ rule, projects }) => [rule, projects]),
    [['need.areaLeast', 1]],
  )
  const none = await analyst.call('POST', '/api/plans', asked({ stages: ['lead'] }))
  assert.equal(none.statusCode, 400)
  assert.match(none.json<{ message: string }>().message, /没有等待落位的项目/)
  const quotas = [{ unitId: projectId, measure: 'projects', most: 1 }]
  const noCorps = await analyst.call('POST', '/api/plans', asked({ quotas }))
  assert.match(noCorps.json<{ message: string }>().message, /不是兵团/)
  const list = (await analyst.call('GET', '/api/plans')).json<PlanList>()
  assert.equal(list.running, null, 'what was refused holds nobody up')
})

test('land that a planned project’s own line names goes to no other of the plan', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  await buildParcel(database, zone, { number: '甲', at: [0, 0], status: 'cleared' })
  const project = (name: string, more: object) =>
    buildProject(database, zone, { name, stage: 'signed', landArea: '9407', ...more })
  const own = await project('有地', { parcelNo: '甲', expectedTax: '100' })
  const other = await project('没地', { expectedTax: '900' })
  const plan = await made(analyst, { name: '点名', projectIds: [own, other] })
  assert.deepEqual([...placesIn(plan)], [['有地', '甲']])
  assert.deepEqual(
    plan.answer.leftOut.map(({ project: { name }, conflict }) => [name, conflict.map(({ rule }) => rule)]),
    [['没地', ['need.named']]],
  )
})

test('one plan at a time in a zone; one that is cancelled leaves nothing', async () => {
  const { analyst, zone } = await world()
  const director = await signIn(app, zone, 'director')
  const begun = await analyst.call('POST', '/api/plans', asked())
  const { id } = begun.json<PlanRun>()
  const second = await director.call('POST', '/api/plans', asked())
  assert.equal(second.statusCode, 409)
  assert.match(second.json<{ message: string }>().message, /“analyst同志”正在计算“一季度统筹”/)
  assert.equal((await analyst.call('DELETE', `/api/plans/runs/${id}`)).statusCode, 200)
  assert.equal((await analyst.call('GET', `/api/plans/runs/${id}`)).statusCode, 404)
  await made(director, asked({ name: '另一个' }))
  const { items } = (await analyst.call('GET', '/api/plans')).json<PlanList>()
  assert.deepEqual(
    items.map(({ name, madeBy }) => [name, madeBy]),
    [['另一个', 'director同志']],
  )
})

test('adopted, its places are kept for its projects; refused whole once one is another’s', async () => {
  const { analyst, zone, ids } = await world()
  const [plan, later] = [await made(analyst, asked()), await made(analyst, asked({ name: '同样的' }))]
  assert.deepEqual([...placesIn(plan)], [...placesIn(later)], 'the same plan of the same input')
  const other = await buildProject(database, zone, { name: '后来的', stage: 'signed', landArea: '9407' })
  const adopt = (one: Plan, more: object = {}) =>
    analyst.call('POST', `/api/plans/${one.id}/adopt`, {
      ...{ untilOn: '2999-12-31', revision: one.revision, ...more },
    })
  assert.equal((await adopt(plan, { untilOn: '2020-01-01' })).statusCode, 400)
  assert.equal((await adopt(plan, { revision: 9 })).statusCode, 409)

  const taken = plan.answer.placed.find(({ project }) => project.name === '一')?.place.parts[0]
  const path = `/api/projects/${other}/reservations`
  const held = await analyst.call('POST', path, { ...keep, parcelIds: [taken?.id] })
  assert.equal(held.statusCode, 200, held.body)
  const refused = await adopt(plan)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json<{ message: string }>().message, new RegExp(`“${taken?.label} → 一”`))
  const keptFor = async (id: string) =>
    (await analyst.call('GET', `/api/projects/${id}/places`))
      .json<RankedPlaces>()
      .reservations.map(({ label, untilOn }) => [label, untilOn])
  assert.deepEqual(await keptFor(ids['二'] ?? ''), [], 'none of it was kept')

  const [first] = held.json<RankedPlaces>().reservations
  await analyst.call('DELETE', `${path}/${first?.id}`)
  const done = await adopt(plan)
  assert.equal(done.statusCode, 200, done.body)
  assert.equal(done.json<Plan>().adoptedBy, 'analyst同志')
  for (const [name, label] of placesIn(plan))
    assert.deepEqual(await keptFor(ids[name] ?? ''), [[label, '2999-12-31']])
  const free = (await analyst.call('GET', `/api/projects/${other}/places`)).json<RankedPlaces>()
  assert.equal(free.spaces, 5 - plan.answer.placed.length, 'the ranking of another sees none of them')
  assert.equal((await adopt(done.json<Plan>())).statusCode, 409, 'adopted already')
  const again = await adopt(later)
  assert.match(again.json<{ message: string }>().message, /已有去处或不再推进/)

  assert.equal((await analyst.call('DELETE', `/api/plans/${later.id}?revision=7`)).statusCode, 409)
  assert.equal((await analyst.call('DELETE', `/api/plans/${later.id}?revision=1`)).statusCode, 200)
  assert.equal((await analyst.call('GET', `/api/plans/${later.id}`)).statusCode, 404)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('of two plans adopted in the same moment one is, whole, and the other not at all', async () => {
  const { analyst, zone, ids } = await world()
  const director = await signIn(app, zone, 'director')
  // Each places the same projects elsewhere: neither’s places alone would stop the other.
  const plans = [
    await made(analyst, asked()),
    await made(analyst, asked({ name: '另一个', weights: 'tax:0,output:0,late:10' })),
  ]
  const answers = await Promise.all(
    plans.map(({ id, revision }, at) =>
      [analyst, director][at]?.call('POST', `/api/plans/${id}/adopt`, { untilOn: '2999-12-31', revision }),
    ),
  )
  assert.deepEqual(answers.map((one) => one?.statusCode).sort(), [200, 409])
  for (const name of ['一', '二', '三', '四', '五']) {
    const places = (await analyst.call('GET', `/api/projects/${ids[name]}/places`)).json<RankedPlaces>()
    assert.ok(places.reservations.length <= 1, name)
  }
})

test('only directors and analysts of the zone know of its plans', async () => {
  const { analyst, zone } = await world()
  const plan = await made(analyst, asked())
  const paths = ['/api/plans', `/api/plans/${plan.id}`]
  for (const login of ['commander', 'officer', 'promoter', 'administrator']) {
    const who = await signIn(app, zone, login)
    for (const path of paths) assert.equal((await who.call('GET', path)).statusCode, 403, login)
    assert.equal((await who.call('POST', '/api/plans', asked())).statusCode, 403, login)
  }
  // Even a query that forgets who asks finds none.
  const narrow = { zoneId: zone.id, memberId: zone.memberIds['officer'] ?? '' }
  const seen = await database.within(narrow, (db) =>
    db.selectFrom('plan').select('id').where('zoneId', '=', zone.id).execute(),
  )
  assert.deepEqual(seen, [])
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  assert.deepEqual((await stranger.call('GET', '/api/plans')).json<PlanList>().items, [])
  assert.equal((await stranger.call('GET', `/api/plans/${plan.id}`)).statusCode, 404)
  const adopt = { untilOn: '2999-12-31', revision: 1 }
  assert.equal((await stranger.call('POST', `/api/plans/${plan.id}/adopt`, adopt)).statusCode, 404)
  assert.equal((await stranger.call('DELETE', `/api/plans/${plan.id}?revision=1`)).statusCode, 404)
})

test('a room that comes free later is kept from that day, and for no shorter than until then', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const let_ = ['东楼', '1层', '101', 1000, '已租', '青溪渡科技有限公司', '2020-01-01', '2040-06-30', 45]
  await officeOf(app, analyst).bring(csv([let_]))
  const id = await buildProject(database, zone, {
    ...{ name: '检测', stage: 'signed', floorArea: '1000', expectedTax: '300' },
  })
  const plan = await made(analyst, asked())
  assert.deepEqual(
    plan.answer.placed.map(({ project, place, fromOn }) => [project.name, place.kind, fromOn]),
    [['检测', 'room', '2040-07-01']],
  )
  const adopt = (untilOn: string) =>
    analyst.call('POST', `/api/plans/${plan.id}/adopt`, { untilOn, revision: plan.revision })
  const early = await adopt('2035-01-01')
  assert.equal(early.statusCode, 400)
  assert.match(early.json<{ message: string }>().message, /101 → 检测” 的单元最晚 2040-07-01 才空出/)
  assert.equal((await adopt('2045-01-01')).statusCode, 200)
  const { reservations } = (await analyst.call('GET', `/api/projects/${id}/places`)).json<RankedPlaces>()
  assert.deepEqual(
    reservations.map(({ kind, untilOn }) => [kind, untilOn]),
    [['room', '2045-01-01']],
  )
})

test('a plan under other land conditions says what it supposes and who comes in, and is not adopted', async () => {
  const { analyst, ids } = await world()
  const projectIds = [ids['五']]
  const others = ['甲', '乙', '丙', '丁']
  for (const number of others) {
    const held = await analyst.call('POST', `/api/projects/${ids['六']}/reservations`, {
      ...keep,
      parcelIds: [ids[number]],
    })
    assert.equal(held.statusCode, 200, held.body)
  }
  const before = await made(analyst, { name: '现有条件', projectIds })
  assert.deepEqual(
    [before.answer.placed.length, before.asked.thresholds, before.asked.projectIds],
    [0, [], projectIds],
  )

  const thresholds = [{ indicator: 'taxPerMu', percent: 70 }]
  const supposed = await made(analyst, { name: '降到七成', projectIds, thresholds })
  assert.deepEqual(placesIn(supposed), new Map([['五', '己']]), '600 万元 on 14.11 亩 is 42.52, 42 are asked')
  assert.deepEqual(supposed.asked.thresholds, thresholds)
  const tighter = await made(analyst, {
    name: '七成一',
    projectIds,
    thresholds: [{ indicator: 'taxPerMu', percent: 71 }],
  })
  assert.equal(tighter.answer.placed.length, 0)
  assert.deepEqual(
    tighter.answer.leftOut[0]?.conflict.map(({ words }) => words?.zh),
    ['亩均税收 ≥ 42.6 万元/亩'],
  )

  const adopted = await analyst.call('POST', `/api/plans/${supposed.id}/adopt`, {
    ...{ untilOn: '2999-12-31', revision: supposed.revision },
  })
  assert.equal(adopted.statusCode, 409)
  assert.match(adopted.json<{ message: string }>().message, /推演，不能采用/)

  for (const wrong of [
    [...thresholds, ...thresholds],
    [{ indicator: 'taxPerMu', percent: 0 }],
    [{ indicator: 'noSuchFigure', percent: 90 }],
  ])
    assert.equal(
      (await analyst.call('POST', '/api/plans', { name: '错', projectIds, thresholds: wrong })).statusCode,
      400,
    )
})

test('the figures of a plan, and of its yardstick, are the sums of their rows', async () => {
  const { analyst } = await world()
  const { answer } = await made(analyst, asked())
  const mu = (m2: number) => (m2 * 3) / 2000
  for (const [sums, rows] of [
    [answer.sums, answer.placed],
    [answer.greedy, answer.greedyPlaced ?? []],
  ] as const) {
    const total = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0)
    assert.ok(rows.length > 0)
    assert.equal(sums.placed, rows.length)
    assert.equal(
      sums.tax,
      total(({ tax }) => tax ?? 0),
    )
    assert.ok(Math.abs(sums.value - total(({ value }) => value)) < 1e-6)
    const given = total(({ place }) => mu(place.areaM2))
    assert.ok(Math.abs((sums.taxPerMuGiven ?? 0) - sums.tax / given) < 1e-9)
    assert.ok(Math.abs((sums.taxPerMuOfAll ?? 0) - sums.tax / mu(answer.landM2 ?? 0)) < 1e-9)
  }
  for (const { value, score, tax } of answer.placed) assert.ok(Math.abs(value - score * (tax ?? 0)) < 1e-6)
})
