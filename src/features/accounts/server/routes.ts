import '@fastify/cookie'
import { type Static, Type } from 'typebox'
import { type Actor, generalAbilities } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type App, type House, within } from '../../../server/http.ts'
import { addEvent } from '../../audit/server/events.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import { ChangePassword, Me, SignIn, SignInPage } from '../contract.ts'
import { hashPassword, isStrong, verifyPassword } from './passwords.ts'
import { findCredential, listZones, touchSession, type Zone } from './queries.ts'
import { listSampleAccounts } from './sample-accounts.ts'
import { endSessions, type Sessions, sessionCookie } from './sessions.ts'
import { countTry, signIn } from './sign-in.ts'

const Done = Type.Object({ done: Type.Literal(true) })

export function accountRoutes(app: App, house: House, sessions: Sessions) {
  const { database, config } = house
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secureCookies } as const
  const zones = () => database.asOwner(listZones)

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
    { config: { access: 'public' }, schema: { body: SignIn, response: { 200: Me } } },
    async (request, reply) => {
      const code = request.body.zone
      const zone = (await zones()).find((one) => one.code === code)
      if (!zone)
        throw new Problem(
          'not_found',
          say(`没有代码为 ${code} 的开发区。`, `There is no zone with the code ${code}.`),
        )
      const value = await signIn(database, zone, request.body, {
        agent: request.headers['user-agent'],
        address: request.ip,
      })
      const actor = found(await sessions.find(value), say('会话', 'session'), '')
      reply.setCookie(sessionCookie, value, cookie)
      return database.within(actor, (db) => describe(db, zone, actor))
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

  app.post(
    '/api/password',
    { config: { access: 'self:update' }, schema: { body: ChangePassword, response: { 200: Done } } },
    async (request) => {
      const { current, next } = request.body
      const { zoneId, memberId, sessionId } = request.actor
      const { login } = await within(house, request, (db) =>
        db
          .selectFrom('member')
          .select('login')
          .where('zoneId', '=', zoneId)
          .where('id', '=', memberId)
          .executeTakeFirstOrThrow(),
      )
      const before = await within(house, request, (db) => findCredential(db, zoneId, login))
      const right = await verifyPassword(before?.passwordHash, current)
      // Counted as at sign-in: an open screen is no place to guess the password at leisure.
      const refused = await within(house, request, async (db, author) => {
        const now = found(await findCredential(db, zoneId, login), say('账号', 'account'), login)
        return countTry(db, author, now, right)
      })
      if (refused?.code === 'wrong_password')
        throw new Problem('wrong_password', say('当前密码不正确。', 'The current password is not right.'))
      if (refused) throw refused
      if (!isStrong(next, login) || next === current)
        throw new Problem(
          'invalid_input',
          say(
            '新密码至少 8 位，须含大写字母、小写字母、数字、符号中的三类，不含账号名，且与原密码不同。',
            'The new password needs 8 characters or more, three of: capitals, small letters, digits, signs; without the account name, and other than before.',
          ),
        )
      const passwordHash = await hashPassword(next)
      await within(house, request, async (db, author) => {
        const now = found(await findCredential(db, zoneId, login), say('账号', 'account'), login)
        await updateRows(db, author, 'credential', [
          {
            id: now.id,
            revision: now.revision,
            set: { passwordHash, mustChange: false, changedAt: author.at },
          },
        ])
        await endSessions(db, author, { memberId, butId: sessionId })
        await addEvent(db, author, { kind: 'passwordChanged', address: request.ip })
      })
      sessions.forget()
      return { done: true as const }
    },
  )

  async function describe(db: Db, zone: Zone, actor: Actor): Promise<Static<typeof Me>> {
    const units = await listUnits(db, zone.id)
    const unit = (id: string) => units.find((one) => one.id === id)
    const member = await db
      .selectFrom('member')
      .select(['id', 'login', 'name'])
      .where('zoneId', '=', zone.id)
      .where('id', '=', actor.memberId)
      .executeTakeFirstOrThrow()
    const corps = actor.unitIds.map(unit).find((one) => one?.kind === 'corps')
    return {
      zone,
      member,
      corpsId: corps?.id ?? null,
      idleMinutes: config.idleMinutes,
      mustChangePassword: actor.mustChangePassword,
      posts: actor.posts.map((post) => ({ ...post, unit: unit(post.unitId)?.name ?? '' })),
      abilities: generalAbilities(actor),
      seesWholeZone: actor.reach === 'zone',
    }
  }
}
