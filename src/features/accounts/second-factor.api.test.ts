import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { sql } from 'kysely'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, password, signIn } from '../../../test/factories.ts'
import { resetFromOutside } from './server/member-account.ts'
import { callerOf, codeAt, enrol, enter, enterCode, setSecurity } from './test-accounts.ts'

// Before anything keeps hold of the clock.
mock.timers.enable({ apis: ['Date'], now: Date.now() })
const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-factor-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

const halfMinute = 30_000
const eventsOf = (zoneId: string) =>
  database.within({ zoneId, memberId: null }, async (db) => {
    const rows = await db
      .selectFrom('auditEvent')
      .select(['kind', 'detail'])
      .where('zoneId', '=', zoneId)
      .orderBy('position')
      .execute()
    return rows as { kind: string; detail: Record<string, unknown> }[]
  })

/** A zone whose officer has a second factor; the half minute of its code has passed. */
async function withFactor(login = 'officer') {
  const zone = await buildZone(database)
  const caller = await signIn(app, zone, login)
  const { secret, recoveryCodes } = await enrol(caller)
  mock.timers.tick(halfMinute)
  const pendingOf = async () => {
    const response = await enter(app, zone, login)
    assert.equal(response.statusCode, 202, response.body)
    assert.equal(response.cookies.length, 0)
    return response.json<{ pending: string }>().pending
  }
  return { zone, caller, secret, recoveryCodes, pendingOf, now: () => codeAt(secret, Date.now()) }
}

test('password, then code: only both open a session', async () => {
  const { zone, pendingOf, now } = await withFactor()
  const opened = await enterCode(app, await pendingOf(), now())
  assert.equal(opened.statusCode, 200, opened.body)
  assert.equal(opened.json().member.login, 'officer')
  assert.equal((await callerOf(app, opened).call('GET', '/api/me')).statusCode, 200)
  const events = await eventsOf(zone.id)
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['signIn', 'secondFactorOn', 'signIn'],
  )
  assert.equal(events.at(-1)?.detail['factor'], 'code')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what stands between the two steps opens no route', async () => {
  const { pendingOf } = await withFactor()
  const pending = await pendingOf()
  const paths = Object.entries(app.swagger().paths ?? {})
  assert.ok(paths.length > 30)
  for (const [path, methods] of paths)
    for (const method of Object.keys(methods ?? {})) {
      if (path.startsWith('/api/sign-in')) continue
      for (const headers of [
        { cookie: `zhantu_session=${encodeURIComponent(pending)}` },
        { authorization: `Bearer ${pending}` },
      ]) {
        const response = await app.inject({
          method: method.toUpperCase() as 'GET',
          url: path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000001'),
          headers,
        })
        assert.equal(response.statusCode, 401, `${method} ${path}`)
      }
    }
})

test('the second step has five minutes, is bound to the password, and cannot be made up', async () => {
  const { zone, caller, pendingOf, now } = await withFactor()
  const late = await pendingOf()
  mock.timers.tick(5 * 60_000 + 1)
  assert.match((await enterCode(app, late, now())).json().message, /5 分钟/)
  const early = await pendingOf()
  const changed = await caller.call('POST', '/api/password', { current: password, next: 'Another-horse-8' })
  assert.equal(changed.statusCode, 200, changed.body)
  assert.equal((await enterCode(app, early, now())).json().code, 'not_signed_in')
  for (const made of ['x', 'aes-256-gcm:v1:AAAA:AAAA:AAAA', early.replace(/.$/, '~'), early.slice(0, -4)])
    assert.equal((await enterCode(app, made, now())).statusCode, 401, made)
  assert.equal((await enter(app, zone, 'officer')).json().code, 'wrong_password')
})

