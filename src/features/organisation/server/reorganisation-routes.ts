import { type Static, Type } from 'typebox'
import { type Actor, abilitiesOn, authorize, mayCall } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import type { Language } from '../../../server/errors.ts'
import { authorOf, type House, languageOf, type Routes } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import { territoryPolicy } from '../../territories/server/policy.ts'
import {
  AtRevision,
  Holdings,
  OnDay,
  OrganisationOn,
  Preview,
  Reorganisation,
  ReorganisationDetail,
  ReorganisationInput,
  ReorganisationList,
  ReorganisationPatch,
  ReversalInput,
} from '../reorganisation.ts'
import { readHoldings, readOrganisation } from './organisation-on.ts'
import { readPreview } from './preview.ts'
import { reorganisationPolicy, seesWholeLedger, verbsOn } from './reorganisation-policy.ts'
import { findAct, listActs, type StoredAct } from './reorganisation-queries.ts'
import { confirm, discard, prepare, prepareReversal, redraft, undo } from './reorganise.ts'

const Done = Type.Object({ done: Type.Literal(true) })

function shown(actor: Actor, language: Language, act: StoredAct): Static<typeof Reorganisation> {
  const {
    lines,
    stoppedBecause,
    steps: _steps,
    moves: _moves,
    confirmedById: _confirmer,
    createdById: _creator,
    ...rest
  } = act
  const time = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...rest,
    createdAt: act.createdAt.toISOString(),
    confirmedAt: time(act.confirmedAt),
    carriedAt: time(act.carriedAt),
    undoneAt: time(act.undoneAt),
    lines: lines.map((line) => line[language]),
    stoppedBecause: stoppedBecause?.[language] ?? null,
    abilities: verbsOn(actor, act),
  }
}

/** An act moves all that is there, seen by the one who prepares it or not: so it is worked out with the zone's own eyes. */
const zoneWide = <T>(
  house: House,
  request: { actor: Actor },
  work: (db: Db, author: Author) => Promise<T>,
): Promise<T> =>
  house.database.within({ ...request.actor, reach: 'zone' }, (db) => work(db, authorOf(request)))

export const reorganisationRoutes: Routes = (app, house) => {
  type Asking = { actor: Actor } & Parameters<typeof languageOf>[0]
  const answer = async (request: Asking, id: string): Promise<Static<typeof Reorganisation>> =>
    zoneWide(house, request, async (db) =>
      shown(request.actor, languageOf(request), await findAct(db, request.actor.zoneId, id)),
    )
  const asked = (request: Asking, on: string | undefined, at: Date) => {
    const { actor } = request
    const today = shanghaiDay(actor.asOf ?? at)
    return {
      zoneId: actor.zoneId,
      on: on ?? today,
      today,
      withProjects: seesWholeLedger(actor),
      withGoals: mayCall(actor, 'goal:read'),
      onTerritories: abilitiesOn(territoryPolicy, actor, undefined),
    }
  }

  app.get(
    '/api/organisation',
    { config: { access: 'unit:read' }, schema: { querystring: OnDay, response: { 200: OrganisationOn } } },
    (request) =>
      zoneWide(house, request, (db, { at }) => readOrganisation(db, asked(request, request.query.on, at))),
  )

  app.get(
    '/api/organisation/:id',
    {
      config: { access: 'unit:read' },
      schema: { params: IdParams, querystring: OnDay, response: { 200: Holdings } },
    },
    (request) =>
      zoneWide(house, request, (db, { at }) =>
        readHoldings(db, asked(request, request.query.on, at), request.params.id),
      ),
  )

  app.get(
    '/api/reorganisations',
    { config: { access: 'reorganisation:read' }, schema: { response: { 200: ReorganisationList } } },
    (request) =>
      zoneWide(house, request, async (db) => {
        const acts = await listActs(db, request.actor.zoneId)
        const items = acts
          .filter((act) => reorganisationPolicy.read(request.actor, act))
          .map((act) => shown(request.actor, languageOf(request), act))
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/reorganisations/:id',
    {
      config: { access: 'reorganisation:update' },
      schema: { params: IdParams, response: { 200: ReorganisationDetail } },
    },
    (request) =>
      zoneWide(house, request, async (db) => {
        const act = await findAct(db, request.actor.zoneId, request.params.id)
        authorize(reorganisationPolicy, request.actor, 'read', act)
        return { ...shown(request.actor, languageOf(request), act), steps: act.steps }
      }),
  )

  app.get(
    '/api/reorganisations/:id/preview',
    {
      config: { access: 'reorganisation:update' },
      schema: { params: IdParams, response: { 200: Preview } },
    },
    (request) =>
      zoneWide(house, request, async (db) => {
        const { actor } = request
        const act = await findAct(db, actor.zoneId, request.params.id)
        authorize(reorganisationPolicy, actor, 'read', act)
        return readPreview(db, actor.zoneId, act, {
          language: languageOf(request),
          mayReadProjects: mayCall(actor, 'project:read') && seesWholeLedger(actor),
        })
      }),
  )

  app.post(
    '/api/reorganisations',
    {
      config: { access: 'reorganisation:create' },
      schema: { body: ReorganisationInput, response: { 201: Reorganisation } },
    },
    async (request, reply) => {
      authorize(reorganisationPolicy, request.actor, 'create', undefined)
      const id = await zoneWide(house, request, (db, author) => prepare(db, author, request.body))
      return reply.code(201).send(await answer(request, id))
    },
  )

  app.post(
    '/api/reorganisations/:id/reversal',
    {
      config: { access: 'reorganisation:create' },
      schema: { params: IdParams, body: ReversalInput, response: { 201: Reorganisation } },
    },
    async (request, reply) => {
      authorize(reorganisationPolicy, request.actor, 'create', undefined)
      const { id } = request.params
      const own = await zoneWide(house, request, (db, author) =>
        prepareReversal(db, author, id, request.body),
      )
      return reply.code(201).send(await answer(request, own))
    },
  )

  app.patch(
    '/api/reorganisations/:id',
    {
      config: { access: 'reorganisation:update' },
      schema: { params: IdParams, body: ReorganisationPatch, response: { 200: Reorganisation } },
    },
    async (request) => {
      const { id } = request.params
      authorize(reorganisationPolicy, request.actor, 'update', undefined)
      await zoneWide(house, request, (db, author) => redraft(db, author, id, request.body))
      return answer(request, id)
    },
  )

  const act = (path: 'confirm' | 'undo', work: (...given: Parameters<typeof confirm>) => Promise<void>) =>
    app.post(
      `/api/reorganisations/:id/${path}`,
      {
        config: { access: 'reorganisation:update' },
        schema: { params: IdParams, body: AtRevision, response: { 200: Reorganisation } },
      },
      async (request) => {
        const { id } = request.params
        authorize(reorganisationPolicy, request.actor, 'update', undefined)
        await zoneWide(house, request, (db, author) =>
          work(db, request.actor, author, id, request.body.revision),
        )
        return answer(request, id)
      },
    )
  act('confirm', confirm)
  act('undo', (db, _actor, author, id, revision) => undo(db, author, id, revision))

  app.delete(
    '/api/reorganisations/:id',
    {
      config: { access: 'reorganisation:remove' },
      schema: { params: IdParams, response: { 200: Done } },
    },
    async (request) => {
      authorize(reorganisationPolicy, request.actor, 'remove', undefined)
      await zoneWide(house, request, (db, author) => discard(db, author, request.params.id))
      return { done: true as const }
    },
  )
}
