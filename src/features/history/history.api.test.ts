import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn, type TestZone } from '../../../test/factories.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { removeProjects, writeProjects } from '../projects/server/write-projects.ts'
import type { Differences } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-history-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const dayBefore = (count: number) => addDays(today, -count)
const noonOf = (count: number) => new Date(`${dayBefore(count)}T04:00:00Z`)

/** Five days of a zone: 甲 grows, 乙 is handed over and given a date, 丙 is removed, 丁 is new, 戊 comes and goes. */
async function story() {
  const zone = await buildZone(database)
  const build = (values: Record<string, string>, daysAgo: number) =>
    buildProject(database, zone, { stage: 'signed', ...values }, '2022-02', noonOf(daysAgo))
  const write = (projectId: string, set: Record<string, string | null>, daysAgo: number) => {
    const author = { zoneId: zone.id, memberId: zone.memberIds['analyst'] ?? null, at: noonOf(daysAgo) }
    return database.within({ zoneId: zone.id, memberId: null }, (db) =>
      writeProjects(db, author, [{ projectId, isNew: false, period: '2022-03', set }]),
    )
  }
  const remove = (id: string, daysAgo: number) =>
    database.within({ zoneId: zone.id, memberId: null }, (db) =>
      removeProjects(db, { zoneId: zone.id, memberId: null, at: noonOf(daysAgo) }, [id]),
    )
  const a = await build({ name: '甲项目', totalInvestment: '100' }, 5)
  const b = await build({ name: '乙项目', totalInvestment: '10' }, 5)
  const c = await build({ name: '丙项目', totalInvestment: '1' }, 5)
  await build({ name: '不变项目', totalInvestment: '1000' }, 5)
  await write(a, { totalInvestment: '150', problem: '缺地' }, 3)
  await write(b, { corps: zone.corps.b, 'started.plan': '2022-06' }, 3)
  await remove(c, 2)
  const d = await build({ name: '丁项目', totalInvestment: '7', corps: zone.corps.b }, 2)
  await remove(await build({ name: '戊项目', stage: 'lead' }, 3), 3)
  return { zone, a, b, c, d }
}

const ask = async (zone: TestZone, query: string, login = 'analyst') => {
  const response = await (await signIn(app, zone, login)).call('GET', `/api/history/differences?${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<Differences>()
}

test('two days apart: what is new, gone and otherwise, per project, corps and zone', async () => {
  const { zone, a, b, c, d } = await story()
  const { items, total, corps, zone: whole } = await ask(zone, `from=${dayBefore(4)}&to=${today}`)
  assert.equal(total, 4)
  assert.deepEqual(
    items.map(({ id, kind, name }) => [id, kind, name]),
    [
      [d, 'added', '丁项目'],
      [c, 'removed', '丙项目'],
      [b, 'changed', '乙项目'],
      [a, 'changed', '甲项目'],
    ],
  )
  assert.deepEqual(items[3]?.changes, [
    { field: 'totalInvestment', period: null, from: '100', to: '150' },
    { field: 'problem', period: '2022-03', from: null, to: '缺地' },
  ])
  assert.deepEqual(
    items[2]?.changes.map(({ field }) => field),
    ['corps', 'started.plan'],
  )
  assert.deepEqual([items[2]?.corpsFrom, items[2]?.corpsTo], [zone.corps.a, zone.corps.b])
  assert.equal(items[1]?.changes.find(({ field }) => field === 'totalInvestment')?.from, '1')
  assert.deepEqual(whole, {
    from: { count: 4, totalInvestment: '1111' },
    to: { count: 4, totalInvestment: '1167' },
    ...{ added: 1, removed: 1, changed: 2 },
  })
  const of = (id: string) => corps.find((one) => one.corpsId === id)
  assert.deepEqual(of(zone.corps.a), {
    corpsId: zone.corps.a,
    from: { count: 4, totalInvestment: '1111' },
    to: { count: 2, totalInvestment: '1150' },
    ...{ added: 0, removed: 1, changed: 2, movedIn: 0, movedOut: 1 },
  })
  assert.deepEqual(of(zone.corps.b)?.to, { count: 2, totalInvestment: '17' })
  for (const one of corps)
    assert.equal(one.to.count, one.from.count + one.added - one.removed + one.movedIn - one.movedOut)
})

test('a part is asked for by corps and kind; the figures still speak of all', async () => {
  const { zone, b, d } = await story()
  const days = `from=${dayBefore(4)}&to=${today}`
  const part = await ask(zone, `${days}&corps=${zone.corps.b}`)
  assert.deepEqual([part.items.map(({ id }) => id), part.total, part.zone.changed], [[d, b], 2, 2])
  assert.deepEqual((await ask(zone, `${days}&kind=removed`)).total, 1)
  assert.deepEqual((await ask(zone, `${days}&limit=1&offset=2`)).items[0]?.id, b)
  assert.equal((await ask(zone, `from=${dayBefore(1)}&to=${today}`)).total, 0)
})

test('who may not know of an unsigned project does not learn of it from its changes', async () => {
  const zone = await buildZone(database)
  const secret = await buildProject(
    database,
    zone,
    { name: '密谈', stage: 'lead', corps: zone.corps.b },
    '2022-02',
    noonOf(2),
  )
  const query = `from=${dayBefore(4)}&to=${today}`
  const seen = await ask(zone, query, 'officer')
  assert.deepEqual([seen.total, seen.zone.to.count], [0, 0])
  assert.deepEqual(
    (await ask(zone, query, 'commander2')).items.map(({ id }) => id),
    [secret],
  )
})

test('days in the wrong order, of the future or of no calendar are refused in words', async () => {
  const { zone } = await story()
  const who = await signIn(app, zone, 'analyst')
  for (const [from, to] of [
    [today, dayBefore(1)],
    [today, today],
    [dayBefore(1), addDays(today, 1)],
    ['2022-02-30', today],
    ['', today],
  ]) {
    const response = await who.call('GET', `/api/history/differences?from=${from}&to=${to}`)
    assert.equal(response.statusCode, 400, `${from} ${to}`)
    assert.match(response.json().message, /\p{Script=Han}/u)
  }
})
