import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { GoalBoard } from '../goals/contract.ts'
import type { Territory } from '../territories/contract.ts'
import type { Holdings, OrganisationOn, Preview, Reorganisation, Step } from './reorganisation.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-03-01T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-reorganise-')))
after(async () => {
  await app.close()
  await database.close()
})

const post = async <T>(who: Caller, path: string, body: object, status: number): Promise<T> => {
  const response = await who.call('POST', path, body)
  assert.equal(response.statusCode, status, response.body)
  return response.json<T>()
}
const draft = (who: Caller, title: string, effectiveOn: string, steps: Step[]) =>
  post<Reorganisation>(who, '/api/reorganisations', { title, effectiveOn, steps }, 201)
const confirm = (who: Caller, { id, revision }: Reorganisation) =>
  post<Reorganisation>(who, `/api/reorganisations/${id}/confirm`, { revision }, 200)
const preview = async (who: Caller, { id }: Reorganisation) =>
  (await who.call('GET', `/api/reorganisations/${id}/preview`)).json<Preview>()
const refused = (who: Caller, { id, revision }: Reorganisation, verb: 'confirm' | 'undo', status = 409) =>
  post<{ message: string }>(who, `/api/reorganisations/${id}/${verb}`, { revision }, status)
const list = async (who: Caller) =>
  (await who.call('GET', '/api/reorganisations')).json<{ items: Reorganisation[] }>().items

const organisation = async (who: Caller, on: string) =>
  (await who.call('GET', `/api/organisation?on=${on}`)).json<OrganisationOn>()
/** Every unit of a day under its parent, with its people and projects. */
async function tree(who: Caller, on: string): Promise<string[]> {
  const { items, withoutCorps } = await organisation(who, on)
  const name = (id: string | null) => items.find((unit) => unit.id === id)?.name ?? '—'
  return [
    ...items.map((unit) => `${name(unit.parentId)}/${unit.name} ${unit.people}人 ${unit.projects}项`).sort(),
    `无兵团 ${withoutCorps}项`,
  ]
}
const idOf = async (who: Caller, on: string, name: string) =>
  (await organisation(who, on)).items.find((unit) => unit.name === name)?.id ?? assert.fail(name)
async function ledger(who: Caller): Promise<Record<string, number>> {
  const { items } = (await who.call('GET', '/api/ledger/groups?by=corps')).json<{
    items: { value: string | null; count: number }[]
  }>()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const units = (await organisation(who, today)).items
  return Object.fromEntries(
    items.map(({ value, count }) => [
      value === null ? '—' : (units.find((unit) => unit.id === value)?.name ?? value),
      count,
    ]),
  )
}

/** Who holds which area on a day: by the list, by the tree and by each unit's panel alike. */
async function areas(who: Caller, on: string): Promise<string[]> {
  const { items } = (await who.call('GET', `/api/territories?on=${on}`)).json<{ items: Territory[] }>()
  const units = (await organisation(who, on)).items
  const byPanel = await Promise.all(
    units.map(async (unit) => {
      const { territories } = (
        await who.call('GET', `/api/organisation/${unit.id}?on=${on}`)
      ).json<Holdings>()
      assert.equal(territories.length, unit.territories)
      return territories.map(({ name }) => `${unit.name} ${name}`)
    }),
  )
  const name = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  const told = items.map((area) => `${name(area.unitId)} ${area.name}`).sort()
  assert.deepEqual(byPanel.flat().sort(), told)
  return told
}
const goals = async (who: Caller, query: string) => {
  const { items, units } = (await who.call('GET', `/api/goals?${query}`)).json<GoalBoard>()
  const name = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  return items.map(({ unitId, actual, value }) => `${name(unitId)} ${actual}/${value}`).sort()
}

