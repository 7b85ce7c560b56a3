import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { LightRule, Part } from '../../engine/lights/rule.ts'
import type { LightPreview, LightRules } from './contract.ts'
import { ruleFault } from './model/rule-faults.ts'
import { lightPresets, presetOf } from './presets.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-05-10T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-light-rules-')))
after(async () => {
  await app.close()
  await database.close()
})

const milestones = (yellow: string, red: string): LightRule => ({
  parts: [
    {
      ...{ kind: 'milestone', milestones: ['started'] },
      ...{ yellow: { op: 'over', value: yellow }, red: { op: 'over', value: red } },
    },
  ],
})
const send = async (
  who: Caller,
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  url: string,
  body?: object,
  status = 200,
) => {
  const response = await who.call(method, url, body)
  assert.equal(response.statusCode, status, response.body)
  return response.json<LightRules & { id: string; message: string; code: string }>()
}
const read = async (who: Caller, query = '') =>
  (await who.call('GET', `/api/light-rules${query}`)).json<LightRules>()
const preview = async (who: Caller, body: object) => {
  const response = await who.call('POST', '/api/light-rules/preview', body)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<LightPreview>()
}

test('every preset can be judged by, and says where it is from', () => {
  for (const preset of lightPresets) {
    assert.equal(ruleFault(preset.definition), undefined, preset.key)
    assert.ok(preset.source.zh && preset.source.en)
  }
})

test('until a zone puts a rule of its own in force, the preset proposed holds; then its own from that month on', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const first = await read(director)
  assert.deepEqual(
    [first.month, first.inForce, first.items, first.presets.map(({ key }) => key)],
    ['2022-05', { id: null, name: null, preset: 'example' }, [], lightPresets.map(({ key }) => key)],
  )
  const made = await send(
    director,
    'POST',
    '/api/light-rules',
    { name: '一', definition: milestones('0', '10') },
    201,
  )
  const rule = made.items[0] ?? assert.fail()
  assert.deepEqual(
    [rule.name, rule.fromMonth, rule.isInForce, rule.abilities],
    ['一', null, false, ['read', 'create', 'update', 'remove']],
  )
  const changed = await send(director, 'PATCH', `/api/light-rules/${rule.id}`, {
    revision: 1,
    definition: milestones('5', '10'),
  })
  assert.deepEqual(changed.items[0]?.definition, milestones('5', '10'))
  const past = { ruleId: rule.id, revision: 2, fromMonth: '2022-04' }
  assert.match(
    (await send(director, 'PUT', '/api/light-rules/in-force', past, 400)).message,
    /2022-04 已经过去/,
  )
  await send(director, 'PUT', '/api/light-rules/in-force', { ...past, fromMonth: '2022-06' })
  assert.equal((await read(director)).inForce.id, null)

  // Another from this month makes the one to come give way.
  const second = await send(
    director,
    'POST',
    '/api/light-rules',
    { name: '二', definition: milestones('0', '10') },
    201,
  )
  const now = await send(director, 'PUT', '/api/light-rules/in-force', {
    ruleId: second.id,
    revision: 1,
    fromMonth: '2022-05',
  })
  assert.equal(now.inForce.id, second.id)
  assert.deepEqual(
    now.items.map(({ name, fromMonth }) => [name, fromMonth]),
    [
      ['二', '2022-05'],
      ['一', null],
    ],
  )

  setClock('2022-07-02T09:00:00')
  const later = await signIn(app, zone, 'director')
  const one = (await read(later)).items.find(({ name }) => name === '一') ?? assert.fail()
  await send(later, 'PUT', '/api/light-rules/in-force', {
    ruleId: one.id,
    revision: one.revision,
    fromMonth: '2022-07',
  })
  assert.equal((await read(later)).inForce.name, '一')
  assert.equal((await read(later, '?asOf=2022-06-30')).inForce.name, '二')
  // What was judged by stays, but for its name.
  const two = (await read(later)).items.find(({ name }) => name === '二') ?? assert.fail()
  assert.deepEqual(two.abilities, ['read', 'create'])
  const patch = { revision: two.revision, definition: milestones('1', '2') }
  assert.match(
    (await send(later, 'PATCH', `/api/light-rules/${two.id}`, patch, 409)).message,
    /自 2022-05 起施行/,
  )
  await send(later, 'DELETE', `/api/light-rules/${two.id}?revision=${two.revision}`, undefined, 409)
  const again = { ruleId: two.id, revision: two.revision, fromMonth: '2022-08' }
  assert.equal((await send(later, 'PUT', '/api/light-rules/in-force', again, 409)).code, 'conflict')
  const named = await send(later, 'PATCH', `/api/light-rules/${two.id}`, {
    revision: two.revision,
    name: '二（旧）',
  })
  assert.ok(named.items.some(({ name }) => name === '二（旧）'))
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a draft shows what would change before it is saved: counts before and after, and each project with its reason', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  const planned = async (name: string, plan: string, more: Record<string, string> = {}) =>
    buildProject(database, zone, { name, stage: 'signed', 'started.plan': plan, ...more })
  await planned('迟九天', '2022-05-01')
  await planned('迟两月', '2022-03-10')
  await planned('将开工', '2022-06')
  await planned('未签约', '2022-03-10', { stage: 'negotiating', corps: zone.corps.b })
  await buildProject(database, zone, { name: '无计划' })
  const director = await signIn(app, zone, 'director')
  const draft = { definition: milestones('0', '5') }
  const shown = await preview(director, draft)
  assert.deepEqual(shown.before, { green: 1, yellow: 1, red: 2, grey: 1 })
  assert.deepEqual(shown.after, { green: 1, yellow: 0, red: 3, grey: 1 })
  assert.deepEqual(
    shown.items.map(({ name, from, to, why }) => [name, from, to, why.code]),
    [['迟九天', 'yellow', 'red', 'milestoneLate']],
  )
  const mild = await preview(director, { definition: milestones('90', '180') })
  assert.deepEqual(
    [mild.total, mild.items.map(({ name, to }) => `${name} ${to}`)],
    [3, ['迟九天 green', '迟两月 green', '未签约 green']],
  )
  const page = await preview(director, { definition: milestones('90', '180'), limit: 1, offset: 1 })
  assert.deepEqual([page.total, page.items.map(({ name }) => name)], [3, ['迟两月']])
  // Of a month gone by, by what is known today.
  const april = await preview(director, { ...draft, month: '2022-04' })
  assert.deepEqual(april.before, { green: 2, yellow: 0, red: 2, grey: 1 })
  const ahead = await director.call('POST', '/api/light-rules/preview', { ...draft, month: '2022-06' })
  assert.equal(ahead.statusCode, 400)

  // Another corps' unsigned project is neither listed nor counted.
  const commander = await preview(await signIn(app, zone, 'commander'), {
    definition: milestones('90', '180'),
  })
  assert.deepEqual([commander.total, commander.before.red, commander.after.green], [2, 1, 3])
  const other = await preview(await signIn(app, await buildZone(database), 'director'), draft)
  assert.deepEqual([other.total, other.before], [0, { green: 0, yellow: 0, red: 0, grey: 0 }])
  assert.equal((await read(director)).items.length, 0)

  // What is in force changes nothing, of whichever month.
  const { id: ruleId } = await send(director, 'POST', '/api/light-rules', { name: '严', ...draft }, 201)
  await send(director, 'PUT', '/api/light-rules/in-force', { ruleId, revision: 1, fromMonth: '2022-05' })
  for (const month of ['2022-04', '2022-05'])
    assert.equal((await preview(director, { ...draft, month })).total, 0, month)
})

