import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { readWorkbook } from '../../formats/read-workbook.ts'
import type { EditsResult, LedgerRow } from './contract.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-projects-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

type Page = { items: LedgerRow[]; total: number }
const where = (...conditions: object[]) => `where=${encodeURIComponent(JSON.stringify(conditions))}`
const chuanhua = '传化年产68万吨有机硅及高端精细化工产品项目'

async function world() {
  const zone = await buildZone(database)
  return { zone, analyst: await signIn(app, zone, 'analyst') }
}

test('a project is found by substring, pinyin and initials, and by several words', async () => {
  const { zone, analyst } = await world()
  await buildProject(database, zone, { name: chuanhua })
  await buildProject(database, zone, { name: '重庆路数字港', investor: '长安控股' })
  const find = async (q: string) =>
    (await analyst.call('GET', `/api/ledger?q=${encodeURIComponent(q)}`)).json<Page>()
  for (const q of ['传化', 'chuanhua', 'ch', '有机硅', 'yjg', '硅', '６８万', 'CHUANHUA', '传化 yjg'])
    assert.ok(
      (await find(q)).items.some((row) => row['name'] === chuanhua),
      q,
    )
  assert.equal((await find('chongqing')).total, 1)
  assert.equal((await find('changan')).total, 1)
  assert.equal((await find('传化 长安')).total, 0)
  assert.equal((await find("传化' or 1=1 --")).total, 0)
  assert.equal((await find('%')).total, 0)
})

test('letters find first what begins with them as it is spoken, on screen and in an export', async () => {
  const { zone, analyst } = await world()
  for (const name of ['新长虹厂', '东城河项目', '长江储能', '传化有机硅', 'CH4制氢', '普通项目', '出海平台'])
    await buildProject(database, zone, { name })
  const found = await analyst.call('GET', '/api/ledger?q=ch')
  const { items, total } = found.json<Page>()
  assert.deepEqual(
    items.map((row) => row['name']),
    ['CH4制氢', '传化有机硅', '出海平台', '长江储能', '新长虹厂', '东城河项目'],
  )
  assert.equal(total, 6)
  const second = (await analyst.call('GET', '/api/ledger?q=ch&limit=2&offset=2')).json<Page>()
  assert.deepEqual([second.items.map((row) => row['name']), second.total], [['出海平台', '长江储能'], 6])
  const sorted = (await analyst.call('GET', '/api/ledger?q=ch&sort=name')).json<Page>()
  assert.equal(sorted.total, 6)
  const response = await analyst.call('GET', '/api/ledger/export.xlsx?q=ch&columns=name')
  const file = join(folder, 'spoken.xlsx')
  writeFileSync(file, response.rawPayload)
  const names = (await readWorkbook(file)).sheets[0]?.rows.slice(3).map(({ cells }) => cells[0]?.text)
  assert.deepEqual(
    names,
    items.map((row) => row['name']),
  )
})

test('a changed name is found by the new one and no longer by the old', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '甲骨文' })
  await analyst.call('PATCH', '/api/ledger', {
    edits: [{ projectId, field: 'name', from: '甲骨文', to: '乙骨文' }],
  })
  assert.equal((await analyst.call('GET', '/api/ledger?q=jiaguwen')).json<Page>().total, 0)
  assert.equal((await analyst.call('GET', '/api/ledger?q=yiguwen')).json<Page>().total, 1)
})

