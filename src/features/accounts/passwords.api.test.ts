import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import fc from 'fast-check'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, password, signIn } from '../../../test/factories.ts'
import { callerOf, enter, setSecurity } from './test-accounts.ts'

// Before anything keeps hold of the clock.
mock.timers.enable({ apis: ['Date'], now: Date.now() })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-passwords-')))
after(async () => {
  await app.close()
  await database.close()
})

const day = 86_400_000
type Refusal = { message: string; code: string }

test('any row of changes is accepted exactly as the rules and what was used before say', async () => {
  const words = ['Aa1-aaaa', 'Bb2-bbbb', 'Cc3-cccc', 'Dd4-dddd', 'Ee5', 'ffffffff', 'Officer-99']
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 8 }),
      async (history, tries) => {
        const zone = await buildZone(database)
        await setSecurity(await signIn(app, zone, 'security'), { history })
        const officer = await signIn(app, zone, 'officer')
        const had = [password]
        for (const next of tries) {
          mock.timers.tick(1000)
          const good =
            next.length >= 8 &&
            next !== 'ffffffff' &&
            next !== 'Officer-99' &&
            !had.slice(0, history + 1).includes(next)
          const response = await officer.call('POST', '/api/password', { current: had[0] ?? '', next })
          assert.equal(response.statusCode, good ? 200 : 400, `${next} after ${had}: ${response.body}`)
          if (good) had.unshift(next)
        }
        await assertEveryRowHasItsChange(database, zone.id)
        const kept = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
          db.selectFrom('formerPassword').selectAll().where('zoneId', '=', zone.id).execute(),
        )
        // Hashes that no rule needs any more are gone.
        assert.equal(kept.filter((one) => one.passwordHash !== '').length, Math.min(history, had.length - 1))
      },
    ),
    { numRuns: 4 },
  )
})

test('the sentence says which rule and what is missing', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const said = async (next: string) =>
    (await officer.call('POST', '/api/password', { current: password, next })).json<Refusal>().message
  assert.match(await said('Ab-1'), /只有 4 位，至少要 8 位/)
  assert.match(await said('abcdefg1'), /请再加上大写字母、符号中的 1 类/)
  assert.match(await said('My-officer-1'), /不能有账号名 officer/)
  assert.match(await said('officer同志-A1'), /不能有账号名/)
  assert.match(await said(password), /与现在的相同/)
  await officer.call('POST', '/api/password', { current: password, next: 'Second-pass-2' })
  const again = await officer.call('POST', '/api/password', { current: 'Second-pass-2', next: password })
  assert.match(again.json<Refusal>().message, /最近 5 个旧密码不能再用/)
  const english = await officer.call(
    'POST',
    '/api/password',
    { current: 'Second-pass-2', next: 'short' },
    { 'accept-language': 'en' },
  )
  assert.match(english.json<Refusal>().message, /has 5 characters; it needs 8/)
})

test('administrators need more letters, by their post of the day', async () => {
  const zone = await buildZone(database)
  const nine = 'Ab-123456'
  const officer = await signIn(app, zone, 'officer')
  const auditor = await signIn(app, zone, 'auditor')
  const rulesOf = async (who: typeof officer) =>
    (await who.call('GET', '/api/account')).json().password.rules.minLength
  assert.deepEqual([await rulesOf(officer), await rulesOf(auditor)], [8, 10])
  const change = (who: typeof officer) => who.call('POST', '/api/password', { current: password, next: nine })
  assert.equal((await change(officer)).statusCode, 200)
  assert.match((await change(auditor)).json<Refusal>().message, /至少要 10 位/)
})

test('a first password obeys the rules of the post that it is for', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  const add = (role: string, word: string, login: string) =>
    security.call('POST', '/api/members', { login, name: '新人', password: word, unitId: zone.corps.a, role })
  assert.match((await add('officer', 'aaaaaaaa', 'new1')).json<Refusal>().message, /3 类/)
  assert.match((await add('auditor', 'Ab-123456', 'new2')).json<Refusal>().message, /至少要 10 位/)
  assert.equal((await add('officer', 'Ab-123456', 'new3')).statusCode, 201)
})

