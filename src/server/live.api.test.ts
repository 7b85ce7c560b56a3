import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../test/factories.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-live-')))
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as AddressInfo
after(async () => {
  await app.close()
  await database.close()
})

type Event = { event: string; data: { tables?: string[]; version?: string } }

/** Listens as a browser does; `next` is the next event, or undefined when none came in time. */
async function listen(cookie: string) {
  const events: Event[] = []
  const waiting: (() => void)[] = []
  const request = get({ host: '127.0.0.1', port, path: '/api/live', headers: { cookie } })
  const response = await new Promise<import('node:http').IncomingMessage>((resolve) =>
    request.on('response', resolve),
  )
  let rest = ''
  response.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const [, event] = /^event: (.*)$/m.exec(part) ?? []
      const [, data] = /^data: (.*)$/m.exec(part) ?? []
      if (event && data) events.push({ event, data: JSON.parse(data) })
    }
    for (const wake of waiting.splice(0)) wake()
  })
  return {
    status: response.statusCode,
    close: () => request.destroy(),
    async next(withinMs = 1000): Promise<Event | undefined> {
      const end = Date.now() + withinMs
      while (events.length === 0 && Date.now() < end)
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          setTimeout(resolve, end - Date.now())
        })
      return events.shift()
    },
  }
}

test('a write is heard within a second, by its own zone alone, and never with a row', async () => {
  const [zone, other] = [await buildZone(database), await buildZone(database)]
  const [own, foreign] = [await signIn(app, zone, 'analyst'), await signIn(app, other, 'analyst')]
  const [here, there] = [await listen(own.cookie), await listen(foreign.cookie)]
  const [hello] = [await here.next(), await there.next()]
  assert.equal(hello?.event, 'hello')
  const projectId = await buildProject(database, zone, { name: '不可外传的名字' })
  const heard = await here.next()
  assert.equal(heard?.event, 'change')
  assert.ok(heard?.data.tables?.includes('project'))
  assert.notEqual(heard?.data.version, hello?.data.version)
  assert.doesNotMatch(JSON.stringify(heard), /不可外传/)
  // The quick way of one cell tells, too.
  const edits = [{ projectId, field: 'name', from: '不可外传的名字', to: '另一个名字' }]
  assert.equal((await own.call('PATCH', '/api/ledger', { edits })).json().applied, 1)
  assert.deepEqual((await here.next())?.data.tables, ['project'])
  // What wrote nothing tells nothing.
  assert.equal((await own.call('PATCH', '/api/ledger', { edits })).json().applied, 0)
  assert.equal(await here.next(150), undefined)
  assert.equal(await there.next(150), undefined)
  here.close()
  there.close()
})

test('who signs in and out is nobody’s news', async () => {
  const zone = await buildZone(database)
  const here = await listen((await signIn(app, zone, 'analyst')).cookie)
  const before = (await here.next())?.data.version
  await signIn(app, zone, 'officer')
  assert.equal(await here.next(300), undefined)
  const again = await listen((await signIn(app, zone, 'director')).cookie)
  assert.equal((await again.next())?.data.version, before)
  here.close()
  again.close()
})

test('a stranger hears nothing', async () => {
  const stream = await listen('zhantu_session=nobody')
  assert.equal(stream.status, 401)
  stream.close()
})
