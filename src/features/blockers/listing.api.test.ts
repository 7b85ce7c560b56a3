import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
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
import type { Actor } from '../../server/access.ts'
import type { Db } from '../../server/database/connect.ts'
import { type Author, updateRows } from '../../server/database/record.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { mergeOf } from '../duplicates/test-merging.ts'
import { officeOf, workbookOf } from '../imports/test-office.ts'
import type { BlockerInput, BlockerList, ProjectBlockers } from './contract.ts'
import type { Act } from './ladder.ts'
import { blockersOfPerson } from './server/list-blockers.ts'
import { findBlocker } from './server/queries.ts'
import { raiseBlocker } from './server/raise-blocker.ts'
import { takeStep } from './server/take-step.ts'
import { landMissing, list, ofProject, ok, raise, refused, step, take } from './test-blockers.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-blocker-lists-')))
after(async () => {
  await app.close()
  await database.close()
})

const now = Date.now()
const today = shanghaiDay(now)
const ago = (days: number) => new Date(now - days * 86_400_000)
const dayAgo = (days: number) => addDays(today, -days)

async function world() {
  const zone = await buildZone(database)
  const people = async (login: string) => signIn(app, zone, login)
  return {
    zone,
    officer: await people('officer'),
    commander: await people('commander'),
    commander2: await people('commander2'),
    director: await people('director'),
    analyst: await people('analyst'),
  }
}

const build = (zone: TestZone, name: string, values: Record<string, string> = {}, days = 0) =>
  buildProject(database, zone, { name, stage: 'signed', ...values }, '2022-02', ago(days))

/** Of a project that nobody else has written since. */
function setProject({ id: zoneId }: TestZone, id: string, set: Record<string, unknown>) {
  const author = { zoneId, memberId: null, at: new Date() }
  return database.within(author, (db) => updateRows(db, author, 'project', [{ id, revision: 1, set }]))
}

/** Somebody at work on an earlier day. */
function then(zone: TestZone, login: 'director' | 'analyst', days: number) {
  const memberId = zone.memberIds[login] ?? ''
  const actor: Actor = {
    zoneId: zone.id,
    memberId,
    sessionId: memberId,
    name: login,
    posts: [{ unitId: zone.corps.a, role: login }],
    unitIds: [],
    reach: 'zone',
    mustChangePassword: false,
  }
  const author: Author = { zoneId: zone.id, memberId, at: ago(days) }
  const within = <T>(work: (db: Db) => Promise<T>) => database.within(actor, work)
  return {
    raise: (projectId: string, given: Partial<BlockerInput> = {}) =>
      within((db) => raiseBlocker(db, actor, author, projectId, { ...landMissing, ...given })),
    take: (id: string, act: Act, text = '因为') =>
      within(async (db) => {
        const { revision } = await findBlocker(db, zone.id, id)
        return takeStep(db, actor, author, id, { revision, act, text })
      }),
  }
}
const onlyOf = async (who: Caller, projectId: string, query = '') => {
  const [only] = (await ofProject(who, projectId, query)).items
  assert.ok(only)
  return only
}
const levelsOf = ({ byCorps }: BlockerList, corpsId: string | null) =>
  byCorps.find((row) => row.corpsId === corpsId)?.counts
const titles = ({ items }: BlockerList) => items.map(({ title }) => title)

test('every count opens exactly its rows, by level, corps, kind, state and person', async () => {
  const { zone, officer, commander, commander2, director } = await world()
  const own = await build(zone, '市北项目')
  const other = await build(zone, '桥南项目', { corps: zone.corps.b })
  const homeless = await build(zone, '未定项目')
  await setProject(zone, homeless, { corpsId: null })
  await raise(officer, own, { title: '甲' })
  await take(
    commander,
    await take(officer, await raise(officer, own, { title: '乙', kind: 'energy' }), 'up'),
    'up',
  )
  await raise(commander2, other, { title: '丙' })
  await raise(director, homeless, { title: '丁', level: 'zone' })
  await take(officer, await raise(officer, own, { title: '戊' }), 'solve', '好了')

  for (const query of ['', 'kind=land', 'raised=me', 'state=solved', 'waiting=me', 'state=withdrawn'])
    for (const who of [officer, commander, director]) {
      const whole = await list(who, `?${query}`)
      let sum = 0
      for (const { corpsId, counts } of whole.byCorps)
        for (const [level, count] of Object.entries(counts)) {
          const opened = await list(who, `?${query}&corps=${corpsId ?? 'none'}&level=${level}`)
          assert.deepEqual([opened.total, opened.items.length], [count, count], `${query} ${level}`)
          assert.ok(opened.items.every((one) => one.level === level && one.corpsId === corpsId))
          sum += count
        }
      assert.equal(whole.total, sum)
      assert.equal(whole.items.length, sum)
    }
  const all = await list(director)
  assert.deepEqual(levelsOf(all, zone.corps.a), { officer: 1, corps: 0, zone: 1, joint: 0 })
  assert.deepEqual(levelsOf(all, zone.corps.b), { officer: 1, corps: 0, zone: 0, joint: 0 })
  assert.deepEqual(levelsOf(all, null), { officer: 0, corps: 0, zone: 1, joint: 0 })
  assert.deepEqual(titles(await list(officer, '?state=solved')), ['戊'])
  assert.deepEqual(titles(await list(director, '?kind=energy')), ['乙'])
  const page = await list(director, '?limit=1&offset=1')
  assert.deepEqual([page.items.length, page.total], [1, 4])
})