test('who may: the office and the system administrator set rules; administrators see no projects by them', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  const rule = { name: '一', definition: milestones('0', '10') }
  for (const login of ['commander', 'officer', 'promoter', 'analyst']) {
    const who = await signIn(app, zone, login)
    assert.deepEqual((await read(who)).abilities, ['read'], login)
    await send(who, 'POST', '/api/light-rules', rule, 403)
    await send(
      who,
      'PUT',
      '/api/light-rules/in-force',
      { ruleId: zone.id, revision: 1, fromMonth: '2022-05' },
      403,
    )
  }
  for (const login of ['security', 'auditor'])
    assert.equal((await (await signIn(app, zone, login)).call('GET', '/api/light-rules')).statusCode, 403)
  const administrator = await signIn(app, zone, 'administrator')
  const { id } = await send(administrator, 'POST', '/api/light-rules', rule, 201)
  await send(administrator, 'POST', '/api/light-rules/preview', { definition: rule.definition }, 403)
  // Two at once: the second is told.
  await send(administrator, 'PATCH', `/api/light-rules/${id}`, { revision: 1, name: '二' })
  const late = await send(administrator, 'PATCH', `/api/light-rules/${id}`, { revision: 1, name: '三' }, 409)
  assert.equal(late.code, 'conflict')
  const stranger = await signIn(app, await buildZone(database), 'director')
  await send(stranger, 'PATCH', `/api/light-rules/${id}`, { revision: 2, name: '外' }, 404)
  await send(
    stranger,
    'PUT',
    '/api/light-rules/in-force',
    { ruleId: id, revision: 2, fromMonth: '2022-05' },
    404,
  )
  await send(administrator, 'DELETE', `/api/light-rules/${id}?revision=2`)
  assert.deepEqual((await read(administrator)).items, [])
})

test('a rule that cannot be judged by is refused with its part, the value and the way out', async () => {
  setClock('2022-05-10T09:00:00')
  const director = await signIn(app, await buildZone(database), 'director')
  const statistics = (yellow: string | null, red: string | null) => ({
    kind: 'statistics',
    yellow: yellow === null ? null : { op: 'over', value: yellow },
    red: red === null ? null : { op: 'over', value: red },
  })
  const investment = { ...(presetOf('sanya2022').definition.parts[0] as Part) }
  const faults: [object, RegExp][] = [
    [statistics(null, null), /第 1 项“入统”：黄灯和红灯至少要有一个界限/],
    [statistics('3', '2'), /红灯的界限 2 没有超出黄灯的界限 3/],
    [statistics('2', '2'), /没有超出/],
    [statistics('1.5', null), /“1.5”须为整数/],
    [statistics('121', null), /“121”个月太长/],
    [{ kind: 'statistics', yellow: null }, /缺少“red”/],
    [{ ...investment, milestones: [] }, /没有“milestones”/],
    [{ ...investment, inARow: 1 }, /inARow/],
    [{ kind: 'moon' }, /只能是 milestone/],
    [{ ...statistics('1', '2'), red: { op: 'over', value: '-1' } }, /应为数字，不带负号/],
  ]
  for (const [part, message] of faults) {
    const refused = await send(
      director,
      'POST',
      '/api/light-rules',
      { name: '坏', definition: { parts: [part] } },
      400,
    )
    assert.match(refused.message, message)
    const tried = await send(
      director,
      'POST',
      '/api/light-rules/preview',
      { definition: { parts: [part] } },
      400,
    )
    assert.match(tried.message, message)
  }
  await send(director, 'POST', '/api/light-rules', { name: '空', definition: { parts: [] } }, 400)
  await send(director, 'POST', '/api/light-rules', { name: ' ', definition: milestones('0', '1') }, 400)
  await send(
    director,
    'POST',
    '/api/light-rules',
    { name: '好', definition: { parts: [statistics('2', '3')] } },
    201,
  )
})