test('filters, sort and pages agree with one another and counts are exact', async () => {
  const { zone, analyst } = await world()
  for (let n = 0; n < 30; n++)
    await buildProject(database, zone, {
      name: `项目${String(n).padStart(2, '0')}`,
      totalInvestment: String(n * 1000),
      stage: n % 2 ? 'signed' : 'started',
      ...(n % 3 ? { 'signed.actual': n % 5 ? '2022-02' : '2021-Q4' } : {}),
      ...(n % 4 ? {} : { problem: `缺地${n}` }),
    })
  const list = async (query: string) => (await analyst.call('GET', `/api/ledger?${query}`)).json<Page>()
  const signed = await list(
    `${where({ field: 'stage', op: 'is', value: ['signed'] })}&sort=-totalInvestment&limit=5`,
  )
  assert.equal(signed.total, 15)
  assert.deepEqual(
    signed.items.map((row) => row['totalInvestment']),
    ['29000', '27000', '25000', '23000', '21000'],
  )
  const next = await list(
    `${where({ field: 'stage', op: 'is', value: ['signed'] })}&sort=-totalInvestment&limit=5&offset=5`,
  )
  assert.equal(next.items[0]?.['totalInvestment'], '19000')
  assert.equal(
    (
      await list(
        where(
          { field: 'totalInvestment', op: 'atLeast', value: '10000' },
          { field: 'totalInvestment', op: 'atMost', value: '20000.5' },
        ),
      )
    ).total,
    11,
  )
  assert.equal((await list(where({ field: 'signed.actual', op: 'blank' }))).total, 10)
  assert.equal((await list(where({ field: 'signed.actual', op: 'is', value: ['2021'] }))).total, 4)
  assert.equal((await list(where({ field: 'signed.actual', op: 'atLeast', value: '2022-01' }))).total, 16)
  assert.equal((await list(where({ field: 'problem', op: 'contains', value: '缺地' }))).total, 8)
  assert.equal((await list(where({ field: 'stage', op: 'isNot', value: ['signed'] }))).total, 15)
  const groups = (await analyst.call('GET', '/api/ledger/groups?by=stage')).json<{
    items: { value: string; count: number; sums: Record<string, string> }[]
    total: number
  }>()
  assert.deepEqual(
    groups.items.map(({ value, count, sums }) => [value, count, sums['totalInvestment']]),
    [
      ['signed', 15, '225000'],
      ['started', 15, '210000'],
    ],
  )
  const totals = (await analyst.call('GET', '/api/ledger/totals')).json<{
    count: number
    sums: Record<string, string>
  }>()
  assert.deepEqual([totals.count, totals.sums['totalInvestment']], [30, '435000'])
})

test('a filter, sort or body that makes no sense is refused with what is wrong', async () => {
  const { analyst } = await world()
  const bad = [
    'where=%7B',
    'where=[{"field":"nothing","op":"is","value":["x"]}]',
    'sort=nothing',
    'limit=0',
    'limit=100000',
    'offset=-1',
    'stray=1',
    `${where({ field: 'totalInvestment', op: 'atLeast', value: '很多' })}`,
    where({ field: 'signed.actual', op: 'is', value: ['2022-02-30'] }),
    where({ field: 'corps', op: 'is', value: ['x'] }),
  ]
  for (const query of bad) {
    const response = await analyst.call('GET', `/api/ledger?${query}`)
    assert.equal(response.json().code, 'invalid_input', query)
    assert.ok(response.json<{ message: string }>().message.length > 4)
  }
  const number = await analyst.call('PATCH', '/api/ledger', {
    edits: [{ projectId: '00000000-0000-4000-8000-000000000000', field: 'name', from: null, to: 5 }],
  })
  assert.equal(number.json().code, 'invalid_input')
})

test('amounts are kept to the last digit, areas and dates as they were said', async () => {
  const { analyst } = await world()
  const values = {
    name: '精确',
    totalInvestment: '12345678901.123456',
    landArea: '9407',
    'started.plan': '2022-Q3',
    'signed.actual': '2022-03-T1',
    'completed.plan': '2024',
    'inProduction.plan': '2024-H1',
  }
  const made = await analyst.call('POST', '/api/projects', { values })
  assert.equal(made.statusCode, 201)
  const { row } = made.json<{ row: LedgerRow }>()
  for (const [key, value] of Object.entries(values)) assert.equal(row[key], value, key)
})

