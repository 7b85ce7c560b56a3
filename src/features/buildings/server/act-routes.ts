import { Type } from 'typebox'
import { type Routes, within } from '../../../server/http.ts'
import { Id, IdParams } from '../../../shared/schema.ts'
import { dayFor } from '../../spaces/server/list.ts'
import {
  BuildingDetail,
  BuildingInput,
  CombinationInput,
  Division,
  DivisionInput,
  RoomDetail,
  RoomInput,
} from '../contract.ts'
import { addBuilding } from './add-building.ts'
import { addRoom } from './add-room.ts'
import { combineRooms } from './combine-rooms.ts'
import { divideRoom } from './divide-room.ts'
import { readBuilding, readRoom } from './list.ts'
import { removeBuilding } from './remove-building.ts'
import { removeRoom } from './remove-room.ts'

const Seen = Type.Object({ revision: Type.Integer() })

/** Which buildings and rooms there are, said by hand. */
export const buildingActRoutes: Routes = (app, house) => {
  app.post(
    '/api/buildings',
    {
      config: { access: 'building:create' },
      schema: { body: BuildingInput, response: { 201: BuildingDetail } },
    },
    async (request, reply) => {
      const building = await within(house, request, async (db, author) => {
        const id = await addBuilding(db, request.actor, author, request.body)
        return readBuilding(db, request.actor, dayFor(request.actor, author.at), id)
      })
      return reply.code(201).send(building)
    },
  )

  app.post(
    '/api/rooms',
    { config: { access: 'building:create' }, schema: { body: RoomInput, response: { 201: RoomDetail } } },
    async (request, reply) => {
      const room = await within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        const id = await addRoom(db, request.actor, author, day, request.body)
        return readRoom(db, request.actor, day, id)
      })
      return reply.code(201).send(room)
    },
  )

  app.post(
    '/api/rooms/:id/division',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, body: DivisionInput, response: { 200: Division } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        const items: RoomDetail[] = []
        for (const id of await divideRoom(db, request.actor, author, day, request.params.id, request.body))
          items.push(await readRoom(db, request.actor, day, id))
        return { items, total: items.length }
      }),
  )

  app.post(
    '/api/rooms/:id/combination',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, body: CombinationInput, response: { 200: RoomDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        const id = await combineRooms(db, request.actor, author, day, request.params.id, request.body)
        return readRoom(db, request.actor, day, id)
      }),
  )

  app.delete(
    '/api/buildings/:id',
    {
      config: { access: 'building:remove' },
      schema: { params: IdParams, querystring: Seen, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await within(house, request, (db, author) => {
        const { actor, params, query } = request
        return removeBuilding(db, actor, author, dayFor(actor, author.at), params.id, query.revision)
      })
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/rooms/:id',
    {
      config: { access: 'building:remove' },
      schema: {
        params: IdParams,
        querystring: Seen,
        response: { 200: Type.Object({ buildingId: Id }) },
      },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const { actor, params, query } = request
        const day = dayFor(actor, author.at)
        return { buildingId: await removeRoom(db, actor, author, day, params.id, query.revision) }
      }),
  )
}
