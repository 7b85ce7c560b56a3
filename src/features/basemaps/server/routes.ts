import { pictureType } from '../../../formats/picture-type.ts'
import { abilitiesOn, authorize } from '../../../server/access.ts'
import { openCipher } from '../../../server/cipher.ts'
import { found, say } from '../../../server/errors.ts'
import { type Routes, within } from '../../../server/http.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import {
  Basemap,
  BasemapCheck,
  BasemapInput,
  BasemapView,
  BaseTileParams,
  BaseTileQuery,
} from '../contract.ts'
import { setsOf } from '../model/sources.ts'
import { keepFiles } from './files.ts'
import { keepPictures } from './keep-pictures.ts'
import { middleTile } from './middle.ts'
import { giverOf, readPicture } from './pictures-of.ts'
import { basemapPolicy } from './policy.ts'
import { readBasemap, type StoredBasemap, saveBasemap } from './settings.ts'
import { viewOf } from './view.ts'

/** A map asks for dozens of pictures at once, all of one setting. */
const trustedMs = 2_000

export const basemapRoutes: Routes = (app, house) => {
  const cipher = openCipher(house.config.dataFolder)
  const files = keepFiles(house.config.dataFolder)
  const pictures = keepPictures()
  const known = new Map<string, { at: number; stored: StoredBasemap }>()

  type Asked = { actor: Parameters<typeof within>[1]['actor'] }
  /** Whatever day is looked at, it is over the base map of now. */
  const now = ({ actor: { asOf: _, ...actor } }: Asked): Asked => ({ actor })
  const stored = async (asked: Asked): Promise<StoredBasemap> => {
    const { zoneId } = asked.actor
    const last = known.get(zoneId)
    if (last && Date.now() - last.at < trustedMs) return last.stored
    const read = await within(house, now(asked), (db) => readBasemap(db, cipher, zoneId))
    known.set(zoneId, { at: Date.now(), stored: read })
    return read
  }
  const settingOf = async ({ values, key, revision }: StoredBasemap, { actor }: Asked) => ({
    ...values,
    hasKey: key !== '',
    revision,
    files: await files.list(),
    abilities: abilitiesOn(basemapPolicy, actor, undefined),
  })

  app.get(
    '/api/basemap',
    { config: { access: 'basemap:read' }, schema: { response: { 200: Basemap } } },
    async (request) =>
      settingOf(await within(house, request, (db, { zoneId }) => readBasemap(db, cipher, zoneId)), request),
  )

  app.put(
    '/api/basemap',
    { config: { access: 'basemap:update' }, schema: { body: BasemapInput, response: { 200: Basemap } } },
    async (request) => {
      authorize(basemapPolicy, request.actor, 'update', undefined)
      const written = await within(house, request, async (db, author) => {
        await saveBasemap(db, author, { cipher, files }, request.body)
        return readBasemap(db, cipher, author.zoneId)
      })
      known.delete(request.actor.zoneId)
      return settingOf(written, request)
    },
  )

  app.get(
    '/api/basemap/check',
    { config: { access: 'basemap:update' }, schema: { response: { 200: BasemapCheck } } },
    async (request) => {
      const basemap = await stored(request)
      const { zoneId } = request.actor
      const place = await within(house, now(request), (db) => middleTile(db, zoneId, basemap.values.nearest))
      const began = Date.now()
      const [set] = setsOf(basemap.values)
      const bytes = set && (await readPicture(basemap, files, set, place))
      pictures.answered(giverOf(basemap))
      return { bytes: bytes?.byteLength ?? null, milliseconds: Date.now() - began }
    },
  )

  app.get(
    '/api/basemap/view',
    { config: { access: 'parcel:read' }, schema: { response: { 200: BasemapView } } },
    async (request) => viewOf(await stored(request), files),
  )

  app.get(
    '/api/basemap/tiles/:set/:z/:x/:y',
    { config: { access: 'parcel:read' }, schema: { params: BaseTileParams, querystring: BaseTileQuery } },
    async (request, reply) => {
      const { set, ...place } = request.params
      const basemap = await stored(request)
      found(
        setsOf(basemap.values).find((one) => one === set),
        say('底图', 'base map'),
        set,
      )
      if (Math.max(place.x, place.y) >= 2 ** place.z) return reply.code(204).send()
      // Pictures of a service change, seldom; a day is soon enough.
      const scope = [request.actor.zoneId, basemap.revision, set, shanghaiDay(Date.now())].join(' ')
      const bytes = await pictures.get(scope, place, giverOf(basemap), () =>
        readPicture(basemap, files, set, place),
      )
      const type = pictureType(bytes)
      return type ? reply.type(type).send(Buffer.from(bytes)) : reply.code(204).send()
    },
  )
}
