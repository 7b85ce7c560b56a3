import { Type } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import { authorOf, type Routes, within } from '../../../server/http.ts'
import { IdParams } from '../../../shared/schema.ts'
import { addEventApart } from '../../audit/server/events.ts'
import {
  Division,
  MergeInput,
  ParcelChanges,
  ParcelDetail,
  ParcelExportQuery,
  ParcelList,
  ParcelPatch,
  ParcelQuery,
  PlaceInput,
  ProjectPlace,
  SplitInput,
} from '../contract.ts'
import { changeParcel } from './change-parcel.ts'
import { readChanges } from './changes.ts'
import { mergeParcels, splitParcel } from './divisions.ts'
import { writeParcels } from './export-parcels.ts'
import { dayFor, readParcel, readParcels, wholeParcels } from './list.ts'
import { putPlace, readPlace } from './project-place.ts'
import { nothingToExport } from './refusals.ts'

export const spaceRoutes: Routes = (app, house) => {
  app.get(
    '/api/parcels',
    {
      config: { access: 'parcel:read' },
      schema: { querystring: ParcelQuery, response: { 200: ParcelList } },
    },
    (request) =>
      within(house, request, (db, { at }) =>
        readParcels(db, request.actor, dayFor(request.actor, at), request.query),
      ),
  )

  app.get(
    '/api/parcels/export',
    { config: { access: 'export:create' }, schema: { querystring: ParcelExportQuery } },
    async (request, reply) => {
      const { format, language = 'zh', ...query } = request.query
      const { day, zoneName, parcels } = await within(house, request, async (db, { at }) => {
        const on = dayFor(request.actor, at)
        const { zoneId } = request.actor
        const zone = await db
          .selectFrom('zone')
          .select('name')
          .where('id', '=', zoneId)
          .executeTakeFirstOrThrow()
        return { day: on, zoneName: zone.name, parcels: await wholeParcels(db, request.actor, on, query) }
      })
      if (parcels.length === 0) throw nothingToExport
      await addEventApart(house.database, authorOf(request), {
        kind: 'export',
        entity: 'parcel',
        rowId: uuidv7(),
        address: request.ip,
        detail: { filter: { ...query, format }, rows: parcels.length },
      })
      const file = await writeParcels(parcels, format, { zoneName, day, language })
      const name = encodeURIComponent(`${language === 'zh' ? '地块' : 'parcels'} ${day}.${file.extension}`)
      return reply
        .type(file.type)
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(file.bytes)
    },
  )

  app.get(
    '/api/parcels/:id',
    { config: { access: 'parcel:read' }, schema: { params: IdParams, response: { 200: ParcelDetail } } },
    (request) =>
      within(house, request, (db, { at }) =>
        readParcel(db, request.actor, dayFor(request.actor, at), request.params.id),
      ),
  )

  app.get(
    '/api/parcels/:id/changes',
    { config: { access: 'parcel:read' }, schema: { params: IdParams, response: { 200: ParcelChanges } } },
    (request) =>
      within(house, request, (db, { at }) => {
        const { actor, params } = request
        return readChanges(db, actor.zoneId, dayFor(actor, at), actor.asOf ?? at, params.id)
      }),
  )

  app.patch(
    '/api/parcels/:id',
    {
      config: { access: 'parcel:update' },
      schema: { params: IdParams, body: ParcelPatch, response: { 200: ParcelDetail } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const day = dayFor(request.actor, author.at)
        await changeParcel(db, request.actor, author, day, request.params.id, request.body)
        return readParcel(db, request.actor, day, request.params.id)
      }),
  )

  app.post(
    '/api/parcels/:id/split',
    {
      config: { access: 'parcel:update' },
      schema: { params: IdParams, body: SplitInput, response: { 200: Division } },
    },
    (request) =>
      within(house, request, (db, author) => {
        const day = dayFor(request.actor, author.at)
        return splitParcel(db, request.actor, author, day, request.params.id, request.body)
      }),
  )

  app.post(
    '/api/parcels/merge',
    { config: { access: 'parcel:update' }, schema: { body: MergeInput, response: { 200: Division } } },
    (request) =>
      within(house, request, (db, author) =>
        mergeParcels(db, request.actor, author, dayFor(request.actor, author.at), request.body),
      ),
  )

  app.get(
    '/api/projects/:id/place',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: ProjectPlace } } },
    (request) => within(house, request, (db) => readPlace(db, request.actor, request.params.id)),
  )

  app.put(
    '/api/projects/:id/place',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: PlaceInput, response: { 200: ProjectPlace } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await putPlace(db, request.actor, author, request.params.id, request.body)
        return readPlace(db, request.actor, request.params.id)
      }),
  )

  app.delete(
    '/api/projects/:id/place',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, response: { 200: Type.Object({ done: Type.Literal(true) }) } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await putPlace(db, request.actor, author, request.params.id, undefined)
        return { done: true as const }
      }),
  )
}
