import { Type } from 'typebox'
import { abilitiesOn, authorize } from '../../../server/access.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { body, IdParams } from '../../../shared/schema.ts'
import { AdoptInput, Plan, PlanInput, PlanList, PlanRun } from '../plan-contract.ts'
import { PlanPlaces } from '../plan-places-contract.ts'
import { adoptPlan } from './adopt-plan.ts'
import { gather } from './plan-input.ts'
import { placesOf } from './plan-places.ts'
import { keepRuns } from './plan-runs.ts'
import { findPlan, listPlans, planPolicy, removePlan } from './plans.ts'

const Done = Type.Object({ done: Type.Literal(true) })

export const planRoutes: Routes = (app, house) => {
  const runs = keepRuns(house, (error) => app.log.error(error))
  app.addHook('onClose', () => runs.close())

  app.get(
    '/api/plans',
    { config: { access: 'plan:read' }, schema: { response: { 200: PlanList } } },
    async (request) => {
      const { actor } = request
      authorize(planPolicy, actor, 'read', undefined)
      const list = await within(house, request, (db) => listPlans(db, actor.zoneId))
      const running = actor.asOf ? null : runs.running(actor)
      return { ...list, running, abilities: abilitiesOn(planPolicy, actor, undefined) }
    },
  )

  app.get(
    '/api/plans/:id',
    { config: { access: 'plan:read' }, schema: { params: IdParams, response: { 200: Plan } } },
    (request) => {
      const { actor, params } = request
      authorize(planPolicy, actor, 'read', undefined)
      return within(house, request, async (db) => ({
        ...(await findPlan(db, actor.zoneId, params.id)),
        abilities: abilitiesOn(planPolicy, actor, undefined),
      }))
    },
  )

  app.get(
    '/api/plans/:id/places',
    { config: { access: 'plan:read' }, schema: { params: IdParams, response: { 200: PlanPlaces } } },
    (request) => {
      const { actor, params } = request
      authorize(planPolicy, actor, 'read', undefined)
      return within(house, request, async (db, { at }) =>
        placesOf(
          db,
          actor.zoneId,
          shanghaiDay(actor.asOf ?? at),
          await findPlan(db, actor.zoneId, params.id),
        ),
      )
    },
  )

  app.post(
    '/api/plans',
    { config: { access: 'plan:create' }, schema: { body: PlanInput, response: { 202: PlanRun } } },
    async (request, reply) => {
      const { actor, body: told } = request
      authorize(planPolicy, actor, 'create', undefined)
      const run = runs.begin(actor, told.name.trim())
      try {
        runs.carryOut(
          run,
          await within(house, request, (db, { at }) => gather(db, actor, shanghaiDay(at), told)),
        )
      } catch (problem) {
        runs.drop(run)
        throw problem
      }
      return reply.code(202).send(runs.find(actor, run.id))
    },
  )

  app.get(
    '/api/plans/runs/:id',
    { config: { access: 'plan:read' }, schema: { params: IdParams, response: { 200: PlanRun } } },
    ({ actor, params }) => runs.find(actor, params.id),
  )

  app.delete(
    '/api/plans/runs/:id',
    { config: { access: 'plan:create' }, schema: { params: IdParams, response: { 200: Done } } },
    ({ actor, params }) => {
      runs.cancel(actor, params.id)
      return { done: true as const }
    },
  )

  app.post(
    '/api/plans/:id/adopt',
    {
      config: { access: 'plan:update' },
      schema: { params: IdParams, body: AdoptInput, response: { 200: Plan } },
    },
    (request) => {
      const { actor, params } = request
      authorize(planPolicy, actor, 'update', undefined)
      return within(house, request, async (db, author) => {
        await adoptPlan(db, actor, author, params.id, request.body)
        return {
          ...(await findPlan(db, actor.zoneId, params.id)),
          abilities: abilitiesOn(planPolicy, actor, undefined),
        }
      })
    },
  )

  app.delete(
    '/api/plans/:id',
    {
      config: { access: 'plan:remove' },
      schema: {
        params: IdParams,
        querystring: body({ revision: Type.Integer() }),
        response: { 200: Done },
      },
    },
    (request) => {
      authorize(planPolicy, request.actor, 'remove', undefined)
      return within(house, request, async (db, author) => {
        await removePlan(db, author, request.params.id, request.query.revision)
        return { done: true as const }
      })
    },
  )
}
