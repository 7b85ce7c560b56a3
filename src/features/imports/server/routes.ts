import { PassThrough } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Problem, problemStatus, say } from '../../../server/errors.ts'
import { type House, languageOf, type Routes } from '../../../server/http.ts'
import { body, Id, IdParams } from '../../../shared/schema.ts'
import {
  type ApplyLine,
  CheckInput,
  ImportRow,
  ImportRowList,
  IssueAnswer,
  IssueList,
  IssuesQuery,
  LedgerImport,
  LedgerImportList,
  MovedOn,
  RowDecision,
  RowsQuery,
  UndoInput,
  UndoPreview,
} from '../contract.ts'
import { answerIssue, decideRow } from './answer.ts'
import { applyImport, refuseUnlessReady } from './apply.ts'
import { checkImport } from './check.ts'
import { at, type Desk } from './desk.ts'
import { discardImport } from './discard.ts'
import { readMovedOn } from './moved-on.ts'
import { abilitiesOn } from './policy.ts'
import { findImport, listImports } from './queries.ts'
import { readUpload } from './read.ts'
import { listIssues, listRows } from './row-queries.ts'
import { seesFile, shownIssue, shownRow, shownTables } from './shown-import.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { readUndo, undoImport } from './undo.ts'
import { receiveFile } from './upload.ts'

const Paging = body({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})
const RowParams = Type.Object({ id: Id, rowId: Id })
const IssueParams = Type.Object({ id: Id, issueId: Id })
const Answered = Type.Object({ answered: Type.Integer() })
const Done = Type.Object({ done: Type.Literal(true) })

const mostChoices = 20 * 1024 * 1024

