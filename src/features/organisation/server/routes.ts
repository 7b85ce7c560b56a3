import { Type } from 'typebox'
import { abilitiesOn, authorize } from '../../../server/access.ts'
import { found, say } from '../../../server/errors.ts'
import { type Routes, within } from '../../../server/http.ts'
import { IdParams } from '../../../shared/schema.ts'
import { checkFirstPassword } from '../../accounts/server/member-account.ts'
import { hashPassword } from '../../accounts/server/passwords.ts'
import { Member, MemberInput, MemberList, PostInput, PostPatch, UnitList } from '../contract.ts'
import { addMember, endPost, givePost, unlockMember } from './actions.ts'
import { memberPolicy } from './policy.ts'
import { findPost, listMembers, listUnits } from './queries.ts'

export const organisationRoutes: Routes = (app, house) => {
  const memberOf = async (request: Parameters<typeof within>[1], id: string) =>
    within(house, request, async (db, { at }) => {
      const member = found(
        (await listMembers(db, request.actor.zoneId, at)).find((one) => one.id === id),
        say('人员', 'member'),
        id,
      )
      return { ...member, abilities: abilitiesOn(memberPolicy, request.actor, member) }
    })

  app.get(
    '/api/units',
    { config: { access: 'unit:read' }, schema: { response: { 200: UnitList } } },
    (request) =>
      within(house, request, async (db) => {
        const items = await listUnits(db, request.actor.zoneId)
        return { items, total: items.length }
      }),
  )

  app.get(
    '/api/members',
    { config: { access: 'member:read' }, schema: { response: { 200: MemberList } } },
    (request) =>
      within(house, request, async (db, { at }) => {
        const rows = await listMembers(db, request.actor.zoneId, at)
        return {
          items: rows.map((row) => ({ ...row, abilities: abilitiesOn(memberPolicy, request.actor, row) })),
          total: rows.length,
        }
      }),
  )

  app.post(
    '/api/members',
    { config: { access: 'member:create' }, schema: { body: MemberInput, response: { 201: Member } } },
    async (request, reply) => {
      authorize(memberPolicy, request.actor, 'create', undefined)
      const { login, name, role, password } = request.body
      await within(house, request, (db, { zoneId }) =>
        checkFirstPassword(db, zoneId, { login, name, roles: [role] }, password, house.config.idleMinutes),
      )
      const hash = await hashPassword(password)
      const id = await within(house, request, (db, author) => addMember(db, author, request.body, hash))
      return reply.code(201).send(await memberOf(request, id))
    },
  )

  app.post(
    '/api/posts',
    { config: { access: 'member:update' }, schema: { body: PostInput, response: { 201: Member } } },
    async (request, reply) => {
      authorize(memberPolicy, request.actor, 'update', { id: request.body.memberId })
      await within(house, request, (db, author) => givePost(db, author, request.body))
      return reply.code(201).send(await memberOf(request, request.body.memberId))
    },
  )

  app.patch(
    '/api/posts/:id',
    {
      config: { access: 'member:update' },
      schema: {
        params: IdParams,
        body: PostPatch,
        response: { 200: Type.Object({ done: Type.Literal(true) }) },
      },
    },
    async (request) => {
      const { id } = request.params
      await within(house, request, async (db, author) => {
        const post = found(await findPost(db, author.zoneId, id), say('任职', 'post'), id)
        authorize(memberPolicy, request.actor, 'update', { id: post.memberId })
        await endPost(db, author, post, request.body.revision, request.body.toOn)
      })
      return { done: true as const }
    },
  )

  app.post(
    '/api/members/:id/unlock',
    { config: { access: 'member:update' }, schema: { params: IdParams, response: { 200: Member } } },
    async (request) => {
      authorize(memberPolicy, request.actor, 'update', undefined)
      await within(house, request, (db, author) => unlockMember(db, author, request.params.id))
      return memberOf(request, request.params.id)
    },
  )
}
