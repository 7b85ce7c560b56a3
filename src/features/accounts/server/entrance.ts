import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { type Actor, generalAbilities } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { House } from '../../../server/http.ts'
import { addDays } from '../../../shared/days.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import type { Me } from '../contract.ts'
import type { Zone } from './queries.ts'
import { type From, type Sessions, sessionCookie } from './sessions.ts'
import { readSettings } from './settings.ts'

export const fromOf = (request: FastifyRequest): From => ({
  agent: request.headers['user-agent'],
  address: request.ip,
})

/** Where a session's cookie is given and taken, and somebody is told who they are. */
export function keepEntrance({ database, config }: House, sessions: Sessions) {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secureCookies } as const

  /** What others of their sessions this one has ended is no longer trusted here. */
  async function opened(reply: FastifyReply, zone: Zone, value: string) {
    const actor = found(await sessions.find(value), say('会话', 'session'), '')
    sessions.forget(actor.memberId)
    // A person's goes with the browser; a wall's outlives the machine's nightly restart, and not its date.
    const expires = actor.wall && new Date(`${addDays(actor.wall.until, 1)}T00:00:00+08:00`)
    reply.setCookie(sessionCookie, value, { ...cookie, ...(expires ? { expires } : {}) })
    return database.within(actor, (db) => describe(db, zone, actor))
  }

  const closed = (reply: FastifyReply) => reply.clearCookie(sessionCookie, cookie)

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
      wall: actor.wall ?? null,
      wallDays: values.wallDays,
      mustChangePassword: actor.mustChangePassword,
      mustEnrol: actor.mustEnrol === true,
      posts: actor.posts.map((post) => ({ ...post, unit: unit(post.unitId)?.name ?? '' })),
      abilities: generalAbilities(actor),
      seesWholeZone: actor.reach === 'zone',
    }
  }

  return { opened, closed, describe }
}
export type Entrance = ReturnType<typeof keepEntrance>

export const findZone = (db: Db, zoneId: string): Promise<Zone> =>
  db
    .selectFrom('zone')
    .select(['id', 'code', 'name', 'sample'])
    .where('id', '=', zoneId)
    .executeTakeFirstOrThrow()
