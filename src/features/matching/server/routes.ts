import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type House, type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { IdParams } from '../../../shared/schema.ts'
import {
  ParcelReservations,
  RankedPlaces,
  RankQuery,
  ReservationInput,
  ReservationParams,
  SpaceNeedInput,
} from '../contract.ts'
import { type KeptOn, listKeptOn } from './kept.ts'
import { saveNeed } from './need.ts'
import { rankFor } from './rank.ts'
import { namesOf, parcelThere, release, reserve } from './reservations.ts'
import { readSpaces } from './zone-spaces.ts'

export const matchingRoutes: Routes = (app, house) => {
  app.get(
    '/api/projects/:id/places',
    {
      config: { access: 'project:read' },
      schema: { params: IdParams, querystring: RankQuery, response: { 200: RankedPlaces } },
    },
    (request) => answer(house, request, request.params.id, request.query),
  )

  app.get(
    '/api/parcels/:id/reservations',
    {
      config: { access: 'parcel:read' },
      schema: { params: IdParams, response: { 200: ParcelReservations } },
    },
    async (request) => {
      const { actor, params } = request
      const kept = await asZone(house, actor, (db) =>
        listKeptOn(db, actor.zoneId, shanghaiDay(actor.asOf ?? new Date()), params.id),
      )
      return within(house, request, async (db) => {
        const isThere = await parcelThere(db, actor.zoneId, params.id)
        const names = await namesOf(
          db,
          actor.zoneId,
          kept.map(({ projectId }) => projectId),
        )
        return { items: isThere ? kept.map((one) => toldOf(one, names)) : [] }
      })
    },
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
      await within(house, { actor }, (db, author) => reserve(db, actor, author, params.id, body))
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

/** Land is not free because somebody may not know of the project that it is kept for, whose name stays unsaid. */
function toldOf(
  { projectId, person, ...kept }: KeptOn,
  names: ReadonlyMap<string, string>,
): ParcelReservations['items'][number] {
  const name = names.get(projectId)
  return name === undefined
    ? { ...kept, project: null, person: null }
    : { ...kept, project: { id: projectId, name }, person }
}

const asZone = <T>(house: House, { zoneId, asOf }: Actor, work: (db: Db) => Promise<T>) =>
  house.database.within({ zoneId, memberId: null, ...(asOf ? { asOf } : {}) }, work)

/** Spaces are read as the zone itself, everything of the project as the person. */
async function answer(
  house: House,
  { actor }: Pick<FastifyRequest, 'actor'>,
  projectId: string,
  query: RankQuery,
) {
  const { zoneId, asOf } = actor
  const today = shanghaiDay(asOf ?? new Date())
  const zone = await asZone(house, actor, (db) => readSpaces(db, zoneId, today, [projectId]))
  return within(house, { actor }, (db) => rankFor(db, actor, projectId, query, { zone, today }))
}
