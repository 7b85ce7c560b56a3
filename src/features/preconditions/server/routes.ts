import { Type } from 'typebox'
import { type Routes, within } from '../../../server/http.ts'
import { body, IdParams } from '../../../shared/schema.ts'
import {
  ActualInput,
  ConfirmationInput,
  ExemptionInput,
  FairReviewInput,
  Preconditions,
  PromiseInput,
  PromiseList,
  PromiseParams,
  PromiseQuery,
  RuleSetInput,
  RuleSetPatch,
  RuleSets,
} from '../contract.ts'
import { confirmRule, exemptRule, recordReview } from './actions.ts'
import { readPromises } from './list-promises.ts'
import { putPromise, recordActual, removePromise } from './promise-actions.ts'
import { todayOf } from './promised.ts'
import { readPreconditions } from './read-preconditions.ts'
import { addSet, changeSet, readSets, removeSet } from './rule-sets.ts'

const revision = body({ revision: Type.Integer() })

export const preconditionRoutes: Routes = (app, house) => {
  app.get(
    '/api/rule-sets',
    { config: { access: 'ruleSet:read' }, schema: { response: { 200: RuleSets } } },
    ({ actor }) => within(house, { actor }, (db) => readSets(db, actor)),
  )

  app.post(
    '/api/rule-sets',
    {
      config: { access: 'ruleSet:create' },
      schema: {
        body: RuleSetInput,
        response: { 201: Type.Object({ ...RuleSets.properties, id: Type.String() }) },
      },
    },
    async ({ actor, body: input }, reply) => {
      const answer = await within(house, { actor }, async (db, author) => {
        const id = await addSet(db, author, input)
        return { ...(await readSets(db, actor)), id }
      })
      return reply.code(201).send(answer)
    },
  )

  app.patch(
    '/api/rule-sets/:id',
    {
      config: { access: 'ruleSet:update' },
      schema: { params: IdParams, body: RuleSetPatch, response: { 200: RuleSets } },
    },
    ({ actor, params, body: patch }) =>
      within(house, { actor }, async (db, author) => {
        await changeSet(db, author, params.id, patch)
        return readSets(db, actor)
      }),
  )

  app.delete(
    '/api/rule-sets/:id',
    {
      config: { access: 'ruleSet:remove' },
      schema: { params: IdParams, querystring: revision, response: { 200: RuleSets } },
    },
    ({ actor, params, query }) =>
      within(house, { actor }, async (db, author) => {
        await removeSet(db, author, params.id, query.revision)
        return readSets(db, actor)
      }),
  )

  app.get(
    '/api/projects/:id/preconditions',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: Preconditions } } },
    ({ actor, params }) =>
      within(house, { actor }, (db, author) => readPreconditions(db, actor, params.id, author.at)),
  )

  app.put(
    '/api/projects/:id/promises/:indicator',
    {
      config: { access: 'project:update' },
      schema: { params: PromiseParams, body: PromiseInput, response: { 200: Preconditions } },
    },
    ({ actor, params: { id: projectId, indicator }, body: input }) =>
      within(house, { actor }, async (db, author) => {
        await putPromise(db, actor, author, { projectId, indicator }, input)
        return readPreconditions(db, actor, projectId, author.at)
      }),
  )

  app.delete(
    '/api/projects/:id/promises/:indicator',
    {
      config: { access: 'project:update' },
      schema: { params: PromiseParams, querystring: revision, response: { 200: Preconditions } },
    },
    ({ actor, params: { id: projectId, indicator }, query }) =>
      within(house, { actor }, async (db, author) => {
        await removePromise(db, actor, author, { projectId, indicator }, query.revision)
        return readPreconditions(db, actor, projectId, author.at)
      }),
  )

  app.post(
    '/api/projects/:id/promises/:indicator/actuals',
    {
      config: { access: 'project:update' },
      schema: { params: PromiseParams, body: ActualInput, response: { 200: Preconditions } },
    },
    ({ actor, params: { id: projectId, indicator }, body: input }) =>
      within(house, { actor }, async (db, author) => {
        await recordActual(db, actor, author, { projectId, indicator }, input)
        return readPreconditions(db, actor, projectId, author.at)
      }),
  )

  app.get(
    '/api/promises',
    {
      config: { access: 'project:read' },
      schema: { querystring: PromiseQuery, response: { 200: PromiseList } },
    },
    ({ actor, query }) =>
      within(house, { actor }, (db, { at }) =>
        readPromises(db, actor.zoneId, query, todayOf(actor.asOf, at)),
      ),
  )

  app.post(
    '/api/projects/:id/confirmations',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ConfirmationInput, response: { 200: Preconditions } },
    },
    ({ actor, params, body: input }) =>
      within(house, { actor }, async (db, author) => {
        await confirmRule(db, actor, author, params.id, input)
        return readPreconditions(db, actor, params.id, author.at)
      }),
  )

  app.post(
    '/api/projects/:id/exemptions',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ExemptionInput, response: { 200: Preconditions } },
    },
    ({ actor, params, body: input }) =>
      within(house, { actor }, async (db, author) => {
        await exemptRule(db, actor, author, params.id, input)
        return readPreconditions(db, actor, params.id, author.at)
      }),
  )

  app.post(
    '/api/projects/:id/fair-reviews',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: FairReviewInput, response: { 200: Preconditions } },
    },
    ({ actor, params, body: input }) =>
      within(house, { actor }, async (db, author) => {
        await recordReview(db, actor, author, params.id, input)
        return readPreconditions(db, actor, params.id, author.at)
      }),
  )
}
