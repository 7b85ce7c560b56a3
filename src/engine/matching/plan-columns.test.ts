import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { breachesOf } from './check-plan.ts'
import { planColumns } from './plan-columns.ts'
import { type Column, forEver, type Problem, tableOf, totalValue } from './problem.ts'
import { makeRows } from './rows.ts'
import { solver } from './solver.ts'
import { solveWhole } from './whole.ts'

/** Every project on a dozen of the spaces, whole or in part, more than there is room for. */
const crowded = fc.integer({ min: 0, max: 2 ** 31 }).map((seed): Problem => {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 2 ** 31
  }
  const projects = Array.from({ length: 24 }, (_, at) => ({
    id: `p${at}`,
    corps: at % 3 === 0 ? 'one' : 'two',
    isFixed: at === 0,
  }))
  const spaces = Array.from({ length: 12 }, (_, at) => ({ id: `s${at}`, taken: [] }))
  const columns = projects.flatMap((_, project) =>
    spaces.flatMap((__, space): Column[] => {
      const from = Math.floor(random() * 3) * 100
      const to = random() < 0.5 ? forEver : from + 100
      const isPart = random() < 0.4
      const share = isPart ? 0.3 + Math.round(random() * 40) / 100 : 1
      const next = (space + 1) % spaces.length
      const uses = [{ space, share }, ...(!isPart && random() < 0.2 ? [{ space: next, share: 1 }] : [])]
      const value = Math.round(100 + 900 * random())
      return [{ project, kind: 'parcel', areaM2: share * 1000, value, from, to, uses }]
    }),
  )
  const quota = { corps: 'two', kind: null, measure: 'projects' as const }
  return {
    projects,
    spaces,
    columns: tableOf(columns),
    quotas: [
      { ...quota, id: 'most', least: null, most: 9 },
      { ...quota, id: 'least', corps: 'one', least: 3, most: null },
    ],
  }
})

test('a few generated columns prove the same best as all columns at once', async () => {
  const highs = await solver()
  await fc.assert(
    fc.asyncProperty(crowded, async (problem) => {
      const plan = await planColumns(problem, { seed: 3 })
      const all = Array.from({ length: problem.columns.count }, (_, column) => column)
      const rows = makeRows(problem)
      const ways = {
        seed: 3,
        gap: 0,
        enough: Number.POSITIVE_INFINITY,
        mostNodes: 1e6,
        secondsLeft: () => 60,
      }
      const whole = solveWhole(highs, problem, rows, all, 1000, null, ways)
      assert.ok(plan.chosen && whole.chosen)
      assert.equal(plan.value, totalValue(problem, whole.chosen))
      assert.deepEqual(breachesOf(problem, plan.chosen), [])
      assert.ok(plan.isProven && plan.value <= plan.bound)
    }),
    { numRuns: 25 },
  )
})

test('a gap that is allowed is kept, and the bound holds against the proven best', async () => {
  await fc.assert(
    fc.asyncProperty(crowded, async (problem) => {
      const near = await planColumns(problem, { seed: 3, gap: 0.05 })
      const best = await planColumns(problem, { seed: 3 })
      assert.ok(near.isProven && near.gap <= 0.05 + 1e-9)
      assert.ok(best.value <= near.bound + 1e-6)
      assert.ok(near.value >= 0.95 * best.value)
    }),
    { numRuns: 25 },
  )
})

const onOneSpace = (shares: number[], quotas: Problem['quotas'] = []): Problem => ({
  projects: shares.map((_, at) => ({ id: `p${at}`, corps: 'one', isFixed: false })),
  spaces: [{ id: 's', taken: [] }],
  columns: tableOf(
    shares.map((share, project) => ({
      project,
      kind: 'parcel',
      areaM2: share * 1_000_000,
      value: 10 + project,
      from: 0,
      to: forEver,
      uses: [{ space: 0, share }],
    })),
  ),
  quotas,
})

test('what the solver would take for rounding is still too much: 0.4 ㎡ of a million', async () => {
  const plan = await planColumns(onOneSpace([0.5000002, 0.5000002]), { seed: 1 })
  assert.deepEqual(plan.chosen, [1])
  const exact = await planColumns(onOneSpace([0.5, 0.5]), { seed: 1 })
  assert.deepEqual(exact.chosen, [0, 1])
})

test('a quota is short by 0.4 ㎡ of a million, so there is no plan', async () => {
  const quota = {
    id: 'q',
    corps: 'one',
    measure: 'areaM2' as const,
    kind: null,
    least: 1_000_000,
    most: null,
  }
  const plan = await planColumns(onOneSpace([0.4999998, 0.4999998], [quota]), { seed: 1 })
  assert.equal(plan.chosen, null)
  assert.ok(plan.isProven)
  const exact = await planColumns(onOneSpace([0.5, 0.5], [quota]), { seed: 1 })
  assert.deepEqual(exact.chosen, [0, 1])
})

test('an abort between two solves ends the run with its reason', async () => {
  const problem = fc.sample(crowded, { numRuns: 1, seed: 5 })[0] as Problem
  const stop = new AbortController()
  const reason = new Error('no longer wanted')
  const running = planColumns(problem, { seed: 1, signal: stop.signal, onProgress: () => stop.abort(reason) })
  await assert.rejects(running, reason)
})
