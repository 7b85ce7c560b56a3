import assert from 'node:assert/strict'
import { test } from 'node:test'
import { improve } from './improve.ts'
import { type Problem, tableOf, totalValue } from './problem.ts'

const count = 100

/** Projects in a row of spaces: each could have its own for 1, or the next one for 2. */
const problem: Problem = {
  projects: Array.from({ length: count }, (_, index) => ({ id: `${index}`, corps: 'a', isFixed: false })),
  spaces: Array.from({ length: count + 1 }, (_, index) => ({ id: `${index}`, taken: [] })),
  quotas: [],
  columns: tableOf(
    Array.from({ length: count }, (_, project) => project).flatMap((project) =>
      [0, 1].map((next) => ({
        ...{ project, kind: 'parcel' as const, areaM2: 1, from: 0, to: 1, value: next ? 2 : 1 },
        uses: [{ space: project + next, share: 1 }],
      })),
    ),
  ),
}
const all = Array.from({ length: 2 * count }, (_, column) => column)
const start = all.filter((column) => column % 2 === 0)
const projectOf = (column: number) => problem.columns.project[column] ?? -1

test('some projects may move at a time, those in doubt at least once, and the others keep their place', async () => {
  const moved: number[] = []
  let best: readonly number[] = start
  await improve(problem, all, start, [0, 50, 99], async (columns) => {
    const free = new Set(columns.filter((column) => !best.includes(column)).map(projectOf))
    assert.ok(free.size <= 40)
    for (const column of best) assert.ok(columns.includes(column))
    moved.push(...free)
    // The last of those that may move goes on to the next space, if that is the last of all.
    if (free.has(count - 1)) best = best.with(count - 1, 2 * count - 1)
    return best
  })
  assert.deepEqual([moved.includes(0), moved.includes(50), moved.includes(99)], [true, true, true])
  assert.equal(totalValue(problem, best), count + 1)
})

test('no answer ends the search, and whoever has moved is no middle again', async () => {
  let parts = 0
  await improve(problem, all, start, [0, 1, 2, 50], async () => {
    parts++
    return parts === 2 ? null : start
  })
  assert.equal(parts, 2)
})
