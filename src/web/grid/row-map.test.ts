import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { rowMap } from './row-map.ts'

const groups = [
  { from: 2, count: 3, label: '甲' },
  { from: 5, count: 2, label: '乙' },
]

it('puts a header line before each group, and leaves other rows where they are', () => {
  const map = rowMap(8, groups)
  assert.equal(map.count, 10)
  assert.deepEqual(
    Array.from({ length: 10 }, (_, line) => {
      const found = map.at(line)
      return found?.kind === 'group' ? `g${found.group}` : found?.index
    }),
    [0, 1, 'g0', 2, 3, 4, 'g1', 5, 6, 7],
  )
  assert.equal(map.at(10), undefined)
  assert.equal(map.at(-1), undefined)
})

it('hides the rows of a collapsed group', () => {
  const map = rowMap(8, groups, new Set(['甲']))
  assert.equal(map.count, 7)
  assert.equal(map.lineOf(3), undefined)
  assert.equal(map.lineOf(5), 4)
  assert.deepEqual(map.runs(0, 6), [
    { from: 0, to: 2 },
    { from: 5, to: 8 },
  ])
})

it('finds every shown row again by its line', () => {
  const sizes = fc.array(fc.tuple(fc.nat(4), fc.nat(6), fc.boolean()), { maxLength: 6 })
  fc.assert(
    fc.property(sizes, fc.nat(10), (plan, tail) => {
      let from = 0
      const made = plan.map(([gap, count], i) => {
        const group = { from: from + gap, count, label: `g${i}` }
        from = group.from + count
        return group
      })
      const total = from + tail
      const map = rowMap(total, made, new Set(plan.flatMap(([, , shut], i) => (shut ? [`g${i}`] : []))))
      let rows = 0
      for (let line = 0; line < map.count; line += 1) {
        const found = map.at(line)
        if (found?.kind !== 'row') continue
        rows += 1
        assert.equal(map.lineOf(found.index), line)
      }
      const counted = map.runs(0, map.count - 1).reduce((sum, run) => sum + run.to - run.from, 0)
      assert.equal(counted, rows)
    }),
  )
})
