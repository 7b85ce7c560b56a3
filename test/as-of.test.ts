import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { listFieldHistory } from '../src/features/history/server/field-history.ts'
import type { LedgerQuery } from '../src/features/projects/contract.ts'
import { lookBack } from '../src/features/projects/server/past-search.ts'
import { findLine, groupLedger, listLedger, totalLedger } from '../src/features/projects/server/queries.ts'
import { listTimeline } from '../src/features/projects/server/timeline.ts'
import { removeProjects, writeProjects } from '../src/features/projects/server/write-projects.ts'
import type { Actor } from '../src/server/access.ts'
import type { Db } from '../src/server/database/connect.ts'
import { openTestDatabase } from './database.ts'
import { buildZone, type TestZone } from './factories.ts'

const database = await openTestDatabase()
after(() => database.close())

const analystOf = (zone: TestZone): Actor => ({
  zoneId: zone.id,
  memberId: zone.memberIds['analyst'] ?? '',
  sessionId: uuidv7(),
  name: '分析',
  posts: [{ unitId: zone.corps.a, role: 'analyst' }],
  unitIds: [],
  reach: 'zone',
  mustChangePassword: false,
})

const queries: LedgerQuery[] = [
  { sort: 'name' },
  { sort: '-totalInvestment,name', limit: 2, offset: 1 },
  { sort: 'started.plan,name', where: '[{"field":"stage","op":"is","value":["signed","started"]}]' },
  { sort: 'corps,name', where: '[{"field":"problem","op":"filled"}]' },
  { sort: 'name', q: '项目' },
  { q: 'yxm' },
  { q: 'bing' },
]

/** All that the ledger says of a zone: pages, counts, sums, groups, lines, timelines and fields' histories. */
async function answers(db: Db, actor: Actor, ids: readonly string[]) {
  const told: unknown[] = []
  for (const query of queries) {
    const asked = await lookBack(db, actor, query)
    told.push(JSON.parse(await listLedger(db, actor, asked)))
    told.push(JSON.parse(await totalLedger(db, actor.zoneId, asked)))
  }
  for (const by of ['stage', 'corps', 'light'])
    told.push(JSON.parse(await groupLedger(db, actor.zoneId, by, { sort: 'name' })))
  for (const id of ids) {
    told.push((await findLine(db, actor, id)) ?? null)
    told.push(await listTimeline(db, actor.zoneId, id, 50, 0))
    for (const field of ['totalInvestment', 'started.actual', 'problem'])
      told.push(await listFieldHistory(db, actor.zoneId, id, field, {}))
  }
  return JSON.parse(JSON.stringify(told), (key, value) => (key === 'abilities' ? undefined : value))
}

const act = fc.record({
  project: fc.nat(3),
  remove: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  period: fc.constantFrom('2022-01', '2022-02'),
  wait: fc.constantFrom(0, 1, 1000, 86_400_000),
  set: fc.record(
    {
      name: fc.constantFrom('甲项目', '乙项目', '丙工程'),
      stage: fc.constantFrom('lead', 'signed', 'started'),
      totalInvestment: fc.constantFrom('100', '20000.5', null),
      corps: fc.constantFrom('a', 'b', null),
      'started.plan': fc.constantFrom('2022-03', '2022-Q2', null),
      'started.actual': fc.constantFrom('2022-03-05', null),
      problem: fc.constantFrom('缺地', null),
      light: fc.constantFrom('green', 'red', null),
    },
    { requiredKeys: [] },
  ),
})

test('the ledger as of any time is what it was then: pages, counts, sums, groups, lines, timelines', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      const zone = await buildZone(database)
      const actor = analystOf(zone)
      const ids = Array.from({ length: 4 }, () => uuidv7())
      const alive = new Set<string>()
      const born = new Set<string>()
      const states: { at: number; said: unknown }[] = []
      let clock = Date.now() + 1000 // after the zone itself
      for (const { project, remove, period, set, wait } of acts) {
        clock += wait
        const id = ids[project] ?? ''
        const author = { zoneId: zone.id, memberId: actor.memberId, at: new Date(clock) }
        await database.within(actor, async (db) => {
          if (remove && alive.delete(id)) return removeProjects(db, author, [id])
          if (!alive.has(id) && born.has(id)) return
          const corps = set.corps && zone.corps[set.corps as 'a' | 'b']
          const values = { ...set, ...('corps' in set ? { corps: corps ?? null } : {}) } as Record<
            string,
            string
          >
          const isNew = !born.has(id)
          await writeProjects(db, author, [
            { projectId: id, isNew, period, set: isNew ? { name: '初项目', ...values } : values },
          ])
          born.add(id)
          alive.add(id)
        })
        states.push({ at: clock, said: await database.within(actor, (db) => answers(db, actor, ids)) })
      }
      // At one instant the last that was written then stands.
      for (const [index, { at, said }] of states.entries()) {
        if (states[index + 1]?.at === at) continue
        const past = { ...actor, asOf: new Date(at) }
        const then = await database.within(past, (db) => answers(db, past, ids))
        for (const [k, x] of (said as unknown[]).entries())
          assert.deepEqual(then[k], x, `answer ${k} of state ${index}`)
      }
      const before = { ...actor, asOf: new Date(Date.now() - 86_400_000) }
      const page = await database.within(before, (db) => listLedger(db, before, {}))
      assert.equal(JSON.parse(page).total, 0)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

test('a clock set back leaves the versions of a row in the order they were written', async () => {
  const zone = await buildZone(database)
  const actor = analystOf(zone)
  const id = uuidv7()
  const noon = Date.parse('2022-03-01T04:00:00Z')
  const write = (minutes: number, isNew: boolean, note: string) => {
    const author = { zoneId: zone.id, memberId: actor.memberId, at: new Date(noon + minutes * 60_000) }
    const set = { name: '甲项目', note }
    return database.within(actor, (db) =>
      writeProjects(db, author, [{ projectId: id, isNew, period: '2022-03', set }]),
    )
  }
  await write(0, true, '一')
  await write(30, false, '二')
  await write(10, false, '三')
  const noteAt = (minutes: number) => {
    const past = { ...actor, asOf: new Date(noon + minutes * 60_000) }
    return database.within(past, async (db) => (await findLine(db, past, id))?.['note'])
  }
  assert.deepEqual(
    [await noteAt(5), await noteAt(20), await noteAt(30), await noteAt(60)],
    ['一', '一', '三', '三'],
  )
})

test('nothing can be written into the past', async () => {
  const zone = await buildZone(database)
  const past = { ...analystOf(zone), asOf: new Date() }
  const author = { zoneId: zone.id, memberId: past.memberId, at: new Date() }
  await assert.rejects(
    database.within(past, (db) =>
      writeProjects(db, author, [
        { projectId: uuidv7(), isNew: true, period: '2022-01', set: { name: '昨日' } },
      ]),
    ),
    /read-only|cannot insert/,
  )
})
