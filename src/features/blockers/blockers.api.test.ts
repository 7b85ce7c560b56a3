import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { insertRows, updateRows } from '../../server/database/record.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { acts } from './ladder.ts'
import { fits } from './model/climb.ts'
import { landMissing, list, ofProject, ok, raise, refused, step, take } from './test-blockers.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-blockers-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const logins = ['officer', 'promoter', 'commander', 'commander2', 'director', 'analyst'] as const

/** A project of 市北兵团 that its officer looks after, and everybody signed in. */
async function world(values: Record<string, string> = {}) {
  const zone = await buildZone(database)
  const projectId = await buildProject(database, zone, { name: '储能模组工厂', stage: 'signed', ...values })
  await setProject(zone.id, projectId, { officerId: zone.memberIds['officer'] })
  const people = {} as Record<(typeof logins)[number], Caller>
  for (const login of logins) people[login] = await signIn(app, zone, login)
  return { zone, projectId, ...people }
}

async function setProject(zoneId: string, id: string, set: Record<string, unknown>) {
  const author = { zoneId, memberId: null, at: new Date() }
  await database.within(author, async (db) => {
    const { revision } = await db
      .selectFrom('project')
      .select('revision')
      .where('zoneId', '=', zoneId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await updateRows(db, author, 'project', [{ id, revision, set }])
  })
}

test('a blocker climbs the whole ladder, and at each rung only its people move it', async () => {
  const { zone, projectId, officer, promoter, commander, commander2, director } = await world()
  const raised = await raise(officer, projectId, { detail: '  红线外 3 亩  ', wantedOn: today })
  assert.deepEqual(
    [raised.level, raised.state, raised.holders, raised.detail, raised.above, raised.below, raised.late],
    ['officer', 'open', ['officer同志'], '红线外 3 亩', 'corps', null, false],
  )
  assert.deepEqual([raised.daysOpen, raised.daysAtLevel, raised.raisedBy], [0, 0, 'officer同志'])

  await refused(step(commander2, raised, 'up'), 403, /“项目管家”一级，由项目管家和本兵团人员办理/)
  const atCorps = await take(promoter, raised, 'up', '兵团统一向资规分局要指标', { to: 'corps' })
  assert.deepEqual([atCorps.level, atCorps.holders], ['corps', ['commander同志']])

  for (const who of [officer, promoter, commander2])
    await refused(step(who, atCorps, 'up'), 403, /“兵团”一级，由本兵团的兵团长办理/)
  await refused(step(officer, atCorps, 'down'), 403)
  const atZone = await take(commander, atCorps, 'up', '兵团内没有指标可调')
  assert.deepEqual([atZone.level, atZone.holders], ['zone', ['director同志']])

  for (const who of [officer, commander, commander2]) await refused(step(who, atZone, 'up'), 403)
  await refused(step(commander, atZone, 'solve'), 403, /提出人officer同志可以解决或撤回/)
  const atJoint = await take(director, atZone, 'up', '请市资规局上联席会')
  assert.equal(atJoint.level, 'joint')
  await refused(step(director, atJoint, 'up'), 409, /最高一级/)

  await refused(step(commander, atJoint, 'solve'), 403)
  const solved = await take(director, atJoint, 'solve', '市里调剂 3 亩')
  assert.deepEqual([solved.state, solved.closedOn, solved.holders], ['solved', today, []])
  assert.deepEqual(
    solved.steps.map(({ kind, fromLevel, toLevel, text, madeBy }) => [
      kind,
      fromLevel,
      toLevel,
      text,
      madeBy,
    ]),
    [
      ['raise', 'officer', 'officer', null, 'officer同志'],
      ['up', 'officer', 'corps', '兵团统一向资规分局要指标', 'promoter同志'],
      ['up', 'corps', 'zone', '兵团内没有指标可调', 'commander同志'],
      ['up', 'zone', 'joint', '请市资规局上联席会', 'director同志'],
      ['solve', 'joint', 'joint', '市里调剂 3 亩', 'director同志'],
    ],
  )
  assert.ok(solved.steps.every(({ madeAt }) => shanghaiDay(Date.parse(madeAt)) === today))
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what one may do is what the answer says one may do', async () => {
  const { projectId, ...people } = await world()
  let blocker = await raise(people.officer, projectId)
  for (const climb of [true, true, true, false]) {
    for (const login of logins) {
      const { abilities } = await ok<typeof blocker>(people[login].call('GET', `/api/blockers/${blocker.id}`))
      for (const act of acts) {
        // Of a revision long past, whoever may is told that it moved on; the others, that they may not.
        const { statusCode } = await step(people[login], { ...blocker, revision: 99 }, act)
        assert.equal(
          abilities.includes(act),
          statusCode === 409 && fits(act, blocker),
          `${login} ${act} at ${blocker.level}`,
        )
      }
    }
    if (climb) blocker = await take(people.director, blocker, 'up')
  }
})

test('whoever raised it solves or withdraws it wherever it is, and it can be opened again', async () => {
  const { projectId, officer, commander, commander2, director } = await world()
  const atZone = await take(director, await take(commander, await raise(officer, projectId), 'up'), 'up')
  await refused(step(commander, atZone, 'withdraw'), 403, /撤回由提出人officer同志/)
  const gone = await take(officer, atZone, 'withdraw', '业主改了选址，不再需要')
  assert.equal(gone.state, 'withdrawn')
  await refused(step(officer, gone, 'solve'), 409, /已撤回。要继续办理，先重新打开/)
  await refused(step(officer, gone, 'up'), 403)
  await refused(step(commander2, gone, 'reopen'), 403)
  const again = await take(commander, gone, 'reopen', '业主又回到原址')
  assert.deepEqual([again.state, again.level, again.closedOn], ['open', 'zone', null])
  await refused(step(commander, again, 'reopen'), 409, /还没有关闭/)
  const solved = await take(officer, again, 'solve', '指标下达')
  assert.equal(solved.state, 'solved')
  assert.equal((await take(commander, solved, 'note', '文号 2022-17')).steps.at(-1)?.kind, 'note')
})

test('it is sent back down with a reason, level by level', async () => {
  const { projectId, officer, commander, director } = await world()
  const atZone = await take(commander, await take(officer, await raise(officer, projectId), 'up'), 'up')
  await refused(step(director, atZone, 'down', '先在兵团内想办法', { to: 'officer' }), 400, /下一步是“兵团”/)
  const atCorps = await take(director, atZone, 'down', '先在兵团内想办法', { to: 'corps' })
  assert.deepEqual([atCorps.level, atCorps.steps.at(-1)?.text], ['corps', '先在兵团内想办法'])
  const atOfficer = await take(commander, atCorps, 'down', '先同业主谈')
  await refused(step(commander, atOfficer, 'down'), 409, /最低一级/)
})

test('levels are not skipped: the way leads through the next one', async () => {
  const { zone, projectId, officer, commander, director } = await world()
  const blocker = await raise(officer, projectId)
  for (const to of ['zone', 'joint', 'officer'])
    await refused(step(officer, blocker, 'up', '急', { to }), 400, /下一步是“兵团”/)
  await refused(step(officer, blocker, 'up', '急', { to: 'city' }), 400, /officer \/ corps \/ zone \/ joint/)
  const post = (who: Caller, level: string) =>
    who.call('POST', `/api/projects/${projectId}/blockers`, { ...landMissing, title: `在 ${level}`, level })
  await refused(post(officer, 'corps'), 400, /先在“项目管家”一级提出/)
  await refused(post(commander, 'zone'), 400, /先在“兵团”一级提出/)
  await refused(post(director, 'joint'), 400, /先在“开发区”一级提出/)
  await ok(post(commander, 'corps'), 201)
  const { raiseAt } = await ok(post(director, 'zone'), 201)
  assert.deepEqual(raiseAt, ['officer', 'corps', 'zone'])

  const homeless = await buildProject(database, zone, { name: '未定兵团的项目', stage: 'signed' })
  await setProject(zone.id, homeless, { corpsId: null, officerId: zone.memberIds['officer'] })
  const own = await raise(officer, homeless)
  assert.equal(own.above, 'zone', 'there is no commander to go to')
  assert.deepEqual((await ofProject(director, homeless)).raiseAt, ['officer', 'zone'])
  assert.equal((await take(director, await take(officer, own, 'up'), 'down')).level, 'officer')
})

test('of two who act at once the second is refused with what the first did', async () => {
  const { projectId, officer, commander } = await world()
  const blocker = await raise(officer, projectId)
  const both = await Promise.all([
    step(officer, blocker, 'up', '要兵团出面'),
    step(commander, blocker, 'solve', '已协调好'),
  ])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [201, 409])
  const told = both.find(({ statusCode }) => statusCode === 409)?.json<{ message: string }>().message ?? ''
  assert.match(told, /officer同志刚刚把它上移到兵团：“要兵团出面”|commander同志刚刚写明已解决：“已协调好”/)
  const { items } = await ofProject(officer, projectId)
  assert.equal(items[0]?.steps.length, 2)
  const english = await commander.call(
    'POST',
    `/api/blockers/${blocker.id}/steps`,
    { revision: 1, act: 'note', text: '收到' },
    { 'accept-language': 'en' },
  )
  assert.match(english.json<{ message: string }>().message, /^(officer|commander)同志 \w+.* just now: “/)
})