test('what waits for me is what stands at my level; what I raised is told wherever it is', async () => {
  const { zone, officer, commander, commander2, director, analyst } = await world()
  const mine = await build(zone, '我的项目')
  await setProject(zone, mine, { officerId: zone.memberIds['officer'] })
  const nobodys = await build(zone, '无人项目')
  const other = await build(zone, '桥南项目', { corps: zone.corps.b })
  await raise(officer, mine, { title: '管家的' })
  await raise(commander, nobodys, { title: '没有管家' })
  await raise(commander, mine, { title: '兵团长的', level: 'corps' })
  await raise(director, other, { title: '区里的', level: 'zone' })
  const joint = await take(director, await onlyOf(director, other), 'up')
  assert.equal(joint.level, 'joint')
  await raise(commander2, other, { title: '桥南兵团长的', level: 'corps' })

  const waiting = async (who: Caller) => titles(await list(who, '?waiting=me')).sort()
  assert.deepEqual(await waiting(officer), ['没有管家', '管家的'].sort())
  assert.deepEqual(await waiting(commander), ['兵团长的', '没有管家'].sort())
  assert.deepEqual(await waiting(commander2), ['桥南兵团长的'])
  assert.deepEqual(await waiting(director), ['区里的'])
  assert.deepEqual(await waiting(analyst), [])
  assert.deepEqual(titles(await list(director, '?raised=me&state=open')), ['区里的'])

  const actor = {
    zoneId: zone.id,
    memberId: zone.memberIds['commander'] ?? '',
    sessionId: '',
    name: '',
    posts: [{ unitId: zone.corps.a, role: 'commander' as const }],
    unitIds: [zone.corps.a],
    reach: { unitIds: [zone.corps.a], unitNames: [] },
    mustChangePassword: false,
  }
  const told = await database.within(actor, (db) => blockersOfPerson(db, actor, today))
  assert.deepEqual(told.waiting.map(({ title }) => title).sort(), ['兵团长的', '没有管家'].sort())
  assert.deepEqual(
    told.raised.map(({ title, level, holders }) => [title, level, holders]).sort(),
    [
      ['兵团长的', 'corps', ['commander同志']],
      ['没有管家', 'officer', []],
    ].sort(),
  )
})

