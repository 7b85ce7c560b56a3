import { PassThrough } from 'node:stream'
import { Type } from 'typebox'
import { authorize } from '../../../server/access.ts'
import { authorOf, languageOf, passJson, type Routes, within } from '../../../server/http.ts'
import { body, IdParams } from '../../../shared/schema.ts'
import { addEventApart } from '../../audit/server/events.ts'
import {
  Contact,
  ContactReason,
  Edits,
  EditsResult,
  ExportQuery,
  Groups,
  GroupsQuery,
  LedgerPage,
  LedgerQuery,
  Project,
  ProjectInput,
  Timeline,
  Totals,
  View,
  ViewInput,
  ViewList,
  ViewPatch,
} from '../contract.ts'
import { addProject } from './add-project.ts'
import { canonicalEdits } from './canonical-edits.ts'
import { editLedger } from './edit-ledger.ts'
import { exportFileName, prepareExport, writeExport } from './export-ledger.ts'
import { noteRead } from './note-read.ts'
import { projectPolicy } from './policy.ts'
import { prepareQuery } from './prepare-query.ts'
import { readProject } from './project-page.ts'
import { groupLedger, listLedger, totalLedger } from './queries.ts'
import { quickEdit } from './quick-edit.ts'
import { revealContact } from './reveal-contact.ts'
import { listTimeline } from './timeline.ts'
import { changeView, listViews, removeView, saveView } from './views.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const projectRoutes: Routes = (app, house) => {
  // PostgreSQL makes the JSON of these three and it is passed through; their schemas describe it.
  app.get(
    '/api/ledger',
    {
      config: { access: 'project:read' },
      schema: { querystring: LedgerQuery, response: { 200: LedgerPage } },
    },
    async (request, reply) =>
      passJson(
        reply,
        await within(house, request, async (db) =>
          listLedger(db, request.actor, await prepareQuery(db, request.actor, request.query)),
        ),
      ),
  )

  app.get(
    '/api/ledger/totals',
    { config: { access: 'project:read' }, schema: { querystring: LedgerQuery, response: { 200: Totals } } },
    async (request, reply) =>
      passJson(
        reply,
        await within(house, request, async (db) =>
          totalLedger(db, request.actor.zoneId, await prepareQuery(db, request.actor, request.query)),
        ),
      ),
  )

  app.get(
    '/api/ledger/groups',
    { config: { access: 'project:read' }, schema: { querystring: GroupsQuery, response: { 200: Groups } } },
    async (request, reply) =>
      passJson(
        reply,
        await within(house, request, async (db) =>
          groupLedger(
            db,
            request.actor.zoneId,
            request.query.by,
            await prepareQuery(db, request.actor, request.query),
          ),
        ),
      ),
  )

  app.patch(
    '/api/ledger',
    { config: { access: 'project:update' }, schema: { body: Edits, response: { 200: EditsResult } } },
    async (request) => {
      const edits = canonicalEdits(request.body, authorOf(request).at)
      return (
        (await quickEdit(house.database, request.actor, authorOf(request), edits)) ??
        within(house, request, (db, author) =>
          editLedger(db, request.actor, author, edits, languageOf(request)),
        )
      )
    },
  )

  app.get(
    '/api/ledger/export.xlsx',
    { config: { access: 'export:create' }, schema: { querystring: ExportQuery } },
    async (request, reply) => {
      const plan = await within(house, request, (db, author) =>
        prepareExport(db, request.actor, request.query, author.at),
      )
      const { limit: _limit, offset: _offset, ...filter } = request.query // an export has all rows
      const detail = { filter, rows: plan.ids.length }
      await addEventApart(house.database, authorOf(request), {
        kind: 'export',
        entity: 'ledger',
        rowId: plan.trace.id,
        address: request.ip,
        detail,
      })
      const output = new PassThrough()
      writeExport(output, house.database, request.actor, plan).catch((error: NodeJS.ErrnoException) => {
        // Whoever closes the download before its end did not find a fault of ours.
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') request.log.error(error)
        output.destroy(error) // breaks the download off, so that half a file is not taken for the whole
      })
      return reply
        .type(xlsx)
        .header(
          'content-disposition',
          `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent(exportFileName(plan))}`,
        )
        .send(output)
    },
  )

  app.post(
    '/api/projects',
    { config: { access: 'project:create' }, schema: { body: ProjectInput, response: { 201: Project } } },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await within(house, request, async (db, author) =>
            readProject(db, request.actor, await addProject(db, request.actor, author, request.body.values)),
          ),
        ),
  )

  app.get(
    '/api/projects/:id',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: Project } } },
    (request) =>
      within(house, request, async (db) => {
        const project = await readProject(db, request.actor, request.params.id)
        authorize(projectPolicy, request.actor, 'read', { corpsId: project.row['corps'] as string | null })
        return project
      }).then(async (project) => {
        await noteRead(house.database, request.actor, request.ip, project)
        return project
      }),
  )

  app.post(
    '/api/projects/:id/contact/reveal',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ContactReason, response: { 200: Contact } },
    },
    async (request, reply) => {
      const { id } = request.params
      const { reason } = request.body
      const contact = await within(house, request, (db, author) =>
        revealContact(db, request.actor, author, { id, reason, address: request.ip }),
      )
      reply.header('cache-control', 'no-store')
      return contact
    },
  )

  app.get(
    '/api/projects/:id/timeline',
    {
      config: { access: 'project:read' },
      schema: {
        params: IdParams,
        querystring: body({
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 30 })),
          offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 })),
        }),
        response: { 200: Timeline },
      },
    },
    (request) =>
      within(house, request, async (db) => {
        await readProject(db, request.actor, request.params.id)
        return listTimeline(
          db,
          request.actor.zoneId,
          request.params.id,
          request.query.limit ?? 30,
          request.query.offset ?? 0,
        )
      }),
  )

  app.get(
    '/api/views',
    { config: { access: 'view:read' }, schema: { response: { 200: ViewList } } },
    (request) =>
      within(house, request, async (db) => {
        const items = await listViews(db, request.actor)
        return { items, total: items.length }
      }),
  )

  app.post(
    '/api/views',
    { config: { access: 'view:create' }, schema: { body: ViewInput, response: { 201: View } } },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await within(house, request, (db, author) => saveView(db, request.actor, author, request.body)),
        ),
  )

  app.patch(
    '/api/views/:id',
    {
      config: { access: 'view:update' },
      schema: { params: IdParams, body: ViewPatch, response: { 200: View } },
    },
    (request) =>
      within(house, request, (db, author) =>
        changeView(db, request.actor, author, request.params.id, request.body),
      ),
  )

  app.delete(
    '/api/views/:id',
    { config: { access: 'view:remove' }, schema: { params: IdParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await within(house, request, (db, author) => removeView(db, request.actor, author, request.params.id))
      return reply.code(204).send(null)
    },
  )
}
