import { Type } from 'typebox'
import { openCipher } from '../../../server/cipher.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type App, type House, within } from '../../../server/http.ts'
import { addEvent } from '../../audit/server/events.ts'
import { CodeNeeded, Me, SignIn, SignInCode, SignInPage } from '../contract.ts'
import { findZone, fromOf, keepEntrance } from './entrance.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { pendingMinutes } from './pending.ts'
import { listZones, touchSession } from './queries.ts'
import { listSampleAccounts } from './sample-accounts.ts'
import { securityRoutes } from './security-routes.ts'
import { endSessions, type Sessions } from './sessions.ts'
import { type Door, signIn, signInWithCode } from './sign-in.ts'
import { wallRoutes } from './wall-routes.ts'

const Done = Type.Object({ done: Type.Literal(true) })

export function accountRoutes(app: App, house: House, sessions: Sessions) {
  const { database, config } = house
  const entrance = keepEntrance(house, sessions)
  const door: Door = { database, cipher: openCipher(config.dataFolder), idleMinutes: config.idleMinutes }
  const zones = () => database.asOwner(listZones)
  ownAccountRoutes(app, house, { sessions, cipher: door.cipher })
  securityRoutes(app, house, sessions)
  wallRoutes(app, house, sessions, entrance)

  app.get(
    '/api/sign-in',
    { config: { access: 'public' }, schema: { response: { 200: SignInPage } } },
    async () => ({
      zones: await Promise.all(
        (await zones()).map(async (zone) => ({
          code: zone.code,
          name: zone.name,
          sample: zone.sample,
          accounts: zone.sample
            ? await database.within({ zoneId: zone.id, memberId: null }, (db) =>
                listSampleAccounts(db, zone.id),
              )
            : [],
        })),
      ),
    }),
  )

  app.post(
    '/api/sign-in',
    { config: { access: 'public' }, schema: { body: SignIn, response: { 200: Me, 202: CodeNeeded } } },
    async (request, reply) => {
      const code = request.body.zone
      const zone = (await zones()).find((one) => one.code === code)
      if (!zone)
        throw new Problem(
          'not_found',
          say(`没有代码为 ${code} 的开发区。`, `There is no zone with the code ${code}.`),
        )
      const outcome = await signIn(door, zone, request.body, fromOf(request))
      if ('pending' in outcome) return reply.code(202).send({ ...outcome, minutes: pendingMinutes })
      return reply.code(200).send(await entrance.opened(reply, zone, outcome.cookie))
    },
  )

  app.post(
    '/api/sign-in/code',
    { config: { access: 'public' }, schema: { body: SignInCode, response: { 200: Me } } },
    async (request, reply) => {
      const { zoneId, cookie: value } = await signInWithCode(door, request.body, fromOf(request))
      const zone = found(
        (await zones()).find(({ id }) => id === zoneId),
        say('开发区', 'zone'),
        zoneId,
      )
      return entrance.opened(reply, zone, value)
    },
  )

  app.post(
    '/api/sign-out',
    { config: { access: 'self:update' }, schema: { response: { 200: Done } } },
    async (request, reply) => {
      await within(house, request, async (db, author) => {
        await touchSession(db, author.zoneId, request.actor.sessionId, author.at)
        await endSessions(db, author, { id: request.actor.sessionId })
        const { wall } = request.actor
        const detail = wall ? { screen: wall.screen } : {}
        await addEvent(db, author, { kind: 'signOut', address: request.ip, detail })
      })
      sessions.forget()
      entrance.closed(reply)
      return { done: true as const }
    },
  )

  app.get('/api/me', { config: { access: 'self:read' }, schema: { response: { 200: Me } } }, (request) =>
    within(house, request, async (db) =>
      entrance.describe(db, await findZone(db, request.actor.zoneId), request.actor),
    ),
  )
}
