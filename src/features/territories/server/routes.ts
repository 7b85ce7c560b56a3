import { Type } from 'typebox'
import { type Actor, abilitiesOn, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type Routes, within } from '../../../server/http.ts'
import { type Day, isDay, shanghaiDay } from '../../../shared/days.ts'
import { body, Day as DayText, IdParams } from '../../../shared/schema.ts'
import { standsOn } from '../../organisation/model/state.ts'
import { stateOn } from '../../organisation/server/plan.ts'
import {
  HoldingInput,
  HoldingPatch,
  TerritoryDetail,
  TerritoryInput,
  TerritoryList,
  TerritoryPatch,
} from '../contract.ts'
import { addHolding, addTerritory, changeHolding, changeTerritory, removeTerritory } from './actions.ts'
import { territoryPolicy } from './policy.ts'
import { findArea, listAreas, listHoldings, listHoldingsOn, withAreas } from './queries.ts'

const OnDay = body({ on: Type.Optional(DayText) })

export const territoryRoutes: Routes = (app, house) => {
  /** A write answers with the area whole. */
  const then = (
    request: { actor: Actor },
    verb: 'create' | 'update',
    write: (db: Db, author: Author) => Promise<string>,
  ) => {
    authorize(territoryPolicy, request.actor, verb, undefined)
    return within(house, request, async (db, author) =>
      readTerritory(db, request.actor, await write(db, author)),
    )
  }

  app.get(
    '/api/territories',
    {
      config: { access: 'territory:read' },
      schema: { querystring: OnDay, response: { 200: TerritoryList } },
    },
    (request) =>
      within(house, request, async (db, { at }) => {
        const { actor } = request
        const today = shanghaiDay(actor.asOf ?? at)
        const on = request.query.on ?? today
        if (!isDay(on))
          throw new Problem('invalid_input', say(`没有 ${on} 这一天。`, `There is no day ${on}.`))
        const holdings = await holdingsOn(db, actor.zoneId, on, today)
        const ids = holdings.map(({ territoryId }) => territoryId)
        const abilities = abilitiesOn(territoryPolicy, actor, undefined)
        const items = withAreas(holdings, await listAreas(db, actor.zoneId, ids), abilities)
        return { items, total: items.length, abilities }
      }),
  )

  app.get(
    '/api/territories/:id',
    {
      config: { access: 'territory:read' },
      schema: { params: IdParams, response: { 200: TerritoryDetail } },
    },
    (request) => within(house, request, (db) => readTerritory(db, request.actor, request.params.id)),
  )

  app.post(
    '/api/territories',
    {
      config: { access: 'territory:create' },
      schema: { body: TerritoryInput, response: { 201: TerritoryDetail } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await then(request, 'create', (db, author) => addTerritory(db, author, request.body))),
  )

  app.patch(
    '/api/territories/:id',
    {
      config: { access: 'territory:update' },
      schema: { params: IdParams, body: TerritoryPatch, response: { 200: TerritoryDetail } },
    },
    (request) =>
      then(request, 'update', async (db, author) => {
        await changeTerritory(db, author, request.params.id, request.body)
        return request.params.id
      }),
  )

  app.post(
    '/api/territories/:id/holdings',
    {
      config: { access: 'territory:update' },
      schema: { params: IdParams, body: HoldingInput, response: { 201: TerritoryDetail } },
    },
    async (request, reply) =>
      reply.code(201).send(
        await then(request, 'update', async (db, author) => {
          await addHolding(db, author, request.params.id, request.body)
          return request.params.id
        }),
      ),
  )

  app.patch(
    '/api/territory-holdings/:id',
    {
      config: { access: 'territory:update' },
      schema: { params: IdParams, body: HoldingPatch, response: { 200: TerritoryDetail } },
    },
    (request) =>
      then(request, 'update', (db, author) => changeHolding(db, author, request.params.id, request.body)),
  )

  app.delete(
    '/api/territories/:id',
    {
      config: { access: 'territory:remove' },
      schema: { params: IdParams, response: { 200: Type.Object({ done: Type.Literal(true) }) } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        authorize(territoryPolicy, request.actor, 'remove', undefined)
        await removeTerritory(db, author, request.params.id)
        return { done: true as const }
      }),
  )
}

/** On a day to come, as the confirmed acts will have it. */
async function holdingsOn(db: Db, zoneId: string, on: Day, today: Day) {
  if (on <= today) return listHoldingsOn(db, zoneId, on)
  const { holdings } = await stateOn(db, zoneId, on)
  return [...holdings.values()].filter((one) => standsOn(one, on))
}

async function readTerritory(db: Db, actor: Actor, id: string): Promise<TerritoryDetail> {
  const area = found(await findArea(db, actor.zoneId, id), say('辖区', 'territory'), id)
  const holdings = await listHoldings(db, actor.zoneId, id)
  return {
    ...area,
    holdings: holdings.map(({ territoryId: _, ...holding }) => holding),
    abilities: abilitiesOn(territoryPolicy, actor, area),
  }
}
