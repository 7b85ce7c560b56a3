import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyRequest } from 'fastify'
import { accountRoutes } from '../features/accounts/server/routes.ts'
import { keepSessions, type Sessions, sessionCookie } from '../features/accounts/server/sessions.ts'
import { endLapsedWall } from '../features/accounts/server/walls.ts'
import { approvalRoutes } from '../features/approvals/server/routes.ts'
import { auditRoutes } from '../features/audit/server/routes.ts'
import { basemapRoutes } from '../features/basemaps/server/routes.ts'
import { blockerRoutes } from '../features/blockers/server/routes.ts'
import { buildingActRoutes } from '../features/buildings/server/act-routes.ts'
import { buildingImportRoutes } from '../features/buildings/server/imports/routes.ts'
import { buildingRoutes } from '../features/buildings/server/routes.ts'
import { chartRoutes } from '../features/charts/server/routes.ts'
import { cooperationRoutes } from '../features/cooperation/server/routes.ts'
import { keepAgreed } from '../features/cooperation/server/when-due.ts'
import { duplicateRoutes } from '../features/duplicates/server/routes.ts'
import { evidenceRoutes } from '../features/evidence/server/routes.ts'
import { goalRoutes } from '../features/goals/server/routes.ts'
import { historyRoutes } from '../features/history/server/routes.ts'
import { homeRoutes } from '../features/home/server/routes.ts'
import { importRoutes } from '../features/imports/server/routes.ts'
import { industryRoutes } from '../features/industries/server/routes.ts'
import { lightRoutes } from '../features/lights/server/routes.ts'
import { keepMonths } from '../features/lights/server/when-over.ts'
import { mapRoutes } from '../features/map/server/routes.ts'
import { planRoutes } from '../features/matching/server/plan-routes.ts'
import { matchingRoutes } from '../features/matching/server/routes.ts'
import { reorganisationRoutes } from '../features/organisation/server/reorganisation-routes.ts'
import { organisationRoutes } from '../features/organisation/server/routes.ts'
import { keepReorganised } from '../features/organisation/server/when-due.ts'
import { preconditionRoutes } from '../features/preconditions/server/routes.ts'
import { guestRoutes } from '../features/projects/server/guest-routes.ts'
import { projectRoutes } from '../features/projects/server/routes.ts'
import { parcelImportRoutes } from '../features/spaces/server/imports/routes.ts'
import { spaceRoutes } from '../features/spaces/server/routes.ts'
import { territoryRoutes } from '../features/territories/server/routes.ts'
import { type Actor, mayShowWall } from './access.ts'
import { loggedError } from './errors.ts'
import { type App, answerProblem, answerProblems, type House, type Routes, requireAccess } from './http.ts'
import { keepLive } from './live.ts'
import { offerLive } from './live-route.ts'
import { keepSchemas } from './schemas.ts'
import { serveWeb } from './web.ts'

/** Every feature with an API, in one list. */
const features: Routes[] = [
  organisationRoutes,
  reorganisationRoutes,
  territoryRoutes,
  spaceRoutes,
  parcelImportRoutes,
  buildingRoutes,
  buildingActRoutes,
  buildingImportRoutes,
  mapRoutes,
  basemapRoutes,
  goalRoutes,
  chartRoutes,
  lightRoutes,
  preconditionRoutes,
  matchingRoutes,
  planRoutes,
  projectRoutes,
  industryRoutes,
  guestRoutes,
  evidenceRoutes,
  approvalRoutes,
  blockerRoutes,
  importRoutes,
  historyRoutes,
  homeRoutes,
  auditRoutes,
  duplicateRoutes,
  cooperationRoutes,
]

const bodyMegabytes = 8

export async function buildApp(given: House): Promise<App> {
  const house = { ...given, live: keepLive(given.database) }
  const app: App = Fastify({
    logger: house.config.log ? { level: 'warn', serializers: { err: loggedError } } : false,
    bodyLimit: bodyMegabytes * 1024 * 1024,
    trustProxy: false,
    forceCloseConnections: true,
    frameworkErrors: answerProblem,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>()
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Zhantu 战图', version: '1' } } })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { files: 1, fileSize: house.config.uploadMegabytes * 1024 * 1024, fields: 5, fieldSize: 1000 },
  })
  const sessions = knowingTheDay(app, house, keepSessions(house.database, house.config.idleMinutes))
  requireAccess(app, (request) => sessions.find(request.cookies[sessionCookie], isUnattended(request)))
  answerProblems(app)
  keepSchemas(app)
  app.addHook('onSend', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('x-frame-options', 'DENY')
      .header(
        'content-security-policy',
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      )
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  accountRoutes(app, house, sessions)
  for (const routes of features) routes(app, house)
  offerLive(app, house.live, (cookie) => sessions.find(cookie, true), sessionCookie)
  app.addHook('onClose', () => house.live.close())
  await serveWeb(app)
  return app
}

const takenOut = /\/export(?:\.\w+)?$/

/** Listening, and what a page asks while nobody is there, is no activity of the session; nothing is taken out of the house by nobody. */
const isUnattended = ({ method, headers, routeOptions }: FastifyRequest) =>
  routeOptions.url === '/api/live' ||
  (method === 'GET' && headers['x-zhantu-unattended'] !== undefined && !takenOut.test(routeOptions.url ?? ''))

/**
 * Who somebody is depends on the day: acts and agreements that are due take effect before anybody is answered. A wall
 * whose person may no longer have it then ends for good, lest it come back by itself.
 */
function knowingTheDay(app: App, house: House, sessions: Sessions): Sessions {
  const closed = keepMonths(house)
  const reorganised = keepReorganised(house)
  const agreed = keepAgreed(house)
  return {
    ...sessions,
    async find(cookie, quietly) {
      const actor = await findToday(cookie, quietly)
      if (!actor?.wall || mayGoOn(actor)) return actor
      await endLapsedWall(house.database, actor)
      sessions.forget(actor.memberId)
      return undefined
    },
  }

  async function findToday(...[cookie, quietly]: Parameters<Sessions['find']>) {
    const actor = await sessions.find(cookie, quietly)
    if (!actor) return actor
    // The month gone by, before anything of the day changes it; nobody is kept out for the sake of a light.
    await closed(actor.zoneId).catch((error) => app.log.error(error))
    const isOther = await reorganised(actor.zoneId)
    await agreed(actor.zoneId)
    if (!isOther) return actor
    sessions.forget()
    return sessions.find(cookie, quietly)
  }
}

const mayGoOn = (actor: Actor) => mayShowWall(actor) && !actor.mustChangePassword && !actor.mustEnrol
