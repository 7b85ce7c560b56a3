import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Ajv } from 'ajv'
import stringifier from 'fast-json-stringify'
import { sql } from 'kysely'
import { openTestDatabase } from './database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from './factories.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-access-')))
after(async () => {
  await app.close()
  await database.close()
})
await app.ready()

type Content = Record<string, { schema: object }>
type Operation = {
  requestBody?: { content?: Content }
  parameters?: { schema: object }[]
  responses?: Record<string, { content?: Content }>
}
type Route = { method: string; path: string }
const routes: Route[] = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
  Object.keys(methods ?? {}).map((method) => ({ method: method.toUpperCase(), path })),
)
const publicRoutes = ['GET /api/sign-in', 'POST /api/sign-in', 'POST /api/sign-in/code']
const at = (path: string, id: string) => path.replaceAll(/\{\w+\}/g, id)

const first = await buildZone(database)
const second = await buildZone(database)
const projectId = await buildProject(database, first, {
  name: '第一区独有项目',
  code: '2202-330109-04-01-654321',
  investor: '独有投资方',
  problem: '独有问题',
})
const insider = await signIn(app, first, 'analyst')
const outsider = await signIn(app, second, 'analyst')

test('no route answers a stranger unless it says it is public', async () => {
  assert.ok(routes.length >= 20)
  for (const { method, path } of routes) {
    const response = await app.inject({ method: method as 'GET', url: at(path, projectId) })
    if (publicRoutes.includes(`${method} ${path}`))
      assert.notEqual(response.statusCode, 401, `${method} ${path}`)
    else assert.equal(response.statusCode, 401, `${method} ${path}`)
  }
})

test('every schema can be compiled, which is done only when it is asked for', () => {
  const ajv = new Ajv({ strict: false, formats: { uuid: true, 'date-time': true, binary: true } })
  let compiled = 0
  for (const operations of Object.values(app.swagger().paths ?? {}))
    for (const { requestBody, parameters, responses } of Object.values(operations) as Operation[]) {
      for (const { schema } of Object.values(requestBody?.content ?? {})) ajv.compile(schema)
      for (const { schema } of parameters ?? []) ajv.compile(schema)
      for (const answer of Object.values(responses ?? {}))
        for (const { schema } of Object.values(answer.content ?? {})) {
          stringifier(schema)
          compiled++
        }
    }
  assert.ok(compiled > 100, `${compiled} answers`)
})

test('a forged, cut or foreign cookie is a stranger', async () => {
  const [name, value] = outsider.cookie.split('=')
  const [, sessionId, secret] = (value ?? '').split('.')
  const forged = [
    '',
    'x',
    `${value}x`,
    `${value?.slice(0, -2)}AA`,
    `${first.id}.${sessionId}.${secret}`,
    `${second.id}.${first.id}.${secret}`,
    "'; drop table zone; --",
  ]
  for (const one of forged) {
    const response = await app.inject({
      url: '/api/ledger',
      headers: { cookie: `${name}=${encodeURIComponent(one)}` },
    })
    assert.equal(response.statusCode, 401, one)
  }
})

test('a route that does not say who may call it cannot be registered', async () => {
  const { buildTestApp: build } = await import('./factories.ts')
  const fresh = await build(database, tmpdir())
  assert.throws(() => fresh.get('/open', () => 'x'), /does not say who may call it/)
  await fresh.close()
})

test('a member of another zone sees nothing of this one through any address', async () => {
  const ids: string[] = [projectId, first.corps.a, first.memberIds['analyst'] ?? '']
  const view = await insider.call('POST', '/api/views', {
    name: '独有视图',
    shared: true,
    definition: { q: '独有' },
  })
  ids.push(view.json<{ id: string }>().id)
  const since = { unitId: first.corps.a, fromOn: '2022-01-14' }
  const head = await signIn(app, first, 'director')
  const area = await head.call('POST', '/api/territories', { ...since, name: '独有片区', note: '独有' })
  ids.push(area.json<{ id: string }>().id)
  const parts = [{ kind: 'statistics', yellow: null, red: { op: 'over', value: '2' } }]
  const rule = await head.call('POST', '/api/light-rules', { name: '独有规则', definition: { parts } })
  ids.push(rule.json<{ id: string }>().id)
  const aim = { unitId: first.corps.a, measure: 'signedCount', period: '2022', value: '9', note: '独有目标' }
  const goal = await insider.call('POST', '/api/goals', aim)
  ids.push(goal.json<{ goal: { id: string } }>().goal.id)
  const queries = ['', '?q=%E7%8B%AC%E6%9C%89', '?q=dyxm', '?by=investor', '?by=corps']
  for (const { method, path } of routes.filter((route) => route.method === 'GET')) {
    for (const url of path.includes('{')
      ? ids.map((id) => at(path, id))
      : queries.map((query) => path + query)) {
      const response = await outsider.call(method as 'GET', url)
      assert.ok(!response.body.includes('独有'), `${method} ${url} shows the other zone`)
      assert.ok(
        !ids.some((id) => response.body.includes(id) && !url.includes(id)),
        `${method} ${url} shows an id of the other zone`,
      )
      if (path.includes('{'))
        assert.ok(response.statusCode >= 400, `${method} ${url} answered ${response.statusCode}`)
    }
  }
  const counts = await outsider.call('GET', '/api/ledger/totals')
  assert.equal(counts.json<{ count: number }>().count, 0)
})