test('wrong codes lock the account as wrong passwords do, and the right password gives no more tries', async () => {
  const { zone, pendingOf, now } = await withFactor()
  const codes: string[] = []
  for (let attempt = 1; attempt <= 5; attempt++)
    codes.push((await enterCode(app, await pendingOf(), '000000')).json().code)
  assert.deepEqual(codes, [...Array(4).fill('wrong_code'), 'locked_out'])
  assert.equal((await enter(app, zone, 'officer')).json().code, 'locked_out')
  const security = await signIn(app, zone, 'security')
  await security.call('POST', `/api/members/${zone.memberIds['officer']}/unlock`)
  assert.equal((await enterCode(app, await pendingOf(), now())).statusCode, 200)
  const reasons = (await eventsOf(zone.id))
    .filter(({ kind }) => kind === 'signInFailed')
    .map(({ detail }) => detail['reason'])
  assert.deepEqual(reasons, [...Array(5).fill('code'), 'locked'])
})

test('a password and codes are counted together; a locked account takes no right code', async () => {
  const { zone, pendingOf, now } = await withFactor()
  const pending = await pendingOf()
  for (let attempt = 1; attempt <= 3; attempt++) await enter(app, zone, 'officer', 'wrong')
  await enterCode(app, pending, '000000')
  assert.equal((await enterCode(app, pending, '000000')).json().code, 'locked_out')
  assert.equal((await enterCode(app, pending, now())).json().code, 'locked_out')
  mock.timers.tick(15 * 60_000 + 1)
  assert.equal((await enterCode(app, await pendingOf(), now())).statusCode, 200)
})

test('nor does a known password behind an open session give tries at the code without end', async () => {
  const { caller, zone } = await withFactor()
  const codes: string[] = []
  for (let attempt = 1; attempt <= 5; attempt++) {
    const tried = await caller.call('POST', '/api/second-factor/off', { password, code: '000000' })
    codes.push(tried.json().code)
  }
  assert.deepEqual(codes, [...Array(4).fill('wrong_code'), 'locked_out'])
  assert.equal((await enter(app, zone, 'officer')).json().code, 'locked_out')
})

test('no code opens twice, also two at once, and none of an earlier half minute', async () => {
  const { pendingOf, secret, now } = await withFactor()
  const code = now()
  const [a, b] = [await pendingOf(), await pendingOf()]
  const both = await Promise.all([enterCode(app, a, code), enterCode(app, b, code)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 401])
  assert.match((await enterCode(app, await pendingOf(), code)).json().message, /已经用过/)
  assert.match(
    (await enterCode(app, await pendingOf(), codeAt(secret, Date.now() - halfMinute))).json().message,
    /已经用过/,
  )
  mock.timers.tick(halfMinute)
  assert.equal((await enterCode(app, await pendingOf(), now())).statusCode, 200)
})

test('a phone may be half a minute off, to either side, and no more', async () => {
  for (const off of [-1, 1]) {
    const { pendingOf, secret } = await withFactor()
    mock.timers.tick(4 * halfMinute)
    const far = await enterCode(app, await pendingOf(), codeAt(secret, Date.now() + 2 * off * halfMinute))
    assert.equal(far.json().code, 'wrong_code')
    const near = await enterCode(app, await pendingOf(), codeAt(secret, Date.now() + off * halfMinute))
    assert.equal(near.statusCode, 200, near.body)
  }
})

