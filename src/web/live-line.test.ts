import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LiveLine, type Wire, type Written } from './live-line.ts'

type Played = Wire & { say: (name: string, data?: object) => void; isClosed: boolean; readyState: number }

function stage() {
  const wires: Played[] = []
  let asked = 0
  const line = new LiveLine({
    connect: () => {
      const listeners = new Map<string, (event: { data?: unknown }) => void>()
      const wire: Played = {
        readyState: 0,
        isClosed: false,
        addEventListener: (name, listener) => void listeners.set(name, listener),
        close: () => {
          wire.isClosed = true
        },
        say: (name, data) => listeners.get(name)?.(data ? { data: JSON.stringify(data) } : {}),
      }
      wires.push(wire)
      return wire
    },
    askWhoIsThere: () => void asked++,
    pause: () => 0,
  })
  const heard: Written[] = []
  return { line, wires, heard, listen: (written: Written) => void heard.push(written), asked: () => asked }
}
const soon = () => new Promise((done) => setTimeout(done, 5))

test('one line for all who listen, closed with the last of them', () => {
  const { line, wires, listen, heard } = stage()
  const leave = [line.subscribe(listen), line.subscribe(() => undefined)]
  assert.equal(wires.length, 1)
  wires[0]?.say('hello', { version: 'a-1' })
  assert.equal(line.state(), 'open')
  wires[0]?.say('change', { tables: ['parcel'], version: 'a-2' })
  assert.deepEqual(heard, [['parcel']])
  leave[0]?.()
  assert.equal(wires[0]?.isClosed, false)
  leave[1]?.()
  assert.equal(wires[0]?.isClosed, true)
  assert.equal(line.state(), 'off')
})

test('what was written while the line was broken is told as anything, and nothing is told if nothing was', () => {
  const { line, wires, listen, heard } = stage()
  line.subscribe(listen)
  wires[0]?.say('hello', { version: 'a-1' })
  wires[0]?.say('error')
  assert.equal(line.state(), 'lost')
  wires[0]?.say('hello', { version: 'a-1' })
  assert.deepEqual(heard, [])
  wires[0]?.say('error')
  wires[0]?.say('hello', { version: 'a-4' })
  assert.deepEqual(heard, [undefined])
  assert.equal(line.state(), 'open')
})

test('a window out of sight holds no connection, and asks on return whether it missed anything', () => {
  const { line, wires, listen, heard } = stage()
  line.subscribe(listen)
  wires[0]?.say('hello', { version: 'a-1' })
  line.see(false)
  assert.equal(wires[0]?.isClosed, true)
  wires[0]?.say('change', { tables: ['parcel'], version: 'a-2' })
  assert.deepEqual(heard, [])
  line.see(true)
  wires[1]?.say('hello', { version: 'a-2' })
  assert.deepEqual(heard, [undefined])
})

test('a refused line asks who is there and is tried again', async () => {
  const { line, wires, listen, asked } = stage()
  const leave = line.subscribe(listen)
  const [wire] = wires
  assert.ok(wire)
  wire.readyState = 2
  wire.say('error')
  assert.equal(asked(), 1)
  assert.equal(line.state(), 'lost')
  await soon()
  assert.equal(wires.length, 2)
  wires[1]?.say('hello', { version: 'b-1' })
  wires[1]?.say('ended', {})
  assert.equal(asked(), 2)
  leave()
  await soon()
  assert.equal(wires.length, 2, 'nobody listens: nothing is tried')
})
