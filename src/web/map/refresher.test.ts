import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Refresher } from './refresher.ts'

/** Milliseconds pass one after another, whatever the machine is busy with. */
function clock(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  return () => {
    for (let ms = 0; ms < 15; ms++) t.mock.timers.tick(1)
  }
}

function stage(atMost = 10_000) {
  const read: string[] = []
  let idle: (() => void) | undefined
  let fresh = 0
  const refresher = new Refresher(
    {
      getSource: (id) => id !== 'gone',
      refreshTiles: (id) => void read.push(id),
      once: (_, listener) => {
        idle = listener
      },
      off: () => {
        idle = undefined
      },
      triggerRepaint: () => undefined,
    },
    () => void fresh++,
    { between: 1, atMost },
  )
  return { refresher, read, fresh: () => fresh, drawn: () => idle?.() }
}

test('a second change waits until the first is drawn, and many are read once', (t) => {
  const soon = clock(t)
  const { refresher, read, fresh, drawn } = stage()
  refresher.refresh(['land'])
  refresher.refresh(['land', 'projects', 'gone'])
  refresher.refresh(['land'])
  assert.deepEqual(read, ['land'])
  drawn()
  assert.equal(fresh(), 1)
  soon()
  assert.deepEqual(read, ['land', 'land', 'projects'])
  drawn()
  soon()
  assert.deepEqual([read.length, fresh()], [3, 2])
  refresher.stop()
})

test('a map that never rests is refreshed all the same, one that is gone is not', (t) => {
  const soon = clock(t)
  const { refresher, read } = stage(2)
  refresher.refresh(['land'])
  refresher.refresh(['land'])
  soon()
  assert.deepEqual(read, ['land', 'land'])
  refresher.stop()
  const other = stage()
  other.refresher.refresh(['land'])
  other.refresher.refresh(['land'])
  other.refresher.stop()
  other.drawn()
  soon()
  assert.deepEqual(other.read, ['land'])
})
