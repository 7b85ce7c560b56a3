import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { updateRows } from '../../../../server/database/record.ts'
import { type House, type Routes, within } from '../../../../server/http.ts'
import { receiveFile } from '../../../../server/receive-file.ts'
import { IdParams } from '../../../../shared/schema.ts'
import type { Desk } from '../../../imports/server/desk.ts'
import { sweepFolder } from '../../../imports/server/sweep-uploads.ts'
import {
  ApplyBuildings,
  BuildingImport,
  BuildingImportList,
  BuildingImportRows,
  ReadingPatch,
  RowsQuery,
  UndoneBuildings,
} from '../../import-contract.ts'
import { applyImport } from './apply.ts'
import { buildingFilePath, buildingFilesOf } from './check.ts'
import { checkAgain, holdOpen, openImport } from './open-import.ts'
import { listImports, listRows, shownImport } from './queries.ts'
import { noFile, tooLarge } from './refusals.ts'
import { undoImport } from './undo.ts'

const deskOf = (house: House, { actor }: FastifyRequest): Desk => ({
  house,
  zoneId: actor.zoneId,
  memberId: actor.memberId,
})

export const buildingImportRoutes: Routes = (app, house) => {
  app.addHook('onReady', async () => {
    await sweepFolder(house, buildingFilesOf(house.config), 'buildingImport')
  })
  const show = (request: FastifyRequest, id: string) =>
    within(house, request, (db) => shownImport(db, request.actor, id))

  app.post(
    '/api/building-imports',
    {
      config: { access: 'building:create' },
      schema: { consumes: ['multipart/form-data'], response: { 201: BuildingImport } },
    },
    async (request, reply) => {
      const upload = await receiveFile(request, {
        folder: join(buildingFilesOf(house.config), request.actor.zoneId),
        megabytes: Math.min(50, house.config.uploadMegabytes),
        tooLarge,
        noFile,
      })
      const id = await openImport(deskOf(house, request), upload)
      return reply.code(201).send(await show(request, id))
    },
  )

  app.get(
    '/api/building-imports',
    { config: { access: 'building:create' }, schema: { response: { 200: BuildingImportList } } },
    (request) =>
      within(house, request, async (db) => {
        const items = await listImports(db, request.actor)
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/building-imports/:id',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, response: { 200: BuildingImport } },
    },
    (request) => show(request, request.params.id),
  )

  app.get(
    '/api/building-imports/:id/rows',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, querystring: RowsQuery, response: { 200: BuildingImportRows } },
    },
    (request) =>
      within(house, request, async (db) => {
        await shownImport(db, request.actor, request.params.id)
        return listRows(db, request.actor.zoneId, request.params.id, request.query)
      }),
  )

  app.patch(
    '/api/building-imports/:id',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, body: ReadingPatch, response: { 200: BuildingImport } },
    },
    async (request) => {
      await checkAgain(deskOf(house, request), request.params.id, request.body)
      return show(request, request.params.id)
    },
  )

  app.post(
    '/api/building-imports/:id/apply',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, body: ApplyBuildings, response: { 200: BuildingImport } },
    },
    async (request) => {
      await applyImport(deskOf(house, request), request.params.id, request.body.revision)
      return show(request, request.params.id)
    },
  )

  app.post(
    '/api/building-imports/:id/undo',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, response: { 200: UndoneBuildings } },
    },
    async (request) => {
      const undone = await undoImport(deskOf(house, request), request.params.id)
      return { import: await show(request, request.params.id), ...undone }
    },
  )

  app.delete(
    '/api/building-imports/:id',
    {
      config: { access: 'building:create' },
      schema: { params: IdParams, response: { 200: Type.Object({ done: Type.Literal(true) }) } },
    },
    async (request) => {
      const { id } = request.params
      await within(house, request, async (db, author) => {
        const { revision } = await holdOpen(deskOf(house, request), db, id)
        await updateRows(db, author, 'building_import', [{ id, revision, set: { status: 'discarded' } }])
      })
      await rm(buildingFilePath(house.config, request.actor.zoneId, id), { force: true })
      return { done: true as const }
    },
  )
}
