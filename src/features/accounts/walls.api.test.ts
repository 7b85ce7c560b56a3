import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import {
  buildTestApp,
  buildZone,
  type Caller,
  password,
  signIn,
  type TestZone,
} from '../../../test/factories.ts'
import { updateRows } from '../../server/database/record.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import type { Me, Session } from './contract.ts'
import type { WallList } from './security-contract.ts'
import { callerOf, enrol, setSecurity } from './test-accounts.ts'

mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-05-20T09:00:00+08:00') })
const minutes = (count: number) => mock.timers.setTime(Date.now() + count * 60_000)
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-walls-')))
after(async () => {
  await app.close()
  await database.close()
})
const alone = { 'x-zhantu-unattended': '1' }
const inDays = (count: number) => addDays(shanghaiDay(Date.now()), count)
const state = async (who: Caller, url = '/api/map') =>
  (await who.call('GET', url, undefined, alone)).statusCode
const keep = (who: Caller, until = inDays(7), screen = '三楼大屏') =>
  who.call('POST', '/api/walls', { screen, until })

/** A zone that allows walls, and one of its officer's. */
async function withWall(login = 'officer') {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  assert.equal((await setSecurity(security, { wallDays: 7 })).statusCode, 200)
  const person = await signIn(app, zone, login)
  minutes(1)
  const answer = await keep(person)
  assert.equal(answer.statusCode, 201, answer.body)
  return { zone, security, person, wall: callerOf(app, answer), cookie: answer.cookies[0] }
}
const lastEnded = async (zone: TestZone) =>
  (await (await signIn(app, zone, 'auditor')).call('GET', '/api/audit?kind=sessionsEnded')).json<{
    items: { actor: { name: string } | null; name: string | null; detail: object }[]
  }>().items[0]

test('no zone has walls until its security administrator allows them', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('GET', '/api/me')).json<Me>().wallDays, 0)
  assert.equal((await keep(officer)).json().code, 'not_allowed')
  await setSecurity(await signIn(app, zone, 'security'), { wallDays: 3 })
  assert.equal((await officer.call('GET', '/api/me')).json<Me>().wallDays, 3)
  for (const until of [inDays(-1), inDays(4), '2022-02-31']) {
    const refused = await keep(officer, until)
    assert.equal(refused.statusCode, 400, until)
    assert.match(refused.json<{ message: string }>().message, /2022-05-20 至 2022-05-23/)
  }
  assert.equal((await keep(officer, inDays(3), ' ')).statusCode, 400)
  assert.equal((await keep(await signIn(app, zone, 'auditor'), inDays(3))).json().code, 'not_allowed')
  assert.equal(await state(officer), 200, 'refused, the person is still signed in')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('asked for three times at once, one session makes one wall', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  await setSecurity(security, { wallDays: 7 })
  const officer = await signIn(app, zone, 'officer')
  const answers = await Promise.all([1, 2, 3].map(() => keep(officer)))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 401, 401])
  assert.equal((await security.call('GET', '/api/walls')).json<WallList>().total, 1)
})

test('the person’s own session ends, and what takes its place says who it is and reads as they do', async () => {
  const { zone, person, wall, cookie } = await withWall()
  assert.equal(await state(person), 401)
  const me = (await wall.call('GET', '/api/me')).json<Me>()
  assert.deepEqual(me.wall, { screen: '三楼大屏', until: '2022-05-27' })
  assert.deepEqual([me.member.login, me.seesWholeZone], ['officer', false])
  assert.deepEqual(me.abilities.sort(), ['parcel:read', 'project:read'])
  assert.equal(cookie?.expires?.toISOString(), '2022-05-27T16:00:00.000Z', 'outlives a restart, not its date')
  assert.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, 'Lax'])
  assert.equal((await keep(wall)).json().code, 'wall_only', 'it makes no other')
  const log = await (await signIn(app, zone, 'auditor')).call('GET', '/api/audit?kind=wallOpened')
  const [entry] = log.json<{ items: { actor: { name: string }; detail: object }[] }>().items
  assert.equal(entry?.actor.name, 'officer同志')
  assert.deepEqual(entry?.detail, { screen: '三楼大屏', until: '2022-05-27' })
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a week with nobody there: its date ends it and the idle rule does not', async () => {
  const { wall } = await withWall()
  for (let hour = 0; hour < 7 * 24 + 14; hour += 7) {
    assert.equal(await state(wall), 200, `${hour} h`)
    minutes(7 * 60)
  }
  mock.timers.setTime(Date.parse(`${shanghaiDay(Date.now())}T23:59:59+08:00`))
  assert.equal(shanghaiDay(Date.now()), '2022-05-27')
  assert.equal(await state(wall), 200)
  mock.timers.setTime(Date.now() + 1_000)
  assert.equal(await state(wall), 401)
})

