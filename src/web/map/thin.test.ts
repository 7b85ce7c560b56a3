import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { thin } from './thin.ts'

const point = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }))

test('a thinned line has few points, all of the line, in its order, and begins where it began', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 900 }), (line) => {
      const thinned = thin(line, 4, 400)
      assert.ok(thinned.length <= 400 && thinned.length >= 1)
      assert.equal(thinned[0], line[0])
      let from = -1
      for (const one of thinned) {
        const at = line.indexOf(one as [number, number], from + 1)
        assert.ok(at > from)
        from = at
      }
    }),
  )
})

test('points that are far enough apart all stay while they are few', () => {
  const line: [number, number][] = [
    [0, 0],
    [2, 0],
    [5, 0],
    [5, 3],
    [5, 10],
  ]
  assert.deepEqual(thin(line, 4, 400), [line[0], line[2], line[4]])
})
