import { Type } from 'typebox'
import { type Actor, mayCall } from '../../../server/access.ts'
import { notAllowed } from '../../../server/errors.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { body, IdParams } from '../../../shared/schema.ts'
import {
  InForceInput,
  LightPreview,
  LightRuleInput,
  LightRulePatch,
  LightRules,
  LitProjects,
  LitQuery,
  PreviewInput,
  ProjectLight,
} from '../contract.ts'
import { addRule, changeRule, putInForce, removeRule } from './actions.ts'
import { listLit } from './list-lit.ts'
import { readRules } from './list-rules.ts'
import { previewRule } from './preview.ts'
import { readLight } from './read-light.ts'

const nowFor = ({ asOf }: Actor, at: Date) => asOf ?? at

export const lightRoutes: Routes = (app, house) => {
  app.get(
    '/api/light-rules',
    { config: { access: 'lightRule:read' }, schema: { response: { 200: LightRules } } },
    ({ actor }) => within(house, { actor }, (db, { at }) => readRules(db, actor, nowFor(actor, at))),
  )

  app.get(
    '/api/lights',
    {
      config: { access: 'project:read' },
      schema: { querystring: LitQuery, response: { 200: LitProjects } },
    },
    (request) =>
      within(house, request, (db, { at }) =>
        listLit(db, request.actor.zoneId, request.query, shanghaiDay(nowFor(request.actor, at))),
      ),
  )

  app.post(
    '/api/light-rules',
    {
      config: { access: 'lightRule:create' },
      schema: {
        body: LightRuleInput,
        response: { 201: Type.Object({ ...LightRules.properties, id: Type.String() }) },
      },
    },
    async ({ actor, body }, reply) => {
      const answer = await within(house, { actor }, async (db, author) => {
        const id = await addRule(db, author, body)
        return { ...(await readRules(db, actor, author.at)), id }
      })
      return reply.code(201).send(answer)
    },
  )

  app.patch(
    '/api/light-rules/:id',
    {
      config: { access: 'lightRule:update' },
      schema: { params: IdParams, body: LightRulePatch, response: { 200: LightRules } },
    },
    ({ actor, params, body }) =>
      within(house, { actor }, async (db, author) => {
        await changeRule(db, actor, author, params.id, body)
        return readRules(db, actor, author.at)
      }),
  )

  app.delete(
    '/api/light-rules/:id',
    {
      config: { access: 'lightRule:remove' },
      schema: {
        params: IdParams,
        querystring: body({ revision: Type.Integer() }),
        response: { 200: LightRules },
      },
    },
    ({ actor, params, query }) =>
      within(house, { actor }, async (db, author) => {
        await removeRule(db, actor, author, params.id, query.revision)
        return readRules(db, actor, author.at)
      }),
  )

  app.put(
    '/api/light-rules/in-force',
    {
      config: { access: 'lightRule:update' },
      schema: { body: InForceInput, response: { 200: LightRules } },
    },
    ({ actor, body }) =>
      within(house, { actor }, async (db, author) => {
        await putInForce(db, author, body)
        return readRules(db, actor, author.at)
      }),
  )

  app.post(
    '/api/light-rules/preview',
    {
      config: { access: 'lightRule:read' },
      schema: { body: PreviewInput, response: { 200: LightPreview } },
    },
    ({ actor, body }) => {
      // It names projects: administrators set rules and keep out of business.
      if (!mayCall(actor, 'project:read'))
        throw notAllowed(
          '您的任职看不到项目，试算请由管委会领导或业务人员查看。',
          'Your posts do not show projects; ask a director or somebody in business to look at what would change.',
        )
      return within(house, { actor }, (db, { at }) => previewRule(db, actor.zoneId, body, shanghaiDay(at)))
    },
  )

  app.get(
    '/api/projects/:id/light',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: ProjectLight } } },
    ({ actor, params }) =>
      within(house, { actor }, (db, { at }) =>
        readLight(db, actor.zoneId, params.id, shanghaiDay(nowFor(actor, at))),
      ),
  )
}
