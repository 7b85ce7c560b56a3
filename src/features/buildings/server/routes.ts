import { Type } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import { authorOf, type Routes, within } from '../../../server/http.ts'
import { Id, IdParams } from '../../../shared/schema.ts'
import { addEventApart } from '../../audit/server/events.ts'
import { dayFor } from '../../spaces/server/list.ts'
import {
  BuildingDetail,
  BuildingExportQuery,
  BuildingList,
  BuildingPatch,
  BuildingQuery,
  FloorPatch,
  LeaseInput,
  LeasePatch,
  Leases,
  RoomDetail,
  RoomList,
  RoomPatch,
  RoomQuery,
} from '../contract.ts'
import { changeBuilding, changeFloor, changeRoom } from './change.ts'
import { exportedLines, exporterOf, writeRooms } from './export.ts'
import { addLeases, changeLease, removeLease } from './leases.ts'
import { readBuilding, readBuildings, readRoom, readRooms } from './list.ts'
import { nothingToExport } from './refusals.ts'

export const buildingRoutes: Routes = (app, house) => {
  app.get(
    '/api/buildings',
    {
      config: { access: 'building:read' },
      schema: { querystring: BuildingQuery, response: { 200: BuildingList } },
    },
    (request) =>
      within(house, request, (db, { at }) =>
        readBuildings(db, request.actor, dayFor(request.actor, at), request.query),
      ),
  )

  app.get(
    '/api/buildings/export.xlsx',
    { config: { access: 'export:create' }, schema: { querystring: BuildingExportQuery } },
    async (request, reply) => {
      const { language = 'zh', ...query } = request.query
      const { actor } = request
      const { day, lines, by } = await within(house, request, async (db, { at }) => {
        const on = dayFor(actor, at)
        return {
          day: on,
          lines: await exportedLines(db, actor, on, query),
          by: await exporterOf(db, actor.zoneId, actor.memberId),
        }
      })
      if (lines.length === 0) throw nothingToExport
      const author = authorOf(request)
      const id = uuidv7()
      await addEventApart(house.database, author, {
        kind: 'export',
        entity: 'building',
        rowId: id,
        address: request.ip,
        detail: { filter: query, rows: lines.length },
      })
      const trace = { id, name: actor.name, login: by.login, at: author.at }
      const bytes = await writeRooms(lines, { zoneName: by.zoneName, day, language, trace })
      const name = encodeURIComponent(`${language === 'zh' ? '楼宇单元' : 'rooms'} ${day}.xlsx`)
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="rooms.xlsx"; filename*=UTF-8''${name}`)
        .send(bytes)
    },
  )

  app.get(
    '/api/buildings/:id',
    { config: { access: 'building:read' }, schema: { params: IdParams, response: { 200: BuildingDetail } } },
    (request) =>
      within(house, request, (db, { at }) =>
        readBuilding(db, request.actor, dayFor(request.actor, at), request.params.id),
      ),
  )

  app.patch(
    '/api/buildings/:id',
    {
      config: { access: 'building:update' },
      schema: { params: IdParams, body: BuildingPatch, response: { 200: BuildingDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        await changeBuilding(db, request.actor, author, day, request.params.id, request.body)
        return readBuilding(db, request.actor, day, request.params.id)
      }),
  )

  app.patch(
    '/api/floors/:id',
    {
      config: { access: 'building:update' },
      schema: { params: IdParams, body: FloorPatch, response: { 200: BuildingDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        const buildingId = await changeFloor(db, request.actor, author, day, request.params.id, request.body)
        return readBuilding(db, request.actor, day, buildingId)
      }),
  )

  app.get(
    '/api/rooms',
    { config: { access: 'building:read' }, schema: { querystring: RoomQuery, response: { 200: RoomList } } },
    (request) =>
      within(house, request, (db, { at }) =>
        readRooms(db, request.actor, dayFor(request.actor, at), request.query),
      ),
  )

  app.get(
    '/api/rooms/:id',
    { config: { access: 'building:read' }, schema: { params: IdParams, response: { 200: RoomDetail } } },
    (request) =>
      within(house, request, (db, { at }) =>
        readRoom(db, request.actor, dayFor(request.actor, at), request.params.id),
      ),
  )

  app.patch(
    '/api/rooms/:id',
    {
      config: { access: 'building:update' },
      schema: { params: IdParams, body: RoomPatch, response: { 200: RoomDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        await changeRoom(db, request.actor, author, day, request.params.id, request.body)
        return readRoom(db, request.actor, day, request.params.id)
      }),
  )

  app.post(
    '/api/leases',
    { config: { access: 'building:update' }, schema: { body: LeaseInput, response: { 201: Leases } } },
    async (request, reply) => {
      const items = await within(house, request, (db, author) =>
        addLeases(db, request.actor, author, dayFor(request.actor, author.at), request.body),
      )
      return reply.code(201).send({ items, total: items.length })
    },
  )

  app.patch(
    '/api/leases/:id',
    {
      config: { access: 'building:update' },
      schema: { params: IdParams, body: LeasePatch, response: { 200: RoomDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        const roomId = await changeLease(db, request.actor, author, day, request.params.id, request.body)
        return readRoom(db, request.actor, day, roomId)
      }),
  )

  app.delete(
    '/api/leases/:id',
    {
      config: { access: 'building:update' },
      schema: {
        params: IdParams,
        querystring: Type.Object({ revision: Type.Integer() }),
        response: { 200: Type.Object({ roomId: Id }) },
      },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const { actor, params, query } = request
        const roomId = await removeLease(
          db,
          actor,
          author,
          dayFor(actor, author.at),
          params.id,
          query.revision,
        )
        return { roomId }
      }),
  )
}
