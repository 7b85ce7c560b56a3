import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { say } from '../../../../server/errors.ts'
import { type House, type Routes, within } from '../../../../server/http.ts'
import { receiveFile } from '../../../../server/receive-file.ts'
import { Id, IdParams } from '../../../../shared/schema.ts'
import type { Desk } from '../../../imports/server/desk.ts'
import { sweepFolder } from '../../../imports/server/sweep-uploads.ts'
import { PlacesBrought } from '../../contract.ts'
import {
  ApplyParcels,
  ImportDrawing,
  ParcelImport,
  ParcelImportList,
  ParcelImportRows,
  ReadingPatch,
  RowFindings,
  RowPatch,
  RowsPatch,
  RowsQuery,
  UndoneParcels,
} from '../../import-contract.ts'
import { importPlaces } from '../import-places.ts'
import { applyImport } from './apply.ts'
import { abilitiesOf, holdOpen, keepImport, parcelFilePath, parcelFilesOf, shownImport } from './check.ts'
import { changeReading, decideRow, decideRows } from './decide.ts'
import { openImport } from './open-import.ts'
import { listDrawn, listImports, listRowFindings, listRows } from './queries.ts'
import { tooLarge } from './refusals.ts'
import { undoImport } from './undo.ts'

const RowParams = Type.Object({ id: Id, rowId: Id })
/** More shapes than this no screen tells apart. */
const drawnAtMost = 3_000
const noFile = say(
  '没有收到文件。请以表单字段 file 上传一个地块文件。',
  'No file came. Upload one file of parcels as the form field “file”.',
)

const deskOf = (house: House, { actor }: FastifyRequest): Desk => ({
  house,
  zoneId: actor.zoneId,
  memberId: actor.memberId,
})