export const importRoutes: Routes = (app, house) => {
  app.addHook('onReady', async () => {
    await sweepUploads(house)
  })
  app.post(
    '/api/imports',
    {
      config: { access: 'import:create' },
      schema: { consumes: ['multipart/form-data'], response: { 201: LedgerImport } },
    },
    async (request, reply) => {
      const desk = deskOf(house, request)
      const upload = await receiveFile(request, house.config, desk.zoneId)
      const id = await readUpload(desk, upload)
      return reply.code(201).send(await describe(desk, request, id))
    },
  )

  app.get(
    '/api/imports',
    {
      config: { access: 'import:read' },
      schema: { querystring: Paging, response: { 200: LedgerImportList } },
    },
    (request) =>
      at(deskOf(house, request), async (db) => {
        const { items, total } = await listImports(db, request.actor.zoneId, request.query)
        return {
          items: items.map((item) => ({ ...item, abilities: abilitiesOn(request.actor, item) })),
          total,
        }
      }),
  )

  app.get(
    '/api/imports/:id',
    { config: { access: 'import:read' }, schema: { params: IdParams, response: { 200: LedgerImport } } },
    (request) => describe(deskOf(house, request), request, request.params.id),
  )

  app.put(
    '/api/imports/:id/check',
    {
      config: { access: 'import:update' },
      schema: { params: IdParams, body: CheckInput, response: { 200: LedgerImport } },
    },
    async (request) => {
      const desk = deskOf(house, request)
      await checkImport(desk, request.params.id, request.body)
      return describe(desk, request, request.params.id)
    },
  )

  app.get(
    '/api/imports/:id/moved-on',
    { config: { access: 'import:read' }, schema: { params: IdParams, response: { 200: MovedOn } } },
    (request) => readMovedOn(deskOf(house, request), request.params.id),
  )

  app.get(
    '/api/imports/:id/rows',
    {
      config: { access: 'import:read' },
      schema: { params: IdParams, querystring: RowsQuery, response: { 200: ImportRowList } },
    },
    (request) =>
      at(deskOf(house, request), async (db) => {
        const { zoneId } = request.actor
        const found = await findImport(db, zoneId, request.params.id)
        const { items, total } = await listRows(db, zoneId, found.id, request.query)
        return { items: items.map((row) => shownRow(row, seesFile(found, request.actor))), total }
      }),
  )

  app.put(
    '/api/imports/:id/rows/:rowId',
    {
      config: { access: 'import:update' },
      schema: { params: RowParams, body: RowDecision, response: { 200: ImportRow } },
    },
    (request) => decideRow(deskOf(house, request), request.params.id, request.params.rowId, request.body),
  )

  app.get(
    '/api/imports/:id/issues',
    {
      config: { access: 'import:read' },
      schema: { params: IdParams, querystring: IssuesQuery, response: { 200: IssueList } },
    },
    (request) =>
      at(deskOf(house, request), async (db) => {
        const { zoneId } = request.actor
        const found = await findImport(db, zoneId, request.params.id)
        const { items, total } = await listIssues(db, zoneId, found.id, request.query)
        return { items: items.map((issue) => shownIssue(issue, seesFile(found, request.actor))), total }
      }),
  )

  app.put(
    '/api/imports/:id/issues/:issueId',
    {
      config: { access: 'import:update' },
      schema: { params: IssueParams, body: IssueAnswer, response: { 200: Answered } },
    },
    async (request) => ({
      answered: await answerIssue(
        deskOf(house, request),
        request.params.id,
        request.params.issueId,
        request.body,
      ),
    }),
  )

  app.post(
    '/api/imports/:id/apply',
    { config: { access: 'import:update' }, schema: { params: IdParams } },
    async (request, reply) => {
      const desk = deskOf(house, request)
      await refuseUnlessReady(desk, request.params.id)
      const lines = new PassThrough()
      lines.on('error', () => undefined) // whoever leaves does not stop the work
      const tell = (line: ApplyLine) => {
        if (lines.writable) lines.write(`${JSON.stringify(line)}\n`)
      }
      void applyTelling(desk, request, tell).finally(() => lines.end())
      return reply.type('application/x-ndjson; charset=utf-8').send(lines)
    },
  )

  app.get(
    '/api/imports/:id/undo',
    { config: { access: 'import:update' }, schema: { params: IdParams, response: { 200: UndoPreview } } },
    (request) => readUndo(deskOf(house, request), request.params.id),
  )

  app.post(
    '/api/imports/:id/undo',
    {
      config: { access: 'import:update' },
      bodyLimit: mostChoices,
      schema: { params: IdParams, body: UndoInput, response: { 200: LedgerImport } },
    },
    async (request) => {
      const desk = deskOf(house, request)
      await undoImport(desk, request.params.id, request.body)
      return describe(desk, request, request.params.id)
    },
  )

  app.delete(
    '/api/imports/:id',
    { config: { access: 'import:remove' }, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await discardImport(deskOf(house, request), request.params.id)
      return { done: true as const }
    },
  )
}

const deskOf = (house: House, { actor }: FastifyRequest): Desk => ({
  house,
  zoneId: actor.zoneId,
  memberId: actor.memberId,
})

const describe = (desk: Desk, { actor }: FastifyRequest, id: string): Promise<LedgerImport> =>
  at(desk, async (db) => {
    const found = await findImport(db, desk.zoneId, id)
    const { revision: _revision, fileHash: _hash, createdById: _creator, ...stored } = found
    const tables = shownTables(stored.tables, seesFile(found, actor))
    return { ...stored, tables, abilities: abilitiesOn(actor, stored) }
  })

async function applyTelling(desk: Desk, request: FastifyRequest, tell: (line: ApplyLine) => void) {
  const { id } = request.params as { id: string }
  try {
    await applyImport(desk, id, (done, total) => tell({ kind: 'progress', done, total }))
    tell({ kind: 'done', import: await describe(desk, request, id) })
  } catch (error) {
    if (!(error instanceof Problem)) request.log.error(error)
    const { code, sentence } =
      error instanceof Problem ? error : { code: 'internal' as const, sentence: unexpected }
    tell({
      kind: 'failed',
      code: problemStatus[code] ? code : 'internal',
      message: sentence[languageOf(request)],
    })
  }
}

const unexpected = say(
  '系统内部出错，台账没有任何变动。请重试；如再次出现，请把时间告诉管理员。',
  'Something went wrong on our side and the ledger was not changed. Try again; if it returns, tell your administrator the time.',
)
