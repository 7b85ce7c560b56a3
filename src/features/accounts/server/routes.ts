import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Actor, generalAbilities } from '../../../server/access.ts'
import { openCipher } from '../../../server/cipher.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type App, type House, within } from '../../../server/http.ts'
import { addEvent } from '../../audit/server/events.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import { CodeNeeded, Me, SignIn, SignInCode, SignInPage } from '../contract.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { pendingMinutes } from './pending.ts'
import { listZones, touchSession, type Zone } from './queries.ts'
import { listSampleAccounts } from './sample-accounts.ts'
import { securityRoutes } from './security-routes.ts'
import { endSessions, type From, type Sessions, sessionCookie } from './sessions.ts'
import { readSettings } from './settings.ts'
import { type Door, signIn, signInWithCode } from './sign-in.ts'

const fromOf = (request: FastifyRequest): From => ({
  agent: request.headers['user-agent'],
  address: request.ip,
})
const Done = Type.Object({ done: Type.Literal(true) })

export function accountRoutes(app: App, house: House, sessions: Sessions) {
  const { database, config } = house
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secureCookies } as const
  const door: Door = { database, cipher: openCipher(config.dataFolder), idleMinutes: config.idleMinutes }
  const zones = () => database.asOwner(listZones)
  ownAccountRoutes(app, house, { sessions, cipher: door.cipher })
  securityRoutes(app, house, sessions)

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
      return reply.code(200).send(await opened(reply, zone, outcome.cookie))
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
      return opened(reply, zone, value)
    },
  )

  app.post(
    '/api/sign-out',
    { config: { access: 'self:update' }, schema: { response: { 200: Done } } },
    async (request, reply) => {
      await within(house, request, async (db, author) => {
        await touchSession(db, author.zoneId, request.actor.sessionId, author.at)
        await endSessions(db, author, { id: request.actor.sessionId })
        await addEvent(db, author, { kind: 'signOut', address: request.ip })
      })
      sessions.forget()
      reply.clearCookie(sessionCookie, cookie)
      return { done: true as const }
    },
  )

  app.get('/api/me', { config: { access: 'self:read' }, schema: { response: { 200: Me } } }, (request) =>
    within(house, request, async (db) => {
      const zone = await db
        .selectFrom('zone')
        .select(['id', 'code', 'name', 'sample'])
        .where('id', '=', request.actor.zoneId)
        .executeTakeFirstOrThrow()
      return describe(db, zone, request.actor)
    }),
  )

  /** Where an account is signed in once only, its other sessions are no longer trusted here. */
  async function opened(reply: FastifyReply, zone: Zone, value: string) {
    const actor = found(await sessions.find(value), say('会话', 'session'), '')
    sessions.forget(actor.memberId)
    reply.setCookie(sessionCookie, value, cookie)
    return database.within(actor, (db) => describe(db, zone, actor))
  }

  async function describe(db: Db, zone: Zone, actor: Actor): Promise<Static<typeof Me>> {
    const units = await listUnits(db, zone.id)
    const unit = (id: string) => units.find((one) => one.id === id)
    const member = await db
      .selectFrom('member')
      .select(['id', 'login', 'name'])
      .where('zoneId', '=', zone.id)
      .where('id', '=', actor.memberId)
      .executeTakeFirstOrThrow()
    const { values } = await readSettings(db, zone.id, config.idleMinutes)
    const corps = actor.unitIds.map(unit).find((one) => one?.kind === 'corps')
    return {
      zone,
      member,
      corpsId: corps?.id ?? null,
      idleMinutes: values.idleMinutes,
      mustChangePassword: actor.mustChangePassword,
      mustEnrol: actor.mustEnrol === true,
      posts: actor.posts.map((post) => ({ ...post, unit: unit(post.unitId)?.name ?? '' })),
      abilities: generalAbilities(actor),
      seesWholeZone: actor.reach === 'zone',
    }
  }
}