test('each cell of a paste is taken or refused by itself', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '粘贴' })
  const edit = (field: string, to: string | null, from: string | null = null) => ({
    projectId,
    field,
    from,
    to,
  })
  const result = (
    await analyst.call('PATCH', '/api/ledger', {
      edits: [
        edit('investor', '投资方甲'),
        edit('totalInvestment', '五亿'),
        edit('started.actual', '2022-02-30'),
        edit('stage', 'dreaming', 'lead'),
        edit('name', null, '粘贴'),
        edit('taxPerMu', '5'),
        edit('landArea', '100.5'),
        edit('corps', '00000000-0000-4000-8000-000000000000', zone.corps.a),
      ],
    })
  ).json<EditsResult>()
  assert.equal(result.applied, 2)
  assert.deepEqual(result.failures.map(({ field, code }) => [field, code]).sort(), [
    ['corps', 'invalid_input'],
    ['name', 'invalid_input'],
    ['stage', 'invalid_input'],
    ['started.actual', 'invalid_input'],
    ['taxPerMu', 'invalid_input'],
    ['totalInvestment', 'invalid_input'],
  ])
  assert.match(result.failures.find(({ field }) => field === 'started.actual')?.message ?? '', /2022-02-30/)
  assert.equal(result.rows[0]?.values['landArea'], '100.5')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('an amount or area below nought is refused with a sentence; a correction of the statistics is not', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '负数' })
  const keys = ['totalInvestment', 'foreignCapital', 'landArea', 'floorArea', 'annualPlan', 'totalDone']
  const edits = [...keys, 'monthDone', 'yearDone'].map((field) => ({
    projectId,
    field,
    from: null,
    to: '-5',
  }))
  const result = (await analyst.call('PATCH', '/api/ledger', { edits })).json<EditsResult>()
  assert.deepEqual(result.failures.map(({ field }) => field).sort(), [...keys].sort())
  for (const { code, message } of result.failures) {
    assert.equal(code, 'invalid_input')
    assert.match(message, /^“.+”不能是负数，而“-5”是负数。$/)
  }
  assert.equal(result.applied, 2)
  assert.equal(result.rows[0]?.values['monthDone'], '-5')
  const one = { edits: [{ projectId, field: 'totalInvestment', from: null, to: '-5' }] }
  assert.equal((await analyst.call('PATCH', '/api/ledger', one)).json<EditsResult>().applied, 0)
  const made = await analyst.call('POST', '/api/projects', { values: { name: '新', landArea: '-1' } })
  assert.equal(made.statusCode, 400)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('two people in one field: the second is told what stands there and who wrote it; in two fields both are kept', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '两人', problem: '缺地' })
  const director = await signIn(app, zone, 'director')
  const put = (who: typeof analyst, field: string, from: string | null, to: string) =>
    who.call('PATCH', '/api/ledger', { edits: [{ projectId, field, from, to }] })
  const [one, two] = await Promise.all([
    put(analyst, 'problem', '缺地', '缺电'),
    put(director, 'investor', null, '某集团'),
  ])
  assert.deepEqual([one.json().applied, two.json().applied], [1, 1])
  const late = (await put(director, 'problem', '缺地', '缺人')).json<EditsResult>()
  assert.deepEqual(
    late.failures.map(({ code, current, changedBy }) => ({ code, current, changedBy })),
    [{ code: 'conflict', current: '缺电', changedBy: 'analyst同志' }],
  )
  const racing = await Promise.all(['甲', '乙', '丙'].map((to) => put(analyst, 'scope', null, to)))
  assert.equal(
    racing.reduce((sum, response) => sum + response.json<EditsResult>().applied, 0),
    1,
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('an officer changes projects of the own corps, a commander too, and neither hands one over', async () => {
  const { zone } = await world()
  const ours = await buildProject(database, zone, { name: '市北项目' })
  const theirs = await buildProject(database, zone, {
    name: '桥南项目',
    corps: zone.corps.b,
    stage: 'signed',
  })
  const unsigned = await buildProject(database, zone, { name: '桥南在谈', corps: zone.corps.b })
  for (const login of ['officer', 'commander']) {
    const person = await signIn(app, zone, login)
    const edit = async (projectId: string, field: string, from: string | null, to: string | null) =>
      (
        await person.call('PATCH', '/api/ledger', { edits: [{ projectId, field, from, to }] })
      ).json<EditsResult>()
    assert.equal((await edit(ours, 'note', login === 'officer' ? null : 'officer', login)).applied, 1)
    assert.equal((await edit(theirs, 'note', null, login)).failures[0]?.code, 'not_allowed')
    assert.equal((await edit(unsigned, 'note', null, login)).failures[0]?.code, 'not_found')
    assert.equal((await edit(ours, 'corps', zone.corps.a, zone.corps.b)).failures[0]?.code, 'not_allowed')
    const rows = (await person.call('GET', '/api/ledger')).json<Page>().items
    assert.deepEqual(
      rows.map((row) => [row['name'], row.abilities.includes('update')]),
      [
        ['市北项目', true],
        ['桥南项目', false],
      ],
    )
  }
  const administrator = await signIn(app, zone, 'administrator')
  assert.equal((await administrator.call('GET', '/api/ledger')).statusCode, 403)
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('GET', '/api/ledger/export.xlsx')).statusCode, 403)
})

