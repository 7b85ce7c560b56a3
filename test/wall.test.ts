import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { DueList } from '../src/features/approvals/contract.ts'
import type { Evidence } from '../src/features/evidence/contract.ts'
import { clerkOf } from '../src/features/evidence/test-papers.ts'
import type { Differences } from '../src/features/history/contract.ts'
import { addDays, shanghaiDay } from '../src/shared/days.ts'
import { openTestDatabase } from './database.ts'
import { buildTestApp, type Caller, signIn, type TestZone } from './factories.ts'
import { type Known, knows, type Login, logins, smallWorld } from './small-world.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-wall-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
type Row = Known & { paperId: string; approvalId: string; stopId: string }
let zone: TestZone
let rows: Row[]
const who = new Map<Login, Caller>()

/** Every project has a paper, a verification, an approval that waits for its owner, and a guest or none. */
before(async () => {
  const world = await smallWorld(database)
  zone = world.zone
  for (const login of logins) who.set(login, await signIn(app, zone, login))
  const analyst = caller('analyst')
  const clerk = clerkOf(app, analyst)
  rows = []
  for (const project of world.projects) {
    await clerk.date(project.id, 'engaged', '2022-02-01')
    const filed = await clerk.file(project.id, 'engaged', 'contactRecord', `${project.name}.pdf`)
    const added = await analyst.call('POST', `/api/projects/${project.id}/approvals`, {
      name: `${project.name}施工许可`,
      acceptedOn: '2022-03-01',
    })
    assert.equal(added.statusCode, 201, added.body)
    const approvalId = added.json<{ items: { id: string }[] }>().items[0]?.id ?? ''
    const stopped = await analyst.call('POST', `/api/approvals/${approvalId}/stops`, {
      fromOn: '2022-03-02',
      turn: 'owner',
      reason: `${project.name}待补正`,
    })
    assert.equal(stopped.statusCode, 201, stopped.body)
    const stopId = stopped.json<{ items: { stops: { id: string }[] }[] }>().items[0]?.stops[0]?.id ?? ''
    rows.push({ ...project, paperId: filed.papers[0]?.id ?? '', approvalId, stopId })
  }
})
const caller = (login: Login) => who.get(login) ?? assert.fail(login)
const known = (login: Login) => rows.filter((row) => knows(login, row))
const hidden = (login: Login) => rows.filter((row) => !knows(login, row))
const sorted = (ids: readonly string[]) => [...ids].sort()

test('pages of one project and its papers: open to those who know of it, and to nobody else, today and of a past day', async () => {
  const pages = ['', '/timeline', '/evidence', '/approvals', '/guests', '/light', '/chart']
  for (const login of logins)
    for (const [at, row] of rows.entries()) {
      const own = [...pages.map((page) => `/api/projects/${row.id}${page}`), fileOf(row)]
      // Papers and approvals came today, so of yesterday they are not there for anybody.
      const past =
        at % 3 === 0
          ? [
              `/api/projects/${row.id}?asOf=${addDays(today, -1)}`,
              `/api/projects/${row.id}/evidence?asOf=${addDays(today, -1)}`,
            ]
          : []
      for (const url of [...own, ...past]) {
        const { statusCode, body } = await caller(login).call('GET', url)
        const expected = login === 'administrator' ? 403 : knows(login, row) ? 200 : 404
        assert.equal(statusCode, expected, `${login}: ${row.name} ${url}`)
        if (expected !== 200) assert.ok(!body.includes(row.name), `${login}: ${url} names it`)
      }
    }
})
const fileOf = (row: Row) => `/api/projects/${row.id}/papers/${row.paperId}/file`

test('lists and counts of approvals and differences are of the known ones, to the last', async () => {
  for (const login of logins) {
    const { call } = caller(login)
    const answer = await call('GET', '/api/approvals?limit=500')
    const from = addDays(today, -10)
    const changed = await call('GET', `/api/history/differences?from=${from}&to=${today}&limit=200`)
    if (login === 'administrator') {
      assert.deepEqual([answer.statusCode, changed.statusCode], [403, 403])
      continue
    }
    const expected = sorted(known(login).map((row) => row.id))
    const due = answer.json<DueList>()
    assert.deepEqual(sorted(due.items.map((item) => item.projectId)), expected, `${login}: approvals`)
    assert.equal(due.total, expected.length)
    assert.equal(due.counts.stopped, expected.length, `${login}: approvals counted`)
    assert.equal(sum(due.byCorps.map(({ counts }) => counts.stopped)), expected.length, `${login}: by corps`)

    const differences = changed.json<Differences>()
    assert.deepEqual(sorted(differences.items.map((item) => item.id)), expected, `${login}: differences`)
    const { zone: whole, corps } = differences
    assert.deepEqual(
      [whole.added, whole.to.count, whole.to.totalInvestment, sum(corps.map((one) => one.added))],
      [expected.length, expected.length, String(expected.length), expected.length],
      `${login}: figures of differences`,
    )
    const before = (
      await call('GET', `/api/history/differences?from=${from}&to=${addDays(today, -1)}&limit=200`)
    ).json<Differences>()
    assert.equal(before.total, expected.length, `${login}: differences to yesterday`)
  }
})
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('filters, sums and groups by any field count the known ones alone', async () => {
  for (const login of logins.filter((one) => one !== 'administrator')) {
    const { call } = caller(login)
    for (const [field, op, value, fits] of [
      ['corps', 'is', [zone.corps.b], (row: Row) => row.corps === 'b'],
      ['corps', 'blank', undefined, (row: Row) => row.corps === null],
      ['firstContactUnit', 'contains', '桥南', (row: Row) => row.first === 'b'],
      ['name', 'contains', '项目1', (row: Row) => row.name.includes('项目1')],
      ['problem', 'contains', '缺地', () => true],
      ['engaged.actual', 'filled', undefined, () => true],
      ['stage', 'is', ['underReview'], (row: Row) => !row.signed],
    ] as const) {
      const where = encodeURIComponent(
        JSON.stringify([{ field, op, ...(value === undefined ? {} : { value }) }]),
      )
      const expected = known(login).filter(fits).length
      const totals = await call('GET', `/api/ledger/totals?where=${where}`)
      assert.equal(totals.statusCode, 200, totals.body)
      const { count, sums } = totals.json<{ count: number; sums: Record<string, string> }>()
      assert.deepEqual(
        [count, sums['totalInvestment'] ?? '0'],
        [expected, String(expected)],
        `${login}: ${field} ${op}`,
      )
      const groups = (await call('GET', `/api/ledger/groups?by=problem&where=${where}`)).json<{
        items: unknown[]
        total: number
      }>()
      assert.deepEqual(
        [groups.items.length, groups.total],
        [expected, expected],
        `${login}: ${field} grouped`,
      )
    }
  }
})

