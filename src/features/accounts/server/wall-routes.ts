import { Type } from 'typebox'
import { authorize, mayShowWall } from '../../../server/access.ts'
import { notAllowed } from '../../../server/errors.ts'
import { type App, type House, within } from '../../../server/http.ts'
import { IdParams } from '../../../shared/schema.ts'
import { Me, ReasonInput, WallInput } from '../contract.ts'
import { WallList } from '../security-contract.ts'
import { type Entrance, findZone, fromOf } from './entrance.ts'
import { today } from './own-account-routes.ts'
import { securityPolicy } from './policy.ts'
import type { Sessions } from './sessions.ts'
import { readSettings } from './settings.ts'
import { endWall, listWalls, openWall } from './walls.ts'

/** Screens that stay signed in: kept by whoever stands before them, seen and ended by the security administrator. */
export function wallRoutes(app: App, house: House, sessions: Sessions, entrance: Entrance) {
  const idle = house.config.idleMinutes

  app.post(
    '/api/walls',
    { config: { access: 'self:create' }, schema: { body: WallInput, response: { 201: Me } } },
    async (request, reply) => {
      const { actor, body } = request
      if (!mayShowWall(actor))
        throw notAllowed('您的任职看不了大屏。', 'Your posts do not show you the wall.')
      const { zone, value } = await within(house, request, async (db, author) => {
        const { values } = await readSettings(db, author.zoneId, idle)
        return {
          zone: await findZone(db, author.zoneId),
          value: await openWall(db, author, actor, body, fromOf(request), values),
        }
      })
      return reply.code(201).send(await entrance.opened(reply, zone, value))
    },
  )

  app.get(
    '/api/walls',
    { config: { access: 'security:read' }, schema: { response: { 200: WallList } } },
    (request) => within(house, today(request), (db, { zoneId, at }) => listWalls(db, zoneId, at)),
  )

  app.post(
    '/api/walls/:id/end',
    {
      config: { access: 'security:update' },
      schema: {
        params: IdParams,
        body: ReasonInput,
        response: { 200: Type.Object({ done: Type.Literal(true) }) },
      },
    },
    async (request) => {
      authorize(securityPolicy, request.actor, 'update', undefined)
      const memberId = await within(house, request, (db, author) =>
        endWall(db, author, request.params.id, request.body.reason),
      )
      sessions.forget(memberId)
      return { done: true as const }
    },
  )
}
