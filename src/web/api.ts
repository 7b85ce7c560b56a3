import i18next from 'i18next'
import { currentDay } from './as-of.ts'
import { attendance } from './attendance.ts'
import { currentLanguage } from './i18n/language.ts'

/** What the server refused or the network lost: a code for the program, a sentence for the person. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly details: unknown

  constructor(status: number, code: string, message: string, details?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

/** What was asked for is not there, or no longer: what was read of it before no longer stands. */
export const isMissing = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404

/** A list is said once for each of its values. */
type Query = Record<string, string | number | boolean | readonly string[] | undefined>
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const signedOutListeners = new Set<(problem: ApiProblem) => void>()

/** Told whenever the server no longer knows who is asking, wants their password or second factor first, or knows a wall. */
export function onSignedOut(listener: (problem: ApiProblem) => void) {
  signedOutListeners.add(listener)
  return () => {
    signedOutListeners.delete(listener)
  }
}

async function get<T>(path: string, query: Query = {}): Promise<T> {
  return bodyOf<T>(await ask('GET', address(path, query)))
}

async function send<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return bodyOf<T>(await ask(method, address(path), body))
}

/** NDJSON: one call of `onLine` per line, as it arrives. */
async function lines<L>(
  method: Method,
  path: string,
  body: unknown,
  onLine: (line: L) => void,
): Promise<void> {
  const response = await ask(method, address(path), body)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      const parts = (rest + (value ?? '')).split('\n')
      rest = done ? '' : (parts.pop() ?? '')
      for (const part of parts) if (part.trim()) onLine(JSON.parse(part) as L)
      if (done) return
    }
  } catch {
    throw offline()
  }
}

/** XMLHttpRequest, because fetch does not tell how much has been sent. */
function upload<T>(
  path: string,
  file: File,
  fields: Record<string, string> = {},
  onProgress?: (ratio: number) => void,
): Promise<T> {
  const form = new FormData()
  // Fields go first: a server that reads the stream knows them before the file begins.
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path))
    request.setRequestHeader('Accept-Language', currentLanguage())
    if (onProgress)
      request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(offline())
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        const answer = readJson(request.responseText)
        if (answer !== undefined) return resolve(answer as T)
      }
      reject(problemOf(request.status, request.responseText))
    }
    request.send(form)
  })
}

/** Everything goes to `/api`, with the session's cookie and the person's language. */
export const api = { get, send, upload, lines, address }

function address(path: string, query: Query = {}): string {
  // Whatever is asked, is asked of the day that is looked at, unless it names another.
  const given = Object.entries({
    asOf: path.startsWith('/sign-in') ? undefined : currentDay(),
    ...query,
  }).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(
    given.flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  ).toString()
  return `/api${path}${search ? `?${search}` : ''}`
}

async function ask(method: Method, url: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': currentLanguage(), ...attendance() }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const asked = { method, headers, credentials: 'same-origin' as const }
  let response: Response
  try {
    response = await fetch(url, body === undefined ? asked : { ...asked, body: JSON.stringify(body) })
  } catch {
    throw offline()
  }
  if (!response.ok) throw problemOf(response.status, await response.text().catch(() => ''))
  return response
}

async function bodyOf<T>(response: Response): Promise<T> {
  const text = await response.text().catch(() => {
    throw offline()
  })
  if (text === '') return undefined as T
  const answer = readJson(text)
  if (answer === undefined) throw problemOf(response.status, text)
  return answer as T
}

function problemOf(status: number, text: string): ApiProblem {
  const told = readJson(text) as { code?: unknown; message?: unknown; details?: unknown } | undefined
  const problem =
    typeof told?.message === 'string'
      ? new ApiProblem(status, String(told.code ?? 'unknown'), told.message, told.details)
      : status === 413
        ? new ApiProblem(413, 'too_large', i18next.t('frame:tooLarge'))
        : // A proxy answers so while the server behind it is down.
          [502, 503, 504].includes(status)
          ? offline()
          : new ApiProblem(status, 'bad_answer', i18next.t('frame:badAnswer', { status }))
  // A wrong password or code is answered with 401 too, and ends no session.
  const known = status !== 401 || problem.code === 'wrong_password' || problem.code === 'wrong_code'
  if (!known || confining.has(problem.code)) for (const listener of signedOutListeners) listener(problem)
  return problem
}

/** The session is let do less than before: a password or factor first, or nothing but the wall. */
const confining = new Set(['must_change_password', 'must_enrol', 'wall_only'])

const offline = () => new ApiProblem(0, 'offline', i18next.t('frame:offline'))

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
