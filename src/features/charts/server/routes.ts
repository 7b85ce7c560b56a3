import { Type } from 'typebox'
import type { Actor } from '../../../server/access.ts'
import type { Author } from '../../../server/database/record.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import { BattleChart, BattleQuery, TaskAnswer, TaskInput, TaskParams } from '../contract.ts'
import {
  ProjectChart,
  RevisionQuery,
  Support,
  SupportChart,
  SupportInput,
  SupportPatch,
  SupportQuery,
} from '../support-contract.ts'
import { putTask } from './put-task.ts'
import { readBattle } from './read-battle.ts'
import { readProjectChart } from './read-project.ts'
import { readSupport, readSupports } from './read-supports.ts'
import { addSupport, changeSupport, removeSupport } from './write-supports.ts'

/** Months and days are counted to the day that is looked at. */
const dayOf = ({ asOf }: Actor, { at }: Author) => shanghaiDay(asOf ?? at)

export const chartRoutes: Routes = (app, house) => {
  app.get(
    '/api/battle-chart',
    {
      config: { access: 'project:read' },
      schema: { querystring: BattleQuery, response: { 200: BattleChart } },
    },
    (request) =>
      within(house, request, (db, author) =>
        readBattle(db, request.actor, request.query, dayOf(request.actor, author)),
      ),
  )

  app.get(
    '/api/projects/:id/chart',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: ProjectChart } } },
    (request) =>
      within(house, request, (db, author) =>
        readProjectChart(db, request.actor, request.params.id, dayOf(request.actor, author)),
      ),
  )

  app.put(
    '/api/projects/:id/tasks/:month',
    {
      config: { access: 'project:update' },
      schema: { params: TaskParams, body: TaskInput, response: { 200: TaskAnswer } },
    },
    ({ actor, params, body }) =>
      within(house, { actor }, (db, author) => putTask(db, actor, author, params.id, params.month, body)),
  )

  app.get(
    '/api/support-chart',
    {
      config: { access: 'project:read' },
      schema: { querystring: SupportQuery, response: { 200: SupportChart } },
    },
    (request) =>
      within(house, request, (db, author) =>
        readSupports(db, request.actor, request.query, dayOf(request.actor, author)),
      ),
  )

  app.post(
    '/api/projects/:id/supports',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: SupportInput, response: { 201: Support } },
    },
    async ({ actor, params, body }, reply) =>
      reply
        .code(201)
        .send(
          await within(house, { actor }, async (db, author) =>
            readSupport(
              db,
              actor,
              await addSupport(db, actor, author, params.id, body),
              shanghaiDay(author.at),
            ),
          ),
        ),
  )

  app.patch(
    '/api/supports/:id',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: SupportPatch, response: { 200: Support } },
    },
    ({ actor, params, body }) =>
      within(house, { actor }, async (db, author) => {
        await changeSupport(db, actor, author, params.id, body)
        return readSupport(db, actor, params.id, shanghaiDay(author.at))
      }),
  )

  app.delete(
    '/api/supports/:id',
    {
      config: { access: 'project:update' },
      schema: {
        params: IdParams,
        querystring: RevisionQuery,
        response: { 200: Type.Object({ done: Type.Literal(true) }) },
      },
    },
    ({ actor, params, query }) =>
      within(house, { actor }, async (db, author) => {
        await removeSupport(db, actor, author, params.id, query.revision)
        return { done: true as const }
      }),
  )
}
