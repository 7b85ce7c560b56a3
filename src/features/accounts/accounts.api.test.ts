import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, password, signIn, testConfig } from '../../../test/factories.ts'
import { createZone } from '../organisation/server/create-zone.ts'
import { hashPassword } from './server/passwords.ts'
import { keepSessions } from './server/sessions.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-accounts-')))
after(async () => {
  await app.close()
  await database.close()
})
const enter = (zone: { code: string }, login: string, word: string) =>
  app.inject({ method: 'POST', url: '/api/sign-in', body: { zone: zone.code, login, password: word } })

test('the right password opens a session that says who one is and what one may do', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const me = (await officer.call('GET', '/api/me')).json<{
    posts: { role: string; unit: string }[]
    corpsId: string
    abilities: string[]
  }>()
  assert.deepEqual(
    me.posts.map(({ role, unit }) => [role, unit]),
    [['officer', '市北兵团']],
  )
  assert.equal(me.corpsId, zone.corps.a)
  assert.ok(me.abilities.includes('project:update'))
  assert.ok(!me.abilities.includes('import:create'))
  await assertEveryRowHasItsChange(database, zone.id)
})

test('five wrong passwords lock the account, also for the right one, until a security administrator unlocks it', async () => {
  const zone = await buildZone(database)
  for (let attempt = 1; attempt <= 4; attempt++)
    assert.equal((await enter(zone, 'officer', 'wrong')).json().code, 'wrong_password')
  const fifth = await enter(zone, 'officer', 'wrong')
  assert.equal(fifth.json().code, 'locked_out')
  assert.match(fifth.json<{ message: string }>().message, /15 分钟/)
  assert.equal((await enter(zone, 'officer', password)).json().code, 'locked_out')
  const administrator = await signIn(app, zone, 'security')
  const unlocked = await administrator.call('POST', `/api/members/${zone.memberIds['officer']}/unlock`)
  assert.equal(unlocked.json().locked, false)
  assert.equal((await enter(zone, 'officer', password)).statusCode, 200)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a success in between starts the count anew', async () => {
  const zone = await buildZone(database)
  for (let attempt = 1; attempt <= 4; attempt++) await enter(zone, 'officer', 'wrong')
  assert.equal((await enter(zone, 'officer', password)).statusCode, 200)
  assert.equal((await enter(zone, 'officer', 'wrong')).json().code, 'wrong_password')
})

test('an account that does not exist answers as one that does, to the lock', async () => {
  const zone = await buildZone(database)
  const codes = []
  for (let attempt = 1; attempt <= 6; attempt++)
    codes.push((await enter(zone, 'nobody', 'wrong')).json().code)
  assert.deepEqual(codes, [...Array(4).fill('wrong_password'), 'locked_out', 'locked_out'])
})

test('signing out ends the session at once', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('POST', '/api/sign-out')).statusCode, 200)
  assert.equal((await officer.call('GET', '/api/me')).statusCode, 401)
})

test('an idle session ends', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  let now = Date.now()
  const sessions = keepSessions(database, 30, () => now)
  const value = decodeURIComponent(officer.cookie.split('=')[1] ?? '')
  assert.ok(await sessions.find(value))
  now += 29 * 60_000
  assert.ok(await sessions.find(value))
  now += 29 * 60_000
  assert.ok(await sessions.find(value), 'used in between')
  now += 31 * 60_000
  assert.equal(await sessions.find(value), undefined)
  assert.equal(
    await keepSessions(database, 30, () => now).find(value),
    undefined,
    'and for another server too',
  )
})

test('a new password must be strong and other than before, and ends the other sessions', async () => {
  const zone = await buildZone(database)
  const here = await signIn(app, zone, 'officer')
  const elsewhere = await signIn(app, zone, 'officer')
  const change = (current: string, next: string) => here.call('POST', '/api/password', { current, next })
  assert.equal((await change('wrong', 'New-password-1')).json().code, 'wrong_password')
  assert.equal((await change(password, 'alllowercase')).json().code, 'invalid_input')
  assert.equal((await change(password, password)).json().code, 'invalid_input')
  assert.equal((await change(password, 'New-password-1')).statusCode, 200)
  assert.equal((await here.call('GET', '/api/me')).statusCode, 200)
  assert.equal((await elsewhere.call('GET', '/api/me')).statusCode, 401)
  assert.equal((await enter(zone, 'officer', 'New-password-1')).statusCode, 200)
})

test('a first password lets one do nothing but change it', async () => {
  const code = `first-${process.pid}`
  await createZone(
    database,
    {
      zone: { code, name: '新区' },
      units: [{ key: 'o', kind: 'zone_office', name: '管委会', fromOn: '2020-01-01' }],
      members: [
        { login: 'newcomer', name: '新人', posts: [{ unit: 'o', role: 'analyst', fromOn: '2020-01-01' }] },
      ],
    },
    { sample: false, at: new Date(), passwordHash: await hashPassword('First-pass-1'), mustChange: true },
  )
  const opened = await enter({ code }, 'newcomer', 'First-pass-1')
  assert.equal(opened.json().mustChangePassword, true)
  const cookie = `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`
  assert.equal(
    (await app.inject({ url: '/api/ledger', headers: { cookie } })).json().code,
    'must_change_password',
  )
  assert.equal(
    (
      await app.inject({
        method: 'POST',
        url: '/api/password',
        headers: { cookie },
        body: { current: 'First-pass-1', next: 'Second-pass-2' },
      })
    ).statusCode,
    200,
  )
  assert.equal((await app.inject({ url: '/api/ledger', headers: { cookie } })).statusCode, 200)
})