test('the person named as officer may change the project in any corps', async () => {
  const { zone } = await world()
  const projectId = await buildProject(database, zone, {
    name: '跨兵团',
    corps: zone.corps.b,
    officer: 'officer同志',
  })
  const officer = await signIn(app, zone, 'officer')
  assert.equal(
    (
      await officer.call('PATCH', '/api/ledger', {
        edits: [{ projectId, field: 'note', from: null, to: '在办' }],
      })
    ).json<EditsResult>().applied,
    1,
  )
})

test('the timeline tells each act with its fields, newest first', async () => {
  const { zone, analyst } = await world()
  const projectId = await buildProject(database, zone, { name: '时间线', totalInvestment: '100' })
  await analyst.call('PATCH', '/api/ledger', {
    edits: [
      { projectId, field: 'totalInvestment', from: '100', to: '250.5' },
      { projectId, field: 'signed.actual', from: null, to: '2022-02' },
    ],
  })
  await analyst.call('PATCH', '/api/ledger', {
    period: '2022-03',
    edits: [{ projectId, field: 'problem', from: null, to: '缺地' }],
  })
  const { items, total } = (await analyst.call('GET', `/api/projects/${projectId}/timeline`)).json<{
    items: { actor: string | null; changes: object[] }[]
    total: number
  }>()
  assert.equal(total, 3)
  assert.deepEqual(items[0], {
    ...items[0],
    actor: 'analyst同志',
    changes: [{ field: 'problem', period: '2022-03', from: null, to: '缺地' }],
  })
  assert.deepEqual(items[1]?.changes, [
    { field: 'totalInvestment', period: null, from: '100', to: '250.5' },
    { field: 'signed.actual', period: null, from: null, to: '2022-02' },
  ])
})