/** The five corps of early 2022, with groups, posts, projects, areas and goals. */
async function zoneOf2022() {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const office = await idOf(director, '2022-03-01', '管委会')
  const opened = ['科技城兵团', '绿色智造兵团', '三江创智新城兵团'].map((name) => ({
    unitId: crypto.randomUUID(),
    name,
  }))
  const group = { unitId: crypto.randomUUID(), name: '城市风貌组' }
  await confirm(
    director,
    await draft(director, '组建五个兵团', '2022-03-01', [
      ...opened.map(
        ({ unitId, name }): Step => ({
          kind: 'open',
          unitId,
          unitKind: 'corps',
          name,
          parentId: office,
        }),
      ),
      {
        kind: 'open',
        unitId: group.unitId,
        unitKind: 'work_group',
        name: group.name,
        parentId: zone.corps.b,
      },
    ]),
  )
  const [city = '', green = '', sanjiang = ''] = opened.map(({ unitId }) => unitId)
  const corps = { ...zone.corps, city, green, sanjiang }
  for (const [key, count] of Object.entries({ a: 3, b: 2, city: 2, green: 1, sanjiang: 2 }))
    for (let at = 0; at < count; at++)
      await buildProject(database, zone, {
        corps: corps[key as keyof typeof corps],
        stage: 'signed',
        'signed.actual': '2022-02-15',
      })
  const area = async (name: string, unitId: string) =>
    (await post<{ id: string }>(director, '/api/territories', { name, unitId, fromOn: '2022-03-01' }, 201)).id
  const north = await area('宁围街道北片', city)
  await area('宁围街道南片', city)
  await area('三江创智新城', sanjiang)
  const aims = { a: [7, 8], b: [10, 12], city: [20, 22], sanjiang: [5, 6] }
  for (const [key, values] of Object.entries(aims))
    for (const [at, value] of values.entries())
      await post(
        director,
        '/api/goals',
        {
          unitId: corps[key as keyof typeof corps],
          measure: 'signedCount',
          period: String(2022 + at),
          value: String(value),
        },
        201,
      )
  return { zone, director, office, corps, group, north }
}