test('what only some roles have is closed to the others whole: export, duplicates, imports, audit', async () => {
  const pair = `${rows[0]?.id}/${rows[1]?.id}`
  const open: Record<string, readonly Login[]> = {
    '/api/ledger/export.xlsx?columns=name': ['director', 'analyst', 'commander', 'commander2'],
    '/api/duplicates': ['director', 'analyst'],
    [`/api/duplicates/${pair}`]: ['director', 'analyst'],
    '/api/merges': ['director', 'analyst'],
    '/api/not-same': ['director', 'analyst'],
    '/api/imports': ['director', 'analyst'],
    '/api/audit': [],
    '/api/audit/export.txt': [],
  }
  for (const [url, allowed] of Object.entries(open))
    for (const login of logins)
      assert.equal(
        (await caller(login).call('GET', url)).statusCode,
        allowed.includes(login) ? 200 : 403,
        `${login}: ${url}`,
      )
})

test('no act reaches a project out of reach, and none says what it is called', async () => {
  const files = () => readdirSync(join(folder, 'papers', zone.id)).length
  const state = async (row: Row) =>
    (await caller('analyst').call('GET', `/api/projects/${row.id}/evidence`)).json<Evidence>()
  const acts = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).flatMap((method) =>
      method !== 'get' && /\{/.test(path) ? [{ method: method.toUpperCase() as 'POST', path }] : [],
    ),
  )
  assert.ok(acts.length > 20)
  for (const login of logins.filter((one) => !['director', 'analyst'].includes(one))) {
    const row = hidden(login).find((one) => one.corps !== null) ?? assert.fail(`${login} knows all`)
    const { call, cookie } = caller(login)
    const was = [await state(row), files()]
    const bodies: [string, string, object?][] = [
      ['POST', `/api/projects/${row.id}/stage`, { from: 'underReview', to: 'lead', reason: '试试看' }],
      ['POST', `/api/projects/${row.id}/standing`, { from: 'ongoing', to: 'lost', reason: '其他' }],
      [
        'POST',
        `/api/projects/${row.id}/milestones/engaged/verification`,
        { actual: '2022-02-01', paperIds: [row.paperId] },
      ],
      ['POST', `/api/projects/${row.id}/approvals`, { name: '环评' }],
      ['PUT', `/api/projects/${row.id}/approvals/chain`, { chain: 'ordinary90' }],
      ['POST', `/api/projects/${row.id}/guests`, { memberId: zone.memberIds[login] }],
      ['DELETE', `/api/projects/${row.id}/papers/${row.paperId}`],
      [
        'PATCH',
        `/api/approvals/${row.approvalId}`,
        { revision: 1, decidedOn: '2022-03-05', outcome: 'granted' },
      ],
      [
        'POST',
        `/api/approvals/${row.approvalId}/stops`,
        { fromOn: '2022-04-02', turn: 'owner', reason: '试试看' },
      ],
      ['DELETE', `/api/approvals/${row.approvalId}`, { revision: 1 }],
      ['PATCH', `/api/approval-stops/${row.stopId}`, { revision: 1, toOn: '2022-03-09' }],
      ['DELETE', `/api/approval-stops/${row.stopId}`, { revision: 1 }],
    ]
    for (const [method, url, body] of bodies) {
      const response = await call(method as 'POST', url, body)
      assert.ok(
        [403, 404].includes(response.statusCode),
        `${login}: ${method} ${url} ${response.statusCode} ${response.body}`,
      )
      if (login !== 'administrator')
        assert.equal(response.statusCode, 404, `${login}: ${method} ${url} ${response.body}`)
      assert.ok(!response.body.includes(row.name), response.body)
    }
    const sent = await clerkOf(app, { call, cookie }).send(
      row.id,
      { milestone: 'engaged', kind: '纪要' },
      'a.pdf',
      Buffer.from('%PDF-1.7'),
    )
    assert.ok([403, 404].includes(sent.statusCode), sent.body)
    // Whatever else there is, or will be, with an id in its address.
    for (const { method, path } of acts)
      for (const id of [row.id, row.approvalId, row.paperId]) {
        const { statusCode, body } = await call(method, path.replaceAll(/\{\w+\}/g, id), {})
        assert.ok(statusCode >= 400, `${login}: ${method} ${path} ${statusCode}`)
        assert.ok(!body.includes(row.name), `${login}: ${method} ${path} ${body}`)
      }
    assert.deepEqual([await state(row), files()], was, `${login} changed it`)
  }
})
