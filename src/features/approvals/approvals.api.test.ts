import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { holidayYears } from '../../engine/calendar/holidays.ts'
import { calendarOf } from '../../engine/calendar/work-calendar.ts'
import { insertRows } from '../../server/database/record.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { writeProjects } from '../projects/server/write-projects.ts'
import type { Approval, DueList, ProjectApprovals } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-approvals-')))
after(async () => {
  await app.close()
  await database.close()
})

const calendar = calendarOf(holidayYears)
const today = shanghaiDay(Date.now())

async function world(login = 'officer') {
  const zone = await buildZone(database)
  const projectId = await buildProject(database, zone, { name: '年产三千吨食品加工', stage: 'landSupplied' })
  return { zone, projectId, who: await signIn(app, zone, login) }
}

const ok = async (response: ReturnType<Caller['call']>, status = 200) => {
  const { statusCode, body } = await response
  assert.equal(statusCode, status, body)
  return JSON.parse(body) as ProjectApprovals
}
const refused = async (response: ReturnType<Caller['call']>, status: number, message?: RegExp) => {
  const { statusCode, body } = await response
  assert.equal(statusCode, status, body)
  if (message) assert.match(JSON.parse(body).message, message)
}
const take = (who: Caller, projectId: string, chain = 'ordinary90') =>
  ok(who.call('PUT', `/api/projects/${projectId}/approvals/chain`, { chain }))
const itemOf = (answer: ProjectApprovals, key: string): Approval => {
  const item = answer.items.find((one) => one.item === key)
  assert.ok(item, key)
  return item
}
const patch = (who: Caller, { id, revision }: Approval, set: object) =>
  who.call('PATCH', `/api/approvals/${id}`, { revision, ...set })
const accept = (who: Caller, item: Approval, acceptedOn: string) => ok(patch(who, item, { acceptedOn }))
const stop = (who: Caller, item: Approval, fromOn: string, toOn?: string) =>
  who.call('POST', `/api/approvals/${item.id}/stops`, { fromOn, toOn, turn: 'owner', reason: '补正材料' })

test('a project takes a chain over, once, and exchanges it only before anything is accepted', async () => {
  const { projectId, who } = await world()
  const empty = await ok(who.call('GET', `/api/projects/${projectId}/approvals`))
  assert.deepEqual([empty.chain, empty.items, empty.parts], [null, [], []])
  const first = await take(who, projectId)
  assert.equal(first.items.length, 10)
  assert.deepEqual(
    first.parts.map(({ part, clock }) => [part, clock.limit, clock.used]),
    [
      ['beforeStart', 60, 0],
      ['completion', 30, 0],
    ],
  )
  assert.ok(first.items.every(({ state, clock }) => state === 'waiting' && clock === null))
  assert.deepEqual((await take(who, projectId)).items, first.items)
  const other = await take(who, projectId, 'startOnLand')
  assert.equal(other.items[0]?.item, 'landContract')
  assert.deepEqual(
    other.items.slice(1, 6).map(({ item }) => item),
    ['filing', 'landPlanning', 'designReview', 'engineeringPlanning', 'construction'],
  )
  await accept(who, itemOf(other, 'filing'), '2022-03-01')
  await refused(
    who.call('PUT', `/api/projects/${projectId}/approvals/chain`, { chain: 'ordinary90' }),
    409,
    /项目备案.*已按原审批链受理/,
  )
})

