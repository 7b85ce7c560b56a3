import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-imports-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

async function world(login = 'analyst') {
  const zone = await buildZone(database)
  return { zone, office: officeOf(app, await signIn(app, zone, login)) }
}

const header = [
  '序号',
  '项目名称',
  '投资方',
  '总投资（亿元）',
  '用地（亩）',
  '落户兵团',
  '当前阶段',
  '签约时间',
  '当月完成（万元）',
  '存在问题',
]
const rows = [
  [1, '有机硅项目', '传化集团', '104.2', '513', '市北', '签约', '2022.2', '1200', '征迁受阻'],
  [2, '大数据中心', '中国电信', '50', '100', '桥南兵团', '开工', '2021年四季度', '3000', ''],
]
const february = () => workbookOf(header, rows, '台账', ['重点项目台账（2022年2月）'])

test('a workbook becomes projects, exact, with their milestones, their month and their cause', async () => {
  const { zone, office } = await world()
  const read = await office.upload('台账.xlsx', await february())
  assert.equal(read.status, 'read')
  assert.equal(read.period, '2022-02')
  assert.deepEqual(
    read.tables[0]?.columns.map((column) => column.field),
    [
      null,
      'name',
      'investor',
      'totalInvestment',
      'landArea',
      'corps',
      'stage',
      'signed.actual',
      'monthDone',
      'problem',
    ],
  )
  assert.equal(read.createdBy, 'analyst同志')
  const checked = await office.check(read)
  assert.deepEqual(checked.counts, {
    new: 2,
    changed: 0,
    unchanged: 0,
    doubt: 0,
    skipped: 0,
    questions: 0,
    warnings: 0,
    notes: 0,
  })
  const { end, progress } = await office.apply(checked)
  assert.equal(end?.kind, 'done')
  assert.deepEqual(
    progress.map(({ done, total }) => [done, total]),
    [
      [0, 2],
      [2, 2],
    ],
  )
  const [data, silicone] = await office.ledger()
  assert.deepEqual(
    [
      silicone?.['name'],
      silicone?.['totalInvestment'],
      silicone?.['landArea'],
      silicone?.['corps'],
      silicone?.['stage'],
      silicone?.['signed.actual'],
      silicone?.['monthDone'],
      silicone?.['problem'],
      silicone?.['period'],
    ],
    ['有机硅项目', '1042000', '342000', zone.corps.a, 'signed', '2022-02', '1200', '征迁受阻', '2022-02'],
  )
  assert.equal(data?.['signed.actual'], '2021-Q4')
  const found = await office.read(checked)
  assert.equal(found.status, 'applied')
  assert.equal(found.appliedBy, 'analyst同志')
  assert.deepEqual(found.abilities, ['read', 'undo'])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('the same file again is known and changes nothing, however often', async () => {
  const { zone, office } = await world()
  const bytes = await february()
  const first = await office.bring('台账.xlsx', bytes)
  const before = await office.ledger()
  const again = await office.upload('台账（副本）.xlsx', bytes)
  assert.equal(again.sameFileAs, first.id)
  const checked = await office.check(again)
  assert.deepEqual([checked.counts?.unchanged, checked.counts?.new, checked.counts?.changed], [2, 0, 0])
  const { end } = await office.apply(checked)
  assert.equal(end?.kind, 'done')
  assert.deepEqual(await office.ledger(), before)
  const written = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .selectFrom('change')
      .select('rowId')
      .where('zoneId', '=', zone.id)
      .where('causeId', '=', again.id)
      .where('entity', '<>', 'ledger_import')
      .execute(),
  )
  assert.deepEqual(written, [])
})

test('what differs is shown field by field, blanks keep what is there or clear it', async () => {
  const { office } = await world()
  await office.bring('二月.xlsx', await february())
  const march = await workbookOf(
    header,
    [[1, '有机硅项目', '传化集团', '110', '513', '', '开工', '2022.2', '800', '']],
    '台账',
    ['重点项目台账（2022年3月）'],
  )
  const kept = await office.check(await office.upload('三月.xlsx', march))
  const [row] = (await office.rows(kept)).items
  assert.equal(row?.verdict, 'changed')
  assert.deepEqual(row?.differences, [
    { field: 'totalInvestment', from: '1042000', to: '1100000' },
    { field: 'stage', from: 'signed', to: 'started' },
    { field: 'monthDone', from: null, to: '800' },
  ])
  const cleared = await office.check(kept, { blanks: 'clear', period: '2022-02' })
  const differences = (await office.rows(cleared)).items[0]?.differences
  assert.deepEqual(
    differences?.find((one) => one.field === 'problem'),
    { field: 'problem', from: '征迁受阻', to: null },
  )
  assert.equal(differences?.find((one) => one.field === 'corps')?.to, null)
})

test('a cell that cannot be read is asked about, left out until answered, and its answer outlives a new check', async () => {
  const { office } = await world()
  const file = await workbookOf(
    ['项目名称', '总投资（亿元）', '开工时间', '当前阶段'],
    [
      ['甲项目', '5-8', '2022-02-30', '已签约待供地'],
      ['乙项目', '5-8', '1月底', '在谈'],
      ['丙项目', '9', '待定', '在谈'],
    ],
    '台账',
    ['2022年2月'],
  )
  const checked = await office.check(await office.upload('问题.xlsx', file))
  assert.deepEqual([checked.counts?.questions, checked.counts?.warnings, checked.counts?.notes], [4, 1, 2])
  const { items } = await office.issues(checked, '&severity=question')
  assert.deepEqual(
    items.map(({ cell, field, code, alike, suggestions }) => [cell, field, code, alike, suggestions]),
    [
      ['B3', 'totalInvestment', 'amount_range', 1, ['50000', '80000']],
      ['C3', 'started.actual', 'no_such_day', 0, ['2022-02-28', '2022-02']],
      ['D3', 'stage', 'unknown_choice', 0, ['signed', 'landSupplied']],
      ['B4', 'totalInvestment', 'amount_range', 1, ['50000', '80000']],
    ],
  )
  const [range, day] = items
  assert.ok(range && day)
  assert.equal((await office.answer(checked, range, '50000', true)).json().answered, 2)
  assert.equal((await office.answer(checked, day, 'morgen')).statusCode, 400)
  await office.answer(checked, day, null)
  const now = await office.read(checked)
  assert.equal(now.counts?.questions, 1)
  const again = await office.check(now)
  assert.equal(again.counts?.questions, 1)
  assert.deepEqual(
    (await office.rows(again)).items.map(
      (row) => row.differences.find((one) => one.field === 'totalInvestment')?.to,
    ),
    ['50000', '50000', '90000'],
  )
  assert.equal((await office.apply(again)).end?.kind, 'done')
  const ledger = Object.fromEntries(
    (await office.ledger()).map((row) => [row['name'], [row['totalInvestment'], row['started.actual']]]),
  )
  assert.deepEqual(ledger, {
    甲项目: ['50000', undefined],
    乙项目: ['50000', '2022-01-T3'],
    丙项目: ['90000', undefined],
  })
})

test('rows in doubt wait for a person; each decision is judged at once and stands after a new check', async () => {
  const { zone, office } = await world()
  const known = await buildProject(database, zone, {
    name: '年产68万吨有机硅新材料项目',
    investor: '传化集团有限公司',
  })
  const file = await workbookOf(
    ['项目名称', '投资方', '总投资（万元）'],
    [
      ['年产68万吨有机硅材料项目', '传化', 500],
      ['新工厂', '甲', 100],
      ['新工厂', '甲', 100],
      ['', '乙', 5],
    ],
  )
  const checked = await office.check(await office.upload('存疑.xlsx', file))
  const { items } = await office.rows(checked)
  assert.deepEqual(
    items.map((row) => row.verdict),
    ['doubt', 'new', 'doubt', 'skipped'],
  )
  const [similar, , twin, nameless] = items
  assert.ok(similar && twin && nameless)
  assert.deepEqual(
    similar.candidates.map(({ projectId, reason }) => [projectId, reason]),
    [[known, 'similar_name_same_investor']],
  )
  const matched = await office.decide(checked, similar, { decision: 'match', projectId: known })
  assert.equal(matched.json().verdict, 'changed')
  assert.equal(matched.json().projectName, '年产68万吨有机硅新材料项目')
  assert.equal((await office.decide(checked, twin, { decision: 'match', projectId: known })).statusCode, 409)
  assert.equal((await office.decide(checked, twin, { decision: 'skip' })).json().verdict, 'skipped')
  assert.equal((await office.decide(checked, nameless, { decision: 'create' })).statusCode, 400)
  const { items: questions } = await office.issues(checked, '&open=true&severity=question')
  assert.deepEqual(
    questions.map((issue) => issue.code),
    ['name_missing'],
  )
  assert.ok(questions[0])
  await office.answer(checked, questions[0], '丁工厂')
  assert.deepEqual(
    (await office.rows(checked)).items.map((row) => row.verdict),
    ['changed', 'new', 'skipped', 'new'],
  )
  const again = await office.check(await office.read(checked))
  assert.deepEqual(
    (await office.rows(again)).items.map((row) => [row.verdict, row.decision]),
    [
      ['changed', 'match'],
      ['new', null],
      ['skipped', 'skip'],
      ['new', null],
    ],
  )
  const undecided = (await office.rows(again)).items[0]
  assert.ok(undecided)
  assert.equal((await office.decide(again, undecided, { decision: null })).json().verdict, 'doubt')
  assert.equal((await office.decide(again, undecided, { decision: 'create' })).json().verdict, 'new')
  assert.equal((await office.apply(again)).end?.kind, 'done')
  assert.equal((await office.ledger()).length, 4)
})

test('a change in the ledger after the check stops the apply, whole, and says where', async () => {
  const { zone, office } = await world()
  await office.bring('二月.xlsx', await february())
  const [, silicone] = await office.ledger()
  assert.ok(silicone)
  const march = await workbookOf(
    header,
    [
      [1, '有机硅项目', '传化集团', '110', '', '', '', '', '', ''],
      [2, '新项目', '荣盛', '3', '', '', '', '', '', ''],
    ],
    '台账',
    ['2022年2月'],
  )
  const checked = await office.check(await office.upload('三月.xlsx', march))
  await office.edit(silicone.id, 'totalInvestment', '1042000', '1050000')
  const { end } = await office.apply(checked)
  assert.deepEqual(end?.kind === 'failed' && [end.code, end.message], [
    'conflict',
    '台账在核对之后有变动，请重新核对：“有机硅项目”的总投资。没有写入任何内容。',
  ])
  assert.equal((await office.ledger()).length, 2)
  assert.equal((await office.read(checked)).status, 'checked')
  const again = await office.check(checked)
  await buildProject(database, zone, { name: '新项目', investor: '荣盛' })
  const second = (await office.apply(again)).end
  assert.match(second?.kind === 'failed' ? second.message : '', /“新项目”已有人加入台账/)
  assert.equal((await office.apply(await office.check(again))).end?.kind, 'done')
  assert.equal((await office.ledger()).length, 3)
})

test('of two applies of one import only one writes', async () => {
  const { zone, office } = await world()
  const other = officeOf(app, await signIn(app, zone, 'director'))
  const checked = await office.check(await office.upload('台账.xlsx', await february()))
  const ends = await Promise.allSettled([office.apply(checked), other.apply(checked), office.apply(checked)])
  const done = ends.filter((one) => one.status === 'fulfilled' && one.value.end?.kind === 'done')
  assert.equal(done.length, 1)
  assert.equal((await office.ledger()).length, 2)
  const late = await (await signIn(app, zone, 'analyst')).call('POST', `/api/imports/${checked.id}/apply`)
  assert.equal(late.statusCode, 409)
})

test('what a person chose for a header is proposed for the next file', async () => {
  const { office } = await world()
  const file = () =>
    workbookOf(['序号', '项目名称', '甲方', '资金口径', '备注'], [[1, '甲项目', '某公司', '5', '顺利']])
  const read = await office.upload('一.xlsx', await file())
  assert.equal(read.tables[0]?.columns[2]?.field, null)
  await office.apply(
    await office.check(read, {
      columns: { C: { field: 'investor' }, D: { field: 'totalInvestment', unit: '亿元' } },
    }),
  )
  assert.equal((await office.ledger())[0]?.['totalInvestment'], '50000')
  const next = await office.upload('二.xlsx', await file())
  assert.deepEqual(
    next.tables[0]?.columns.slice(2, 4).map(({ field, reason }) => [field, reason]),
    [
      ['investor', 'learned'],
      ['totalInvestment', 'learned'],
    ],
  )
})

test('settings that cannot work are refused with the way out', async () => {
  const { zone, office } = await world()
  const read = await office.upload('台账.xlsx', await february())
  const refused = async (settings: Parameters<typeof office.check>[1]) =>
    office.check(read, settings).then(
      () => '',
      (error: Error) => error.message,
    )
  assert.match(await refused({ columns: { B: { field: null } } }), /没有一列导入为“项目名称”/)
  assert.match(await refused({ columns: { C: { field: 'name' } } }), /取自多列（B、C）/)
  assert.match(
    await refused({ columns: { D: { field: 'totalInvestment', unit: '亩' } } }),
    /不能以“亩”为单位/,
  )
  assert.match(await refused({ columns: { D: { field: 'nothing' } } }), /的值“nothing”：只能是/)
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('GET', `/api/imports/${read.id}`)).statusCode, 403)
})

