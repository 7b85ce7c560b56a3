import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { languageOf, type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import {
  AgreeInput,
  AgreementInput,
  AgreementList,
  AgreementQuery,
  DecisionInput,
  FirstContactInput,
  FirstContactList,
  FirstContactQuery,
  NoteInput,
  ProjectCooperation,
  RefuseInput,
  Registered,
  SeparateInput,
} from '../contract.ts'
import { agree, refuse, withdraw } from './answer-agreement.ts'
import { decideFirstContact, separate } from './decide.ts'
import { propose } from './propose.ts'
import { listAgreements, readCooperation } from './read-cooperation.ts'
import { listRegistered } from './read-first-contact.ts'
import { register } from './register.ts'
import { takeBack } from './take-back.ts'

const dayOf = ({ asOf }: Actor, { at }: Author) => shanghaiDay(asOf ?? at)

/** What is done to an agreement answers with nothing: whoever refused it may by that know of the project no longer. */
export const cooperationRoutes: Routes = (app, house) => {
  const whole = (request: { actor: Actor }, projectId: string): Promise<ProjectCooperation> =>
    within(house, request, (db, author) =>
      readCooperation(db, request.actor, projectId, dayOf(request.actor, author)),
    )
  const act = (
    path: string,
    body: typeof AgreeInput | typeof RefuseInput | typeof NoteInput | typeof SeparateInput,
    work: (db: Db, actor: Actor, author: Author, id: string, input: never) => Promise<unknown>,
  ) =>
    app.post(
      path,
      { config: { access: 'project:update' }, schema: { params: IdParams, body } },
      async (request, reply) => {
        await within(house, request, (db, author) =>
          work(db, request.actor, author, request.params.id, request.body as never),
        )
        return reply.code(204).send()
      },
    )

  app.get(
    '/api/projects/:id/cooperation',
    {
      config: { access: 'project:read' },
      schema: { params: IdParams, response: { 200: ProjectCooperation } },
    },
    (request) => whole(request, request.params.id),
  )

  app.get(
    '/api/first-contacts',
    {
      config: { access: 'project:read' },
      schema: { querystring: FirstContactQuery, response: { 200: FirstContactList } },
    },
    (request) =>
      within(house, request, (db) => listRegistered(db, request.actor, request.query.show ?? 'own')),
  )

  app.post(
    '/api/first-contacts',
    {
      config: { access: 'project:create' },
      schema: { body: FirstContactInput, response: { 201: Registered } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          await within(house, request, (db, author) =>
            register(db, request.actor, author, languageOf(request), request.body),
          ),
        ),
  )

  act('/api/first-contacts/:id/separate', SeparateInput, separate)

  app.post(
    '/api/projects/:id/first-contact/decisions',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: DecisionInput, response: { 201: ProjectCooperation } },
    },
    async (request, reply) => {
      await within(house, request, (db, author) =>
        decideFirstContact(db, request.actor, author, request.params.id, request.body),
      )
      return reply.code(201).send(await whole(request, request.params.id))
    },
  )

  app.get(
    '/api/agreements',
    {
      config: { access: 'project:read' },
      schema: { querystring: AgreementQuery, response: { 200: AgreementList } },
    },
    (request) =>
      within(house, request, (db, author) =>
        listAgreements(db, request.actor, request.query, dayOf(request.actor, author)),
      ),
  )

  app.post(
    '/api/projects/:id/agreements',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: AgreementInput, response: { 201: ProjectCooperation } },
    },
    async (request, reply) => {
      await within(house, request, (db, author) =>
        propose(db, request.actor, author, request.params.id, request.body),
      )
      return reply.code(201).send(await whole(request, request.params.id))
    },
  )

  act('/api/agreements/:id/agree', AgreeInput, agree)
  act('/api/agreements/:id/refuse', RefuseInput, refuse)
  act('/api/agreements/:id/withdraw', NoteInput, (db, actor, author, id, input: { note: string }) =>
    withdraw(db, actor, author, id, input.note),
  )
  act('/api/agreements/:id/take-back', NoteInput, (db, actor, author, id, input: { note: string }) =>
    takeBack(db, actor, author, id, input.note),
  )
}