test('2022 → 2023: five corps become three and 三江创智新城 leaves, right on both sides', async () => {
  setClock('2022-03-01T09:00:00')
  const { zone, director, corps, group, north } = await zoneOf2022()
  const before = await tree(director, '2022-03-01')
  const areasBefore = await areas(director, '2022-03-01')
  assert.deepEqual(areasBefore, [
    '三江创智新城兵团 三江创智新城',
    '科技城兵团 宁围街道北片',
    '科技城兵团 宁围街道南片',
  ])
  const goalsOf2022 = await goals(director, 'period=2022')
  assert.deepEqual(goalsOf2022, ['三江创智新城兵团 2/5', '市北兵团 3/7', '桥南兵团 2/10', '科技城兵团 2/20'])
  const goalsOf2023 = await goals(director, 'period=2023')
  assert.deepEqual(goalsOf2023, ['三江创智新城兵团 0/6', '市北兵团 0/8', '桥南兵团 0/12', '科技城兵团 0/22'])
  assert.ok(before.includes('管委会/三江创智新城兵团 0人 2项'))
  const newCorps = crypto.randomUUID()
  const steps: Step[] = [
    { kind: 'merge', unitIds: [corps.b, corps.city], intoId: newCorps, name: '江南科技城兵团' },
    {
      kind: 'close',
      unitId: corps.sanjiang,
      posts: corps.a,
      projects: 'leave',
      groups: null,
      territories: 'leave',
    },
    // A part of 宁围 leaves the zone with it.
    { kind: 'hand_over', fromId: newCorps, toId: 'leave', members: [], projects: [], territories: [north] },
  ]
  const act = await draft(director, '五大兵团调整为三大兵团', '2023-01-01', steps)
  const seen = await preview(director, act)
  assert.deepEqual(seen.faults, [])
  assert.deepEqual(seen.counts, { units: 5, posts: 1, projects: 6, territories: 4, goals: 4 })
  assert.deepEqual(
    seen.territories.map(({ name, from, to }) => [name, from, to]),
    [
      ['宁围街道北片', '科技城兵团', '江南科技城兵团'],
      ['宁围街道南片', '科技城兵团', '江南科技城兵团'],
      ['三江创智新城', '三江创智新城兵团', null],
      ['宁围街道北片', '江南科技城兵团', null],
    ],
  )
  // 2022's goals stay with those who had them; 2023's of the merged are one, 三江's has ended.
  assert.deepEqual(
    seen.goals.map(({ unit, period, value, what }) => `${what} ${unit} ${period} ${value}`),
    [
      'ends 桥南兵团 2023 12',
      'ends 科技城兵团 2023 22',
      'begins 江南科技城兵团 2023 34',
      'ends 三江创智新城兵团 2023 6',
    ],
  )
  assert.equal(seen.projects?.length, 6)
  assert.deepEqual(
    seen.posts.map(({ member, from, to }) => [member, from, to]),
    [['commander2同志', '桥南兵团', '江南科技城兵团']],
  )
  assert.deepEqual(
    seen.units.map(({ name, what }) => `${what} ${name}`),
    [
      'open 江南科技城兵团',
      'place 城市风貌组',
      'close 桥南兵团',
      'close 科技城兵团',
      'close 三江创智新城兵团',
    ],
  )
  await confirm(director, act)
  const after2023 = [
    '—/管委会 5人 0项',
    '江南科技城兵团/城市风貌组 0人 0项',
    '管委会/江南科技城兵团 1人 4项',
    '管委会/绿色智造兵团 0人 1项',
    '管委会/市北兵团 3人 3项',
  ]
  // Nothing has happened yet; the day to come can be read already.
  assert.deepEqual(await tree(director, '2022-03-01'), before)
  assert.deepEqual(await tree(director, '2022-12-31'), before)
  assert.deepEqual(await tree(director, '2023-01-01'), [...after2023.sort(), '无兵团 2项'])
  assert.equal((await ledger(director))['桥南兵团'], 2)
  assert.deepEqual(await areas(director, '2022-12-31'), areasBefore)
  assert.deepEqual(await areas(director, '2023-01-01'), ['江南科技城兵团 宁围街道南片'])
  assert.deepEqual(await goals(director, 'period=2023'), goalsOf2023)
  // An officer and an administrator see the same of the day to come.
  for (const login of ['officer', 'administrator'])
    assert.deepEqual(await areas(await signIn(app, zone, login), '2023-01-01'), [
      '江南科技城兵团 宁围街道南片',
    ])

  // Undone before its date: every answer is the former one.
  const [confirmed] = (await list(director)).filter((one) => one.id === act.id)
  assert.deepEqual(confirmed?.abilities, ['undo'])
  await post(director, `/api/reorganisations/${act.id}/undo`, { revision: confirmed?.revision }, 200)
  assert.deepEqual(await tree(director, '2023-01-01'), before)
  assert.deepEqual(await areas(director, '2023-01-01'), areasBefore)
  assert.match((await refused(director, { ...act, revision: 3 }, 'undo')).message, /已经撤销/)

  const again = await draft(director, '五大兵团调整为三大兵团', '2023-01-01', steps)
  await confirm(director, again)
  // A project that comes to a corps after the confirmation goes along; a post as well.
  await buildProject(database, zone, { corps: corps.city })

  // The machine was off over the new year: the first request of the fifth carries it out.
  setClock('2023-01-05T08:00:00')
  const later = await signIn(app, zone, 'director')
  assert.deepEqual(await ledger(later), { 市北兵团: 3, 江南科技城兵团: 5, 绿色智造兵团: 1, '—': 2 })
  assert.deepEqual(await tree(later, '2023-01-01'), [
    ...after2023.map((line) => line.replace('4项', '5项')),
    '无兵团 2项',
  ])
  assert.deepEqual(
    (await tree(later, '2022-12-31')).map((line) => line.replace('科技城兵团 0人 3项', '科技城兵团 0人 2项')),
    before,
  )
  assert.deepEqual(await areas(later, '2022-12-31'), areasBefore)
  assert.deepEqual(await areas(later, '2023-01-01'), ['江南科技城兵团 宁围街道南片'])
  // The year that is over counts for whoever had the projects then, 三江's that have left too.
  assert.deepEqual(await goals(later, 'period=2022'), goalsOf2022)
  assert.deepEqual(await goals(later, 'period=2022&asOf=2022-12-31'), goalsOf2022)
  const goalsAfter = ['市北兵团 0/8', '江南科技城兵团 0/34']
  assert.deepEqual(await goals(later, 'period=2023'), goalsAfter)
  const commander = await signIn(app, zone, 'commander2')
  const me = (await commander.call('GET', '/api/me')).json<{ corpsId: string; posts: { unit: string }[] }>()
  assert.equal(me.corpsId, newCorps)
  assert.deepEqual(
    me.posts.map(({ unit }) => unit),
    ['江南科技城兵团'],
  )
  const held = async (on: string, id: string) =>
    (await later.call('GET', `/api/organisation/${id}?on=${on}`)).json<Holdings>()
  assert.equal((await held('2022-06-01', corps.b)).posts[0]?.toOn, '2022-12-31')
  assert.equal((await held('2022-06-01', corps.b)).projects?.length, 2)
  assert.equal((await held('2023-01-05', newCorps)).posts[0]?.fromOn, '2023-01-01')
  assert.equal((await held('2023-01-05', group.unitId)).unit.parentId, newCorps)
  // The project says when and why.
  const project = (await held('2023-01-05', newCorps)).projects?.[0]
  const timeline = await later.call('GET', `/api/projects/${project?.id}/timeline`)
  const entry = timeline.json<{ items: { at: string; cause: { kind: string; name: string } }[] }>().items[0]
  assert.deepEqual(
    [entry?.at, entry?.cause.kind, entry?.cause.name],
    ['2022-12-31T16:00:00.000Z', 'reorganisation', '五大兵团调整为三大兵团'],
  )
  // A closed corps takes no project any more.
  const edit = await later.call('PATCH', '/api/ledger', {
    edits: [{ projectId: project?.id, field: 'corps', from: newCorps, to: corps.b }],
  })
  assert.equal(edit.json<{ failures: { code: string }[] }>().failures[0]?.code, 'invalid_input')

  // After its date it is taken back only by a new act, which has its two sides as well.
  assert.match((await refused(later, { ...again, revision: 3 }, 'undo')).message, /另拟一次调整/)
  const back = await post<Reorganisation>(
    later,
    `/api/reorganisations/${again.id}/reversal`,
    { title: '恢复五大兵团', effectiveOn: '2023-02-01' },
    201,
  )
  assert.deepEqual((await preview(later, back)).faults, [])
  // The project that came to 科技城 after the confirmation goes back with the rest.
  await confirm(later, back)
  setClock('2023-02-01T00:00:00')
  const last = await signIn(app, zone, 'director')
  const former = before.map((line) => line.replace('科技城兵团 0人 2项', '科技城兵团 0人 3项'))
  assert.deepEqual(await tree(last, '2023-02-01'), former)
  assert.deepEqual(
    (await tree(last, '2023-01-31')).slice(0, 3),
    after2023.slice(0, 3).map((line) => line.replace('4项', '5项')),
  )
  assert.deepEqual(await tree(last, '2022-12-31'), former)
  for (const on of ['2022-12-31', '2023-02-01']) assert.deepEqual(await areas(last, on), areasBefore)
  assert.deepEqual(await areas(last, '2023-01-31'), ['江南科技城兵团 宁围街道南片'])
  assert.deepEqual(await goals(last, 'period=2022'), goalsOf2022)
  assert.deepEqual(await goals(last, 'period=2023'), goalsOf2023)
  assert.deepEqual(await goals(last, 'period=2023&asOf=2023-01-31'), goalsAfter)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what cannot be is refused, with the place and the way out', async () => {
  setClock('2022-03-01T09:00:00')
  const { zone, director, office, corps, group } = await zoneOf2022()
  const rename: Step = { kind: 'rename', unitId: corps.a, name: '北干兵团' }
  const past = await director.call('POST', '/api/reorganisations', {
    title: '昨天的事',
    effectiveOn: '2022-02-28',
    steps: [rename],
  })
  assert.equal(past.statusCode, 400)
  assert.match(past.json<{ message: string }>().message, /2022-02-28 早于今天（2022-03-01）/)
  const nonsense = { title: '没有这一天', effectiveOn: '2022-02-30', steps: [rename] }
  assert.equal((await director.call('POST', '/api/reorganisations', nonsense)).statusCode, 400)

  const faultOf = async (steps: Step[], on = '2022-04-01') => {
    const act = await draft(director, '试一试', on, steps)
    const { faults } = await preview(director, act)
    await refused(director, act, 'confirm')
    await director.call('DELETE', `/api/reorganisations/${act.id}`)
    return faults[0] ?? assert.fail('no fault')
  }
  assert.match(
    (await faultOf([{ kind: 'move', unitId: corps.b, parentId: group.unitId }])).message,
    /不能把上级划到自己的下级里/,
  )
  assert.match((await faultOf([{ kind: 'move', unitId: office, parentId: corps.a }])).message, /管委会/)
  const full = await faultOf([{ kind: 'close', unitId: corps.b, posts: null, projects: null, groups: null }])
  assert.match(full.message, /下级单位 1 个、任职 1 项、项目 2 个/)
  assert.equal(full.rows.length, 4)
  assert.match(
    (await faultOf([{ kind: 'rename', unitId: corps.a, name: '桥南兵团' }])).message,
    /已有“桥南兵团”/,
  )
  assert.match(
    (
      await faultOf([
        { kind: 'hand_over', fromId: corps.a, toId: group.unitId, members: [], projects: 'all' },
      ])
    ).message,
    /不是兵团/,
  )

  const officer = await signIn(app, zone, 'officer')
  const body = { title: '越权', effectiveOn: '2022-04-01', steps: [rename] }
  assert.equal((await officer.call('POST', '/api/reorganisations', body)).statusCode, 403)
  const act = await draft(director, '更名', '2022-04-01', [rename])
  assert.deepEqual(
    (await list(officer)).filter(({ id }) => id === act.id),
    [],
  )
  assert.equal((await officer.call('GET', `/api/reorganisations/${act.id}/preview`)).statusCode, 403)
  assert.equal(
    (await officer.call('POST', `/api/reorganisations/${act.id}/confirm`, { revision: 1 })).statusCode,
    403,
  )
  // System administrators prepare without seeing which projects move.
  const administrator = await signIn(app, zone, 'administrator')
  const handing = await draft(administrator, '移交', '2022-04-01', [
    { kind: 'hand_over', fromId: corps.a, toId: corps.b, members: [], projects: 'all' },
  ])
  const seen = await preview(administrator, handing)
  assert.deepEqual([seen.counts.projects, seen.projects], [3, null])
  assert.equal((await organisation(administrator, '2022-03-01')).items[0]?.projects, null)
  await director.call('DELETE', `/api/reorganisations/${handing.id}`)

  // Two acts: the later builds on the earlier, so the earlier cannot go first.
  await confirm(director, act)
  const second = await draft(director, '再更名', '2022-05-01', [
    { kind: 'rename', unitId: corps.b, name: '市北兵团' },
  ])
  await confirm(director, second)
  const now = (await list(director)).find(({ id }) => id === act.id) ?? assert.fail()
  assert.match((await refused(director, now, 'undo')).message, /“再更名”（2022-05-01）/)
  assert.deepEqual(
    (await organisation(director, '2022-05-01')).items.map(({ name }) => name).sort(),
    ['管委会', '北干兵团', '市北兵团', '科技城兵团', '绿色智造兵团', '三江创智新城兵团', '城市风貌组'].sort(),
  )
})

