import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Database } from './database/connect.ts'
import { keepListeners } from './database/written.ts'
import { keepLive, type Moved } from './live.ts'

/** A database of which nothing is there but its channel and its writes. */
function silent() {
  const writes = keepListeners()
  const wire = { say: (_: string) => {}, reopen: () => {} }
  const channel = {
    send: async () => undefined,
    listen: async (hear: (text: string) => void, onReopened: () => void) => {
      Object.assign(wire, { say: hear, reopen: onReopened })
      return async () => undefined
    },
  }
  const database = { onWritten: writes.listen, connections: { channel } } as unknown as Database
  return { live: keepLive(database), wire, writes }
}
const told = (more: object) => JSON.stringify({ from: 'another', zoneId: 'a', tables: ['parcel'], ...more })

test('what another process wrote is heard, and what is no word of ours is let pass', () => {
  const { live, wire } = silent()
  const heard: Moved[] = []
  live.subscribe('a', (moved) => heard.push(moved))
  const others = ['', '{', 'null', '7', '[]', '{}', told({ tables: 'parcel' }), told({ tables: [1] })]
  for (const text of [...others, told({ zoneId: 1 }), told({ from: null })]) wire.say(text)
  assert.deepEqual(heard, [])
  wire.say(told({}))
  assert.deepEqual(
    heard.map(({ tables }) => tables),
    [['parcel']],
  )
})

test('after its line was broken, every zone that is watched hears that anything may have moved', () => {
  const { live, wire } = silent()
  const heard: Record<string, Moved[]> = { a: [], b: [] }
  for (const zone of ['a', 'b']) live.subscribe(zone, (moved) => heard[zone]?.push(moved))
  const before = live.version('a')
  wire.reopen()
  assert.notEqual(live.version('a'), before)
  for (const zone of ['a', 'b'])
    for (const table of ['parcel', 'project', 'project_guest', 'territory', 'unit', 'post', 'progress'])
      assert.ok(heard[zone]?.[0]?.tables.includes(table), `${zone} ${table}`)
})

test('a listener that fails keeps nobody else from hearing, and its writer has written', (t) => {
  const { mock } = t.mock.method(console, 'error', () => undefined)
  const { live, writes } = silent()
  const heard: string[] = []
  writes.listen(() => {
    throw new Error('out of order')
  })
  writes.listen(({ zoneId }) => heard.push(zoneId))
  live.subscribe('a', () => heard.push('live'))
  writes.tell({ zoneId: 'a', tables: ['parcel'] })
  assert.deepEqual(heard, ['live', 'a'])
  assert.equal(mock.callCount(), 1)
})
