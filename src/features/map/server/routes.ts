import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import { endOfDay } from '../../../server/as-of.ts'
import { Problem, say } from '../../../server/errors.ts'
import { authorOf, type Routes, within } from '../../../server/http.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { addEventApart } from '../../audit/server/events.ts'
import { buildingsWithin } from '../../buildings/server/within.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import { dayFor } from '../../spaces/server/list.ts'
import { parcelsWithin, projectsWithin } from '../../spaces/server/within.ts'
import {
  Findings,
  FindQuery,
  Legend,
  LegendQuery,
  MapSelection,
  MapState,
  Print,
  PrintInput,
  SelectionQuery,
  TileParams,
  TileQuery,
} from '../contract.ts'
import { MapDifferences, MapDifferencesQuery } from '../differences-contract.ts'
import { keepAtlas } from './atlas.ts'
import { readDifferences } from './differences.ts'
import { findOnMap } from './find.ts'
import { countLegend, countSelection, stateOf } from './legend.ts'
import { listOrigins, loginOf, recordedDays } from './queries.ts'
import { tileOf } from './tiles.ts'

export const mapRoutes: Routes = (app, house) => {
  const atlas = keepAtlas(house.database, house.live)

  app.get(
    '/api/map/tiles/:set/:z/:x/:y',
    { config: { access: 'parcel:read' }, schema: { params: TileParams, querystring: TileQuery } },
    async (request, reply) => {
      const { set, z, x, y } = request.params
      const sheet = await atlas.sheet(request.actor)
      const scope = set === 'land' ? 'land' : atlas.scope(request.actor)
      const visible = set === 'land' ? undefined : await atlas.visible(request.actor, sheet)
      return sendTile(reply, tileOf(sheet, set, [z, x, y], visible, scope))
    },
  )

  app.get(
    '/api/map',
    { config: { access: 'parcel:read' }, schema: { response: { 200: MapState } } },
    async ({ actor }) => {
      const sheet = await atlas.sheet(actor)
      // Time is as long on whatever day it is looked at from.
      const { asOf: _, ...now } = actor
      const days = await within(house, { actor: now }, (db) => recordedDays(db, actor.zoneId))
      return stateOf(sheet, await atlas.visible(actor, sheet), days)
    },
  )

  app.get(
    '/api/map/legend',
    { config: { access: 'parcel:read' }, schema: { querystring: LegendQuery, response: { 200: Legend } } },
    async ({ actor, query }) => {
      const sheet = await atlas.sheet(actor)
      return countLegend(sheet, await atlas.visible(actor, sheet), query)
    },
  )

  app.get(
    '/api/map/differences',
    {
      config: { access: 'parcel:read' },
      schema: { querystring: MapDifferencesQuery, response: { 200: MapDifferences } },
    },
    async (request) => {
      const { actor, query } = request
      const since = dayBefore(query.since, actor.asOf)
      const seenBy = async (person: Actor) => {
        const sheet = await atlas.sheet(person)
        return { sheet, visible: await atlas.visible(person, sheet) }
      }
      const [before, after] = [await seenBy({ ...actor, asOf: since }), await seenBy(actor)]
      const known = await within(house, request, async (db) => ({
        origins: await listOrigins(db, actor.zoneId, query.since),
        unitNames: new Map((await listUnits(db, actor.zoneId)).map(({ id, name }) => [id, name])),
      }))
      return readDifferences(before, after, known, query)
    },
  )

  app.get(
    '/api/map/find',
    { config: { access: 'parcel:read' }, schema: { querystring: FindQuery, response: { 200: Findings } } },
    async ({ actor, query }) => {
      const sheet = await atlas.sheet(actor)
      return findOnMap(sheet, await atlas.visible(actor, sheet), query.q)
    },
  )

  app.get(
    '/api/map/selection',
    {
      config: { access: 'parcel:read' },
      schema: { querystring: SelectionQuery, response: { 200: MapSelection } },
    },
    async (request) => {
      const { actor, query } = request
      const held = await within(house, request, async (db, { at }) => ({
        projects: await projectsWithin(db, actor.zoneId, query.within),
        parcels: await parcelsWithin(db, actor.zoneId, query.within),
        buildings: await buildingsWithin(db, actor.zoneId, dayFor(actor, at), query.within),
      }))
      return countSelection(await atlas.sheet(actor), held)
    },
  )

  app.post(
    '/api/map/prints',
    { config: { access: 'export:create' }, schema: { body: PrintInput, response: { 200: Print } } },
    async (request) => {
      const { day, format, title, paper, dpi, scale, ...filter } = request.body
      const asOf = day === undefined ? undefined : endOfDay(day)
      const actor = asOf ? { ...request.actor, asOf } : request.actor
      const sheet = await atlas.sheet(actor)
      const legend = countLegend(sheet, await atlas.visible(actor, sheet), filter)
      const { login } = await within(house, request, (db) => loginOf(db, actor))
      const author = authorOf(request)
      const id = uuidv7()
      const parcels = legend.parcels.reduce((sum, { count }) => sum + count, 0)
      await addEventApart(house.database, author, {
        kind: 'export',
        entity: 'map',
        rowId: id,
        address: request.ip,
        detail: {
          filter: {
            ...filter,
            ...(day ? { day } : {}),
            title,
            sheet: `${paper} ${dpi} dpi 1:${scale}`,
            format,
          },
          rows: parcels + legend.buildings.count + legend.projects,
        },
      })
      return { id, name: actor.name, login, at: author.at.toISOString(), legend }
    },
  )
}

/** The end of a day that is over before the one that is looked at. */
function dayBefore(since: Day, asOf: Date | undefined): Date {
  const end = endOfDay(since)
  if (end && (!asOf || end < asOf)) return end
  const day = shanghaiDay(asOf ?? new Date())
  throw new Problem(
    'invalid_input',
    say(
      `对比的前一天 ${since} 须早于所看的 ${day}。`,
      `The earlier day ${since} must be before the day looked at, ${day}.`,
    ),
  )
}

/** An empty tile is an answer too: 204. By its tag a map knows a tile that did not change, and draws nothing anew. */
function sendTile(reply: FastifyReply, tile: Uint8Array) {
  if (tile.byteLength === 0) return reply.code(204).send()
  return reply
    .type('application/vnd.mapbox-vector-tile')
    .header('etag', `"${createHash('sha1').update(tile).digest('base64url')}"`)
    .send(Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength))
}
