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
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { removeProjects, writeProjects } from '../projects/server/write-projects.ts'
import type { Changed, Home } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-changed-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const readChanged = async (who: Caller, query = ''): Promise<Changed> => {
  const response = await who.call('GET', `/api/home${query}`)
  assert.equal(response.statusCode, 200, response.body)
  const { changed } = response.json<Home>()
  assert.ok(changed)
  return changed
}
async function edit(who: Caller, projectId: string, field: string, from: string | null, to: string | null) {
  const response = await who.call('PATCH', '/api/ledger', { edits: [{ projectId, field, from, to }] })
  assert.deepEqual(response.json<{ failures: unknown[] }>().failures, [], response.body)
}
/** Says goodbye: what was there by then is known. */
const leave = async (who: Caller) => assert.equal((await who.call('POST', '/api/sign-out')).statusCode, 200)
const analystId = (zone: TestZone) => zone.memberIds['analyst'] ?? ''
const ids = ({ items }: Changed) => items.map(({ id }) => id)

test('who comes again sees exactly what others did meanwhile: each project once, from what to what, by whom', async () => {
  const zone = await buildZone(database)
  const mine = await buildProject(database, zone, {
    name: '传化',
    stage: 'signed',
    officer: 'officer同志',
    totalInvestment: '100',
  })
  const quiet = await buildProject(database, zone, { name: '没动', stage: 'signed' })
  const first = await signIn(app, zone, 'officer')
  const week = await readChanged(first)
  assert.deepEqual([week.since, ids(week).sort()], ['first', [mine, quiet].sort()])
  assert.ok(week.items.every(({ kind, by }) => kind === 'added' && by[0]?.name === null))

  const analyst = await signIn(app, zone, 'analyst')
  await edit(analyst, mine, 'note', null, '走之前改的')
  await leave(first)
  const again = await signIn(app, zone, 'officer')
  assert.deepEqual(ids(await readChanged(again)), [], 'what was there before they left is not news')

  await edit(analyst, mine, 'totalInvestment', '100', '200')
  await edit(analyst, mine, 'totalInvestment', '200', '300.5')
  await edit(analyst, mine, 'started.plan', null, '2022-Q3')
  await edit(analyst, mine, 'problem', null, '缺地')
  await edit(again, mine, 'investor', null, '传化集团')
  const director = await signIn(app, zone, 'director')
  await edit(director, mine, 'standing', 'ongoing', 'onHold')
  const third = await signIn(app, zone, 'officer')
  const news = await readChanged(third)
  assert.deepEqual([news.since, news.total, news.isCut], ['session', 1, false])
  const [item] = news.items
  assert.deepEqual([item?.id, item?.kind, item?.name, item?.corpsId], [mine, 'changed', '传化', zone.corps.a])
  assert.deepEqual(
    item?.changes.map(({ field, from, to }) => [field, from, to]),
    [
      ['standing', 'ongoing', 'onHold'],
      ['totalInvestment', '100', '300.5'],
      ['started.plan', null, '2022-Q3'],
      ['problem', null, '缺地'],
    ],
    'what matters most first, taken together, and without one’s own edit',
  )
  assert.equal(item?.more, 0)
  assert.deepEqual(
    item?.by.map(({ name }) => name),
    ['director同志', 'analyst同志'],
  )
  assert.deepEqual(await readChanged(third), news, 'it stays as long as they are here')
  const own = await readChanged(await signIn(app, zone, 'analyst'))
  assert.deepEqual(
    own.items.map(({ id, changes }) => [id, changes.map(({ field }) => field).sort()]),
    [[mine, ['investor', 'standing']]],
    'each is told of the others alone',
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what was moved and moved back is told as such; new and removed projects too', async () => {
  const zone = await buildZone(database)
  const there = await buildProject(database, zone, { name: '来回', stage: 'signed' })
  const gone = await buildProject(database, zone, { name: '移出', stage: 'signed' })
  await leave(await signIn(app, zone, 'commander'))
  const analyst = await signIn(app, zone, 'analyst')
  await edit(analyst, there, 'note', null, '甲')
  await edit(analyst, there, 'note', '甲', null)
  const added = await analyst.call('POST', '/api/projects', {
    values: { name: '新项目', corps: zone.corps.a, stage: 'signed', totalInvestment: '5' },
  })
  assert.equal(added.statusCode, 201, added.body)
  const author = { zoneId: zone.id, memberId: analystId(zone), at: new Date() }
  await database.within({ ...author, reach: 'zone' }, (db) => removeProjects(db, author, [gone]))
  const news = await readChanged(await signIn(app, zone, 'commander'))
  assert.deepEqual(
    news.items.map(({ name, kind, changes }) => [name, kind, changes.map(({ field }) => field)]),
    [
      ['移出', 'removed', []],
      ['新项目', 'added', ['stage', 'standing', 'corps', 'totalInvestment']],
      ['来回', 'changed', []],
    ],
  )
})

test('an unsigned project of another corps is in nobody’s news but theirs whom it concerns', async () => {
  const zone = await buildZone(database)
  const world = {
    secretB: await buildProject(database, zone, { name: '密B', stage: 'negotiating', corps: zone.corps.b }),
    signedB: await buildProject(database, zone, { name: '明B', stage: 'signed', corps: zone.corps.b }),
    secretA: await buildProject(database, zone, { name: '密A', stage: 'negotiating' }),
    guestB: await buildProject(database, zone, { name: '客B', stage: 'negotiating', corps: zone.corps.b }),
    firstB: await buildProject(database, zone, {
      ...{ name: '首谈', stage: 'negotiating', corps: zone.corps.b, firstContactUnit: '市北兵团' },
    }),
  }
  const analyst = await signIn(app, zone, 'analyst')
  const guest = await analyst.call('POST', `/api/projects/${world.guestB}/guests`, {
    memberId: zone.memberIds['officer'],
  })
  assert.equal(guest.statusCode, 204, guest.body)
  for (const login of ['officer', 'commander', 'commander2', 'director'])
    await leave(await signIn(app, zone, login))
  for (const id of Object.values(world)) await edit(analyst, id, 'note', null, '有变化')
  const expected: Record<string, (keyof typeof world)[]> = {
    officer: ['secretA', 'guestB', 'firstB'],
    commander: ['secretA', 'firstB'],
    commander2: ['secretB', 'signedB', 'guestB', 'firstB'],
    director: ['secretB', 'signedB', 'secretA', 'guestB', 'firstB'],
  }
  for (const [login, names] of Object.entries(expected)) {
    const news = await readChanged(await signIn(app, zone, login))
    assert.deepEqual(ids(news).sort(), names.map((name) => world[name]).sort(), login)
    assert.equal(news.total, names.length, login)
  }
})

test('more than a page is counted exactly, and the latest are shown', async () => {
  const zone = await buildZone(database)
  const projects: string[] = []
  for (let n = 0; n < 11; n++) projects.push(await buildProject(database, zone, { stage: 'signed' }))
  await leave(await signIn(app, zone, 'commander'))
  const analyst = await signIn(app, zone, 'analyst')
  for (const id of projects) await edit(analyst, id, 'note', null, '改')
  const news = await readChanged(await signIn(app, zone, 'commander'))
  assert.equal(news.total, 11)
  assert.deepEqual(ids(news), projects.slice(-8).reverse())
})

test('a session that ran out counts to when the person was last seen; what was seen on the phone is no news on the desk', async () => {
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { name: '传化', stage: 'signed' })
  await signIn(app, zone, 'officer') // never signs out
  const analyst = await signIn(app, zone, 'analyst')
  await edit(analyst, id, 'note', null, '一')
  const phone = await signIn(app, zone, 'officer')
  assert.deepEqual(ids(await readChanged(phone)), [id])
  const desk = await signIn(app, zone, 'officer')
  assert.deepEqual(ids(await readChanged(desk)), [], 'seen on the phone')
})