test('a person’s session goes on ending idle where walls are allowed', async () => {
  const { zone } = await withWall()
  const officer = await signIn(app, zone, 'officer')
  minutes(20)
  assert.equal(await state(officer), 200)
  minutes(11)
  assert.equal(await state(officer), 401)
})

test('its person leaving, losing every post that shows a wall, or changing the password ends it for good', async () => {
  const ways: Record<string, (zone: TestZone, security: Caller) => Promise<unknown>> = {
    left: (zone) =>
      database.within({ zoneId: zone.id, memberId: null }, async (db) => {
        const at = new Date()
        const author = { zoneId: zone.id, memberId: null, at }
        const id = zone.memberIds['officer'] ?? ''
        await updateRows(db, author, 'member', [{ id, revision: 1, set: { removedAt: at } }], 'remove')
      }),
    post: async (zone, security) => {
      const { items } = (await security.call('GET', '/api/members')).json<{
        items: { id: string; posts: { id: string; revision: number }[] }[]
      }>()
      const post = items.find(({ id }) => id === zone.memberIds['officer'])?.posts[0]
      const end = await security.call('PATCH', `/api/posts/${post?.id}`, {
        revision: post?.revision,
        toOn: inDays(-1),
      })
      assert.equal(end.statusCode, 200, end.body)
    },
    password: async (zone) => {
      const body = { current: password, next: 'New-password-1' }
      const changed = await (await signIn(app, zone, 'officer')).call('POST', '/api/password', body)
      assert.equal(changed.statusCode, 200, changed.body)
    },
    firstPassword: (zone, security) =>
      security.call('POST', `/api/members/${zone.memberIds['officer']}/password`, {
        password: 'Fresh-start-1',
        reason: '本人忘记',
      }),
    sessions: (zone, security) =>
      security.call('POST', `/api/members/${zone.memberIds['officer']}/end-sessions`, { reason: '丢失' }),
    factor: (_, security) => enrol(security).then(() => setSecurity(security, { secondFactor: 'all' })),
  }
  for (const [way, act] of Object.entries(ways)) {
    const { zone, security, wall } = await withWall()
    assert.equal(await state(wall), 200)
    await act(zone, security)
    mock.timers.setTime(Date.now() + 4_000)
    assert.equal(await state(wall), 401, way)
    await assertEveryRowHasItsChange(database, zone.id)
  }
})

test('ended because of its person’s posts, it does not come back with them', async () => {
  const { zone, security, wall } = await withWall()
  const posts = async () =>
    (await security.call('GET', '/api/members'))
      .json<{ items: { id: string; posts: { id: string; revision: number }[] }[] }>()
      .items.find(({ id }) => id === zone.memberIds['officer'])?.posts[0]
  const set = async (toOn: string | null) => {
    const post = await posts()
    return security.call('PATCH', `/api/posts/${post?.id}`, { revision: post?.revision, toOn })
  }
  assert.equal((await set(inDays(-1))).statusCode, 200)
  mock.timers.setTime(Date.now() + 4_000)
  assert.equal(await state(wall), 401)
  const because = { ended: 1, screen: '三楼大屏', because: 'lapsed' }
  const entry = await lastEnded(zone)
  assert.deepEqual([entry?.actor, entry?.name, entry?.detail], [null, 'officer同志', because])
  assert.equal((await set(null)).statusCode, 200)
  assert.equal(await state(await signIn(app, zone, 'officer')), 200)
  assert.equal(await state(wall), 401)
})