test('a view is one’s own until it is shared, and only its owner changes it', async () => {
  const { zone, analyst } = await world()
  const officer = await signIn(app, zone, 'officer')
  const view = (
    await analyst.call('POST', '/api/views', {
      name: '重点',
      shared: false,
      definition: { sort: '-totalInvestment', columns: [{ key: 'name', width: 300, frozen: true }] },
    })
  ).json<{ id: string; revision: number }>()
  const seen = async () =>
    (await officer.call('GET', '/api/views'))
      .json<{ items: { id: string; abilities: string[] }[] }>()
      .items.find(({ id }) => id === view.id)
  assert.equal(await seen(), undefined)
  assert.equal(
    (await analyst.call('PATCH', `/api/views/${view.id}`, { revision: view.revision, shared: true }))
      .statusCode,
    200,
  )
  assert.deepEqual((await seen())?.abilities, ['read', 'create'])
  assert.equal(
    (await officer.call('PATCH', `/api/views/${view.id}`, { revision: 2, name: '我的' })).statusCode,
    403,
  )
  assert.equal(
    (await analyst.call('PATCH', `/api/views/${view.id}`, { revision: 1, name: '旧' })).json().code,
    'conflict',
  )
  assert.equal((await analyst.call('DELETE', `/api/views/${view.id}`)).statusCode, 204)
  assert.equal(await seen(), undefined)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('an export holds exactly the rows and columns asked for, and text that looks like a formula stays text', async () => {
  const { zone, analyst } = await world()
  await buildProject(database, zone, {
    name: '=HYPERLINK("http://x")',
    totalInvestment: '12345.6',
    note: '@SUM(A1)',
    'signed.actual': '2022-02',
  })
  await buildProject(database, zone, { name: '别的', stage: 'signed' })
  const response = await analyst.call(
    'GET',
    `/api/ledger/export.xlsx?columns=name,totalInvestment,signed.actual,note,corps&${where({ field: 'stage', op: 'is', value: ['lead'] })}`,
  )
  assert.equal(response.statusCode, 200)
  assert.match(String(response.headers['content-disposition']), /UTF-8''/)
  const file = join(folder, 'export.xlsx')
  writeFileSync(file, response.rawPayload)
  const sheet = (await readWorkbook(file)).sheets[0]
  const texts = sheet?.rows.map((row) => row.cells.map((cell) => cell?.text ?? ''))
  assert.match(texts?.[1]?.[0] ?? '', /^导出人：/)
  assert.deepEqual(texts?.[2], ['项目名称', '总投资（亿元）', '签约时间', '备注', '落户兵团'])
  assert.deepEqual(texts?.[3], ['=HYPERLINK("http://x")', '1.23456', '2022-02', '@SUM(A1)', '市北兵团'])
  assert.deepEqual(texts?.[4]?.slice(0, 2), ['合计', '1.23456'])
  assert.equal(texts?.length, 5)
  assert.equal(sheet?.rows[3]?.cells[0]?.formula, undefined)
})

test('an export shows numbers as the screen does, adds them up exactly and says what is made up', async () => {
  const { zone, analyst } = await world()
  await buildProject(database, zone, { name: '甲', totalInvestment: '750', landArea: '66666.6667' })
  await buildProject(database, zone, { name: '乙', totalInvestment: '40000.1', expectedTax: '1280' })
  const exported = async () => {
    const response = await analyst.call(
      'GET',
      '/api/ledger/export.xlsx?columns=totalInvestment,name,expectedTax,landArea,investmentIntensity&sort=-totalInvestment',
    )
    const file = join(folder, 'shown.xlsx')
    writeFileSync(file, response.rawPayload)
    return (await readWorkbook(file)).sheets[0]?.rows.slice(2).map(({ cells }) => cells)
  }
  const texts = (row: Awaited<ReturnType<typeof exported>>) =>
    row?.map((cells) => cells.map((cell) => cell?.text ?? ''))
  const first = await exported()
  assert.deepEqual(texts(first)?.slice(1), [
    ['4.00001', '乙', '1280'],
    ['0.075', '甲', '', '100'],
    ['4.07501', '合计', '1280', '100'],
  ])
  assert.deepEqual(
    first?.[3]?.map((cell) => cell?.format),
    ['#,##0.00', undefined, '#,##0', '#,##0.00'],
  )
  assert.equal(first?.[0]?.at(-1)?.text, '投资强度（万元/亩）')
  await buildProject(database, zone, { name: '丙', totalInvestment: '1', provenance: 'illustrative' })
  const second = texts(await exported())
  assert.equal(second?.[0]?.at(-1), '数据性质')
  assert.equal(second?.[3]?.at(-1), '示意')
})
