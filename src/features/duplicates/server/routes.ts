import { Type } from 'typebox'
import { type Routes, within } from '../../../server/http.ts'
import { Id } from '../../../shared/schema.ts'
import {
  Comparison,
  DuplicateList,
  DuplicatesQuery,
  Merge,
  MergeInput,
  MergeList,
  NotSameInput,
  NotSameList,
  Paging,
  UnmergeInput,
  UnmergePreview,
} from '../contract.ts'
import { compareTwo } from './comparison.ts'
import { mergeProjects } from './merge.ts'
import { sayNotSame, unsayNotSame } from './not-same.ts'
import { mergeAbilities, notSameAbilities } from './policy.ts'
import { findMerge, listMerges, listNotSame } from './queries.ts'
import { listDuplicates } from './queue.ts'
import { readUnmerge, unmerge } from './unmerge.ts'

const IdParams = Type.Object({ id: Id })
const PairParams = Type.Object({ firstId: Id, secondId: Id })
const Done = Type.Object({ done: Type.Literal(true) })
const mostChoices = 20 * 1024 * 1024

export const duplicateRoutes: Routes = (app, house) => {
  app.get(
    '/api/duplicates',
    {
      config: { access: 'duplicate:read' },
      schema: { querystring: DuplicatesQuery, response: { 200: DuplicateList } },
    },
    (request) => within(house, request, (db) => listDuplicates(db, request.actor, request.query)),
  )

  app.get(
    '/api/duplicates/:firstId/:secondId',
    {
      config: { access: 'duplicate:read' },
      schema: { params: PairParams, response: { 200: Comparison } },
    },
    (request) =>
      within(house, request, (db) =>
        compareTwo(db, request.actor, [request.params.firstId, request.params.secondId]),
      ),
  )

  app.get(
    '/api/merges',
    {
      config: { access: 'duplicate:read' },
      schema: { querystring: Paging, response: { 200: MergeList } },
    },
    (request) =>
      within(house, request, async (db) => {
        const { items, total } = await listMerges(db, request.actor.zoneId, request.query)
        return {
          items: items.map((item) => ({ ...item, abilities: mergeAbilities(request.actor, item) })),
          total,
        }
      }),
  )

  app.post(
    '/api/merges',
    {
      config: { access: 'duplicate:create' },
      schema: { body: MergeInput, response: { 201: Merge } },
    },
    async (request, reply) => {
      const { actor } = request
      const merge = await within(house, request, async (db, author) =>
        findMerge(db, actor.zoneId, await mergeProjects(db, actor, author, request.body)),
      )
      return reply.code(201).send({ ...merge, abilities: mergeAbilities(actor, merge) })
    },
  )

  app.get(
    '/api/merges/:id/undo',
    {
      config: { access: 'duplicate:update' },
      schema: { params: IdParams, response: { 200: UnmergePreview } },
    },
    (request) => within(house, request, (db) => readUnmerge(db, request.actor.zoneId, request.params.id)),
  )

  app.post(
    '/api/merges/:id/undo',
    {
      config: { access: 'duplicate:update' },
      bodyLimit: mostChoices,
      schema: { params: IdParams, body: UnmergeInput, response: { 200: Merge } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const { actor, params } = request
        await unmerge(db, actor, author, params.id, request.body)
        const merge = await findMerge(db, actor.zoneId, params.id)
        return { ...merge, abilities: mergeAbilities(actor, merge) }
      }),
  )

  app.get(
    '/api/not-same',
    {
      config: { access: 'duplicate:read' },
      schema: { querystring: Paging, response: { 200: NotSameList } },
    },
    (request) =>
      within(house, request, async (db) => {
        const { items, total } = await listNotSame(db, request.actor.zoneId, request.query)
        return {
          items: items.map((item) => ({ ...item, abilities: notSameAbilities(request.actor) })),
          total,
        }
      }),
  )

  app.post(
    '/api/not-same',
    {
      config: { access: 'duplicate:create' },
      schema: { body: NotSameInput, response: { 200: Done } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await sayNotSame(db, request.actor, author, request.body)
        return { done: true as const }
      }),
  )

  app.delete(
    '/api/not-same/:id',
    { config: { access: 'duplicate:remove' }, schema: { params: IdParams, response: { 200: Done } } },
    (request) =>
      within(house, request, async (db, author) => {
        await unsayNotSame(db, author, request.params.id)
        return { done: true as const }
      }),
  )
}