test('what was said wrongly is set right, and the step keeps what stood there before', async () => {
  const { projectId, officer, commander, commander2 } = await world()
  const blocker = await raise(officer, projectId, { wantedOn: '2022-03-01' })
  const patch = (who: Caller, revision: number, set: object) =>
    who.call('PATCH', `/api/blockers/${blocker.id}`, { revision, ...set })
  await refused(patch(commander2, 1, { title: '别的' }), 403)
  const { items } = await ok(
    patch(commander, 1, { kind: 'funds', wantedOn: null, title: '用地指标没有落实 ' }),
  )
  const [now] = items
  assert.ok(now)
  assert.deepEqual([now.kind, now.wantedOn, now.late], ['funds', null, false])
  assert.deepEqual(now.steps.at(-1)?.changes, [
    { field: 'kind', from: 'land', to: 'funds' },
    { field: 'wantedOn', from: '2022-03-01', to: null },
  ])
  const same = await ok(patch(officer, 2, { kind: 'funds' }))
  assert.equal(same.items[0]?.revision, 2, 'nothing changed, nothing written')
  await refused(patch(officer, 1, { kind: 'land' }), 409, /commander同志刚刚修改了它/)
  await take(officer, now, 'solve')
  await refused(patch(officer, 3, { kind: 'land' }), 409, /先重新打开/)
})

