import type { BrowserContext } from 'playwright-core'

/** What the sample's sign-in page tells everyone. */
export const sampleAccount = { zone: 'xetdz', password: 'Zhantu-2022' }

export type Caller = {
  get: <T>(path: string) => Promise<T>
  send: <T>(method: string, path: string, body?: unknown) => Promise<T>
  upload: <T>(path: string, name: string, content: Buffer, fields?: Record<string, string>) => Promise<T>
}

/** Calls the API as a person does whose browser is elsewhere: to set the scene, never to play it. */
export async function callAs(url: string, login: string): Promise<Caller> {
  const cookie = await cookieOf(url, login)
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(`${url}/api${path}`, { ...init, headers: { cookie, ...init.headers } })
    const text = await response.text()
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text}`)
    return (text === '' || text.startsWith('{"kind"') ? undefined : JSON.parse(text)) as T
  }
  return {
    get: (path) => ask(path, {}),
    send: (method, path, body) =>
      ask(
        path,
        body === undefined
          ? { method }
          : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      ),
    upload: (path, name, content, fields = {}) => {
      const form = new FormData()
      for (const [key, value] of Object.entries(fields)) form.append(key, value)
      form.append('file', new File([new Uint8Array(content)], name))
      return ask(path, { method: 'POST', body: form })
    },
  }
}

async function cookieOf(url: string, login: string): Promise<string> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...sampleAccount, login }),
  })
  const [cookie] = response.headers.getSetCookie()[0]?.split(';') ?? []
  if (!response.ok || !cookie) throw new Error(`${login} could not sign in: ${await response.text()}`)
  return cookie
}

/** Signs a window in without the sign-in page, which has a journey of its own. */
export async function enterAs(context: BrowserContext, url: string, login: string) {
  const [name = '', value = ''] = (await cookieOf(url, login)).split('=')
  await context.addCookies([{ name, value, url }])
}