test('days are calendar days, up to the day looked at; times when it was closed do not count', async () => {
  const { zone, officer } = await world()
  const projectId = await build(zone, '久拖项目', {}, 60)
  await then(zone, 'director', 50).raise(projectId)
  const { id } = await onlyOf(officer, projectId)
  await then(zone, 'director', 40).take(id, 'up')
  const read = (days: number) => onlyOf(officer, projectId, days === 0 ? '' : `?asOf=${dayAgo(days)}`)
  const days = async (at: number) => {
    const { daysOpen, daysAtLevel, level, state } = await read(at)
    return [daysOpen, daysAtLevel, level, state]
  }
  assert.deepEqual(await days(0), [50, 40, 'corps', 'open'])
  await then(zone, 'director', 30).take(id, 'solve')
  await then(zone, 'director', 10).take(id, 'reopen')
  assert.deepEqual(await days(0), [30, 10, 'corps', 'open'])
  assert.deepEqual(await days(5), [25, 5, 'corps', 'open'])
  assert.deepEqual(await days(20), [20, 10, 'corps', 'solved'])
  assert.deepEqual(await days(35), [15, 5, 'corps', 'open'])
  assert.deepEqual(await days(45), [5, 5, 'officer', 'open'])
  assert.deepEqual((await ofProject(officer, projectId, `?asOf=${dayAgo(55)}`)).items, [])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('every list, count and history reads as of any day, and the past is only read', async () => {
  const { zone, officer, director } = await world()
  const projectId = await build(zone, '回看项目', {}, 60)
  await then(zone, 'director', 20).raise(projectId, { title: '长', wantedOn: dayAgo(18) })
  await then(zone, 'director', 10).raise(projectId, { title: '短' })
  const { items } = await ofProject(director, projectId)
  assert.deepEqual(
    items.map(({ title }) => title),
    ['长', '短'],
  )
  await then(zone, 'director', 5).take(items[0]?.id ?? '', 'up', '要兵团出面')
  const at = async (days: number) => {
    const listed = await list(officer, `?asOf=${dayAgo(days)}`)
    assert.ok(listed.items.every(({ abilities }) => abilities.length === 1))
    return [listed.today, titles(listed), levelsOf(listed, zone.corps.a)]
  }
  assert.deepEqual(await at(30), [dayAgo(30), [], undefined])
  assert.deepEqual(await at(15), [dayAgo(15), ['长'], { officer: 1, corps: 0, zone: 0, joint: 0 }])
  assert.deepEqual(await at(7), [dayAgo(7), ['长', '短'], { officer: 2, corps: 0, zone: 0, joint: 0 }])
  assert.deepEqual(await at(3), [dayAgo(3), ['长', '短'], { officer: 1, corps: 1, zone: 0, joint: 0 }])
  const past = await onlyOf(officer, projectId, `?asOf=${dayAgo(19)}`)
  assert.deepEqual([past.late, past.steps.length, past.daysOpen], [false, 1, 1])
  assert.equal((await onlyOf(officer, projectId, `?asOf=${dayAgo(15)}`)).late, true)
  assert.equal((await onlyOf(officer, projectId)).steps.length, 2)
  const before = `?asOf=${dayAgo(30)}`
  await refused(officer.call('GET', `/api/blockers/${past.id}${before}`), 404)
  const ranked = await list(officer, '?sort=level')
  assert.deepEqual(titles(ranked), ['短', '长'], 'ten days at its level before five')
})

test('an unsigned project’s blocker is not there for another corps: by list, count, filter, id, project or act', async () => {
  const { zone, officer, commander2, director } = await world()
  const secret = await build(zone, '秘密项目', { stage: 'negotiating' })
  const open = await build(zone, '公开项目')
  const hidden = await take(officer, await raise(officer, secret, { title: '秘密卡点' }), 'up')
  await raise(officer, open, { title: '公开卡点' })
  assert.equal((await list(director)).total, 2)
  for (const query of [
    '',
    'kind=land',
    'level=corps',
    `corps=${zone.corps.a}`,
    'sort=level',
    `asOf=${today}`,
  ]) {
    const listed = await list(commander2, `?${query}`)
    const expected = query === 'level=corps' ? 0 : 1
    assert.deepEqual([listed.total, listed.items.length], [expected, expected], query)
    assert.deepEqual(levelsOf(listed, zone.corps.a), { officer: 1, corps: 0, zone: 0, joint: 0 })
    assert.doesNotMatch(JSON.stringify(listed), /秘密/)
  }
  const missing = commander2.call('GET', `/api/blockers/${crypto.randomUUID()}`)
  const shape = JSON.parse((await missing).body)
  const byId = await commander2.call('GET', `/api/blockers/${hidden.id}`)
  assert.deepEqual(
    [byId.statusCode, byId.json<{ code: string }>().code, byId.body.includes('秘密')],
    [404, shape.code, false],
  )
  await refused(commander2.call('GET', `/api/projects/${secret}/blockers`), 404)
  await refused(commander2.call('POST', `/api/projects/${secret}/blockers`, landMissing), 404)
  await refused(step(commander2, hidden, 'note'), 404)
  await refused(commander2.call('PATCH', `/api/blockers/${hidden.id}`, { revision: 2, kind: 'other' }), 404)
  const guest = { memberId: zone.memberIds['commander2'] }
  assert.equal((await officer.call('POST', `/api/projects/${secret}/guests`, guest)).statusCode, 204)
  assert.equal((await list(commander2)).total, 2)
  assert.deepEqual((await onlyOf(commander2, secret)).abilities, ['read'])
})

test('a merge carries blockers over with their history, and taking it back brings them home', async () => {
  const { zone, officer, director, analyst } = await world()
  const kept = await build(zone, '诺特健康研究中心', {}, 60)
  const lost = await build(zone, '诺特健康研究中心工程', {}, 60)
  await then(zone, 'director', 20).raise(lost, { title: '重复项目的卡点' })
  await then(zone, 'director', 10).raise(kept, { title: '原有卡点' })
  const { merge } = await mergeOf(analyst, kept, lost)
  const merged = await ofProject(officer, kept)
  assert.deepEqual(
    merged.items.map(({ title }) => title),
    ['重复项目的卡点', '原有卡点'],
  )
  const moved = merged.items[0]
  assert.ok(moved)
  assert.deepEqual([moved.daysOpen, moved.projectName, moved.steps.length], [20, '诺特健康研究中心', 1])
  await refused(officer.call('GET', `/api/projects/${lost}/blockers`), 404)
  assert.equal((await list(director)).total, 2)
  await take(director, moved, 'note', '合并之后的说明')
  // As of a day before, it still hangs where it hung.
  const before = `?asOf=${dayAgo(5)}`
  assert.deepEqual(
    (await ofProject(officer, lost, before)).items.map(({ title }) => title),
    ['重复项目的卡点'],
  )
  assert.deepEqual(
    (await ofProject(officer, kept, before)).items.map(({ title }) => title),
    ['原有卡点'],
  )

  const undone = await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })
  assert.equal(undone.statusCode, 200, undone.body)
  const home = await onlyOf(officer, lost)
  assert.deepEqual([home.title, home.steps.at(-1)?.text], ['重复项目的卡点', '合并之后的说明'])
  assert.deepEqual(
    (await ofProject(officer, kept)).items.map(({ title }) => title),
    ['原有卡点'],
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('an import that is undone takes its projects’ blockers out of every list', async () => {
  const { zone, analyst } = await world()
  const office = officeOf(app, analyst)
  const book = await workbookOf(
    ['项目名称', '总投资（万元）', '当前阶段', '存在问题'],
    [
      ['导入的项目', '2000.5', '签约', '缺地'],
      ['另一个项目', '500', '签约', ''],
    ],
    '台账',
    ['台账（2022年2月）'],
  )
  const done = await office.bring('台账.xlsx', book)
  const imported = (await office.ledger()).find((row) => row['name'] === '导入的项目')
  assert.ok(imported)
  await raise(analyst, imported.id)
  assert.equal((await list(analyst)).total, 1)
  const undone = await office.undo(done, { keepEdited: false })
  assert.equal(undone.statusCode, 200, undone.body)
  assert.deepEqual([(await list(analyst)).total, (await list(analyst)).byCorps], [0, []])
  await refused(analyst.call('GET', `/api/projects/${imported.id}/blockers`), 404)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what stands in the way of a project that was given up is open work no more, and stays to be read', async () => {
  const { zone, officer, director } = await world()
  const projectId = await build(zone, '流失项目')
  const blocker = await raise(officer, projectId)
  const stand = (from: string, to: string, reason: string | null) =>
    ok<unknown>(
      director.call('POST', `/api/projects/${projectId}/standing`, { from, to, reason, note: null }),
    )
  const { reasons } = await ok<{ reasons: { standing: string; reasons: { zh: string }[] }[] }>(
    director.call('GET', `/api/projects/${projectId}/evidence`),
  )
  const why = (standing: string) => reasons.find((one) => one.standing === standing)?.reasons[0]?.zh ?? ''
  await stand('ongoing', 'onHold', why('onHold'))
  assert.equal((await list(director)).total, 1, 'on hold is still somebody’s work')
  await stand('onHold', 'rescinded', why('rescinded'))
  for (const query of ['', '?raised=me', '?waiting=me', '?level=officer'])
    assert.deepEqual((await list(officer, query)).total, 0, query)
  const still = await ok<ProjectBlockers>(officer.call('GET', `/api/projects/${projectId}/blockers`))
  assert.deepEqual([still.items.length, still.raiseAt], [1, []])
  await refused(
    officer.call('POST', `/api/projects/${projectId}/blockers`, landMissing),
    409,
    /已是“解约”，不再提出卡点/,
  )
  await take(officer, blocker, 'withdraw', '项目解约')
  assert.equal((await list(officer, '?state=withdrawn')).total, 1)
})

test('a change of corps on a day takes the blocker to the new commander', async () => {
  const { zone, officer, commander, commander2, director } = await world()
  const projectId = await build(zone, '划转项目')
  const atCorps = await take(officer, await raise(officer, projectId), 'up')
  await setProject(zone, projectId, { corpsId: zone.corps.b })
  assert.deepEqual((await onlyOf(director, projectId)).holders, ['commander2同志'])
  await refused(step(commander, atCorps, 'up'), 403)
  assert.equal((await take(commander2, atCorps, 'up')).level, 'zone')
  assert.deepEqual(levelsOf(await list(director), zone.corps.b), { officer: 0, corps: 0, zone: 1, joint: 0 })
})