test('the clock counts working days, stands while it is the owner’s turn, and goes on', async () => {
  const { zone, projectId, who } = await world()
  const filing = itemOf(await take(who, projectId), 'filing')
  await ok(patch(who, filing, { acceptedOn: '2022-01-27', limitDays: 5 }))
  const get = async () => ok(who.call('GET', `/api/projects/${projectId}/approvals`))
  // Friday 28, and the weekend of 29 and 30 January was worked; the owner has it over the festival, until 9 February.
  const stopped = await ok(stop(who, filing, '2022-01-30'), 201)
  const now = itemOf(stopped, 'filing')
  assert.equal(now.state, 'stopped')
  assert.deepEqual(now.clock, { used: 3, limit: 5, left: 2, overdue: false, dueOn: null })
  assert.equal(now.stops[0]?.stoppedBy, 'officer同志')
  assert.equal(stopped.parts[0]?.running, false)
  const [open] = now.stops
  assert.ok(open)
  const resumed = await ok(
    who.call('PATCH', `/api/approval-stops/${open.id}`, { revision: open.revision, toOn: '2022-02-09' }),
  )
  const after = itemOf(resumed, 'filing')
  assert.deepEqual([after.state, after.clock?.dueOn], ['running', '2022-02-11'])
  assert.deepEqual([after.stops[0]?.resumedBy, after.stops[0]?.days], ['officer同志', 3])
  assert.equal(after.clock?.overdue, true, 'nobody decided it to this day')
  const decided = await ok(
    patch(who, after, { decidedOn: '2022-02-11', certificateNo: '2201-330109-04-01-000001' }),
  )
  const done = itemOf(decided, 'filing')
  assert.equal(done.outcome, 'granted')
  assert.deepEqual(done.clock, { used: 5, limit: 5, left: 0, overdue: false, dueOn: '2022-02-11' })
  assert.deepEqual((await get()).parts[0]?.clock, {
    used: 5,
    limit: 60,
    left: 55,
    overdue: false,
    dueOn: null,
  })
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a part counts a day with two authorities once', async () => {
  const { projectId, who } = await world()
  let answer = await take(who, projectId)
  for (const key of ['landPlanning', 'designReview']) {
    answer = await accept(who, itemOf(answer, key), '2022-03-01')
    answer = await ok(patch(who, itemOf(answer, key), { decidedOn: '2022-03-08' }))
  }
  assert.equal(answer.parts[0]?.clock.used, 5)
})

test('dates out of order, in the future or impossible are refused with the way out', async () => {
  const { projectId, who } = await world()
  const filing = itemOf(await take(who, projectId), 'filing')
  const tomorrow = addDays(today, 1)
  await refused(patch(who, filing, { acceptedOn: tomorrow }), 400, new RegExp(`${tomorrow} 还没有到`))
  await refused(patch(who, filing, { acceptedOn: '2022-02-30' }), 400, /没有 2022-02-30 这一天/)
  await refused(patch(who, filing, { acceptedOn: '0001-01-01' }), 400)
  await refused(patch(who, filing, { decidedOn: '2022-03-01' }), 400, /先填受理日期/)
  await refused(patch(who, filing, { outcome: 'granted' }), 400, /办结日期/)
  await refused(stop(who, filing, '2022-03-01'), 400, /还没有受理/)
  const accepted = itemOf(await accept(who, filing, '2022-03-01'), 'filing')
  await refused(patch(who, accepted, { decidedOn: '2022-02-28' }), 400, /早于受理日期 2022-03-01/)
  await refused(stop(who, accepted, '2022-02-28'), 400, /早于受理日期/)
  await refused(stop(who, accepted, tomorrow), 400, /还没有到/)
  await refused(stop(who, accepted, '2022-03-02', tomorrow), 400, /还没有到/)
  await refused(stop(who, accepted, '2022-03-04', '2022-03-03'), 400, /恢复日期 2022-03-03 早于/)
  await refused(patch(who, accepted, { limitDays: 0 }), 400)
  await refused(patch(who, accepted, { name: ' ' }), 400)
  await refused(
    who.call('POST', `/api/approvals/${accepted.id}/stops`, {
      fromOn: '2022-03-02',
      turn: 'owner',
      reason: '  ',
    }),
    400,
  )
})

test('stops never overlap, and touch where the papers go back and forth', async () => {
  const { projectId, who } = await world()
  const filing = itemOf(await take(who, projectId), 'filing')
  await accept(who, filing, '2022-03-01')
  await ok(stop(who, filing, '2022-03-03', '2022-03-10'), 201)
  for (const [from, to] of [
    ['2022-03-02', '2022-03-04'],
    ['2022-03-09', '2022-03-20'],
    ['2022-03-04', '2022-03-05'],
    ['2022-03-02', undefined],
  ] as const)
    await refused(stop(who, filing, from, to), 400, /重叠/)
  const open = await ok(stop(who, filing, '2022-03-10'), 201)
  await refused(stop(who, filing, '2022-04-10'), 400, /重叠/)
  await refused(patch(who, itemOf(open, 'filing'), { decidedOn: '2022-04-01' }), 400, /先恢复计时/)
  await refused(patch(who, itemOf(open, 'filing'), { acceptedOn: '2022-03-04' }), 400, /早于受理日期/)
  await refused(patch(who, itemOf(open, 'filing'), { acceptedOn: null }), 400, /还没有受理/)
  const [, second] = itemOf(open, 'filing').stops
  const gone = await ok(who.call('DELETE', `/api/approval-stops/${second?.id}`))
  assert.equal(itemOf(gone, 'filing').stops.length, 1)
  await refused(who.call('DELETE', `/api/approval-stops/${second?.id}`), 404)
})

