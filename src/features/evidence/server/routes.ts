import { createReadStream } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { authorOf, languageOf, type Routes, within } from '../../../server/http.ts'
import { body, IdParams } from '../../../shared/schema.ts'
import { addEventApart } from '../../audit/server/events.ts'
import {
  Evidence,
  type Format,
  MilestoneParams,
  PaperParams,
  ReasonLists,
  ReasonsInput,
  StageInput,
  StageParams,
  StageRuleInput,
  StageRules,
  StandingInput,
  StandingParams,
  VerificationInput,
} from '../contract.ts'
import { changeStanding } from './change-standing.ts'
import { enterStage } from './enter-stage.ts'
import { holdProject } from './held.ts'
import { assertWhole, filePaper, readPaper, removePaper } from './papers.ts'
import { namesPaper, readEvidence } from './read-evidence.ts'
import { listReasons, saveReasons } from './reasons.ts'
import { paperPath, receivePaper } from './receive-paper.ts'
import { listRules, resetRule, saveRule, withAbilities } from './rules.ts'
import { verifyMilestone } from './verify-milestone.ts'

const mediaTypes: Record<Format, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
}

export const evidenceRoutes: Routes = (app, house) => {
  const answer = (db: Db, request: FastifyRequest, id: string, { at }: Author) =>
    readEvidence(db, id, {
      actor: request.actor,
      config: house.config,
      now: request.actor.asOf ?? at,
      language: languageOf(request),
    })

  app.get(
    '/api/projects/:id/evidence',
    { config: { access: 'project:read' }, schema: { params: IdParams, response: { 200: Evidence } } },
    (request) => within(house, request, (db, author) => answer(db, request, request.params.id, author)),
  )

  app.post(
    '/api/projects/:id/papers',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, consumes: ['multipart/form-data'], response: { 201: Evidence } },
    },
    async (request, reply) => {
      const { id } = request.params
      // Who may not file here is told before the file comes.
      await within(house, request, (db) => holdProject(db, request.actor, id, 'update'))
      const upload = await receivePaper(request, house.config, request.actor.zoneId)
      const evidence = await within(house, request, async (db, author) => {
        await filePaper(db, request.actor, author, id, upload)
        return answer(db, request, id, author)
      })
      return reply.code(201).send(evidence)
    },
  )

  app.get(
    '/api/projects/:id/papers/:paperId/file',
    { config: { access: 'project:read' }, schema: { params: PaperParams } },
    async (request, reply) => {
      const { id, paperId } = request.params
      const paper = await within(house, request, (db) => readPaper(db, request.actor, id, paperId))
      const path = paperPath(house.config, request.actor.zoneId, paperId)
      await assertWhole(path, paper)
      await addEventApart(house.database, authorOf(request), {
        kind: 'sensitiveRead',
        entity: 'paper',
        rowId: paperId,
        address: request.ip,
        detail: { projectId: id, fileName: paper.fileName },
      })
      // Never shown by the browser inside the product's own address: it is saved.
      return reply
        .type(mediaTypes[paper.format as Format])
        .header('content-length', paper.fileSize)
        .header('cross-origin-resource-policy', 'same-origin')
        .header(
          'content-disposition',
          `attachment; filename="paper.${paper.format}"; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
        )
        .send(createReadStream(path))
    },
  )

  app.delete(
    '/api/projects/:id/papers/:paperId',
    { config: { access: 'project:update' }, schema: { params: PaperParams, response: { 200: Evidence } } },
    (request) =>
      within(house, request, async (db, author) => {
        const { id, paperId } = request.params
        await removePaper(db, request.actor, author, id, paperId)
        return answer(db, request, id, author)
      }),
  )

  app.post(
    '/api/projects/:id/milestones/:milestone/verification',
    {
      config: { access: 'project:update' },
      schema: { params: MilestoneParams, body: VerificationInput, response: { 200: Evidence } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        const { id, milestone } = request.params
        const needsPaper = namesPaper(await listRules(db, request.actor.zoneId, 'zh'), milestone)
        await verifyMilestone(db, request.actor, author, id, milestone, request.body, needsPaper)
        return answer(db, request, id, author)
      }),
  )

  app.post(
    '/api/projects/:id/stage',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: StageInput, response: { 200: Evidence } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await enterStage(db, request.actor, author, request.params.id, request.body)
        return answer(db, request, request.params.id, author)
      }),
  )

  app.post(
    '/api/projects/:id/standing',
    {
      config: { access: 'project:update' },
      schema: { params: IdParams, body: StandingInput, response: { 200: Evidence } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await changeStanding(db, request.actor, author, request.params.id, request.body)
        return answer(db, request, request.params.id, author)
      }),
  )

  const rules = async (db: Db, request: FastifyRequest) => {
    const items = (await listRules(db, request.actor.zoneId, languageOf(request))).map((rule) =>
      withAbilities(request.actor, rule),
    )
    return { items, total: items.length }
  }

  app.get(
    '/api/stage-rules',
    { config: { access: 'stageRule:read' }, schema: { response: { 200: StageRules } } },
    (request) => within(house, request, (db) => rules(db, request)),
  )

  app.put(
    '/api/stage-rules/:stage',
    {
      config: { access: 'stageRule:update' },
      schema: { params: StageParams, body: StageRuleInput, response: { 200: StageRules } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await saveRule(db, author, request.params.stage, request.body)
        return rules(db, request)
      }),
  )

  app.delete(
    '/api/stage-rules/:stage',
    {
      config: { access: 'stageRule:remove' },
      schema: {
        params: StageParams,
        querystring: body({ revision: Type.Integer() }),
        response: { 200: StageRules },
      },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await resetRule(db, author, request.params.stage, request.query.revision)
        return rules(db, request)
      }),
  )

  const reasons = async (db: Db, request: FastifyRequest) => {
    const items = await listReasons(db, request.actor.zoneId)
    return { items, total: items.length }
  }

  app.get(
    '/api/standing-reasons',
    { config: { access: 'stageRule:read' }, schema: { response: { 200: ReasonLists } } },
    (request) => within(house, request, (db) => reasons(db, request)),
  )

  app.put(
    '/api/standing-reasons/:standing',
    {
      config: { access: 'stageRule:update' },
      schema: { params: StandingParams, body: ReasonsInput, response: { 200: ReasonLists } },
    },
    (request) =>
      within(house, request, async (db, author) => {
        await saveReasons(db, author, request.params.standing, request.body.from, request.body.reasons)
        return reasons(db, request)
      }),
  )
}