test('a recovery code opens once, however it is typed; new ones end the old', async () => {
  const { zone, pendingOf, recoveryCodes, now } = await withFactor()
  assert.equal(recoveryCodes.length, 10)
  assert.equal(new Set(recoveryCodes).size, 10)
  const [first = '', second = ''] = recoveryCodes
  const typed = ` ${first.toLowerCase().replaceAll('-', ' ')} `
  const opened = await enterCode(app, await pendingOf(), typed)
  assert.equal(opened.statusCode, 200, opened.body)
  const caller = callerOf(app, opened)
  const account = (await caller.call('GET', '/api/account')).json()
  assert.equal(account.secondFactor.recoveryCodes, 9)
  assert.equal((await enterCode(app, await pendingOf(), first)).json().code, 'wrong_code')
  const both = await Promise.all([
    enterCode(app, await pendingOf(), second),
    enterCode(app, await pendingOf(), second),
  ])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 401])
  const renewed = await caller.call('POST', '/api/second-factor/recovery-codes', { password, code: now() })
  assert.equal(renewed.statusCode, 200, renewed.body)
  assert.equal((await enterCode(app, await pendingOf(), recoveryCodes[2] ?? '')).json().code, 'wrong_code')
  const fresh = renewed.json<{ recoveryCodes: string[] }>().recoveryCodes[0] ?? ''
  assert.equal((await enterCode(app, await pendingOf(), fresh)).statusCode, 200)
  const kinds = (await eventsOf(zone.id)).map(({ kind }) => kind)
  assert.equal(kinds.filter((kind) => kind === 'recoveryCodeUsed').length, 3)
  assert.ok(kinds.includes('recoveryCodesMade'))
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a secret that was not confirmed changes nothing, and expires', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const begin = () => officer.call('POST', '/api/second-factor', { password })
  assert.equal(
    (await officer.call('POST', '/api/second-factor', { password: 'wrong' })).json().code,
    'wrong_password',
  )
  assert.equal((await officer.call('POST', '/api/second-factor', {})).json().code, 'wrong_password')
  const { secret, uri } = (await begin()).json<{ secret: string; uri: string }>()
  assert.match(uri, /^otpauth:\/\/totp\/.*officer.*secret=/)
  assert.equal((await enter(app, zone, 'officer')).statusCode, 200)
  const confirm = (code: string) => officer.call('POST', '/api/second-factor/confirm', { code })
  assert.equal((await confirm('000000')).json().code, 'wrong_code')
  const second = (await begin()).json<{ secret: string }>()
  assert.notEqual(second.secret, secret)
  assert.equal((await confirm(codeAt(secret, Date.now()))).json().code, 'wrong_code')
  mock.timers.tick(31 * 60_000)
  const later = callerOf(app, await enter(app, zone, 'officer'))
  const expired = await later.call('POST', '/api/second-factor/confirm', {
    code: codeAt(second.secret, Date.now()),
  })
  assert.match(expired.json().message, /已过期/)
})

test('another authenticator takes the place of the first only when it is confirmed', async () => {
  const { caller, pendingOf, secret, now } = await withFactor()
  const begin = (code: string) => caller.call('POST', '/api/second-factor', { password, code })
  assert.equal((await begin('000000')).json().code, 'wrong_code')
  const next = (await begin(now())).json<{ secret: string }>().secret
  mock.timers.tick(halfMinute)
  assert.equal((await enterCode(app, await pendingOf(), codeAt(secret, Date.now()))).statusCode, 200)
  const confirmed = await caller.call('POST', '/api/second-factor/confirm', {
    code: codeAt(next, Date.now()),
  })
  assert.equal(confirmed.statusCode, 200, confirmed.body)
  mock.timers.tick(halfMinute)
  assert.equal(
    (await enterCode(app, await pendingOf(), codeAt(secret, Date.now()))).json().code,
    'wrong_code',
  )
  assert.equal((await enterCode(app, await pendingOf(), codeAt(next, Date.now()))).statusCode, 200)
})

test('turning one’s own off needs password and code, and is refused where the zone asks for it', async () => {
  const { zone, caller, now } = await withFactor('analyst')
  const off = (word: string, code: string) =>
    caller.call('POST', '/api/second-factor/off', { password: word, code })
  assert.equal((await off('wrong', now())).json().code, 'wrong_password')
  assert.equal((await off(password, '123')).json().code, 'wrong_code')
  const security = await signIn(app, zone, 'security')
  await setSecurity(security, { secondFactor: 'all' })
  assert.match((await off(password, now())).json().message, /不能停用/)
  const lowered = await setSecurity(callerOf(app, await enterWith(zone, 'security')), { secondFactor: 'off' })
  assert.equal(lowered.statusCode, 200, lowered.body)
  assert.equal((await off(password, now())).statusCode, 200)
  assert.equal((await enter(app, zone, 'analyst')).statusCode, 200)
  assert.ok((await eventsOf(zone.id)).some(({ kind }) => kind === 'secondFactorOff'))
  await assertEveryRowHasItsChange(database, zone.id)
})

