import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, type Caller, password, signIn } from '../../../test/factories.ts'
import { shanghaiDay } from '../../shared/days.ts'
import { presetOf, type Settings, settings } from './model/settings.ts'
import type { Security } from './security-contract.ts'
import { callerOf, enrol, enter, setSecurity } from './test-accounts.ts'

// Before anything keeps hold of the clock.
mock.timers.enable({ apis: ['Date'], now: Date.now() })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-security-')))
after(async () => {
  await app.close()
  await database.close()
})

const day = 86_400_000
const read = async (who: Caller, query = '') =>
  (await who.call('GET', `/api/security${query}`)).json<Security>()
const figure = ({ figures }: Security, state: string) => figures.find((one) => one.state === state)?.count

test('the three powers read the settings, the security administrator alone writes them', async () => {
  const zone = await buildZone(database)
  const allowed = ['administrator', 'security', 'auditor']
  for (const login of Object.keys(zone.memberIds)) {
    const who = await signIn(app, zone, login)
    const seen = await who.call('GET', '/api/security')
    assert.equal(seen.statusCode, allowed.includes(login) ? 200 : 403, login)
    assert.equal(
      (await who.call('GET', '/api/security/accounts?state=locked')).statusCode,
      seen.statusCode,
      login,
    )
    const body = { revision: 0, ...presetOf(2) }
    assert.equal((await who.call('PUT', '/api/security', body)).statusCode, login === 'security' ? 200 : 403)
  }
  const log = await (await signIn(app, zone, 'auditor')).call('GET', '/api/audit?kind=rights')
  const entry = log
    .json<{ items: { entity: string; operation: string }[] }>()
    .items.find((one) => one.entity === 'security_setting')
  assert.equal(entry?.operation, 'insert')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a value out of its bounds is refused in a sentence with the setting, the value and the bounds', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  for (const { key, kind, from, to } of settings.filter((one) => one.kind === 'number'))
    for (const value of [from - 1, to + 1, 1.5]) {
      const refused = await setSecurity(security, { [key]: value })
      assert.equal(refused.statusCode, 400, `${key} ${value} ${kind}`)
      if (Number.isInteger(value)) {
        const { message } = refused.json<{ message: string }>()
        assert.ok(message.includes(`${value}`) && message.includes(`${to}`), message)
      }
    }
  const less = await setSecurity(security, { minLength: 12, minLengthAdministrators: 10 })
  assert.match(less.json<{ message: string }>().message, /管理员密码最短位数填的是 10，应为 12 到 64.*不少于/)
  assert.equal((await setSecurity(security, { secondFactor: 'some' as 'all' })).statusCode, 400)
  assert.equal((await read(security)).revision, 0, 'nothing was written')
  for (const { key, kind, from, to } of settings)
    if (kind === 'number')
      for (const value of [from, to]) {
        const pair = key === 'minLength' ? { minLengthAdministrators: value } : {}
        const kept = await setSecurity(security, {
          minLength: 8,
          minLengthAdministrators: 8,
          ...pair,
          [key]: value,
        })
        assert.equal(kept.statusCode, 200, `${key} ${value}: ${kept.body}`)
      }
})

test('two administrators who edit at once: the second is told', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  const put = (revision: number) => security.call('PUT', '/api/security', { revision, ...presetOf(2) })
  const both = await Promise.all([put(0), put(0)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
  assert.equal((await put(0)).statusCode, 409)
  assert.equal((await put(1)).statusCode, 200)
})

test('what the levels ask is computed from the values', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  const missed = ({ checks }: Security, level: 'level2' | 'level3') =>
    checks.filter((check) => check[level] === false).map(({ key }) => key)
  const first = await read(security)
  assert.deepEqual(
    [missed(first, 'level2'), missed(first, 'level3')],
    [['maxAgeDays'], ['maxAgeDays', 'secondFactor']],
  )
  await setSecurity(security, presetOf(2))
  const second = await read(security)
  assert.deepEqual([missed(second, 'level2'), missed(second, 'level3')], [[], ['secondFactor']])
  await setSecurity(security, { failures: 6, lockMinutes: 9, idleMinutes: 31, history: 4, classes: 2 })
  const worse = missed(await read(security), 'level2').sort()
  assert.deepEqual(worse, ['classes', 'failures', 'history', 'idleMinutes', 'lockMinutes'])
  await setSecurity(security, presetOf(3))
  await enrol(security)
  const third = await read(security)
  assert.deepEqual([missed(third, 'level2'), missed(third, 'level3')], [[], []])
  assert.equal(third.checks.find(({ key }) => key === 'oneSession')?.level3, null, 'not asked for')
})

