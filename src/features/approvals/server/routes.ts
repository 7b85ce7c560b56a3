import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import {
  ApprovalInput,
  ApprovalPatch,
  ChainInput,
  DueList,
  DueQuery,
  ProjectApprovals,
  StopInput,
  StopPatch,
} from '../contract.ts'
import { listDue } from './due-list.ts'
import { addApproval, changeApproval, removeApproval, takeChain } from './keep-approvals.ts'
import { readApprovals } from './shown-approvals.ts'
import { changeStop, removeStop, stopClock } from './stop-clock.ts'

/** Clocks stand at the day that is looked at. */
const dayOf = ({ asOf }: Actor, { at }: Author) => shanghaiDay(asOf ?? at)

const answers = { response: { 200: ProjectApprovals } }

/** Every write answers with all approvals of its project: one stop moves the clock of its part too. */
export const approvalRoutes: Routes = (app, house) => {
  const then = (
    request: { actor: Actor },
    write: (db: Db, author: Author) => Promise<string>,
  ): Promise<ProjectApprovals> =>
    within(house, request, async (db, author) =>
      readApprovals(db, request.actor, await write(db, author), dayOf(request.actor, author)),
    )

  app.get(
    '/api/approvals',
    { config: { access: 'project:read' }, schema: { querystring: DueQuery, response: { 200: DueList } } },
    (request) =>
      within(house, request, (db, author) =>
        listDue(db, request.actor.zoneId, request.query, dayOf(request.actor, author)),
      ),
  )

  app.get(
    '/api/projects/:id/approvals',
    { config: { access: 'project:read' }, schema: { params: IdParams, ...answers } },
    (request) => then(request, async () => request.params.id),
  )

  app.put(
    '/api/projects/:id/approvals/chain',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ChainInput, ...answers },
    },
    (request) =>
      then(request, async (db, author) => {
        await takeChain(db, request.actor, author, request.params.id, request.body.chain)
        return request.params.id
      }),
  )

  app.post(
    '/api/projects/:id/approvals',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ApprovalInput, response: { 201: ProjectApprovals } },
    },
    async (request, reply) =>
      reply.code(201).send(
        await then(request, async (db, author) => {
          await addApproval(db, request.actor, author, request.params.id, request.body)
          return request.params.id
        }),
      ),
  )

  app.patch(
    '/api/approvals/:id',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ApprovalPatch, ...answers },
    },
    (request) =>
      then(request, (db, author) =>
        changeApproval(db, request.actor, author, request.params.id, request.body),
      ),
  )

  app.delete(
    '/api/approvals/:id',
    { config: { access: 'project:update' }, schema: { params: IdParams, ...answers } },
    (request) => then(request, (db, author) => removeApproval(db, request.actor, author, request.params.id)),
  )

  app.post(
    '/api/approvals/:id/stops',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: StopInput, response: { 201: ProjectApprovals } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await then(request, (db, author) =>
            stopClock(db, request.actor, author, request.params.id, request.body),
          ),
        ),
  )

  app.patch(
    '/api/approval-stops/:id',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: StopPatch, ...answers },
    },
    (request) =>
      then(request, (db, author) => changeStop(db, request.actor, author, request.params.id, request.body)),
  )

  app.delete(
    '/api/approval-stops/:id',
    { config: { access: 'project:update' }, schema: { params: IdParams, ...answers } },
    (request) => then(request, (db, author) => removeStop(db, request.actor, author, request.params.id)),
  )
}