test('one’s own list shows it by name; it is ended from there, and is no being here of the person', async () => {
  const { zone, wall } = await withWall()
  minutes(45)
  assert.equal(await state(wall), 200)
  const officer = await signIn(app, zone, 'officer')
  const items = (await officer.call('GET', '/api/sessions')).json<{ items: Session[] }>().items
  assert.deepEqual(
    items.map(({ current, wall: own }) => [current, own?.screen ?? null, own?.until ?? null]),
    [
      [true, null, null],
      [false, '三楼大屏', inDays(7)],
    ],
  )
  const seen = Date.parse(items[1]?.seenAt ?? '')
  assert.ok(Date.now() - seen < 120_000, 'it says when the screen was last there')
  const { lastSignIn } = (await officer.call('GET', '/api/account')).json()
  const madeAt = Date.parse(items[1]?.startedAt ?? '')
  assert.equal(Date.parse(lastSignIn.at), madeAt - 60_000, 'the sign-in that it was made in')
  assert.equal((await officer.call('DELETE', `/api/sessions/${items[1]?.id}`)).statusCode, 200)
  assert.equal(await state(wall), 401, 'at once')
  assert.deepEqual((await lastEnded(zone))?.detail, { ended: 1, screen: '三楼大屏' })
})

test('the security administrator sees the zone’s screens by name and ends one, with a reason', async () => {
  const { zone, security, wall } = await withWall()
  const other = callerOf(app, await keep(await signIn(app, zone, 'director'), inDays(2), '一楼大厅'))
  const list = async (who = security) => who.call('GET', '/api/walls')
  const { items } = (await list()).json<WallList>()
  assert.deepEqual(
    items.map(({ screen, until, member }) => [screen, until, member.name]),
    [
      ['一楼大厅', inDays(2), 'director同志'],
      ['三楼大屏', inDays(7), 'officer同志'],
    ],
  )
  const end = (who: Caller, body: object, id = items[1]?.id) => who.call('POST', `/api/walls/${id}/end`, body)
  for (const login of ['administrator', 'auditor']) {
    const who = await signIn(app, zone, login)
    assert.deepEqual([(await list(who)).statusCode, (await end(who, { reason: 'x' })).statusCode], [200, 403])
  }
  const director = await signIn(app, zone, 'director')
  assert.deepEqual(
    [(await list(director)).statusCode, (await end(director, { reason: 'x' })).statusCode],
    [403, 403],
  )
  const stranger = await signIn(app, await buildZone(database), 'security')
  assert.equal((await end(stranger, { reason: 'x' })).statusCode, 404)
  assert.equal((await end(security, {})).statusCode, 400)
  assert.equal((await end(security, { reason: '屏幕已拆' })).statusCode, 200)
  assert.deepEqual([await state(wall), await state(other)], [401, 200])
  assert.equal((await end(security, { reason: '再一次' })).statusCode, 404)
  assert.equal((await list()).json<WallList>().total, 1)
  const entry = await lastEnded(zone)
  const detail = { ended: 1, screen: '三楼大屏', reason: '屏幕已拆' }
  assert.deepEqual([entry?.actor?.name, entry?.name, entry?.detail], ['security同志', 'officer同志', detail])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('fewer days, or none, end the walls that would stand longer, and say so in the log', async () => {
  const { zone, security, wall } = await withWall()
  const short = callerOf(app, await keep(await signIn(app, zone, 'director'), inDays(2)))
  await setSecurity(security, { idleMinutes: 10 })
  assert.deepEqual([await state(wall), await state(short)], [200, 200], 'another setting touches none')
  await setSecurity(security, { wallDays: 3 })
  assert.deepEqual([await state(wall), await state(short)], [401, 200])
  await setSecurity(security, { wallDays: 0 })
  assert.equal(await state(short), 401)
  assert.deepEqual((await lastEnded(zone))?.detail, { ended: 1, because: 'wallDays' })
  await assertEveryRowHasItsChange(database, zone.id)
})

test('where an account is signed in once only, its walls stay', async () => {
  const { zone, security, wall } = await withWall()
  await setSecurity(security, { oneSession: true })
  const first = await signIn(app, zone, 'officer')
  assert.equal(await state(await signIn(app, zone, 'officer')), 200)
  assert.deepEqual([await state(first), await state(wall)], [401, 200])
})

test('it can sign itself out', async () => {
  const { zone, wall } = await withWall()
  assert.equal((await wall.call('POST', '/api/sign-out')).statusCode, 200)
  assert.equal(await state(wall), 401)
  const log = await (await signIn(app, zone, 'auditor')).call('GET', '/api/audit?kind=signOut')
  assert.deepEqual(log.json<{ items: { detail: object }[] }>().items[0]?.detail, { screen: '三楼大屏' })
})
