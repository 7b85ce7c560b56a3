import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { addDays } from '../../shared/days.ts'
import { mergeOf } from '../duplicates/test-merging.ts'
import type { Project, TimelineEntry } from '../projects/contract.ts'
import {
  cooperationOf,
  refused,
  register,
  registered,
  registrations,
  today,
  told,
} from './test-cooperation.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-first-')))
after(async () => {
  await app.close()
  await database.close()
})

const ago = (days: number) => addDays(today, -days)
async function world() {
  const zone = await buildZone(database)
  const { a, b } = zone.corps
  const [officer, commander, commander2, director] = await Promise.all(
    ['officer', 'commander', 'commander2', 'director'].map((login) => signIn(app, zone, login)),
  )
  assert.ok(officer && commander && commander2 && director)
  return { zone, a, b, officer, commander, commander2, director }
}
const ledgerUnit = async (who: Caller, id: string) =>
  (await told<Project>(who.call('GET', `/api/projects/${id}`))).row['firstContactUnit']

test('a new lead is in the ledger with its first contact, as a project of the unit that spoke first', async () => {
  const { zone, a, officer, commander2 } = await world()
  const answer = await registered(officer, a, {
    projectName: '蓝湾储能电芯',
    investor: '蓝湾新能源股份有限公司',
    contactOn: ago(3),
  })
  assert.deepEqual([answer.outcome, answer.registeredOn], ['first', null])
  const { firstContact } = await cooperationOf(officer, answer.projectId ?? '')
  assert.deepEqual(
    [firstContact.holder?.unitName, firstContact.holder?.by, firstContact.ledgerUnit],
    ['市北兵团', 'rule', '市北兵团'],
  )
  assert.deepEqual(
    [firstContact.registrations[0]?.registeredBy, firstContact.registrations[0]?.contactOn],
    ['officer同志', ago(3)],
  )
  assert.equal((await commander2.call('GET', `/api/projects/${answer.projectId}`)).statusCode, 404)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('the earliest day came first, on one day the earlier registration, and the ledger follows', async () => {
  const { zone, a, b, officer, commander2 } = await world()
  const projectId = await buildProject(database, zone, { stage: 'signed' })
  const of = { projectId }
  assert.equal((await registered(officer, a, { ...of, contactOn: ago(5) })).outcome, 'first')
  assert.equal((await registered(commander2, b, { ...of, contactOn: ago(5) })).outcome, 'later')
  assert.equal(await ledgerUnit(officer, projectId), '市北兵团')
  const won = await registered(commander2, b, { ...of, contactOn: ago(6) })
  assert.deepEqual([won.outcome, won.registeredOn], ['first', null])
  assert.equal(await ledgerUnit(officer, projectId), '桥南兵团')
  const { firstContact } = await cooperationOf(officer, projectId)
  assert.deepEqual(
    firstContact.registrations.map(({ unitName, contactOn }) => [unitName, contactOn]),
    [
      ['桥南兵团', ago(6)],
      ['市北兵团', ago(5)],
      ['桥南兵团', ago(5)],
    ],
  )
  const { items } = await told<{ items: TimelineEntry[] }>(
    officer.call('GET', `/api/projects/${projectId}/timeline`),
  )
  assert.deepEqual(
    [items[0]?.cause?.kind, items[0]?.cause?.name, items[0]?.changes],
    [
      'first_contact',
      '桥南兵团',
      [{ field: 'firstContactUnit', period: null, from: '市北兵团', to: '桥南兵团' }],
    ],
  )
})

test('a registration that comes later leaves what somebody has written in the ledger since', async () => {
  const { zone, a, b, officer, commander2, director } = await world()
  const projectId = await buildProject(database, zone, { stage: 'signed' })
  await registered(officer, a, { projectId, contactOn: ago(5) })
  const edits = [{ projectId, field: 'firstContactUnit', from: '市北兵团', to: '招商局' }]
  await told(director.call('PATCH', '/api/ledger', { edits }))
  assert.equal((await registered(commander2, b, { projectId, contactOn: ago(4) })).outcome, 'later')
  assert.equal(await ledgerUnit(officer, projectId), '招商局')
})

test('a registration after thirty days needs its reasons, and then takes nothing from another unit by itself', async () => {
  const { zone, a, b, officer, commander2, director } = await world()
  const projectId = await buildProject(database, zone, { stage: 'signed' })
  await refused(register(officer, a, { projectId, contactOn: ago(31) }), 400, /超过 30 天/)
  assert.equal((await registered(officer, a, { projectId, contactOn: ago(30) })).outcome, 'first')
  const late = { projectId, contactOn: ago(40), explanation: '有来访登记表' }
  const answer = await registered(commander2, b, late)
  assert.equal(answer.outcome, 'contested')
  assert.equal(await ledgerUnit(officer, projectId), '市北兵团')
  const { items } = await registrations(director, 'disputed')
  assert.deepEqual(
    items.map(({ unitName, contested, holder }) => [unitName, contested, holder]),
    [['桥南兵团', 'late', '市北兵团']],
  )
  const second = await buildProject(database, zone, { stage: 'signed' })
  assert.equal((await registered(commander2, b, { ...late, projectId: second })).outcome, 'first')
})

test('whoever decides is named with the reason, and what was decided stands against later registrations', async () => {
  const { zone, a, b, officer, commander, commander2, director } = await world()
  const projectId = await buildProject(database, zone, { stage: 'signed' })
  await registered(officer, a, { projectId, contactOn: ago(10) })
  await registered(commander2, b, { projectId, contactOn: ago(40), explanation: '有邮件' })
  const decide = (who: Caller, unitId: string) =>
    who.call('POST', `/api/projects/${projectId}/first-contact/decisions`, {
      unitId,
      reason: '邮件属实',
    })
  await refused(decide(commander2, b), 403, /管委会/)
  await refused(decide(commander, a), 403, /管委会/)
  const { items: organisation } = await told<{ items: { id: string; kind: string }[] }>(
    director.call('GET', '/api/units'),
  )
  const office = organisation.find(({ kind }) => kind === 'zone_office')?.id ?? ''
  await refused(decide(director, office), 400, /没有登记过/)
  await told(decide(director, b), 201)
  const { firstContact } = await cooperationOf(officer, projectId)
  assert.deepEqual(
    [firstContact.holder?.unitName, firstContact.holder?.by, firstContact.ledgerUnit],
    ['桥南兵团', 'decision', '桥南兵团'],
  )
  assert.deepEqual(
    firstContact.decisions.map(({ decidedBy, reason }) => [decidedBy, reason]),
    [['director同志', '邮件属实']],
  )
  assert.equal((await registrations(director, 'disputed')).total, 0)
  const again = await registered(officer, a, { projectId, contactOn: ago(50), explanation: '另有记录' })
  assert.equal(again.outcome, 'contested')
  assert.equal(await ledgerUnit(officer, projectId), '桥南兵团')
  assert.equal((await registrations(director, 'disputed')).items[0]?.contested, 'decided')
})

test('to register for a project out of sight tells no more than that another was there, and leaves its record', async () => {
  const { a, b, officer, commander2, director } = await world()
  const lead = { projectName: '云帆商业航天总装', investor: '云帆航天科技（北京）有限公司' }
  const first = await registered(officer, a, { ...lead, contactOn: ago(2) })
  const hidden = first.projectId ?? ''
  for (const given of [
    { ...lead, contactOn: ago(20) },
    { projectName: '另一个叫法', investor: '云帆航天科技(北京)有限公司', contactOn: ago(20) },
  ]) {
    const response = await register(commander2, b, given)
    assert.equal(response.statusCode, 201, response.body)
    const answer = response.json()
    assert.deepEqual([answer.outcome, answer.projectId, answer.registeredOn], ['contested', null, today])
    assert.match(answer.message, new RegExp(`另有单位已于 ${today}`))
    assert.ok(!response.body.includes(hidden) && !response.body.includes('市北'))
    if (given.projectName !== lead.projectName) assert.ok(!response.body.includes('云帆商业航天'))
  }
  assert.equal((await commander2.call('GET', `/api/projects/${hidden}`)).statusCode, 404)
  const own = await commander2.call('GET', '/api/first-contacts?show=own')
  assert.ok(!own.body.includes(hidden) && !own.body.includes('市北'), own.body)
  assert.equal(own.json().items[1].projectName, '另一个叫法')
  assert.equal(await ledgerUnit(officer, hidden), '市北兵团')
  assert.deepEqual((await registrations(commander2, 'disputed')).items, [])
  const queue = await registrations(director, 'disputed')
  assert.deepEqual(
    queue.items.map(({ projectName, unitName, contested }) => [projectName, unitName, contested]),
    [
      ['云帆商业航天总装', '桥南兵团', 'unseen'],
      ['云帆商业航天总装', '桥南兵团', 'unseen'],
    ],
  )
  const other = queue.items.find(({ called }) => called === '另一个叫法')?.id
  await refused(
    commander2.call('POST', `/api/first-contacts/${other}/separate`, { reason: '另案' }),
    403,
    /管委会/,
  )
  await told(director.call('POST', `/api/first-contacts/${other}/separate`, { reason: '是另一个项目' }), 204)
  const ledger = await told<{ items: { name: string }[] }>(commander2.call('GET', '/api/ledger?q=叫法'))
  assert.deepEqual(
    ledger.items.map(({ name }) => name),
    ['另一个叫法'],
  )
  await told(
    director.call('POST', `/api/projects/${hidden}/first-contact/decisions`, {
      unitId: b,
      reason: '桥南接洽在先',
    }),
    201,
  )
  assert.equal(await ledgerUnit(commander2, hidden), '桥南兵团')
})

test('an unsigned project without any registration stays out of sight too', async () => {
  const { zone, b, commander2 } = await world()
  const hidden = await buildProject(database, zone, { name: '秘密数据中心', stage: 'negotiating' })
  const answer = await registered(commander2, b, { projectName: '秘密数据中心', contactOn: ago(20) })
  assert.deepEqual([answer.outcome, answer.projectId, answer.registeredOn], ['contested', null, null])
  assert.equal((await commander2.call('GET', `/api/projects/${hidden}`)).statusCode, 404)
})

test('nobody registers for another unit, for a day to come, for nothing, or for what is not there', async () => {
  const { zone, a, b, officer, director } = await world()
  await refused(register(officer, b, { projectName: '甲' }), 403, /本单位/)
  await refused(register(officer, zone.id, { projectName: '甲' }), 403, /本单位/)
  await refused(register(officer, a, { projectName: '甲', contactOn: addDays(today, 1) }), 400, /首谈日期/)
  await refused(register(officer, a, { projectName: '甲', contactOn: '2022-02-30' }), 400, /2022-02-30/)
  await refused(register(officer, a, {}), 400, /项目名称/)
  await refused(register(officer, a, { projectId: zone.id }), 404, /项目/)
  await refused(register(officer, a, { projectName: '甲', note: ' ' }), 400, /./)
  assert.equal((await registered(director, b, { projectName: '甲' })).outcome, 'first')
})

test('two units that register the same new lead in one moment: one comes first, the other is told', async () => {
  const { a, b, officer, commander2 } = await world()
  const lead = { projectName: '同时登记的项目', investor: '同一投资方有限公司' }
  const answers = await Promise.all([registered(officer, a, lead), registered(commander2, b, lead)])
  assert.deepEqual(answers.map(({ outcome }) => outcome).sort(), ['contested', 'first'])
})

test('a merge carries registrations over and gives them back', async () => {
  const { zone, a, b, officer, commander2, director } = await world()
  const kept = await buildProject(database, zone, { stage: 'signed', name: '合并甲' })
  const lost = await buildProject(database, zone, { stage: 'signed', name: '合并乙' })
  await registered(officer, a, { projectId: kept, contactOn: ago(2) })
  await registered(commander2, b, { projectId: lost, contactOn: ago(4) })
  const { merge } = await mergeOf(director, kept, lost)
  const merged = (await cooperationOf(officer, kept)).firstContact
  assert.deepEqual([merged.registrations.length, merged.holder?.unitName], [2, '桥南兵团'])
  const undone = await director.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })
  assert.equal(undone.statusCode, 200, undone.body)
  assert.equal((await cooperationOf(officer, kept)).firstContact.holder?.unitName, '市北兵团')
  assert.equal((await cooperationOf(officer, lost)).firstContact.registrations.length, 1)
  await assertEveryRowHasItsChange(database, zone.id)
})