/** Signs in somebody whom the zone asks for a factor, setting it up on the way. */
async function enterWith(zone: { code: string }, login: string) {
  const opened = await enter(app, zone, login)
  assert.equal(opened.json().mustEnrol, true, opened.body)
  await enrol(callerOf(app, opened))
  return opened
}

test('where the zone asks for it, nothing opens before it is set up', async () => {
  const zone = await buildZone(database)
  const officer = await signIn(app, zone, 'officer')
  const security = await signIn(app, zone, 'security')
  assert.equal((await setSecurity(security, { secondFactor: 'administrators' })).statusCode, 200)
  assert.equal((await officer.call('GET', '/api/ledger')).statusCode, 200, 'no administrator')
  assert.equal((await security.call('GET', '/api/members')).json().code, 'must_enrol')
  const open = [
    '/api/me',
    '/api/account',
    '/api/sign-out',
    '/api/second-factor',
    '/api/second-factor/confirm',
  ]
  const auditor = callerOf(app, await enter(app, zone, 'auditor'))
  for (const [path, methods] of Object.entries(app.swagger().paths ?? {}))
    for (const method of Object.keys(methods ?? {})) {
      if (open.includes(path) || path.startsWith('/api/sign-in')) continue
      const url = path.replaceAll(/\{\w+\}/g, '00000000-0000-4000-8000-000000000001')
      const response = await auditor.call(method.toUpperCase() as 'GET', url)
      assert.equal(response.json().code, 'must_enrol', `${method} ${path}`)
    }
  // They have just typed their password.
  const begun = await auditor.call('POST', '/api/second-factor', {})
  const { secret } = begun.json<{ secret: string }>()
  assert.equal((await auditor.call('GET', '/api/security')).json().code, 'must_enrol')
  await auditor.call('POST', '/api/second-factor/confirm', { code: codeAt(secret, Date.now()) })
  assert.equal((await auditor.call('GET', '/api/security')).statusCode, 200)
  assert.equal((await auditor.call('GET', '/api/me')).json().mustEnrol, false)
  assert.equal((await security.call('POST', '/api/second-factor', {})).statusCode, 200)
  mock.timers.tick(11 * 60_000)
  const later = await security.call('POST', '/api/second-factor', {})
  assert.match(later.json<{ message: string }>().message, /请输入当前密码/)
  assert.equal((await security.call('POST', '/api/second-factor', { password })).statusCode, 200)
})

test('setting one up ends the sessions opened without it', async () => {
  const zone = await buildZone(database)
  const [here, elsewhere] = [await signIn(app, zone, 'officer'), await signIn(app, zone, 'officer')]
  await enrol(here)
  assert.equal((await here.call('GET', '/api/me')).statusCode, 200)
  assert.equal((await elsewhere.call('GET', '/api/me')).statusCode, 401)
})

test('the security administrator resets somebody’s factor, with a reason, and never their own', async () => {
  const { zone, caller } = await withFactor()
  const security = await signIn(app, zone, 'security')
  const reset = (login: string, body: object, who = security) =>
    who.call('POST', `/api/members/${zone.memberIds[login]}/second-factor/reset`, body)
  for (const login of ['administrator', 'auditor', 'director'])
    assert.equal(
      (await reset('officer', { reason: '手机丢失' }, await signIn(app, zone, login))).statusCode,
      403,
    )
  assert.equal((await reset('officer', {})).statusCode, 400)
  assert.equal((await reset('officer', { reason: ' ' })).statusCode, 400)
  assert.equal((await reset('analyst', { reason: '手机丢失' })).statusCode, 404)
  const done = await reset('officer', { reason: '手机丢失' })
  assert.equal(done.statusCode, 200, done.body)
  assert.equal(done.json().secondFactorSince, null)
  assert.equal((await caller.call('GET', '/api/me')).statusCode, 401)
  assert.equal((await enter(app, zone, 'officer')).statusCode, 200)
  await enrol(security)
  assert.equal((await reset('security', { reason: '自己' })).statusCode, 403)
  const event = (await eventsOf(zone.id)).find(({ kind }) => kind === 'secondFactorReset')
  assert.deepEqual(event?.detail, { reason: '手机丢失' })
})

