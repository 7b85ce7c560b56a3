import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { callerOf, setSecurity } from '../src/features/accounts/test-accounts.ts'
import { wallRoutes } from '../src/server/wall-access.ts'
import { addDays, shanghaiDay } from '../src/shared/days.ts'
import { openTestDatabase } from './database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn, type TestZone } from './factories.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-wall-access-')))
after(async () => {
  await app.close()
  await database.close()
})
await app.ready()

/** Every route there is, those that the contract does not show and every HEAD included, read from the router's own tree. */
const routes = app
  .printRoutes({ commonPrefix: false })
  .split('\n')
  .reduce<{ above: string[]; all: string[] }>(
    ({ above, all }, line) => {
      const [, indent = '', path = '', methods = ''] =
        /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/u.exec(line) ?? []
      const whole = [...above.slice(0, indent.length / 4), path]
      return {
        above: whole,
        all: [...all, ...methods.split(', ').flatMap((one) => (one ? [`${one} ${whole.join('')}`] : []))],
      }
    },
    { above: [], all: [] },
  ).all
const publicRoutes = ['GET /api/sign-in', 'HEAD /api/sign-in', 'POST /api/sign-in', 'POST /api/sign-in/code']

async function wallOf(zone: TestZone, login: string): Promise<Caller> {
  await setSecurity(await signIn(app, zone, 'security'), { wallDays: 7 })
  const until = addDays(shanghaiDay(Date.now()), 7)
  const answer = await (await signIn(app, zone, login)).call('POST', '/api/walls', { screen: '大厅', until })
  assert.equal(answer.statusCode, 201, answer.body)
  return callerOf(app, answer)
}

const queries: Record<string, string> = { 'GET /api/ledger/groups': '?by=corps' }
/** An address of the route: `land` at 10/853/421 where it is a tile, an id elsewhere. */
const addressOf = (route: string, id: string) => {
  const path = route.slice(route.indexOf(' ') + 1)
  const named: Record<string, string> = { set: 'land', z: '10', x: '853', y: '421' }
  return path.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? id) + (queries[route] ?? '')
}

test('the walk knows every route, those outside the contract too', () => {
  const told = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  )
  assert.ok(told.length > 100)
  assert.deepEqual(
    told.filter((route) => !routes.includes(route)),
    [],
  )
  for (const route of ['GET /api/live', 'HEAD /api/map']) assert.ok(routes.includes(route), route)
})

test('of all routes a wall’s session is answered by exactly those listed', async () => {
  const zone = await buildZone(database)
  const projectId = await buildProject(database, zone, { name: '试项目' })
  // The widest posts there are: what is refused is refused for the session's kind, not for somebody's posts.
  const { cookie } = await wallOf(zone, 'director')
  const answered: string[] = []
  for (const route of routes) {
    const [method = ''] = route.split(' ')
    // Where the web is built, its one page is at every other address; it holds nothing of a zone.
    if (publicRoutes.includes(route) || route.endsWith(' *')) continue
    // The stream never ends by itself, and signing out ends the walk: both below.
    if (route === 'GET /api/live' || route === 'POST /api/sign-out') continue
    const response = await app.inject({
      method: method as 'GET',
      url: addressOf(route, projectId),
      headers: { cookie },
      ...(['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) ? { body: {} } : {}),
    })
    if (response.statusCode === 200 || response.statusCode === 204) answered.push(route)
    else {
      assert.equal(response.statusCode, 403, `${route}: ${response.body}`)
      if (method !== 'HEAD') assert.equal(response.json().code, 'wall_only', `${route}: ${response.body}`)
    }
  }
  const live = await app.inject({ url: '/api/live', headers: { cookie }, payloadAsStream: true })
  assert.equal(live.statusCode, 200)
  live.stream().destroy()
  const out = await app.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie } })
  assert.equal(out.statusCode, 200)
  assert.deepEqual([...answered, 'GET /api/live', 'POST /api/sign-out'].sort(), [...wallRoutes].sort())
})

test('nor does it get further by a method, a header, another writing of the address or another day', async () => {
  const zone = await buildZone(database)
  const wall = await wallOf(zone, 'director')
  for (const url of [
    '/api/ledger',
    '/api/ledger?asOf=2022-03-01',
    '/api/map/../ledger',
    '/api/%6Cedger',
    '/api//ledger',
    '/api/ledger/',
    '/api/ledger/groups/../export.xlsx',
    '/api/LEDGER',
  ]) {
    const response = await wall.call('GET', url, undefined, {
      'x-http-method-override': 'GET',
      'x-zhantu-unattended': '1',
    })
    assert.ok([403, 404].includes(response.statusCode), `${url}: ${response.statusCode}`)
  }
  assert.equal((await wall.call('GET', '/api/map?asOf=2022-03-01')).statusCode, 200)
  assert.equal((await wall.call('POST', '/api/map', {})).statusCode, 404)
})

test('it sees what its person sees, and no more', async () => {
  const zone = await buildZone(database)
  await buildProject(database, zone, { name: '本兵团未签约', corps: zone.corps.a })
  await buildProject(database, zone, { name: '别家未签约', corps: zone.corps.b })
  type Groups = { items: { count: number }[] }
  const counted = async (who: Caller) =>
    (await who.call('GET', '/api/ledger/groups?by=corps'))
      .json<Groups>()
      .items.reduce((sum, { count }) => sum + count, 0)
  for (const [login, sees] of [
    ['director', 2],
    ['officer', 1],
  ] as const) {
    assert.equal(await counted(await signIn(app, zone, login)), sees, login)
    assert.equal(await counted(await wallOf(zone, login)), sees, `the wall of ${login}`)
  }
})
