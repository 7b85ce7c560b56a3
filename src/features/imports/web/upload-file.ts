import { ApiProblem, api } from '../../../web/api.ts'
import { currentLanguage } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'

export type UploadEnd =
  | { kind: 'done'; ledgerImport: LedgerImport }
  | { kind: 'problem'; problem: ApiProblem }
  | { kind: 'lost' }
  | { kind: 'cancelled' }

/** Sends a workbook; unlike `api.upload` it can be called off in the middle. */
export function uploadFile(
  file: File,
  signal: AbortSignal,
  onSent: (ratio: number) => void,
): Promise<UploadEnd> {
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', api.address('/imports'))
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

function endOf(status: number, text: string): UploadEnd {
  // A proxy answers so while the server behind it is down.
  if (status === 502 || status === 503 || status === 504) return { kind: 'lost' }
  const answer = readJson(text)
  if (status >= 200 && status < 300 && answer) return { kind: 'done', ledgerImport: answer as LedgerImport }
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