test('from outside it is reset by a command, and the log says so', async () => {
  const { zone } = await withFactor('security')
  await enter(app, zone, 'security', 'wrong')
  await assert.rejects(resetFromOutside(database, zone.code, 'nobody'), /no account nobody/)
  await assert.rejects(resetFromOutside(database, zone.code, 'officer'), /nothing to reset/)
  await assert.rejects(resetFromOutside(database, 'nowhere', 'security'), /no zone/)
  await resetFromOutside(database, zone.code, 'security')
  assert.equal((await enter(app, zone, 'security')).statusCode, 200)
  const event = (await eventsOf(zone.id)).find(({ kind }) => kind === 'secondFactorReset')
  assert.deepEqual(event?.detail, { by: 'command' })
  await assertEveryRowHasItsChange(database, zone.id)
})

test('no secret is in the log, its export, the past or an answer, and the database holds it encrypted', async () => {
  const { zone, secret, recoveryCodes, caller, now } = await withFactor('auditor')
  const bare = recoveryCodes.map((code) => code.replaceAll('-', ''))
  const held = await database.within({ zoneId: zone.id, memberId: null }, async (db) => {
    const { rows } = await sql<{ line: string }>`
      select to_jsonb(c)::text as line from change c where zone_id = ${zone.id}
      union all select to_jsonb(e)::text from audit_event e where zone_id = ${zone.id}`.execute(db)
    const factor = await db
      .selectFrom('secondFactor')
      .select('secret')
      .where('zoneId', '=', zone.id)
      .executeTakeFirstOrThrow()
    const code = await db
      .selectFrom('recoveryCode')
      .select('codeHash')
      .where('zoneId', '=', zone.id)
      .execute()
    return { log: rows.map(({ line }) => line).join('\n'), factor, hashes: code.map((one) => one.codeHash) }
  })
  assert.ok(held.log.includes('secondFactorOn') && held.log.includes('used_step'))
  for (const word of [secret, held.factor.secret, ...recoveryCodes, ...bare, ...held.hashes, '$argon2'])
    assert.ok(!held.log.includes(word), word)
  assert.match(held.factor.secret, /^aes-256-gcm:v1:/)
  assert.equal(statSync(join(folder, 'secret.key')).mode & 0o777, 0o600)
  const key = readFileSync(join(folder, 'secret.key'), 'utf8').trim()
  for (const url of [
    '/api/audit?limit=200',
    '/api/audit/export.txt',
    '/api/account',
    '/api/security',
    '/api/me',
  ]) {
    const { body } = await caller.call('GET', url)
    for (const word of [secret, held.factor.secret, ...recoveryCodes, key])
      assert.ok(!body.includes(word), url)
  }
  assert.ok(now())
})

test('with another key the factor cannot be read: a sentence says what to do, and nobody gets in', async () => {
  const { pendingOf, now, zone } = await withFactor()
  const moved = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-moved-')))
  try {
    const pending = (await enter(moved, zone, 'officer')).json<{ pending: string }>().pending
    const refused = await enterCode(moved, pending, now())
    assert.equal(refused.statusCode, 409)
    assert.match(refused.json<{ message: string }>().message, /secret\.key/)
    assert.equal((await enterCode(moved, await pendingOf(), now())).statusCode, 401)
  } finally {
    await moved.close()
  }
})