test('every figure opens the accounts that it counts', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  await enrol(await signIn(app, zone, 'officer'))
  await security.call('POST', `/api/members/${zone.memberIds['promoter']}/password`, {
    password: 'Fresh-start-1',
    reason: '本人忘记',
  })
  for (let attempt = 1; attempt <= 5; attempt++) await enter(app, zone, 'commander', 'wrong')
  const members = (await security.call('GET', '/api/members')).json<{
    items: { login: string; posts: { id: string; revision: number }[] }[]
  }>().items
  const post = members.find(({ login }) => login === 'commander2')?.posts[0]
  const yesterday = shanghaiDay(Date.now() - day)
  await security.call('PATCH', `/api/posts/${post?.id}`, { revision: post?.revision, toOn: yesterday })
  const listed = async (state: string) => {
    const list = await security.call('GET', `/api/security/accounts?state=${state}`)
    return list.json<{ items: { login: string }[] }>().items.map(({ login }) => login)
  }
  const expected = {
    secondFactor: ['officer'],
    missingFactor: [],
    oldPassword: [],
    firstPassword: ['promoter'],
    locked: ['commander'],
    noPost: ['commander2'],
  }
  const compare = async (wanted: Record<string, string[]>) => {
    const seen = await read(security)
    for (const [state, logins] of Object.entries(wanted)) {
      assert.deepEqual((await listed(state)).sort(), [...logins].sort(), state)
      assert.equal(figure(seen, state), logins.length, state)
    }
    assert.equal(seen.accounts, 9)
  }
  await compare(expected)
  await setSecurity(security, { secondFactor: 'all', maxAgeDays: 30 })
  await enrol(security)
  const missing = Object.keys(zone.memberIds).filter(
    (login) => !['officer', 'security', 'commander2'].includes(login),
  )
  await compare({ ...expected, secondFactor: ['officer', 'security'], missingFactor: missing })
  assert.equal((await security.call('GET', '/api/security/accounts?state=everybody')).statusCode, 400)
})

test('who holds the three powers is shown, and whether they are apart', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  const { powers } = await read(security)
  assert.equal(powers.apart, true)
  assert.deepEqual(
    powers.holders.map(({ role, members }) => [role, members.map(({ name }) => name)]),
    [
      ['administrator', ['administrator同志']],
      ['security_administrator', ['security同志']],
      ['auditor', ['auditor同志']],
    ],
  )
  const members = (await security.call('GET', '/api/members')).json<{
    items: { login: string; posts: { id: string; revision: number }[] }[]
  }>().items
  const post = members.find(({ login }) => login === 'auditor')?.posts[0]
  const toOn = shanghaiDay(Date.now() - day)
  await security.call('PATCH', `/api/posts/${post?.id}`, { revision: post?.revision, toOn })
  const after = await read(security)
  assert.equal(after.powers.apart, false, 'nobody reads the log')
  assert.deepEqual(after.powers.holders[2]?.members, [])
})

test('the settings of a day past are those of that day', async () => {
  const zone = await buildZone(database)
  mock.timers.tick(day)
  await setSecurity(await signIn(app, zone, 'security'), { failures: 3 })
  const then = shanghaiDay(Date.now())
  mock.timers.tick(2 * day)
  const security = await signIn(app, zone, 'security')
  await setSecurity(security, { failures: 4 })
  assert.equal((await read(security, `?asOf=${then}`)).values.failures, 3)
  assert.equal((await read(security)).values.failures, 4)
  assert.deepEqual((await read(security, `?asOf=${then}`)).abilities, ['read'])
})

test('failures and lock follow the settings, for logins that nobody has as well', async () => {
  const zone = await buildZone(database)
  await setSecurity(await signIn(app, zone, 'security'), { failures: 3, lockMinutes: 20 })
  for (const login of ['officer', 'nobody']) {
    const codes: string[] = []
    for (let attempt = 1; attempt <= 3; attempt++)
      codes.push((await enter(app, zone, login, 'wrong')).json().code)
    assert.deepEqual(codes, ['wrong_password', 'wrong_password', 'locked_out'], login)
    const { message } = (await enter(app, zone, login, 'wrong')).json<{ message: string }>()
    assert.match(message, /连续 3 次输错.*20 分钟/)
  }
  mock.timers.tick(19.9 * 60_000)
  assert.equal((await enter(app, zone, 'officer')).json().code, 'locked_out')
  mock.timers.tick(0.2 * 60_000)
  assert.equal((await enter(app, zone, 'officer')).statusCode, 200)
})

test('an idle session ends after the minutes that the zone has set', async () => {
  const zone = await buildZone(database)
  await setSecurity(await signIn(app, zone, 'security'), { idleMinutes: 10 })
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('GET', '/api/me')).json().idleMinutes, 10)
  mock.timers.tick(9.9 * 60_000)
  assert.equal((await officer.call('GET', '/api/me')).statusCode, 200)
  mock.timers.tick(10.1 * 60_000)
  assert.equal((await officer.call('GET', '/api/me')).statusCode, 401)
})