test('on a day past: what others changed in the course of that day', async () => {
  const zone = await buildZone(database)
  const day = addDays(today, -3)
  const at = (text: string) => new Date(`${text}+08:00`)
  const id = await buildProject(
    database,
    zone,
    { name: '往日', stage: 'signed' },
    '2022-02',
    at(`${addDays(day, -2)}T10:00`),
  )
  for (const [when, total] of [
    [`${addDays(day, -1)}T23:59:59`, '1'],
    [`${day}T00:00:00`, '2'],
    [`${day}T23:59:59`, '3'],
    [`${addDays(day, 1)}T00:00:00`, '4'],
  ] as const) {
    const author = { zoneId: zone.id, memberId: null, at: at(when) }
    await database.within(author, (db) =>
      writeProjects(db, author, [
        { projectId: id, isNew: false, period: '2022-02', set: { totalInvestment: total } },
      ]),
    )
  }
  const analyst = await signIn(app, zone, 'analyst')
  const that = await readChanged(analyst, `?asOf=${day}`)
  assert.deepEqual([that.since, that.from, that.total], ['day', at(`${day}T00:00`).toISOString(), 1])
  assert.deepEqual(
    that.items[0]?.changes.map(({ field, from, to }) => [field, from, to]),
    [['totalInvestment', '1', '3']],
  )
  assert.deepEqual(ids(await readChanged(analyst, `?asOf=${addDays(day, 2)}`)), [])
})
