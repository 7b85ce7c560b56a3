import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { readDifferences } from '../src/features/history/server/differences.ts'
import { fields, isEditable } from '../src/features/projects/fields.ts'
import { readProject } from '../src/features/projects/server/project-page.ts'
import { findLine } from '../src/features/projects/server/queries.ts'
import { removeProjects, writeProjects } from '../src/features/projects/server/write-projects.ts'
import type { Actor } from '../src/server/access.ts'
import type { Db } from '../src/server/database/connect.ts'
import { sumDecimal } from '../src/shared/decimal.ts'
import { openTestDatabase } from './database.ts'
import { buildZone } from './factories.ts'

const database = await openTestDatabase()
after(() => database.close())

/** All that a project says: its own fields and dates, and each month's with the month. */
type Facts = Map<string, string>

async function factsOf(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, Facts>> {
  const all = new Map<string, Facts>()
  for (const id of ids) {
    if (!(await findLine(db, actor, id))) continue
    const { row, periods } = await readProject(db, actor, id)
    const own = fields.filter((field) => isEditable(field) && field.store.in !== 'progress')
    const facts: Facts = new Map(own.flatMap(({ key }) => (row[key] ? [[key, String(row[key])]] : [])))
    for (const { period, values } of periods)
      for (const [key, value] of Object.entries(values)) if (value) facts.set(`${key}@${period}`, value)
    all.set(id, facts)
  }
  return all
}

/** The differences as somebody would tell them who holds both ledgers in hand. */
function byHand(before: Map<string, Facts>, after: Map<string, Facts>) {
  const told: Record<string, { kind: string; changes: string[] }> = {}
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, stands] = [before.get(id), after.get(id)]
    const kind = was && stands ? 'changed' : stands ? 'added' : 'removed'
    const keys = [...new Set([...(was?.keys() ?? []), ...(stands?.keys() ?? [])])]
    const changes = keys
      .filter((key) => was?.get(key) !== stands?.get(key))
      // What a removed project said of its months and dates still stands in theirs.
      .filter(
        (key) => kind !== 'removed' || fields.some((one) => one.key === key && one.store.in === 'project'),
      )
      .map((key) => `${key}: ${was?.get(key) ?? '—'} → ${stands?.get(key) ?? '—'}`)
    if (kind !== 'changed' || changes.length > 0) told[id] = { kind, changes: changes.sort() }
  }
  return told
}

const standingOf = (facts: Map<string, Facts>, corps: string | null) => {
  const held = [...facts.values()].filter((one) => (one.get('corps') ?? null) === corps)
  return {
    count: held.length,
    totalInvestment: sumDecimal(held.map((one) => one.get('totalInvestment') ?? '0')),
  }
}

const act = fc.record({
  project: fc.nat(3),
  remove: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
  period: fc.constantFrom('2022-01', '2022-02'),
  wait: fc.constantFrom(1, 1000, 86_400_000),
  set: fc.record(
    {
      name: fc.constantFrom('甲项目', '乙项目', '𠮷工程'),
      stage: fc.constantFrom('lead', 'signed'),
      totalInvestment: fc.constantFrom('100', '20000.5', null),
      corps: fc.constantFrom('a', 'b', null),
      'started.plan': fc.constantFrom('2022-03', '2022-Q2', null),
      'started.actual': fc.constantFrom('2022-03-05', '2022-03', null),
      problem: fc.constantFrom('缺地', null),
      yearDone: fc.constantFrom('12', '12.5', null),
    },
    { requiredKeys: [] },
  ),
})

test('the differences of any two times are those between their two ledgers, by project, corps and zone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 12 }), async (acts) => {
      const zone = await buildZone(database)
      const actor: Actor = {
        zoneId: zone.id,
        memberId: zone.memberIds['analyst'] ?? '',
        ...{ sessionId: uuidv7(), name: '分析', unitIds: [], reach: 'zone', mustChangePassword: false },
        posts: [{ unitId: zone.corps.a, role: 'analyst' }],
      }
      const ids = Array.from({ length: 4 }, () => uuidv7())
      const born = new Set<string>()
      const alive = new Set<string>()
      const states: { at: Date; facts: Map<string, Facts> }[] = []
      let clock = Date.now() + 1000
      for (const { project, remove, period, set, wait } of acts) {
        clock += wait
        const id = ids[project] ?? ''
        const author = { zoneId: zone.id, memberId: actor.memberId, at: new Date(clock) }
        await database.within(actor, async (db) => {
          if (remove && alive.delete(id)) return removeProjects(db, author, [id])
          if (!alive.has(id) && born.has(id)) return
          const corps = set.corps ? zone.corps[set.corps as 'a' | 'b'] : null
          const values = { ...set, ...('corps' in set ? { corps } : {}) } as Record<string, string>
          const isNew = !born.has(id)
          await writeProjects(db, author, [
            { projectId: id, isNew, period, set: isNew ? { name: '初项目', ...values } : values },
          ])
          born.add(id)
          alive.add(id)
        })
        states.push({ at: author.at, facts: await database.within(actor, (db) => factsOf(db, actor, ids)) })
      }
      for (const [first, last] of [
        [0, states.length - 1],
        [Math.floor(states.length / 2), states.length - 1],
        [0, Math.floor(states.length / 2)],
      ] as const) {
        const [before, after] = [states[first], states[last]]
        if (!before || !after || before.at >= after.at) continue
        const told = await readDifferences(
          database,
          actor,
          { from: before.at, to: after.at },
          { from: '', to: '' },
        )
        const changes = told.items.map((item) => [
          item.id,
          {
            kind: item.kind,
            changes: item.changes
              .map(
                ({ field, period, from, to }) =>
                  `${field}${period ? `@${period}` : ''}: ${from ?? '—'} → ${to ?? '—'}`,
              )
              .sort(),
          },
        ])
        assert.deepEqual(Object.fromEntries(changes), byHand(before.facts, after.facts))
        assert.equal(told.total, told.items.length)
        for (const { corpsId, from, to, added, removed, movedIn, movedOut } of told.corps) {
          assert.deepEqual([from, to], [standingOf(before.facts, corpsId), standingOf(after.facts, corpsId)])
          assert.equal(to.count, from.count + added - removed + movedIn - movedOut)
        }
        assert.deepEqual([told.zone.from.count, told.zone.to.count], [before.facts.size, after.facts.size])
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