test('a password past its age is changed at the next sign-in', async () => {
  const zone = await buildZone(database)
  await setSecurity(await signIn(app, zone, 'security'), { maxAgeDays: 90 })
  mock.timers.tick(89 * day)
  assert.equal((await enter(app, zone, 'officer')).json().mustChangePassword, false)
  mock.timers.tick(1.5 * day)
  const late = await enter(app, zone, 'officer')
  assert.equal(late.json().mustChangePassword, true)
  const caller = callerOf(app, late)
  assert.equal((await caller.call('GET', '/api/ledger')).json().code, 'must_change_password')
  const account = (await caller.call('GET', '/api/account')).json()
  assert.equal(account.password.first, false)
  assert.equal(
    (await caller.call('POST', '/api/password', { current: password, next: password })).statusCode,
    400,
  )
  const changed = await caller.call('POST', '/api/password', { current: password, next: 'Second-pass-2' })
  assert.equal(changed.statusCode, 200, changed.body)
  assert.equal((await caller.call('GET', '/api/ledger')).statusCode, 200)
  assert.equal((await enter(app, zone, 'officer', 'Second-pass-2')).json().mustChangePassword, false)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('an age set while people work asks nothing of them before their next sign-in', async () => {
  const zone = await buildZone(database)
  mock.timers.tick(100 * day)
  const officer = await signIn(app, zone, 'officer')
  await setSecurity(await signIn(app, zone, 'security'), { maxAgeDays: 90 })
  assert.equal((await officer.call('GET', '/api/ledger')).statusCode, 200)
  assert.equal((await enter(app, zone, 'officer')).json().mustChangePassword, true)
})

test('the security administrator sets a first password for who forgot theirs; it is theirs to change', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  const officer = await signIn(app, zone, 'officer')
  for (let attempt = 1; attempt <= 5; attempt++) await enter(app, zone, 'officer', 'wrong')
  const set = (login: string, word: string, who = security) =>
    who.call('POST', `/api/members/${zone.memberIds[login]}/password`, { password: word, reason: '本人忘记' })
  assert.equal((await set('officer', 'weakweak')).statusCode, 400)
  assert.equal((await set('auditor', 'Ab-123456')).statusCode, 400)
  assert.equal((await set('security', 'Fresh-start-1')).statusCode, 403)
  assert.equal(
    (await set('officer', 'Fresh-start-1', await signIn(app, zone, 'administrator'))).statusCode,
    403,
  )
  const done = await set('officer', 'Fresh-start-1')
  assert.equal(done.statusCode, 200, done.body)
  assert.deepEqual([done.json().firstPassword, done.json().locked, done.json().sessions], [true, false, 0])
  assert.equal((await officer.call('GET', '/api/me')).statusCode, 401)
  const opened = await enter(app, zone, 'officer', 'Fresh-start-1')
  assert.equal(opened.json().mustChangePassword, true)
  const own = await callerOf(app, opened).call('POST', '/api/password', {
    current: 'Fresh-start-1',
    next: password,
  })
  assert.match(own.json<Refusal>().message, /旧密码不能再用/)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('where first passwords need no change, they open the work', async () => {
  const zone = await buildZone(database)
  const security = await signIn(app, zone, 'security')
  await setSecurity(security, { firstChange: false })
  await security.call('POST', `/api/members/${zone.memberIds['officer']}/password`, {
    password: 'Fresh-start-1',
    reason: '本人忘记',
  })
  const opened = await enter(app, zone, 'officer', 'Fresh-start-1')
  assert.equal(opened.json().mustChangePassword, false)
  assert.equal((await callerOf(app, opened).call('GET', '/api/ledger')).statusCode, 200)
})
