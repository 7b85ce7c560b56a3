import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupHeight, layLines, lineAt, lineOfRow, rowHeight, windowOf } from './lines.ts'

test('groups and their projects stand one under the other, each found by its height and its place', () => {
  const groups = fc.array(fc.record({ projects: fc.integer({ min: 0, max: 40 }) }), { maxLength: 6 })
  fc.assert(
    fc.property(groups, fc.nat(3000), (own, y) => {
      const lines = layLines(own)
      const projects = own.reduce((sum, one) => sum + one.projects, 0)
      assert.equal(lines.count, own.length + projects)
      assert.equal(lines.height, own.length * groupHeight + projects * rowHeight)
      for (let index = 0; index < projects; index++)
        assert.deepEqual(lines.at(lineOfRow(own, index)), { kind: 'row', index })
      if (lines.count === 0 || y >= lines.height) return
      const line = lineAt(lines, y)
      assert.ok(lines.top(line) <= y && y < lines.top(line + 1))
      const { from, to } = windowOf(lines, y, 500)
      assert.ok(from <= line && line < to && to <= lines.count)
      assert.ok(to === lines.count || lines.top(to) > y + 500)
    }),
  )
})
