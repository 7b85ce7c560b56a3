import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import { type Ability, type Access, type Actor, mayCall } from './access.ts'
import { offerAsOf, readAsOf } from './as-of.ts'
import type { Config } from './config.ts'
import type { Database, Db } from './database/connect.ts'
import { databaseProblem } from './database/problems.ts'
import type { Author } from './database/record.ts'
import { type Language, notAllowed, Problem, problemStatus, type Sentence, say } from './errors.ts'
import { inputSentence } from './input-sentence.ts'
import type { Live } from './live.ts'
import { wallRoutes } from './wall-access.ts'

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** What every feature's routes.ts receives. */
export type House = { database: Database; config: Config }
/** What every feature's routes.ts exports. */
export type Routes = (app: App, house: House & { live: Live }) => void

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    actor: Actor
  }
}

/** The request's own transaction, in the zone of the person asking. */
export const within = <T>(
  house: House,
  { actor }: { actor: Actor },
  work: (db: Db, author: Author) => Promise<T>,
): Promise<T> => house.database.within(actor, (db) => work(db, authorOf({ actor })))

export const authorOf = ({ actor }: { actor: Actor }): Author => ({
  zoneId: actor.zoneId,
  memberId: actor.memberId,
  at: new Date(),
})

/** JSON that PostgreSQL made, sent as it is. */
export const passJson = (reply: unknown, text: string) =>
  (reply as FastifyReply).type('application/json; charset=utf-8').send(text) as never

export const languageOf = (request: FastifyRequest): Language =>
  /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'

const changingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const withAnOldPassword = new Set(['/api/me', '/api/account', '/api/password', '/api/sign-out'])
const withoutTheFactor = new Set([
  '/api/me',
  '/api/account',
  '/api/sign-out',
  '/api/second-factor',
  '/api/second-factor/confirm',
])

/** A route that does not say who may call it stops the server from starting. */
export function requireAccess(app: App, findActor: (request: FastifyRequest) => Promise<Actor | undefined>) {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(`${String(route.method)} ${route.url} does not say who may call it: set config.access.`)
    offerAsOf(route)
  })
  app.addHook('onRequest', async (request) => {
    refuseForeignOrigin(request)
    const access = request.routeOptions.config.access
    if (access === 'public' || !request.routeOptions.url) return
    const actor = await findActor(request)
    if (!actor) throw new Problem('not_signed_in', say('请先登录。', 'Sign in first.'))
    request.actor = actor
    if (actor.wall && !wallRoutes.has(`${request.method} ${request.routeOptions.url}`))
      throw new Problem(
        'wall_only',
        say(
          `这块屏（${actor.wall.screen}）只登录给大屏用，打不开别的内容。请先在大屏上按 Esc 退出，再用自己的账号登录。`,
          `This screen (${actor.wall.screen}) is signed in for the wall alone. Press Esc on the wall, sign it out, then sign in yourself.`,
        ),
      )
    if (actor.mustChangePassword && !withAnOldPassword.has(request.routeOptions.url))
      throw new Problem(
        'must_change_password',
        say('请先修改密码，再继续。', 'Change your password before you go on.'),
      )
    if (!actor.mustChangePassword && actor.mustEnrol && !withoutTheFactor.has(request.routeOptions.url))
      throw new Problem(
        'must_enrol',
        say('请先设置两步验证，再继续。', 'Set up your second factor before you go on.'),
      )
    if (!mayCall(actor, access as Ability))
      throw notAllowed('您的任职不包含这项权限。', 'Your posts do not let you do this.')
  })
  app.addHook('preHandler', async (request) => {
    const asOf = readAsOf(request)
    if (asOf) request.actor = { ...request.actor, asOf }
  })
}

/** Browsers say where a write comes from; one from another site is refused (the cookie is SameSite=Lax besides). */
function refuseForeignOrigin(request: FastifyRequest) {
  const { origin, host } = request.headers
  if (!changingMethods.has(request.method) || !origin) return
  const from = URL.canParse(origin) ? new URL(origin).host : origin
  if (from !== host) throw notAllowed(`不接受来自 ${from} 的操作。`, `Writes from ${from} are not accepted.`)
}

export function answerProblems(app: App) {
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) => {
    const sentence = say(`没有这个地址：${request.url}`, `There is no such address: ${request.url}`)
    return reply.code(404).send({ code: 'not_found', message: sentence[languageOf(request)] })
  })
}

export function answerProblem(error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error, request)
  if (!problem) request.log.error(error)
  else if (!(error instanceof Problem) && sqlState.test(error.code)) request.log.warn(error)
  const code = problem?.code ?? 'internal'
  const sentence =
    problem?.sentence ??
    say(
      '系统内部出错，这次操作没有生效。请重试；如再次出现，请把时间告诉管理员。',
      'Something went wrong on our side and nothing was changed. Try again; if it returns, tell your administrator the time.',
    )
  if (reply.raw.headersSent) return reply.raw.end()
  return reply.code(problemStatus[code]).send({
    code,
    message: sentence[languageOf(request)],
    ...(problem?.details ? { details: problem.details } : {}),
  })
}

const uniqueViolation = '23505'
const checkViolation = '23514'
const foreignKeyViolation = '23503'

const sqlState = /^[0-9A-Z]{5}$/
const requestFaults: Record<string, Sentence> = {
  FST_ERR_CTP_INVALID_JSON_BODY: say(
    '请求的内容不是正确的 JSON。',
    'The body of the request is no valid JSON.',
  ),
  FST_ERR_CTP_EMPTY_JSON_BODY: say(
    '请求的内容为空，应为 JSON。',
    'The body of the request is empty; send JSON.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: say(
    '请求的格式不受支持，请以 application/json 发送。',
    'This kind of body is not supported; send application/json.',
  ),
  FST_ERR_BAD_URL: say('这个地址写法不对。', 'This address is not well formed.'),
}

function problemOf(error: FastifyError | Problem, request: FastifyRequest): Problem | undefined {
  if (error instanceof Problem) return error
  if (error.validation) return new Problem('invalid_input', inputSentence(error, request))
  if (error.code === uniqueViolation)
    return new Problem(
      'conflict',
      say('已有相同的记录。请刷新后核对。', 'There is one like this already. Reload and compare.'),
    )
  if (error.code === checkViolation || error.code === foreignKeyViolation)
    return new Problem(
      'invalid_input',
      say('数据之间不一致，未保存。', 'These values do not fit together; nothing was saved.'),
    )
  if (error.statusCode === 413)
    return new Problem('too_large', say('内容过大，未接收。', 'This is too large and was not taken.'))
  const fault = requestFaults[error.code]
  if (fault) return new Problem('invalid_input', fault)
  if (error.statusCode && error.statusCode < 500)
    return new Problem('invalid_input', say(`请求无法识别：${error.message}`, error.message))
  return databaseProblem(error.code ?? '')
}
