import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import {
  Blocker,
  BlockerInput,
  BlockerList,
  BlockerPatch,
  BlockerQuery,
  ProjectBlockers,
  StepInput,
} from '../contract.ts'
import { listBlockers } from './list-blockers.ts'
import { raiseBlocker } from './raise-blocker.ts'
import { readBlocker, readBlockers } from './shown.ts'
import { amendBlocker, takeStep } from './take-step.ts'

/** Days are counted to the day that is looked at. */
const dayOf = ({ asOf }: Actor, { at }: Author) => shanghaiDay(asOf ?? at)

const answers = { response: { 200: ProjectBlockers } }

/** Every write answers with all blockers of its project. */
export const blockerRoutes: Routes = (app, house) => {
  const then = (
    request: { actor: Actor },
    write: (db: Db, author: Author) => Promise<string>,
  ): Promise<ProjectBlockers> =>
    within(house, request, async (db, author) =>
      readBlockers(db, request.actor, await write(db, author), dayOf(request.actor, author)),
    )

  app.get(
    '/api/blockers',
    {
      config: { access: 'project:read' },
      schema: { querystring: BlockerQuery, response: { 200: BlockerList } },
    },
    (request) =>
      within(house, request, (db, author) =>
        listBlockers(db, request.actor, request.query, dayOf(request.actor, author)),
      ),
  )

  app.get(
    '/api/blockers/:id',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: Blocker } } },
    (request) =>
      within(house, request, (db, author) =>
        readBlocker(db, request.actor, request.params.id, dayOf(request.actor, author)),
      ),
  )

  app.get(
    '/api/projects/:id/blockers',
    { config: { access: 'project:read' }, schema: { params: IdParams, ...answers } },
    (request) => then(request, async () => request.params.id),
  )

  app.post(
    '/api/projects/:id/blockers',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: BlockerInput, response: { 201: ProjectBlockers } },
    },
    async (request, reply) =>
      reply.code(201).send(
        await then(request, async (db, author) => {
          await raiseBlocker(db, request.actor, author, request.params.id, request.body)
          return request.params.id
        }),
      ),
  )

  app.patch(
    '/api/blockers/:id',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: BlockerPatch, ...answers },
    },
    (request) =>
      then(request, (db, author) => amendBlocker(db, request.actor, author, request.params.id, request.body)),
  )

  app.post(
    '/api/blockers/:id/steps',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: StepInput, response: { 201: ProjectBlockers } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await then(request, (db, author) =>
            takeStep(db, request.actor, author, request.params.id, request.body),
          ),
        ),
  )
}
