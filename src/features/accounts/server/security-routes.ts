import { authorize } from '../../../server/access.ts'
import { found, say } from '../../../server/errors.ts'
import { type App, type House, within } from '../../../server/http.ts'
import { IdParams } from '../../../shared/schema.ts'
import { findMember } from '../../organisation/server/queries.ts'
import { Ended, FirstPassword, MemberAccount, ReasonInput } from '../contract.ts'
import { AccountList, AccountQuery, Security, SecurityInput } from '../security-contract.ts'
import {
  checkFirstPassword,
  endMemberSessions,
  readMemberAccount,
  resetFactor,
  rolesOn,
  setFirstPassword,
} from './member-account.ts'
import { today } from './own-account-routes.ts'
import { hashPassword } from './passwords.ts'
import { memberAccountPolicy, securityPolicy } from './policy.ts'
import { listAccountsIn, readSecurity } from './security-state.ts'
import type { Sessions } from './sessions.ts'
import { saveSettings } from './settings.ts'
import { endLongerWalls } from './walls.ts'

/** What the security administrator does; the other two of the three powers read the settings. */
export function securityRoutes(app: App, house: House, sessions: Sessions) {
  const idle = house.config.idleMinutes

  app.get(
    '/api/security',
    { config: { access: 'security:read' }, schema: { response: { 200: Security } } },
    (request) =>
      within(house, request, (db, { at }) => readSecurity(db, request.actor, idle, request.actor.asOf ?? at)),
  )

  app.get(
    '/api/security/accounts',
    {
      config: { access: 'security:read' },
      schema: { querystring: AccountQuery, response: { 200: AccountList } },
    },
    (request) =>
      within(house, request, (db, { at, zoneId }) =>
        listAccountsIn(db, zoneId, request.query.state, idle, request.actor.asOf ?? at),
      ),
  )

  app.put(
    '/api/security',
    { config: { access: 'security:update' }, schema: { body: SecurityInput, response: { 200: Security } } },
    async (request) => {
      authorize(securityPolicy, request.actor, 'update', undefined)
      const { revision, ...values } = request.body
      const answer = await within(house, request, async (db, author) => {
        await saveSettings(db, author, revision, values)
        await endLongerWalls(db, author, values)
        return readSecurity(db, request.actor, idle, author.at)
      })
      sessions.forget()
      return answer
    },
  )

  app.get(
    '/api/members/:id/account',
    { config: { access: 'member:update' }, schema: { params: IdParams, response: { 200: MemberAccount } } },
    (request) => {
      authorize(memberAccountPolicy, request.actor, 'read', request.params)
      return within(house, today(request), (db, { at }) =>
        readMemberAccount(db, request.actor, request.params.id, idle, at),
      )
    },
  )

  app.post(
    '/api/members/:id/password',
    {
      config: { access: 'member:update' },
      schema: { params: IdParams, body: FirstPassword, response: { 200: MemberAccount } },
    },
    async (request) => {
      const { id } = request.params
      const { password, reason } = request.body
      authorize(memberAccountPolicy, request.actor, 'update', { id })
      const { history } = await within(house, request, async (db, author) => {
        const member = found(await findMember(db, author.zoneId, id), say('人员', 'member'), id)
        const whose = { ...member, roles: await rolesOn(db, author, id) }
        return checkFirstPassword(db, author.zoneId, whose, password, idle)
      })
      const passwordHash = await hashPassword(password)
      const answer = await within(house, request, async (db, author) => {
        await setFirstPassword(db, author, id, { passwordHash, reason, history })
        return readMemberAccount(db, request.actor, id, idle, author.at)
      })
      sessions.forget(id)
      return answer
    },
  )

  app.post(
    '/api/members/:id/second-factor/reset',
    {
      config: { access: 'member:update' },
      schema: { params: IdParams, body: ReasonInput, response: { 200: MemberAccount } },
    },
    async (request) => {
      const { id } = request.params
      authorize(memberAccountPolicy, request.actor, 'update', { id })
      const answer = await within(house, request, async (db, author) => {
        await resetFactor(db, author, id, { reason: request.body.reason })
        return readMemberAccount(db, request.actor, id, idle, author.at)
      })
      sessions.forget(id)
      return answer
    },
  )

  app.post(
    '/api/members/:id/end-sessions',
    {
      config: { access: 'member:update' },
      schema: { params: IdParams, body: ReasonInput, response: { 200: Ended } },
    },
    async (request) => {
      const { id } = request.params
      authorize(memberAccountPolicy, request.actor, 'update', { id })
      const ended = await within(house, request, (db, author) =>
        endMemberSessions(db, author, id, request.body.reason),
      )
      sessions.forget(id)
      return { ended }
    },
  )
}