test('bad input is refused with the place, the value and the way out', async () => {
  const { projectId, officer } = await world()
  const post = (set: object) =>
    officer.call('POST', `/api/projects/${projectId}/blockers`, { ...landMissing, ...set })
  await refused(post({ title: '' }), 400, /title/)
  await refused(post({ title: '   ' }), 400, /title/)
  await refused(post({ title: '长'.repeat(10_000) }), 400, /最多 100 个字符/)
  await refused(post({ detail: '长'.repeat(10_000) }), 400, /最多 2000 个字符/)
  await refused(post({ kind: 'weather' }), 400, /land \/ energy/)
  await refused(post({ level: 'city' }), 400, /officer \/ corps/)
  await refused(post({ wantedOn: '2022-02-30' }), 400, /没有 2022-02-30 这一天/)
  await refused(post({ wantedOn: '下周' }), 400, /wantedOn/)
  await refused(post({ wantedOn: '0001-01-01' }), 400)
  await refused(post({ colour: 'red' }), 400, /colour/)
  assert.deepEqual((await ofProject(officer, projectId)).items, [], 'nothing half-written stays')

  const blocker = await raise(officer, projectId, { wantedOn: addDays(today, -1) })
  assert.equal(blocker.late, true, 'a day in the past is taken, and said')
  await refused(step(officer, blocker, 'up', ''), 400, /text/)
  await refused(step(officer, blocker, 'up', ' \n '), 400, /text/)
  await refused(step(officer, blocker, 'note', '长'.repeat(10_000)), 400, /最多 2000 个字符/)
  await refused(step(officer, blocker, 'solved', '好'), 400, /solve/)
  await refused(step(officer, { ...blocker, id: projectId }, 'note', '好'), 404, /没有编号为/)
  await refused(officer.call('GET', '/api/blockers/1'), 400)
  await refused(officer.call('GET', '/api/blockers?level=city'), 400)
  await refused(officer.call('GET', '/api/blockers?corps=1'), 400)
  await refused(officer.call('GET', '/api/blockers?raised=you'), 400)
  assert.equal((await ofProject(officer, projectId)).items[0]?.steps.length, 1)
})

test('another corps reads and may nothing; administrators do not even read', async () => {
  const { zone, projectId, officer, commander2 } = await world()
  const blocker = await raise(officer, projectId)
  const { items, raiseAt } = await ofProject(commander2, projectId)
  assert.deepEqual([items[0]?.abilities, raiseAt], [['read'], []])
  await refused(
    commander2.call('POST', `/api/projects/${projectId}/blockers`, landMissing),
    403,
    /由项目管家/,
  )
  for (const act of acts) await refused(step(commander2, blocker, act), 403)
  const administrator = await signIn(app, zone, 'administrator')
  await refused(administrator.call('GET', '/api/blockers'), 403)
  await refused(step(administrator, blocker, 'note'), 403)
})

test('a commander of one corps who serves in another commands only the one', async () => {
  const { zone, projectId, officer, commander2 } = await world()
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  await database.within(author, (db) =>
    insertRows(db, author, 'post', [
      {
        id: crypto.randomUUID(),
        memberId: zone.memberIds['commander2'],
        unitId: zone.corps.a,
        role: 'officer',
        fromOn: '2020-01-01',
      },
    ]),
  )
  const both = await signIn(app, zone, 'commander2')
  assert.notEqual(both.cookie, commander2.cookie)
  const atCorps = await take(both, await raise(officer, projectId), 'up')
  await refused(step(both, atCorps, 'up'), 403, /由本兵团的兵团长办理/)
  assert.equal((await list(both, '?waiting=me')).total, 0)
})