test('a cycle is refused, also one that two acts make only together, whichever is confirmed first', async () => {
  for (const first of ['earlier', 'later'] as const) {
    setClock('2022-03-01T09:00:00')
    const { zone, director, corps } = await zoneOf2022()
    const move = (unitId: string, parentId: string): Step => ({ kind: 'move', unitId, parentId })
    const before = await tree(director, '2022-06-01')
    const own = await draft(director, '划到自己的组下', '2022-04-01', [move(corps.b, corps.b)])
    assert.match((await refused(director, own, 'confirm')).message, /不能把上级划到自己的下级里/)
    const inOne = await draft(director, '互相划归', '2022-04-01', [
      move(corps.green, corps.city),
      move(corps.city, corps.green),
    ])
    assert.match((await refused(director, inOne, 'confirm')).message, /不能把上级划到自己的下级里/)

    const earlier = await draft(director, '绿色智造划归科技城', '2022-04-01', [move(corps.green, corps.city)])
    const later = await draft(director, '科技城划归绿色智造', '2022-05-01', [move(corps.city, corps.green)])
    const [one, two] = first === 'earlier' ? [earlier, later] : [later, earlier]
    await confirm(director, one)
    const { message } = await refused(director, two, 'confirm')
    assert.match(message, /不能把上级划到自己的下级里/)
    if (first === 'later') assert.match(message, /已确认的“科技城划归绿色智造”（2022-05-01）就无法生效/)
    // Both at the same moment: one stands, the other is told.
    const [left, right] = [
      await draft(director, '三江划归市北', '2022-06-01', [move(corps.sanjiang, corps.a)]),
      await draft(director, '市北划归三江', '2022-06-02', [move(corps.a, corps.sanjiang)]),
    ]
    const answers = await Promise.all(
      [left, right].map(({ id, revision }) =>
        director.call('POST', `/api/reorganisations/${id}/confirm`, { revision }),
      ),
    )
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409])
    setClock('2022-07-01T08:00:00')
    const then = await signIn(app, zone, 'director')
    assert.equal((await tree(then, '2022-07-01')).length, before.length, 'every unit is still in the tree')
    assert.deepEqual(
      (await list(then)).filter((act) => act.status === 'stopped'),
      [],
    )
    await assertEveryRowHasItsChange(database, zone.id)
  }
})