test('nor can they change anything of it by its id', async () => {
  const edit = await outsider.call('PATCH', '/api/ledger', {
    edits: [{ projectId, field: 'name', from: '第一区独有项目', to: '改掉' }],
  })
  assert.equal(edit.json<{ failures: { code: string }[] }>().failures[0]?.code, 'not_found')
  for (const { method, path } of routes.filter(
    (route) => route.path.includes('{') && route.method !== 'GET',
  )) {
    const response = await outsider.call(method as 'PUT', at(path, projectId), {})
    assert.ok(response.statusCode >= 400, `${method} ${path}`)
  }
  const row = await insider.call('GET', `/api/projects/${projectId}`)
  assert.equal(row.json<{ row: { name: string } }>().row.name, '第一区独有项目')
})

test('the wall holds for a query that forgets its filter', async () => {
  const tables = [
    'project',
    'milestone',
    'progress',
    'change',
    'unit',
    'member',
    'post',
    'credential',
    'session',
    'project_guest',
    'view',
    'search_entry',
    'ledger_import',
    'import_row',
    'import_issue',
    'header_lesson',
    'word_lesson',
    'merge',
    'alias',
    'not_same',
    'audit_event',
    'seal',
    'reorganisation',
    'stage_rule',
    'paper',
    'verification',
    'stage_entry',
    'standing_change',
    'standing_reason',
    'blocker',
    'blocker_step',
    'first_contact',
    'first_contact_decision',
    'agreement',
    'benefit_share',
    'agreement_step',
    'territory',
    'territory_holding',
    'goal',
    'month_task',
    'support',
    'light_rule',
    'month_light',
    'security_setting',
    'second_factor',
    'recovery_code',
    'former_password',
    'plan',
  ]
  await database.within({ zoneId: second.id, memberId: null }, async (db) => {
    for (const table of tables) {
      const { rows } = await sql<{
        foreign: number
      }>`select count(*) as foreign from ${sql.table(table)} where zone_id <> ${second.id}`.execute(db)
      assert.equal(rows[0]?.foreign, 0, table)
    }
    const { rows } = await sql<{ found: number }>`select count(*) as found from zone`.execute(db)
    assert.equal(rows[0]?.found, 1)
    const { rows: names } = await sql`select name from project where name like '%独有%'`.execute(db)
    assert.deepEqual(names, [])
  })
  await assert.rejects(
    database.within({ zoneId: second.id, memberId: null }, (db) =>
      sql`update project set zone_id = ${second.id} where id = ${projectId}`
        .execute(db)
        .then(({ numAffectedRows }) => {
          assert.equal(numAffectedRows, 0n)
          return sql`insert into project (zone_id, id, name) values (${first.id}, gen_random_uuid(), 'x')`.execute(
            db,
          )
        }),
    ),
    /row-level security/,
  )
})

test('outside any zone nothing is seen at all', async () => {
  await assert.rejects(
    database.within({ zoneId: 'nonsense', memberId: null }, async () => undefined),
    /no zone id/,
  )
  const nowhere = '00000000-0000-4000-8000-00000000dead'
  await database.within({ zoneId: nowhere, memberId: null }, async (db) => {
    assert.equal((await db.selectFrom('project').selectAll().execute()).length, 0)
  })
})

test('a write from another site is refused', async () => {
  const response = await insider.call(
    'POST',
    '/api/projects',
    { values: { name: '外站' } },
    { origin: 'https://evil.example', host: 'zhantu.local' },
  )
  assert.equal(response.statusCode, 403)
})
