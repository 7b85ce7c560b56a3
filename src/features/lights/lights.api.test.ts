import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { insertRows } from '../../server/database/record.ts'
import type { ProjectLight } from './contract.ts'
import { lightSentence, sinceSentence } from './model/sentence.ts'
import { presetOf } from './presets.ts'
import { closeMonth } from './server/close-month.ts'
import { lightsOf } from './server/lights-of.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-05-10T09:00:00+08:00') })
const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-lights-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

const lightOf = async (who: Caller, id: string, query = '') => {
  const response = await who.call('GET', `/api/projects/${id}/light${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<ProjectLight>()
}
const monthOf = ({ months }: ProjectLight, month: string) =>
  months.find((one) => one.month === month) ?? assert.fail(`no ${month}`)
const edit = async (who: Caller, projectId: string, field: string, to: string, period?: string) => {
  const edits = [{ projectId, field, from: null, to }]
  const response = await who.call('PATCH', '/api/ledger', { edits, ...(period ? { period } : {}) })
  assert.equal(response.json<{ applied: number }>().applied, 1, response.body)
}
const onFile = (zone: { id: string }) =>
  database.within({ zoneId: zone.id, memberId: null }, async (db) => {
    const { rows } = await sql<{ name: string; month: string; light: string }>`
      select p.name, to_char(l.month, 'YYYY-MM') as month, l.light from month_light l
      join project p on p.zone_id = l.zone_id and p.id = l.project_id
      where l.zone_id = ${zone.id} order by l.month, p.name`.execute(db)
    return rows.map(({ name, month, light }) => `${month} ${name} ${light}`)
  })

test('the task that the battle chart has in a month is what a rule of month tasks judges', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, {})
  let director = await signIn(app, zone, 'director')
  const part = { kind: 'monthTask', milestones: [], missed: 'red', madeGood: 'yellow', inARow: null }
  const made = await director.call('POST', '/api/light-rules', {
    name: '月度任务',
    definition: { parts: [part] },
  })
  const inForce = { ruleId: made.json<{ id: string }>().id, revision: 1, fromMonth: '2022-05' }
  assert.equal((await director.call('PUT', '/api/light-rules/in-force', inForce)).statusCode, 200)
  const told = async () => {
    const { light, reason } = await lightOf(director, id)
    return [light, lightSentence(reason, 'zh')]
  }
  assert.deepEqual(await told(), ['grey', '节点没有计划时间，无法判断'])
  const next = { text: '竣工验收', revision: null, doneOn: null }
  assert.equal((await director.call('PUT', `/api/projects/${id}/tasks/2022-09`, next)).statusCode, 200)
  assert.deepEqual(await told(), ['green', '节点没有逾期，下一个是竣工验收（2022-09）'])
  const task = { text: '3号厂房, 结顶 | 1', revision: null, doneOn: null }
  const put = await director.call('PUT', `/api/projects/${id}/tasks/2022-05`, task)
  assert.equal(put.statusCode, 200, put.body)
  assert.deepEqual(await told(), ['green', '当月任务“3号厂房, 结顶 | 1”（计划 2022-05）尚在期内'])
  setClock('2022-06-02T09:00:00')
  director = await signIn(app, zone, 'director')
  assert.deepEqual(await told(), ['red', '“3号厂房, 结顶 | 1”计划 2022-05，未按月完成'])
  const done = { ...task, revision: 1, doneOn: '2022-06-02' }
  assert.equal((await director.call('PUT', `/api/projects/${id}/tasks/2022-05`, done)).statusCode, 200)
  assert.deepEqual(await told(), ['yellow', '“3号厂房, 结顶 | 1”计划 2022-05，2022-06-02补上'])
})

test('a light says why in one sentence, beside what the office wrote itself', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  const id = await buildProject(
    database,
    zone,
    { annualPlan: '1000', yearDone: '213', light: 'green', 'completed.plan': '2023' },
    '2022-05',
  )
  const officer = await signIn(app, zone, 'officer')
  const light = await lightOf(officer, id)
  assert.deepEqual(
    [light.month, light.light, light.own],
    ['2022-05', 'yellow', { month: '2022-05', light: 'green' }],
  )
  assert.equal(lightSentence(light.reason, 'zh'), '1–5月完成 21.3%，低于时间进度 20.4 个百分点')
  assert.equal(lightSentence(light.reason, 'en'), '21.3% done in Jan–May, 20.4 points behind time progress')
  assert.deepEqual(
    light.parts.map((part) => [part.kind, part.light, lightSentence(part.reason, 'zh')]),
    [
      ['milestone', 'green', '节点没有逾期，下一个是竣工（2023年）'],
      ['investment', 'yellow', '1–5月完成 21.3%，低于时间进度 20.4 个百分点'],
      ['statistics', 'grey', '尚未开工，不用入统'],
    ],
  )
  assert.deepEqual(light.rule, { id: null, name: null, preset: 'example' })
  const bare = await lightOf(officer, await buildProject(database, zone))
  assert.equal(bare.light, 'grey')
  assert.equal(lightSentence(bare.reason, 'zh'), '节点没有计划时间，无法判断')
})

test('a month’s colour is kept as it closed, and what became of it since stands beside', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const rule = await director.call('POST', '/api/light-rules', {
    name: '按月亮灯',
    preset: 'ouhai2020',
    definition: presetOf('ouhai2020').definition,
  })
  assert.equal(rule.statusCode, 201, rule.body)
  const ruleId = rule.json<{ id: string }>().id
  const put = await director.call('PUT', '/api/light-rules/in-force', {
    ruleId,
    revision: 1,
    fromMonth: '2022-05',
  })
  assert.equal(put.statusCode, 200, put.body)
  const late = await buildProject(database, zone, { name: '甲', 'toppedOut.plan': '2022-05' })
  const done = await buildProject(database, zone, {
    ...{ name: '乙', 'toppedOut.plan': '2022-05', 'toppedOut.actual': '2022-05-08', light: 'yellow' },
  })
  await buildProject(database, zone, { name: '丙', standing: 'onHold', 'toppedOut.plan': '2022-04' })
  assert.equal((await lightOf(director, late)).light, 'green')
  assert.deepEqual(await onFile(zone), [])

  setClock('2022-06-01T00:00:30')
  await buildProject(database, zone, { name: '六月新来', 'toppedOut.plan': '2022-05' })
  const officer = await signIn(app, zone, 'officer')
  const june = await lightOf(officer, late)
  assert.deepEqual([june.light, monthOf(june, '2022-05').kept?.light], ['red', 'red'])
  assert.equal(monthOf(june, '2022-05').kept?.closedAt, '2022-05-31T16:00:30.000Z')
  assert.deepEqual(await onFile(zone), ['2022-05 乙 green', '2022-05 甲 red'])

  setClock('2022-06-12T10:00:00')
  const again = await signIn(app, zone, 'officer')
  await edit(again, late, 'toppedOut.actual', '2022-06-11')
  const good = await lightOf(again, late)
  const may = monthOf(good, '2022-05')
  assert.deepEqual([good.light, may.kept?.light, may.now.light], ['yellow', 'red', 'yellow'])
  assert.equal(sinceSentence('red', may.now.light, 'zh'), '当月红灯，现已补为黄灯')
  assert.equal(lightSentence(may.now.reason, 'zh'), '结顶计划 2022-05，2022-06-11补上')
  // What the office wrote is a reading of its own.
  assert.equal((await lightOf(again, done)).own?.light, 'yellow')
  assert.deepEqual(await onFile(zone), ['2022-05 乙 green', '2022-05 甲 red'])
  // As of a day, what was known and kept by then.
  const before = await lightOf(again, late, '?asOf=2022-06-11')
  assert.deepEqual(
    [before.light, monthOf(before, '2022-05').now.light, monthOf(before, '2022-05').kept?.light],
    ['red', 'red', 'red'],
  )
  const then = await lightOf(again, late, '?asOf=2022-05-20')
  assert.deepEqual([then.light, monthOf(then, '2022-05').kept], ['green', null])

  setClock('2022-07-03T10:00:00')
  await lightOf(await signIn(app, zone, 'officer'), late)
  assert.deepEqual((await onFile(zone)).slice(2), [
    '2022-06 乙 green',
    '2022-06 六月新来 red',
    '2022-06 甲 yellow',
  ])
})

test('two servers that close a month at once keep one colour each, and a third look writes nothing', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  for (let at = 0; at < 20; at++)
    await buildProject(database, zone, { 'started.plan': `2022-0${1 + (at % 9)}` })
  setClock('2022-06-02T09:00:00')
  const close = (at: string) =>
    database.within({ zoneId: zone.id, memberId: null }, (db) =>
      closeMonth(db, zone.id, '2022-05', new Date(at)),
    )
  const written = await Promise.all([close('2022-06-02T01:00:00Z'), close('2022-06-02T01:00:01Z')])
  assert.equal(written[0] + written[1], 20)
  assert.equal(await close('2022-06-03T01:00:00Z'), 0)
  assert.equal((await onFile(zone)).length, 20)
  // A request changes none of them.
  await assert.rejects(
    database.within({ zoneId: zone.id, memberId: null }, (db) =>
      sql`update month_light set light = 'green' where zone_id = ${zone.id}`.execute(db),
    ),
    /permission denied/,
  )
})

test('a rule that cannot be read keeps no month and nobody out', async () => {
  setClock('2022-05-10T09:00:00')
  const zone = await buildZone(database)
  await buildProject(database, zone)
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const broken = { id: uuidv7(), name: '坏', definition: {}, fromMonth: '2022-05-01' }
  await database.within(author, (db) => insertRows(db, author, 'light_rule', [broken]))
  setClock('2022-06-01T09:00:00')
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('GET', '/api/ledger')).statusCode, 200)
  assert.deepEqual(await onFile(zone), [])
})

test('all projects at once have the light that each has by itself', async () => {
  setClock('2022-05-20T09:00:00')
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const ids: string[] = []
  for (const [at, stage] of ['signed', 'started', 'underConstruction', 'completed'].entries())
    for (const month of ['2021-12', '2022-03', '2022-04', '2022-05'])
      ids.push(
        await buildProject(
          database,
          zone,
          {
            ...{ stage, annualPlan: '900', yearDone: String(100 * at) },
            ...{ 'started.plan': '2022-03', 'completed.plan': `2022-0${at + 3}` },
            ...(at > 0 ? { 'started.actual': `2022-0${at}-15`, 'statEntered.actual': '2022-05' } : {}),
          },
          month,
        ),
      )
  const all = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    lightsOf(db, zone.id, '2022-05', '2022-05-20'),
  )
  assert.equal(all.size, ids.length)
  const seen = new Set<string>()
  for (const id of ids) {
    const { light, reason } = await lightOf(officer, id)
    assert.deepEqual(all.get(id), { light, reason })
    seen.add(light)
  }
  assert.deepEqual([...seen].sort(), ['green', 'red', 'yellow'])
})