test('two people who stop a clock at once: one does, the other is told', async () => {
  const { zone, projectId, who } = await world()
  const analyst = await signIn(app, zone, 'analyst')
  const filing = itemOf(await take(who, projectId), 'filing')
  await accept(who, filing, '2022-03-01')
  const both = await Promise.all([stop(who, filing, '2022-03-03'), stop(analyst, filing, '2022-03-04')])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [201, 400])
})

test('what another changed meanwhile is not overwritten', async () => {
  const { projectId, who } = await world()
  const filing = itemOf(await take(who, projectId), 'filing')
  await accept(who, filing, '2022-03-01')
  await refused(patch(who, filing, { acceptedOn: '2022-03-02' }), 409, /刚被他人修改/)
})

test('a matter of one’s own is added and removed', async () => {
  const { zone, projectId, who } = await world()
  const answer = await ok(
    who.call('POST', `/api/projects/${projectId}/approvals`, {
      name: '取水许可',
      authority: '农业农村局',
      limitDays: 20,
      acceptedOn: today,
    }),
    201,
  )
  const [own] = answer.items
  assert.ok(own)
  assert.deepEqual([own.part, own.clock?.used, own.clock?.left], [null, 0, 20])
  assert.equal(own.clock?.dueOn, calendar.addWorkdays(today, 20))
  assert.deepEqual((await ok(who.call('DELETE', `/api/approvals/${own.id}`))).items, [])
  await refused(who.call('DELETE', `/api/approvals/${own.id}`), 404)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('whoever may not update the project may not touch its approvals', async () => {
  const { zone, projectId, who } = await world()
  const filing = itemOf(await take(who, projectId), 'filing')
  const accepted = itemOf(await accept(who, filing, '2022-03-01'), 'filing')
  const held = itemOf(await ok(stop(who, accepted, '2022-03-03'), 201), 'filing')
  const stopId = held.stops[0]?.id
  for (const login of ['commander2', 'administrator']) {
    const other = await signIn(app, zone, login)
    await refused(
      other.call('PUT', `/api/projects/${projectId}/approvals/chain`, { chain: 'ordinary90' }),
      403,
    )
    await refused(other.call('POST', `/api/projects/${projectId}/approvals`, { name: 'x' }), 403)
    await refused(patch(other, held, { name: 'x' }), 403)
    await refused(other.call('DELETE', `/api/approvals/${held.id}`), 403)
    await refused(stop(other, held, '2022-03-10'), 403)
    await refused(
      other.call('PATCH', `/api/approval-stops/${stopId}`, { revision: 1, toOn: '2022-03-08' }),
      403,
    )
    await refused(other.call('DELETE', `/api/approval-stops/${stopId}`), 403)
  }
  const administrator = await signIn(app, zone, 'administrator')
  await refused(administrator.call('GET', `/api/projects/${projectId}/approvals`), 403)
  await refused(administrator.call('GET', '/api/approvals'), 403)
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  await refused(stranger.call('GET', `/api/projects/${projectId}/approvals`), 404)
  await refused(patch(stranger, held, { name: 'x' }), 404)
})

test('a project that has not signed keeps its approvals to those it concerns', async () => {
  const { zone, who } = await world()
  const secret = await buildProject(database, zone, { name: '在谈项目', stage: 'negotiating' })
  const filing = itemOf(await take(who, secret), 'filing')
  const held = itemOf(await accept(who, filing, '2022-03-01'), 'filing')
  const stopped = itemOf(await ok(stop(who, held, '2022-03-03'), 201), 'filing')
  const other = await signIn(app, zone, 'commander2')
  await refused(other.call('GET', `/api/projects/${secret}/approvals`), 404)
  for (const response of [
    await patch(other, stopped, { name: 'x' }),
    await stop(other, stopped, '2022-03-10'),
    await other.call('DELETE', `/api/approvals/${stopped.id}`),
    await other.call('DELETE', `/api/approval-stops/${stopped.stops[0]?.id}`),
  ]) {
    assert.equal(response.statusCode, 404)
    assert.ok(!response.body.includes(secret), 'nor is it named')
  }
  assert.equal((await other.call('GET', '/api/approvals')).json<DueList>().total, 0)
  assert.equal((await who.call('GET', '/api/approvals')).json<DueList>().total, 1)
})

test('on a day of the past the clock stands as it stood then, and nothing can be written', async () => {
  const { zone } = await world()
  const analyst = await signIn(app, zone, 'analyst')
  const projectId = uuidv7()
  const then = { zoneId: zone.id, memberId: null, at: new Date('2022-03-01T02:00:00Z') }
  await database.within(then, async (db) => {
    await writeProjects(db, then, [
      { projectId, isNew: true, period: '2022-03', set: { name: '往日', stage: 'signed' } },
    ])
    await insertRows(db, then, 'approval', [
      { id: uuidv7(), projectId, name: '取水许可', position: 1000, acceptedOn: '2022-03-01', limitDays: 5 },
    ])
  })
  const now = await ok(analyst.call('GET', `/api/projects/${projectId}/approvals`))
  const [item] = now.items
  assert.ok(item?.clock?.overdue)
  await ok(patch(analyst, item, { decidedOn: '2022-03-04' }))
  const past = await ok(analyst.call('GET', `/api/projects/${projectId}/approvals?asOf=2022-03-03`))
  assert.deepEqual([past.today, past.abilities], ['2022-03-03', ['read']])
  assert.deepEqual(
    past.items.map(({ state, clock }) => [state, clock?.used, clock?.dueOn]),
    [['running', 2, '2022-03-08']],
  )
  const due = (await analyst.call('GET', '/api/approvals?asOf=2022-03-08')).json<DueList>()
  assert.deepEqual([due.total, due.items[0]?.due, due.items[0]?.left], [1, 'soon', 0])
  assert.equal((await analyst.call('GET', '/api/approvals')).json<DueList>().total, 0)
})

test('what is due: the most pressing first, counts that are the rows, by corps', async () => {
  const { zone, projectId } = await world()
  const analyst = await signIn(app, zone, 'analyst')
  const other = await buildProject(database, zone, { name: '桥南项目', corps: zone.corps.b, stage: 'signed' })
  const lost = await buildProject(database, zone, { name: '流失项目', standing: 'lost' })
  const back = (days: number) => addDays(today, -days)
  let answer = await take(analyst, projectId)
  await accept(analyst, itemOf(answer, 'filing'), '2022-03-01') // far over the part's 60 days
  answer = await take(analyst, other)
  answer = await ok(patch(analyst, itemOf(answer, 'filing'), { acceptedOn: back(1), limitDays: 3 }))
  answer = await accept(analyst, itemOf(answer, 'landPlanning'), back(1))
  answer = await accept(analyst, itemOf(answer, 'designReview'), back(1))
  await ok(stop(analyst, itemOf(answer, 'designReview'), back(1)), 201)
  answer = await take(analyst, lost)
  await accept(analyst, itemOf(answer, 'filing'), '2022-03-01')
  const list = async (query = '') => {
    const response = await analyst.call('GET', `/api/approvals${query}`)
    assert.equal(response.statusCode, 200, response.body)
    return response.json<DueList>()
  }
  const all = await list()
  assert.deepEqual(
    all.items.map(({ item, due, by, stopReason }) => [item, due, by, stopReason]),
    [
      ['filing', 'overdue', 'beforeStart', null],
      ['filing', 'soon', 'own', null],
      ['landPlanning', 'running', 'beforeStart', null],
      ['designReview', 'stopped', 'beforeStart', '补正材料'],
    ],
  )
  assert.equal(all.items.at(-1)?.dueOn, null, 'it stands, though its part runs')
  assert.deepEqual(all.counts, { overdue: 1, soon: 1, running: 1, stopped: 1 })
  for (const due of ['overdue', 'soon', 'running', 'stopped'] as const) {
    const rows = await list(`?due=${due}`)
    assert.deepEqual([rows.total, rows.items.length], [all.counts[due], all.counts[due]])
  }
  const corps = await list(`?corps=${zone.corps.b}&limit=2`)
  assert.deepEqual([corps.total, corps.items.length, corps.counts.overdue], [3, 2, 0])
  assert.deepEqual(corps.byCorps.find(({ corpsId }) => corpsId === zone.corps.b)?.counts, corps.counts)
  assert.equal((await list('?corps=none')).total, 0)
  const outsider = await signIn(app, await buildZone(database), 'analyst')
  assert.equal((await outsider.call('GET', '/api/approvals')).json<DueList>().total, 0)
})

test('a clock that reaches into a year without a notice says so', async () => {
  const { projectId, who } = await world()
  const known = itemOf(await take(who, projectId), 'filing')
  const decided = await accept(who, known, '2022-03-01')
  const done = await ok(patch(who, itemOf(decided, 'filing'), { decidedOn: '2022-03-02' }))
  assert.deepEqual(done.provisionalYears, [])
  const old = await accept(who, itemOf(done, 'landPlanning'), '2019-12-31')
  assert.ok(old.provisionalYears.includes(2019) && old.provisionalYears.includes(2020))
})