test('one session at a time: the newer sign-in ends the older', async () => {
  const zone = await buildZone(database)
  const two = async () => [await signIn(app, zone, 'officer'), await signIn(app, zone, 'officer')]
  for (const who of await two())
    assert.equal((await who.call('GET', '/api/me')).statusCode, 200, 'by default')
  await setSecurity(await signIn(app, zone, 'security'), { oneSession: true })
  const [older, newer] = await two()
  assert.equal((await older?.call('GET', '/api/me'))?.statusCode, 401)
  assert.equal((await newer?.call('GET', '/api/me'))?.statusCode, 200)
  const list = (await newer?.call('GET', '/api/sessions'))?.json<{ total: number }>()
  assert.equal(list?.total, 1)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('one sees one’s own sessions and no other’s, ends one or all others', async () => {
  const zone = await buildZone(database)
  const agent =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'
  const phone = callerOf(
    app,
    await app.inject({
      method: 'POST',
      url: '/api/sign-in',
      headers: { 'user-agent': agent },
      body: { zone: zone.code, login: 'officer', password },
    }),
  )
  mock.timers.tick(60_000)
  const desk = await signIn(app, zone, 'officer')
  mock.timers.tick(60_000)
  const third = await signIn(app, zone, 'officer')
  const other = await signIn(app, zone, 'analyst')
  type Item = { id: string; current: boolean; browser: string | null; system: string | null; address: string }
  const list = async (who: Caller) => (await who.call('GET', '/api/sessions')).json<{ items: Item[] }>().items
  const own = await list(desk)
  assert.equal(own.length, 3)
  assert.deepEqual(
    own.map(({ current }) => current),
    [true, false, false],
  )
  const ofPhone = own.find(({ browser }) => browser === 'Chrome')
  assert.deepEqual([ofPhone?.system, ofPhone?.address], ['Android', '127.0.0.1'])
  assert.equal((await list(other)).length, 1)
  const account = (await third.call('GET', '/api/account')).json()
  assert.deepEqual([account.lastSignIn.address, account.lastSignIn.browser], ['127.0.0.1', null])
  assert.equal((await phone.call('GET', '/api/account')).json().lastSignIn, null)

  assert.equal((await other.call('DELETE', `/api/sessions/${ofPhone?.id}`)).statusCode, 404)
  assert.equal((await phone.call('GET', '/api/me')).statusCode, 200)
  assert.equal((await desk.call('DELETE', `/api/sessions/${ofPhone?.id}`)).statusCode, 200)
  assert.equal((await phone.call('GET', '/api/me')).statusCode, 401, 'at once')
  assert.equal((await desk.call('DELETE', `/api/sessions/${ofPhone?.id}`)).statusCode, 404)
  assert.equal((await desk.call('POST', '/api/sessions/end-others')).json().ended, 1)
  assert.equal((await third.call('GET', '/api/me')).statusCode, 401)
  assert.equal((await list(desk)).length, 1)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('the security administrator ends somebody’s sessions, with a reason, and the log has it', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const security = await signIn(app, zone, 'security')
  const url = `/api/members/${zone.memberIds['officer']}`
  assert.equal((await security.call('GET', `${url}/account`)).json().sessions, 1)
  const end = (who: Caller, body: object) => who.call('POST', `${url}/end-sessions`, body)
  assert.equal((await end(await signIn(app, zone, 'administrator'), { reason: 'x' })).statusCode, 403)
  assert.equal((await end(security, {})).statusCode, 400)
  assert.equal((await end(security, { reason: '手机丢失' })).json().ended, 1)
  assert.equal((await officer.call('GET', '/api/me')).statusCode, 401)
  assert.equal((await security.call('GET', `${url}/account`)).json().sessions, 0)
  const own = `/api/members/${zone.memberIds['security']}/end-sessions`
  assert.equal((await security.call('POST', own, { reason: '自己' })).statusCode, 403)
  const auditor = await signIn(app, zone, 'auditor')
  const entry = (await auditor.call('GET', '/api/audit?kind=sessionsEnded')).json<{
    items: { name: string; actor: { name: string }; detail: object }[]
  }>().items[0]
  assert.deepEqual(
    [entry?.name, entry?.actor.name, entry?.detail],
    ['officer同志', 'security同志', { ended: 1, reason: '手机丢失' }],
  )
})

test('presets lie within the bounds and meet their own level', () => {
  for (const level of [2, 3] as const) {
    const values: Settings = presetOf(level)
    assert.deepEqual(Object.keys(values).sort(), settings.map(({ key }) => key).sort())
  }
})
