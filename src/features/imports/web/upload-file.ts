import { ApiProblem, api } from '../../../web/api.ts'
import { currentLanguage } from '../../../web/i18n/index.ts'

export type UploadEnd<T> =
  | { kind: 'done'; answer: T }
  | { kind: 'problem'; problem: ApiProblem }
  | { kind: 'lost' }
  | { kind: 'cancelled' }

/** Sends a file; unlike `api.upload` it can be called off in the middle. */
export function uploadFile<T>(
  path: string,
  file: File,
  signal: AbortSignal,
  onSent: (ratio: number) => void,
): Promise<UploadEnd<T>> {
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', api.address(path))
    request.setRequestHeader('Accept-Language', currentLanguage())
    request.upload.onprogress = (event) => event.lengthComputable && onSent(event.loaded / event.total)
    request.upload.onload = () => onSent(1)
    request.onabort = () => resolve({ kind: 'cancelled' })
    request.onerror = () => resolve({ kind: 'lost' })
    request.onload = () => resolve(endOf(request.status, request.responseText))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function endOf<T>(status: number, text: string): UploadEnd<T> {
  // A proxy answers so while the server behind it is down.
  if (status === 502 || status === 503 || status === 504) return { kind: 'lost' }
  const answer = readJson(text)
  if (status >= 200 && status < 300 && answer) return { kind: 'done', answer: answer as T }
  const { code, message, details } = (answer ?? {}) as Partial<ApiProblem>
  return {
    kind: 'problem',
    problem: new ApiProblem(status, code ?? 'bad_answer', message ?? `${status}`, details),
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