test('an act that no longer fits on its day is stopped whole, and says why', async () => {
  setClock('2022-03-01T09:00:00')
  const { zone, director, corps } = await zoneOf2022()
  const administrator = await signIn(app, zone, 'security')
  const act = await draft(director, '撤销绿色智造', '2022-04-01', [
    { kind: 'close', unitId: corps.green, posts: null, projects: corps.a, groups: null },
  ])
  await confirm(director, act)
  const memberId = zone.memberIds['promoter']
  const given = { memberId, unitId: corps.green, role: 'officer', fromOn: '2022-03-10' }
  assert.equal((await administrator.call('POST', '/api/posts', given)).statusCode, 201)
  setClock('2022-04-01T08:00:00')
  const later = await signIn(app, zone, 'director')
  const [stopped] = (await list(later)).filter(({ id }) => id === act.id)
  assert.equal(stopped?.status, 'stopped')
  assert.match(stopped?.stoppedBecause ?? '', /任职 1 项/)
  assert.equal((await ledger(later))['绿色智造兵团'], 1)
})

test('a post does not overlap itself', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'security')
  const give = (body: object) =>
    administrator.call('POST', '/api/posts', {
      memberId: zone.memberIds['officer'],
      unitId: zone.corps.a,
      ...body,
    })
  const again = await give({ role: 'officer', fromOn: '2022-06-01' })
  assert.equal(again.statusCode, 409)
  assert.match(again.json<{ message: string }>().message, /市北兵团.*2020-01-01 至 今后.*不能重叠/)
  assert.equal((await give({ role: 'promoter', fromOn: '2022-06-01', toOn: '2022-06-30' })).statusCode, 201)
  assert.equal((await give({ role: 'promoter', fromOn: '2022-06-30' })).statusCode, 409)
  const third = await give({ role: 'promoter', fromOn: '2022-07-01' })
  assert.equal(third.statusCode, 201)
  const first = third
    .json<{ posts: { id: string; role: string; toOn: string; revision: number }[] }>()
    .posts.find((one) => one.toOn === '2022-06-30')
  const longer = { revision: first?.revision, toOn: null }
  assert.equal((await administrator.call('PATCH', `/api/posts/${first?.id}`, longer)).statusCode, 409)
})
