import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
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

/** The five corps of early 2022, with groups, posts and projects. */
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
      await buildProject(database, zone, { corps: corps[key as keyof typeof corps] })
  return { zone, director, office, corps, group }
}

test('2022 → 2023: five corps become three and 三江创智新城 leaves, right on both sides', async () => {
  setClock('2022-03-01T09:00:00')
  const { zone, director, corps, group } = await zoneOf2022()
  const before = await tree(director, '2022-03-01')
  assert.ok(before.includes('管委会/三江创智新城兵团 0人 2项'))
  const newCorps = crypto.randomUUID()
  const act = await draft(director, '五大兵团调整为三大兵团', '2023-01-01', [
    { kind: 'merge', unitIds: [corps.b, corps.city], intoId: newCorps, name: '江南科技城兵团' },
    { kind: 'close', unitId: corps.sanjiang, posts: corps.a, projects: 'leave', groups: null },
  ])
  const seen = await preview(director, act)
  assert.deepEqual(seen.faults, [])
  assert.deepEqual(seen.counts, { units: 5, posts: 1, projects: 6 })
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

  // Undone before its date: every answer is the former one.
  const [confirmed] = (await list(director)).filter((one) => one.id === act.id)
  assert.deepEqual(confirmed?.abilities, ['undo'])
  await post(director, `/api/reorganisations/${act.id}/undo`, { revision: confirmed?.revision }, 200)
  assert.deepEqual(await tree(director, '2023-01-01'), before)
  assert.match((await refused(director, { ...act, revision: 3 }, 'undo')).message, /已经撤销/)

  const again = await draft(director, '五大兵团调整为三大兵团', '2023-01-01', [
    { kind: 'merge', unitIds: [corps.b, corps.city], intoId: newCorps, name: '江南科技城兵团' },
    { kind: 'close', unitId: corps.sanjiang, posts: corps.a, projects: 'leave', groups: null },
  ])
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
