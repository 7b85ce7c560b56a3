import type { FastifyRequest } from 'fastify'
import { type House, type Routes, within } from '../../../server/http.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import { RankedPlaces, RankQuery, ReservationInput, ReservationParams, SpaceNeedInput } from '../contract.ts'
import { saveNeed } from './need.ts'
import { rankFor } from './rank.ts'
import { release, reserve } from './reservations.ts'
import { readSpaces, type ZoneSpaces } from './zone-spaces.ts'

export const matchingRoutes: Routes = (app, house) => {
  app.get(
    '/api/projects/:id/places',
    {
      config: { access: 'project:read' },
      schema: { params: IdParams, querystring: RankQuery, response: { 200: RankedPlaces } },
    },
    (request) => answer(house, request, request.params.id, request.query),
  )

  app.put(
    '/api/projects/:id/space-need',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: SpaceNeedInput, response: { 200: RankedPlaces } },
    },
    async (request) => {
      const { actor, params, body } = request
      await within(house, { actor }, (db, author) => saveNeed(db, actor, author, params.id, body))
      return answer(house, request, params.id, {})
    },
  )

  app.post(
    '/api/projects/:id/reservations',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: ReservationInput, response: { 200: RankedPlaces } },
    },
    async (request) => {
      const { actor, params, body } = request
      const { zone, today } = await zoneFor(house, request, params.id)
      const roomsFrom = lastReady(zone, body.roomIds, today)
      await within(house, { actor }, (db, author) =>
        reserve(db, actor, author, params.id, { ...body, roomsFrom }),
      )
      return answer(house, request, params.id, {})
    },
  )

  app.delete(
    '/api/projects/:id/reservations/:reservationId',
    {
      config: { access: 'project:update' },
      schema: { params: ReservationParams, response: { 200: RankedPlaces } },
    },
    async (request) => {
      const { actor, params } = request
      const { id, reservationId } = params
      await within(house, { actor }, (db, author) => release(db, actor, author, id, reservationId))
      return answer(house, request, id, {})
    },
  )
}

type Asked = Pick<FastifyRequest, 'actor'>

/** Spaces are read as the zone itself, everything of the project as the person. */
async function zoneFor(house: House, { actor: { zoneId, asOf } }: Asked, projectId: string) {
  const today = shanghaiDay(asOf ?? new Date())
  const zone = await house.database.within({ zoneId, memberId: null, ...(asOf ? { asOf } : {}) }, (db) =>
    readSpaces(db, zoneId, today, [projectId]),
  )
  return { zone, today }
}

async function answer(house: House, request: Asked, projectId: string, query: RankQuery) {
  const { actor } = request
  const read = await zoneFor(house, request, projectId)
  return within(house, { actor }, (db) => rankFor(db, actor, projectId, query, read))
}

/** Rooms that are taken together are kept from the day on which the last of them is free. */
const lastReady = ({ spaces }: ZoneSpaces, roomIds: readonly string[], today: Day): Day =>
  spaces.reduce(
    (last, { id, readyOn }) => (readyOn !== null && readyOn > last && roomIds.includes(id) ? readyOn : last),
    today,
  )
