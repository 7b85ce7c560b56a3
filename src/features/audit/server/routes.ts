import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { found, say } from '../../../server/errors.ts'
import { authorOf, type House, type Routes } from '../../../server/http.ts'
import { LogMembers, LogPage, LogQuery, LogState, RecordChange, Verification } from '../contract.ts'
import { keepAnchors } from './anchors.ts'
import { addEventApart } from './events.ts'
import { logLines } from './export-log.ts'
import { findChange } from './find-change.ts'
import { listLog, listLogMembers } from './log-queries.ts'
import { countRecords } from './record-lines.ts'
import { findLastSeal } from './seal-queries.ts'
import { keepRounds } from './sealer.ts'
import { verifyZone } from './verify-zone.ts'

/** For an import at work; the page says what is not sealed yet. */
const patienceMs = 15_000

export const auditRoutes: Routes = (app, house) => {
  // Who may read the log reads all of it: the machine's own reach.
  const zoneOf = (request: { actor: { zoneId: string } }) => ({
    zoneId: request.actor.zoneId,
    memberId: null,
  })

  app.get(
    '/api/audit',
    { config: { access: 'audit:read' }, schema: { querystring: LogQuery, response: { 200: LogPage } } },
    (request) =>
      house.database.within(zoneOf(request), (db) => listLog(db, request.actor.zoneId, request.query)),
  )

  app.get(
    '/api/audit/changes/:position',
    {
      config: { access: 'audit:read' },
      schema: {
        params: Type.Object({ position: Type.Integer({ minimum: 1 }) }),
        response: { 200: RecordChange },
      },
    },
    (request) =>
      house.database.within(zoneOf(request), async (db) => {
        const { position } = request.params
        return found(
          await findChange(db, request.actor.zoneId, position),
          say('变更', 'change'),
          String(position),
        )
      }),
  )

  app.get(
    '/api/audit/members',
    { config: { access: 'audit:read' }, schema: { response: { 200: LogMembers } } },
    (request) => house.database.within(zoneOf(request), (db) => listLogMembers(db, request.actor.zoneId)),
  )

  app.get(
    '/api/audit/state',
    { config: { access: 'audit:read' }, schema: { response: { 200: LogState } } },
    (request) =>
      house.database.within(zoneOf(request), async (db) => {
        const last = await findLastSeal(db, request.actor.zoneId)
        const unsealed = await countRecords(db, request.actor.zoneId, last?.upTo ?? 0)
        return { last: last ?? null, unsealed }
      }),
  )

  app.post(
    '/api/audit/verify',
    { config: { access: 'audit:create' }, schema: { response: { 200: Verification } } },
    async (request) => {
      const { zoneId, memberId } = request.actor
      const anchor = await sealNow(house)(zoneId)
      return verifyZone(house.database, zoneId, { memberId, anchor })
    },
  )

  app.get('/api/audit/export.txt', { config: { access: 'audit:create' } }, async (request, reply) => {
    const author = authorOf(request)
    const { zoneId } = author
    await addEventApart(house.database, author, { kind: 'export', entity: 'log', address: request.ip })
    await sealNow(house)(zoneId)
    const zone = await house.database.within(zoneOf(request), (db) =>
      db.selectFrom('zone').select(['id', 'code', 'name']).where('id', '=', zoneId).executeTakeFirstOrThrow(),
    )
    const day = author.at.toISOString().slice(0, 10)
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit-${zone.code}-${day}.txt"`)
      .send(Readable.from(logLines(house.database, zone, author.at)))
  })
}

/** Seals what is there, as far as those at work let it, and gives what this machine remembers of the zone. */
function sealNow({ database, config }: House) {
  const anchors = keepAnchors(config.dataFolder)
  const round = keepRounds(database, { algorithm: config.sealAlgorithm, remember: anchors.remember })
  return async (zoneId: string) => {
    const anchor = anchors.find(zoneId)
    await round(patienceMs)
    return anchor
  }
}
