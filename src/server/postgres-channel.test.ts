import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import { type TestContext, test } from 'node:test'
import { type Line, openChannel } from './database/postgres-channel.ts'

/** A line that fails as the driver's does: it rejects, and says that it ended as well. */
class FakeLine extends EventEmitter {
  hasEnded = false
  readonly #fails: boolean
  constructor(fails: boolean) {
    super()
    this.#fails = fails
  }
  async connect() {
    if (!this.#fails) return
    this.break()
    throw new Error('connection refused')
  }
  async query() {}
  async end() {
    this.break()
  }
  break() {
    if (!this.hasEnded) this.emit('end')
    this.hasEnded = true
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))
async function listening(t: TestContext, fails: () => boolean) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  t.mock.method(console, 'error', () => undefined)
  const lines: FakeLine[] = []
  let reopened = 0
  const open = () => {
    const line = new FakeLine(fails())
    lines.push(line)
    return line as unknown as Line
  }
  const heard: string[] = []
  const channel = openChannel('', async () => undefined, open)
  const stop = await channel.listen(
    (text) => heard.push(text),
    () => reopened++,
  )
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      t.mock.timers.tick(1_000)
      await settle()
    }
  }
  const open_ = () => lines.filter(({ hasEnded }) => !hasEnded)
  return { lines, open: open_, heard, pass, stop, reopened: () => reopened }
}

test('a database that is away is asked again every two seconds, by one line alone', async (t) => {
  let fails = false
  const { lines, open, heard, pass, stop, reopened } = await listening(t, () => fails)
  fails = true
  lines[0]?.break()
  await pass(20)
  assert.equal(lines.length, 11)
  assert.deepEqual([open().length, reopened()], [0, 0])
  fails = false
  await pass(10)
  assert.deepEqual([lines.length, open().length, reopened()], [12, 1, 1])
  open()[0]?.emit('notification', { payload: 'once' })
  assert.deepEqual(heard, ['once'])
  await stop()
  await pass(10)
  assert.deepEqual([lines.length, open().length], [12, 0])
})

test('a database that is not there yet is heard as soon as it is', async (t) => {
  let fails = true
  const { lines, open, pass, stop, reopened } = await listening(t, () => fails)
  await pass(4)
  assert.equal(lines.length, 3)
  fails = false
  await pass(2)
  assert.deepEqual([open().length, reopened()], [1, 1])
  await stop()
})
