import { Secret, TOTP } from 'otpauth'
import { type Caller, password, type TestZone } from '../../../test/factories.ts'
import type { App } from '../../server/http.ts'
import type { Settings } from './model/settings.ts'

/** What a phone shows for a secret at a time. */
export const codeAt = (secret: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

/** Sets up a second factor and answers its secret and recovery codes. The code of now is used by it. */
export async function enrol(caller: Caller, word = password) {
  const begun = await caller.call('POST', '/api/second-factor', { password: word })
  if (begun.statusCode !== 200) throw new Error(begun.body)
  const { secret } = begun.json<{ secret: string }>()
  const confirmed = await caller.call('POST', '/api/second-factor/confirm', {
    code: codeAt(secret, Date.now()),
  })
  if (confirmed.statusCode !== 200) throw new Error(confirmed.body)
  return { secret, recoveryCodes: confirmed.json<{ recoveryCodes: string[] }>().recoveryCodes }
}

/** Changes some of a zone's settings, as its security administrator. */
export async function setSecurity(security: Caller, some: Partial<Settings>) {
  const { values, revision } = (await security.call('GET', '/api/security')).json<{
    values: Settings
    revision: number
  }>()
  const body = { revision, ...values, ...some }
  return security.call('PUT', '/api/security', body)
}

export const enter = (app: App, zone: TestZone | { code: string }, login: string, word = password) =>
  app.inject({ method: 'POST', url: '/api/sign-in', body: { zone: zone.code, login, password: word } })

export const enterCode = (app: App, pending: string, code: string) =>
  app.inject({ method: 'POST', url: '/api/sign-in/code', body: { pending, code } })

/** A caller for the cookie that an answer set. */
export function callerOf(app: App, response: Awaited<ReturnType<typeof enter>>): Caller {
  const set = response.cookies[0]
  const cookie = `${set?.name}=${set?.value}`
  return {
    cookie,
    call: (method, url, body, headers) =>
      app.inject({ method, url, headers: { cookie, ...headers }, ...(body ? { body } : {}) }),
  }
}