test('a second zone sees nothing of an import: not by list, id, row, issue or any act', async () => {
  const { office } = await world()
  const checked = await office.check(await office.upload('台账.xlsx', await february()))
  const [row] = (await office.rows(checked)).items
  const { zone } = await world()
  const stranger = await signIn(app, zone, 'director')
  assert.equal((await stranger.call('GET', '/api/imports')).json().total, 0)
  for (const [method, path, body] of [
    ['GET', ''],
    ['GET', '/rows'],
    ['GET', '/issues'],
    ['GET', '/undo'],
    ['POST', '/apply'],
    ['POST', '/undo', { keepEdited: true }],
    ['DELETE', ''],
    ['PUT', '/check', { period: '2022-02', blanks: 'keep', tables: [] }],
    ['PUT', `/rows/${row?.id}`, { decision: 'skip' }],
    ['PUT', `/issues/${row?.id}`, { value: null, alike: true }],
  ] as const)
    assert.equal(
      (await stranger.call(method, `/api/imports/${checked.id}${path}`, body)).statusCode,
      404,
      `${method} ${path}`,
    )
  assert.equal((await office.read(checked)).status, 'checked')
})

test('a discarded import is gone with its file, and only an open one can be', async () => {
  const { zone, office } = await world()
  const read = await office.upload('台账.xlsx', await february())
  const uploads = () => readdirSync(join(folder, 'uploads', zone.id))
  assert.deepEqual(uploads(), [read.id])
  assert.equal((await office.discard(read)).statusCode, 200)
  assert.deepEqual(uploads(), [])
  assert.equal((await office.read(read)).status, 'discarded')
  assert.equal((await office.discard(read)).statusCode, 409)
  const applied = await office.bring('台账.xlsx', await february())
  assert.equal((await office.discard(applied)).statusCode, 409)
})
