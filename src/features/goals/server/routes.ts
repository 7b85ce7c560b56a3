import { Type } from 'typebox'
import { type Actor, authorize } from '../../../server/access.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { body, IdParams } from '../../../shared/schema.ts'
import { GoalBoard, GoalDetail, GoalInput, GoalPatch, GoalQuery } from '../contract.ts'
import { changeGoal, removeGoal, setGoal } from './actions.ts'
import { readBoard, readGoal } from './board.ts'
import { goalPolicy } from './policy.ts'

const dayOf = ({ asOf }: Actor, at: Date) => shanghaiDay(asOf ?? at)

export const goalRoutes: Routes = (app, house) => {
  app.get(
    '/api/goals',
    { config: { access: 'goal:read' }, schema: { querystring: GoalQuery, response: { 200: GoalBoard } } },
    (request) =>
      within(house, request, (db, { at }) =>
        readBoard(db, request.actor, dayOf(request.actor, at), request.query.period),
      ),
  )

  app.get(
    '/api/goals/:id',
    { config: { access: 'goal:read' }, schema: { params: IdParams, response: { 200: GoalDetail } } },
    (request) =>
      within(house, request, (db, { at }) =>
        readGoal(db, request.actor, dayOf(request.actor, at), request.params.id),
      ),
  )

  app.post(
    '/api/goals',
    { config: { access: 'goal:create' }, schema: { body: GoalInput, response: { 201: GoalDetail } } },
    async (request, reply) => {
      authorize(goalPolicy, request.actor, 'create', undefined)
      const goal = await within(house, request, async (db, author) =>
        readGoal(db, request.actor, shanghaiDay(author.at), await setGoal(db, author, request.body)),
      )
      return reply.code(201).send(goal)
    },
  )

  app.patch(
    '/api/goals/:id',
    {
      config: { access: 'goal:update' },
      schema: { params: IdParams, body: GoalPatch, response: { 200: GoalDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const { id } = request.params
        authorize(goalPolicy, request.actor, 'update', undefined)
        await changeGoal(db, author, id, request.body)
        return readGoal(db, request.actor, shanghaiDay(author.at), id)
      }),
  )

  app.delete(
    '/api/goals/:id',
    {
      config: { access: 'goal:remove' },
      schema: {
        params: IdParams,
        querystring: body({ revision: Type.Integer() }),
        response: { 200: Type.Object({ done: Type.Literal(true) }) },
      },
    },
    (request) =>
      within(house, request, async (db, author) => {
        authorize(goalPolicy, request.actor, 'remove', undefined)
        await removeGoal(db, author, request.params.id, request.query.revision)
        return { done: true as const }
      }),
  )
}
