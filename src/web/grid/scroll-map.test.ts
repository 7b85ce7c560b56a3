import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { follow, MAX_HEIGHT, mustSettle, scrollMap, settle } from './scroll-map.ts'

const VIEW = 600
const tall = scrollMap(32_000_000, VIEW)

it('leaves lists a browser can hold as they are', () => {
  const map = scrollMap(320_000, VIEW)
  assert.equal(map.identity, true)
  assert.equal(map.toPhysical(1234.5), 1234.5)
  assert.equal(follow(map, { physical: 0, virtual: 0 }, 99_999, VIEW).virtual, 99_999)
})

it('maps a tall list onto the height a browser can hold, ends exact', () => {
  assert.equal(tall.physicalHeight, MAX_HEIGHT)
  assert.equal(tall.toPhysical(0), 0)
  assert.equal(tall.toPhysical(tall.virtualMax), tall.physicalMax)
  assert.equal(tall.toVirtual(tall.physicalMax - 10), tall.virtualMax - 10)
})

it('keeps order, and comes back to within the rounding of the bar', () => {
  const offset = fc.integer({ min: 0, max: tall.virtualMax })
  fc.assert(
    fc.property(offset, offset, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      assert(tall.toPhysical(low) <= tall.toPhysical(high))
      assert(Math.abs(tall.toVirtual(tall.toPhysical(a)) - a) <= 4)
    }),
  )
})

it('moves one to one by wheel, jumps by bar, and settles without moving the rows', () => {
  const middle = { physical: tall.toPhysical(16_000_000), virtual: 16_000_000 }
  assert.equal(follow(tall, middle, middle.physical + 120, VIEW).virtual, 16_000_120)
  const jumped = follow(tall, middle, 1_000_000, VIEW)
  assert.equal(jumped.virtual, tall.toVirtual(1_000_000))
  const drifted = follow(tall, middle, middle.physical + 2000, VIEW)
  assert.equal(settle(tall, drifted).virtual, drifted.virtual)
})

it('must settle near an end, or the last row could not be reached', () => {
  const virtual = tall.virtualMax - 50_000
  assert.equal(mustSettle(tall, { virtual, physical: tall.toPhysical(virtual) }), false)
  assert.equal(mustSettle(tall, { virtual, physical: tall.physicalMax - 10 }), true)
})
