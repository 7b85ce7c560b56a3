import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Caller } from '../../../test/factories.ts'
import { type OutputValue, writeXlsx } from '../../formats/write-xlsx.ts'
import type { App } from '../../server/http.ts'
import type { ApplyLine, CheckInput, ImportRow, Issue, LedgerImport, UndoPreview } from './contract.ts'

type Page<T> = { items: T[]; total: number }
/** What a person changes of the proposed settings before checking. */
export type Settings = Partial<Pick<CheckInput, 'period' | 'blanks'>> & {
  columns?: Record<string, { field?: string | null; unit?: string }>
}

/** An office at work: a person's steps through an import, over HTTP, for tests. */
export function officeOf(app: App, who: Caller) {
  const path = (id: string, rest = '') => `/api/imports/${id}${rest}`
  const office = {
    send: (name: string, bytes: Buffer) =>
      app.inject({
        method: 'POST',
        url: '/api/imports',
        headers: { cookie: who.cookie, ...form },
        payload: multipart(name, bytes),
      }),

    async upload(name: string, bytes: Buffer): Promise<LedgerImport> {
      const response = await office.send(name, bytes)
      assert.equal(response.statusCode, 201, response.body)
      return response.json()
    },

    check: async (one: LedgerImport, settings: Settings = {}): Promise<LedgerImport> => {
      const response = await who.call('PUT', path(one.id, '/check'), checkInput(one, settings))
      assert.equal(response.statusCode, 200, response.body)
      return response.json()
    },

    async apply(one: {
      id: string
    }): Promise<{ progress: Extract<ApplyLine, { kind: 'progress' }>[]; end: ApplyLine | undefined }> {
      const response = await who.call('POST', path(one.id, '/apply'))
      assert.equal(response.statusCode, 200, response.body)
      const lines = response.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as ApplyLine)
      return { progress: lines.filter((line) => line.kind === 'progress'), end: lines.at(-1) }
    },

    /** Uploads, checks as proposed and applies; fails where any of it does. */
    async bring(name: string, bytes: Buffer, settings: Settings = {}): Promise<LedgerImport> {
      const checked = await office.check(await office.upload(name, bytes), settings)
      const { end } = await office.apply(checked)
      assert.equal(end?.kind, 'done', JSON.stringify(end))
      return end.import
    },

    rows: async (one: { id: string }, query = '') =>
      (await who.call('GET', path(one.id, `/rows?limit=500${query}`))).json<Page<ImportRow>>(),
    issues: async (one: { id: string }, query = '') =>
      (await who.call('GET', path(one.id, `/issues?limit=500${query}`))).json<Page<Issue>>(),
    decide: (one: { id: string }, row: { id: string }, body: object) =>
      who.call('PUT', path(one.id, `/rows/${row.id}`), body),
    answer: (one: { id: string }, issue: { id: string }, value: string | null, alike = false) =>
      who.call('PUT', path(one.id, `/issues/${issue.id}`), { value, alike }),
    read: async (one: { id: string }) => (await who.call('GET', path(one.id))).json<LedgerImport>(),
    preview: async (one: { id: string }) =>
      (await who.call('GET', path(one.id, '/undo'))).json<UndoPreview>(),
    undo: (one: { id: string }, body: object = { keepEdited: true }) =>
      who.call('POST', path(one.id, '/undo'), body),
    discard: (one: { id: string }) => who.call('DELETE', path(one.id)),
    ledger: async () =>
      (await who.call('GET', '/api/ledger?limit=500&sort=name')).json<
        Page<Record<string, string> & { id: string }>
      >().items,
    edit: async (
      projectId: string,
      field: string,
      from: string | null,
      to: string | null,
      period?: string,
    ) => {
      const response = await who.call('PATCH', '/api/ledger', {
        edits: [{ projectId, field, from, to }],
        ...(period ? { period } : {}),
      })
      assert.equal(response.json<{ applied: number }>().applied, 1, response.body)
    },
  }
  return office
}
export type Office = ReturnType<typeof officeOf>

export function checkInput(one: LedgerImport, { period, blanks, columns = {} }: Settings = {}): CheckInput {
  return {
    period: period ?? one.period,
    blanks: blanks ?? one.blanks,
    tables: one.tables.map(({ key, use, corpsId, columns: own }) => ({
      key,
      use,
      corpsId,
      columns: own.map(({ index, letter, field, unit }) => {
        const wished = columns[letter]
        const chosen = wished?.unit ?? (wished?.field === undefined ? unit : null)
        return {
          index,
          field: wished?.field === undefined ? field : wished.field,
          ...(chosen ? { unit: chosen } : {}),
        }
      }),
    })),
  }
}

const boundary = 'zhantu-test-boundary'
const form = { 'content-type': `multipart/form-data; boundary=${boundary}` }

export const multipart = (name: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])

/** A sheet with a header and rows, as a workbook. */
export async function workbookOf(
  header: string[],
  rows: OutputValue[][],
  sheet = 'Sheet1',
  titleRows: string[] = [],
): Promise<Buffer> {
  const output = new PassThrough()
  const bytes = buffer(output)
  await writeXlsx(output, [{ name: sheet, columns: header.map((title) => ({ title })), rows, titleRows }])
  return bytes
}
