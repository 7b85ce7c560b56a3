import { Type } from 'typebox'
import { type Routes, within } from '../../../server/http.ts'
import { Id, IdParams } from '../../../shared/schema.ts'
import { GuestInput, GuestList } from '../contract.ts'
import { addGuest, listGuests, removeGuest } from './guests.ts'
import { readProject } from './project-page.ts'

export const guestRoutes: Routes = (app, house) => {
  app.get(
    '/api/projects/:id/guests',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: GuestList } } },
    (request) =>
      within(house, request, async (db) => {
        await readProject(db, request.actor, request.params.id)
        const items = await listGuests(db, request.actor.zoneId, request.params.id)
        return { items, total: items.length }
      }),
  )

  app.post(
    '/api/projects/:id/guests',
    { config: { access: 'project:update' }, schema: { params: IdParams, body: GuestInput } },
    async (request, reply) => {
      await within(house, request, (db, author) =>
        addGuest(db, request.actor, author, request.params.id, request.body.memberId),
      )
      return reply.code(204).send()
    },
  )

  app.delete(
    '/api/projects/:id/guests/:memberId',
    { config: { access: 'project:update' }, schema: { params: Type.Object({ id: Id, memberId: Id }) } },
    async (request, reply) => {
      await within(house, request, (db, author) =>
        removeGuest(db, request.actor, author, request.params.id, request.params.memberId),
      )
      return reply.code(204).send()
    },
  )
}
