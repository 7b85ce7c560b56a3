import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import type { EditsResult } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-hostile-')))
after(async () => {
  await app.close()
  await database.close()
})

async function world() {
  const zone = await buildZone(database)
  return { zone, analyst: await signIn(app, zone, 'analyst') }
}
type Cell = { projectId: string; field: string; from: string | null; to: string | null }
const edit = async (
  who: Awaited<ReturnType<typeof signIn>>,
  edits: Cell[],
  more: { period?: string } = {},
) => {
  const response = await who.call('PATCH', '/api/ledger', { edits, ...more })
  assert.equal(response.statusCode, 200, response.body)
  return response.json<EditsResult>()
}
const ask = (field: string, op: string, value: string) =>
  `/api/ledger?where=${encodeURIComponent(JSON.stringify([{ field, op, value }]))}`

test('many people in many fields of one project at once: all is kept, and each row has one open version', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '众人' })
  const quick = ['scope', 'note', 'leadOfficial', 'responsibleUnit', 'investorKind', 'firstContactUnit']
  const fields = [...quick, 'problem', 'investor']
  for (let round = 0; round < 6; round++) {
    const cells = fields.map((field) => ({
      projectId,
      field,
      from: round === 0 ? null : `${field}${round - 1}`,
      to: `${field}${round}`,
    }))
    const results = await Promise.all(cells.map((cell) => edit(analyst, [cell])))
    assert.deepEqual(
      results.map(({ applied, failures }) => [applied, failures]),
      fields.map(() => [1, []]),
    )
  }
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what a person says to have seen is never more than compared', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '所见', totalInvestment: '100' })
  for (const from of ['abc', '', ' ', '1e400', 'NaN', '\u0000', '\ud800'])
    assert.equal(
      (await edit(analyst, [{ projectId, field: 'totalInvestment', from, to: '5' }])).failures[0]?.code,
      'conflict',
      JSON.stringify(from),
    )
  assert.equal(
    (await edit(analyst, [{ projectId, field: 'note', from: '\u0000', to: 'x' }])).failures[0]?.code,
    'conflict',
  )
})

test('one amount in two spellings is one amount, alone and in a block', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '写法', totalInvestment: '100' })
  const other = await buildProject(database, zone, { name: '旁边' })
  const cell = (from: string, to: string) => ({ projectId, field: 'totalInvestment', from, to })
  assert.equal((await edit(analyst, [cell('100', '100.0')])).applied, 0)
  assert.equal((await edit(analyst, [cell('100.0', '0101')])).applied, 1)
  const beside = { projectId: other, field: 'landArea', from: null, to: '1.123456' }
  const block = await edit(analyst, [cell('101.00', '102'), beside])
  assert.deepEqual([block.applied, block.failures], [2, []])
  assert.equal(block.rows.find((row) => row.id === other)?.values['landArea'], '1.1235')
  assert.equal((await edit(analyst, [{ ...beside, from: '1.12350', to: '2' }])).applied, 1)
})

test('the same cell twice in a block: the second goes by what the first wrote', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '两次', note: '甲' })
  const cell = (from: string, to: string) => ({ projectId, field: 'note', from, to })
  assert.deepEqual((await edit(analyst, [cell('甲', '乙'), cell('乙', '丙')])).failures, [])
  const second = await edit(analyst, [cell('丙', '丁'), cell('丙', '戊')])
  assert.deepEqual(
    second.failures.map(({ code }) => code),
    ['conflict'],
  )
  assert.equal(second.rows[0]?.values['note'], '丁')
  await edit(analyst, [cell('丁', '戊'), cell('戊', '丁')])
  const { rows } = await edit(analyst, [cell('丁', '丁')])
  assert.equal(rows[0]?.values['note'], '丁')
})

test('characters that nothing can keep are refused with their cell, and never stored as something else', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '字符' })
  for (const bad of ['a\u0000b', 'x\ud800y', 'c\u0001d', 'n\uffffn'])
    for (const field of ['note', 'name', 'problem']) {
      const from = field === 'name' ? '字符' : null
      const [failure] = (await edit(analyst, [{ projectId, field, from, to: bad }])).failures
      assert.equal(failure?.code, 'invalid_input', field)
      assert.match(failure?.message ?? '', /□/)
    }
  const asked: [string, string, object?][] = [
    ['POST', '/api/sign-in', { zone: zone.code, login: 'a\u0000', password: 'x' }],
    ['POST', '/api/views', { name: 'a\u0000', shared: false, definition: {} }],
    ['POST', '/api/views', { name: 'a', shared: false, definition: { q: '\ud800' } }],
    ['POST', '/api/projects', { values: { name: 'a\u0000' } }],
    ['GET', ask('note', 'contains', '\u0000')],
    ['GET', ask('note', 'is', '\u0000')],
  ]
  for (const [method, url, body] of asked) {
    const response = await analyst.call(method as 'GET', url, body)
    assert.equal(response.statusCode, 400, `${method} ${url} ${response.body}`)
  }
})