test('accounts are listed on the sign-in page of a sample zone only', async () => {
  const zone = await buildZone(database)
  const page = (await app.inject('/api/sign-in')).json<{ zones: { code: string; accounts: unknown[] }[] }>()
  assert.deepEqual(page.zones.find((one) => one.code === zone.code)?.accounts, [])
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const zone = await buildZone(database)
  const { cookies } = await enter(zone, 'officer', password)
  assert.deepEqual([cookies[0]?.httpOnly, cookies[0]?.sameSite, cookies[0]?.path], [true, 'Lax', '/'])
  assert.equal(testConfig('x').secureCookies, false)
})

test('a cookie made up by hand is no session, and no error', async () => {
  const zone = await buildZone(database)
  const dashes = '-'.repeat(36)
  const secret = 'a'.repeat(43)
  for (const value of [`${dashes}.${dashes}.${secret}`, `${zone.id}.${dashes}.${secret}`, '%00', ''])
    assert.equal(
      (await app.inject({ url: '/api/me', headers: { cookie: `zhantu_session=${value}` } })).statusCode,
      401,
      value,
    )
})

test('guessing the password behind an open session locks the account as at sign-in', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const guess = async (current: string) =>
    (await officer.call('POST', '/api/password', { current, next: 'New-password-1' })).json<{
      code: string
    }>().code
  const codes = []
  for (let attempt = 1; attempt <= 5; attempt++) codes.push(await guess('wrong'))
  assert.deepEqual(codes, [...Array(4).fill('wrong_password'), 'locked_out'])
  assert.equal(await guess(password), 'locked_out')
  assert.equal((await enter(zone, 'officer', password)).json().code, 'locked_out')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a security administrator gives posts to others and never to oneself', async () => {
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'security')
  const members = (await administrator.call('GET', '/api/members')).json<{
    items: { id: string; login: string; posts: { id: string; unitId: string }[]; abilities: string[] }[]
  }>().items
  const own = members.find(({ login }) => login === 'security')
  const other = members.find(({ login }) => login === 'officer')
  assert.ok(own?.posts[0] && other?.posts[0])
  assert.deepEqual([own.abilities.includes('update'), other.abilities.includes('update')], [false, true])
  const post = { unitId: own.posts[0].unitId, role: 'director' }
  const give = (memberId: string, more: object = {}) =>
    administrator.call('POST', '/api/posts', { ...post, memberId, ...more })
  assert.equal((await give(own.id)).statusCode, 403)
  const end = await administrator.call('PATCH', `/api/posts/${own.posts[0].id}`, { revision: 1, toOn: null })
  assert.equal(end.statusCode, 403)
  for (const days of [{ fromOn: '2022-13-45' }, { fromOn: '0000-01-01' }, { toOn: '2022-02-30' }]) {
    const refused = await give(other.id, days)
    assert.equal(refused.statusCode, 400)
    assert.match(refused.json<{ message: string }>().message, /没有 \S+ 这一天/)
  }
  assert.equal((await give(other.id)).statusCode, 201)
})

test('three powers, three people: who has one is not given another', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  const units = (await security.call('GET', '/api/units')).json<{ items: { id: string }[] }>().items
  const give = (login: string, role: string, more: object = {}) =>
    security.call('POST', '/api/posts', {
      memberId: zone.memberIds[login],
      unitId: units[0]?.id,
      role,
      ...more,
    })
  for (const [login, role] of [
    ['administrator', 'auditor'],
    ['auditor', 'administrator'],
    ['auditor', 'security_administrator'],
  ] as const) {
    const refused = await give(login, role)
    assert.equal(refused.statusCode, 409, `${login} as ${role}`)
    assert.match(refused.json<{ message: string }>().message, /三个人分别担任.*不能同时任/)
  }
  assert.equal((await give('officer', 'auditor', { toOn: '2999-01-01' })).statusCode, 201)
  assert.equal((await give('officer', 'administrator')).statusCode, 409)
  assert.equal((await give('officer', 'administrator', { fromOn: '2999-01-02' })).statusCode, 201)
  // Nor by letting the first post go on over the second.
  const members = (await security.call('GET', '/api/members')).json<{
    items: { login: string; posts: { id: string; role: string; revision: number }[] }[]
  }>().items
  const post = members.find((one) => one.login === 'officer')?.posts.find((one) => one.role === 'auditor')
  const longer = await security.call('PATCH', `/api/posts/${post?.id}`, {
    revision: post?.revision,
    toOn: null,
  })
  assert.equal(longer.statusCode, 409)
  // Two at once: one of them.
  const both = await Promise.all([give('promoter', 'auditor'), give('promoter', 'administrator')])
  assert.deepEqual(both.map((one) => one.statusCode).sort(), [201, 409])
})

test('system administrators and auditors do not touch people and posts', async () => {
  const zone = await buildZone(database)
  for (const login of ['administrator', 'auditor', 'director']) {
    const who = await signIn(app, zone, login)
    const post = { memberId: zone.memberIds['officer'], unitId: zone.corps.a, role: 'analyst' }
    assert.equal((await who.call('POST', '/api/posts', post)).statusCode, 403, login)
    assert.equal(
      (await who.call('POST', `/api/members/${zone.memberIds['officer']}/unlock`)).statusCode,
      403,
      login,
    )
  }
})