export const parcelImportRoutes: Routes = (app, house) => {
  app.addHook('onReady', async () => {
    await sweepFolder(house, parcelFilesOf(house.config), 'parcelImport')
  })
  const show = (request: FastifyRequest, id: string) =>
    within(house, request, (db) => shownImport(db, request.actor, id))

  app.post(
    '/api/parcel-imports',
    {
      config: { access: 'parcel:create' },
      schema: { consumes: ['multipart/form-data'], response: { 201: ParcelImport } },
    },
    async (request, reply) => {
      const { config } = house
      const upload = await receiveFile(request, {
        folder: join(parcelFilesOf(config), request.actor.zoneId),
        megabytes: config.uploadMegabytes,
        tooLarge,
        noFile,
      })
      const id = await openImport(deskOf(house, request), upload)
      return reply.code(201).send(await show(request, id))
    },
  )

  app.post(
    '/api/project-places',
    {
      config: { access: 'parcel:create' },
      schema: { consumes: ['multipart/form-data'], response: { 200: PlacesBrought } },
    },
    async (request) => {
      const upload = await receiveFile(request, {
        folder: join(parcelFilesOf(house.config), request.actor.zoneId),
        megabytes: Math.min(20, house.config.uploadMegabytes),
        tooLarge,
        noFile,
      })
      try {
        return await importPlaces(deskOf(house, request), upload.path, upload.name)
      } finally {
        await rm(upload.path, { force: true })
      }
    },
  )

  app.get(
    '/api/parcel-imports',
    { config: { access: 'parcel:create' }, schema: { response: { 200: ParcelImportList } } },
    (request) =>
      within(house, request, async (db) => {
        const rows = await listImports(db, request.actor.zoneId)
        const items = rows.map(({ createdAt, appliedAt, undoneAt, ...row }) => ({
          ...row,
          createdAt: createdAt.toISOString(),
          appliedAt: appliedAt?.toISOString() ?? null,
          undoneAt: undoneAt?.toISOString() ?? null,
          abilities: abilitiesOf(request.actor, row.status),
        }))
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/parcel-imports/:id',
    { config: { access: 'parcel:create' }, schema: { params: IdParams, response: { 200: ParcelImport } } },
    (request) => show(request, request.params.id),
  )

  app.get(
    '/api/parcel-imports/:id/rows',
    {
      config: { access: 'parcel:create' },
      schema: { params: IdParams, querystring: RowsQuery, response: { 200: ParcelImportRows } },
    },
    (request) =>
      within(house, request, async (db) => {
        await shownImport(db, request.actor, request.params.id)
        return listRows(db, request.actor.zoneId, request.params.id, request.query)
      }),
  )

  app.get(
    '/api/parcel-imports/:id/findings',
    { config: { access: 'parcel:create' }, schema: { params: IdParams, response: { 200: RowFindings } } },
    (request) =>
      within(house, request, async (db) => {
        await shownImport(db, request.actor, request.params.id)
        const items = await listRowFindings(db, request.actor.zoneId, request.params.id)
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/parcel-imports/:id/drawing',
    { config: { access: 'parcel:create' }, schema: { params: IdParams, response: { 200: ImportDrawing } } },
    (request) =>
      within(house, request, async (db) => {
        const { counts } = await shownImport(db, request.actor, request.params.id)
        const items = await listDrawn(db, request.actor.zoneId, request.params.id, drawnAtMost)
        const total = counts.new + counts.changed + counts.unchanged + counts.doubt + counts.refused
        return { shown: items.length, total, items }
      }),
  )

  app.patch(
    '/api/parcel-imports/:id',
    {
      config: { access: 'parcel:create' },
      schema: { params: IdParams, body: ReadingPatch, response: { 200: ParcelImport } },
    },
    async (request) => {
      await changeReading(deskOf(house, request), request.params.id, request.body)
      return show(request, request.params.id)
    },
  )

  app.patch(
    '/api/parcel-imports/:id/rows/:rowId',
    {
      config: { access: 'parcel:create' },
      schema: { params: RowParams, body: RowPatch, response: { 200: ParcelImport } },
    },
    (request) =>
      within(house, request, async (db, { at }) => {
        const { id, rowId } = request.params
        await decideRow(db, request.actor, at, id, rowId, request.body)
        return shownImport(db, request.actor, id)
      }),
  )

  app.patch(
    '/api/parcel-imports/:id/rows',
    {
      config: { access: 'parcel:create' },
      schema: { params: IdParams, body: RowsPatch, response: { 200: ParcelImport } },
    },
    (request) =>
      within(house, request, async (db, { at }) => {
        await decideRows(db, request.actor, at, request.params.id, request.body)
        return shownImport(db, request.actor, request.params.id)
      }),
  )

  app.post(
    '/api/parcel-imports/:id/apply',
    {
      config: { access: 'parcel:create' },
      schema: { params: IdParams, body: ApplyParcels, response: { 200: ParcelImport } },
    },
    async (request) => {
      await applyImport(deskOf(house, request), request.params.id, request.body.revision)
      return show(request, request.params.id)
    },
  )

  app.post(
    '/api/parcel-imports/:id/undo',
    { config: { access: 'parcel:create' }, schema: { params: IdParams, response: { 200: UndoneParcels } } },
    async (request) => {
      const undone = await undoImport(deskOf(house, request), request.params.id)
      return { import: await show(request, request.params.id), ...undone }
    },
  )

  app.delete(
    '/api/parcel-imports/:id',
    {
      config: { access: 'parcel:create' },
      schema: { params: IdParams, response: { 200: Type.Object({ done: Type.Literal(true) }) } },
    },
    async (request) => {
      const { actor } = request
      await within(house, request, async (db, { at }) => {
        const held = await holdOpen(db, actor.zoneId, request.params.id)
        await keepImport(db, actor, at, held, { status: 'discarded' })
      })
      await rm(parcelFilePath(house.config, actor.zoneId, request.params.id), { force: true })
      return { done: true as const }
    },
  )
}