test('days and months that are none, or not yet, are refused', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '日期' })
  for (const to of ['0000', '0000-01-01', '0000-Q1', '2022-13', '2023-02-29']) {
    const cell = { projectId, field: 'signed.actual', from: null, to }
    assert.equal((await edit(analyst, [cell])).failures[0]?.code, 'invalid_input', to)
    assert.equal((await analyst.call('GET', ask('signed.actual', 'atLeast', to))).statusCode, 400, to)
  }
  const edits = [{ projectId, field: 'problem', from: null, to: '缺电' }]
  for (const period of ['9999-12', '0000-01', '2022-13']) {
    const response = await analyst.call('PATCH', '/api/ledger', { edits, period })
    assert.equal(response.statusCode, 400, period)
    assert.match(response.json<{ message: string }>().message, new RegExp(period))
  }
  assert.equal((await edit(analyst, edits, { period: '2022-01' })).applied, 1)
})

test('a milestone to come cannot be done: in no cell, no paste and no new project', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '将来' })
  const tomorrow = addDays(shanghaiDay(Date.now()), 1)
  const nextYear = String(Number(tomorrow.slice(0, 4)) + 1)
  for (const to of [tomorrow, nextYear, `${nextYear}-Q1`, '9999-12-31']) {
    const cells = ['signed.actual', 'started.actual'].map((field) => ({ projectId, field, from: null, to }))
    const { applied, failures } = await edit(analyst, cells)
    assert.deepEqual([applied, failures.map(({ code }) => code)], [0, ['invalid_input', 'invalid_input']], to)
    const values = { name: `将来${to}`, 'signed.actual': to }
    const response = await analyst.call('POST', '/api/projects', { values })
    assert.equal(response.statusCode, 400, to)
    assert.match(response.json<{ message: string }>().message, /「签约时间」的 .* 还没有到，不能填为实际日期/)
    const plan = { projectId, field: 'started.plan', from: null, to }
    assert.equal((await edit(analyst, [plan])).applied, 1)
    await edit(analyst, [{ ...plan, from: to, to: null }])
  }
})

test('pages, bodies and addresses beyond sense get a sentence in the reader’s language', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '句子' })
  const asked: [string, string, unknown?][] = [
    ['GET', `/api/projects/${projectId}/timeline?offset=1e300`],
    ['GET', '/api/ledger?limit=0'],
    ['GET', '/api/ledger?limit=5&limit=6'],
    ['GET', '/api/ledger?nothing=1'],
    ['GET', '/%zz'],
    ['PATCH', '/api/ledger', { edits: [{}] }],
    ['PATCH', '/api/ledger', []],
    ['PATCH', '/api/ledger', '{'],
    ['POST', '/api/views', { name: 'x'.repeat(41), shared: 'yes', definition: {} }],
  ]
  for (const [method, url, payload] of asked) {
    const call = (language: string) =>
      app.inject({
        method: method as 'GET',
        url,
        headers: {
          cookie: analyst.cookie,
          'accept-language': language,
          ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(payload === undefined ? {} : { payload: payload as string }),
      })
    const [zh, en] = [await call('zh'), await call('en')]
    assert.equal(zh.statusCode, 400, `${url} ${zh.body}`)
    assert.equal(zh.json<{ code: string }>().code, 'invalid_input')
    assert.match(zh.json<{ message: string }>().message, /[\u4e00-\u9fff].*。$/, url)
    assert.doesNotMatch(zh.json<{ message: string }>().message, /must|Body|valid/, url)
    assert.doesNotMatch(en.json<{ message: string }>().message, /[\u4e00-\u9fff]/, url)
  }
  const wrong = await analyst.call('GET', '/api/ledger?limit=900')
  assert.equal(wrong.json<{ message: string }>().message, '“limit”的值“900”：不能大于 500。')
})

test('a project’s corps must be a corps, of this zone', async () => {
  const { zone } = await world()
  const director = await signIn(app, zone, 'director')
  const units = (await director.call('GET', '/api/units')).json<{ items: { id: string; kind: string }[] }>()
  const office = units.items.find(({ kind }) => kind === 'zone_office')?.id
  const foreign = (await buildZone(database)).corps.a
  for (const corps of [office, foreign, '00000000-0000-4000-8000-000000000000']) {
    const response = await director.call('POST', '/api/projects', { values: { name: '归属', corps } })
    assert.equal(response.statusCode, 400, response.body)
    assert.match(response.json<{ message: string }>().message, /没有这个兵团/)
  }
})

test('a view changed in nothing stays as it is', async () => {
  const { analyst } = await world()
  const view = await analyst.call('POST', '/api/views', { name: '原样', shared: false, definition: {} })
  const { id, revision } = view.json<{ id: string; revision: number }>()
  const same = await analyst.call('PATCH', `/api/views/${id}`, { revision })
  assert.deepEqual([same.statusCode, same.json<{ revision: number }>().revision], [200, 1])
})
