import { Type } from 'typebox'
import type { Actor } from '../../../server/access.ts'
import type { Cipher } from '../../../server/cipher.ts'
import { type App, type House, within } from '../../../server/http.ts'
import { IdParams } from '../../../shared/schema.ts'
import {
  Account,
  ChangePassword,
  Ended,
  FactorConfirm,
  FactorProof,
  FactorStart,
  FactorStarted,
  RecoveryCodes,
  SessionList,
} from '../contract.ts'
import { changePassword } from './change-password.ts'
import { endOtherSessions, endOwnSession, listSessions, readAccount } from './own-account.ts'
import { beginOwnFactor, confirmOwnFactor, removeOwnFactor, renewRecoveryCodes } from './own-factor.ts'
import type { Sessions } from './sessions.ts'

export const Done = Type.Object({ done: Type.Literal(true) })
const done = { done: true as const }

/** One's account is what it is now, whatever day is looked at. */
export const today = ({ actor: { asOf: _, ...actor } }: { actor: Actor }) => ({ actor })

export function ownAccountRoutes(
  app: App,
  house: House,
  { sessions, cipher }: { sessions: Sessions; cipher: Cipher },
) {
  const idle = house.config.idleMinutes

  app.get(
    '/api/account',
    { config: { access: 'self:read' }, schema: { response: { 200: Account } } },
    (request) => within(house, today(request), (db) => readAccount(db, request.actor, idle)),
  )

  app.post(
    '/api/password',
    { config: { access: 'self:update' }, schema: { body: ChangePassword, response: { 200: Done } } },
    async (request) => {
      await changePassword(house, request, request.body)
      sessions.forget(request.actor.memberId)
      return done
    },
  )

  app.post(
    '/api/second-factor',
    { config: { access: 'self:update' }, schema: { body: FactorStart, response: { 200: FactorStarted } } },
    (request) => beginOwnFactor(house, cipher, request, request.body),
  )

  app.post(
    '/api/second-factor/confirm',
    { config: { access: 'self:update' }, schema: { body: FactorConfirm, response: { 200: RecoveryCodes } } },
    async (request) => {
      const answer = await confirmOwnFactor(house, cipher, request, request.body.code)
      sessions.forget(request.actor.memberId)
      return answer
    },
  )

  app.post(
    '/api/second-factor/off',
    { config: { access: 'self:update' }, schema: { body: FactorProof, response: { 200: Done } } },
    async (request) => {
      await removeOwnFactor(house, cipher, request, request.body)
      return done
    },
  )

  app.post(
    '/api/second-factor/recovery-codes',
    { config: { access: 'self:update' }, schema: { body: FactorProof, response: { 200: RecoveryCodes } } },
    (request) => renewRecoveryCodes(house, cipher, request, request.body),
  )

  app.get(
    '/api/sessions',
    { config: { access: 'self:read' }, schema: { response: { 200: SessionList } } },
    (request) =>
      within(house, today(request), async (db, { at }) => {
        const items = await listSessions(db, request.actor, idle, at)
        return { items, total: items.length }
      }),
  )

  app.delete(
    '/api/sessions/:id',
    { config: { access: 'self:remove' }, schema: { params: IdParams, response: { 200: Done } } },
    async (request) => {
      await within(house, request, (db, author) =>
        endOwnSession(db, author, request.actor, request.params.id),
      )
      sessions.forget(request.actor.memberId)
      return done
    },
  )

  app.post(
    '/api/sessions/end-others',
    { config: { access: 'self:update' }, schema: { response: { 200: Ended } } },
    async (request) => {
      const ended = await within(house, request, (db, author) => endOtherSessions(db, author, request.actor))
      sessions.forget(request.actor.memberId)
      return { ended }
    },
  )
}
