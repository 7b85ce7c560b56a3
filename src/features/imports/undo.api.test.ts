import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { type Office, officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-undo-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

async function world() {
  const zone = await buildZone(database)
  const office = officeOf(app, await signIn(app, zone, 'analyst'))
  const values = {
    name: '甲项目',
    totalInvestment: '1000',
    stage: 'signed',
    'signed.actual': '2021-12',
    problem: '一月的问题',
  }
  const known = await buildProject(database, zone, values, '2022-01')
  return { zone, office, known }
}
const header = [
  '项目名称',
  '总投资（万元）',
  '当前阶段',
  '签约时间',
  '计划开工',
  '当月完成（万元）',
  '存在问题',
]
const book = (rows: string[][], month = '2022年2月') => workbookOf(header, rows, '台账', [`台账（${month}）`])
const twoRows = () =>
  book([
    ['甲项目', '2000.5', '落地', '2021.12.8', '2022.6', '30', '缺地'],
    ['乙项目', '500', '签约', '', '', '10', ''],
  ])
/** Everything in the ledger but what the order of writing decides. */
const picture = async (office: Office) => (await office.ledger()).map(({ abilities: _, ...row }) => row)

test('undone at once, everything is as it was: values, dates, months, and what was added is gone', async () => {
  const { zone, office, known } = await world()
  const before = await picture(office)
  const done = await office.bring('二月.xlsx', await twoRows())
  const imported = await picture(office)
  assert.deepEqual(
    imported.find((row) => row.id === known),
    {
      id: known,
      name: '甲项目',
      totalInvestment: '2000.5',
      stage: 'landed',
      stageProof: 'none',
      standing: 'ongoing',
      corps: zone.corps.a,
      period: '2022-02',
      'signed.actual': '2021-12-08',
      'started.plan': '2022-06',
      monthDone: '30',
      problem: '缺地',
    },
  )
  assert.deepEqual(await office.preview(done), { removes: 1, reverts: 1, edited: [] })
  const response = await office.undo(done)
  assert.equal(response.statusCode, 200)
  assert.equal(response.json().status, 'undone')
  assert.equal(response.json().undoneBy, 'analyst同志')
  assert.deepEqual(await picture(office), before)
  assert.equal((await office.ledger()).length, 1)
  assert.equal(
    (
      await (await signIn(app, zone, 'analyst')).call('GET', `/api/ledger?q=${encodeURIComponent('乙项目')}`)
    ).json().total,
    0,
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('undone twice, or before it was applied, is refused', async () => {
  const { office } = await world()
  const done = await office.bring('二月.xlsx', await twoRows())
  assert.equal((await office.undo(done)).statusCode, 200)
  const again = await office.undo(done)
  assert.deepEqual(
    [again.statusCode, again.json().message],
    [409, '“二月.xlsx”已经撤销过，没有可撤销的内容。'],
  )
  const checked = await office.check(await office.upload('二月.xlsx', await twoRows()))
  assert.equal((await office.undo(checked)).statusCode, 409)
})

test('what was edited since is listed with before, imported and now, and kept or put back by choice', async () => {
  for (const choice of ['keep', 'revert', 'each'] as const) {
    const { zone, office, known } = await world()
    const done = await office.bring('二月.xlsx', await twoRows())
    const director = officeOf(app, await signIn(app, zone, 'director'))
    await director.edit(known, 'totalInvestment', '2000.5', '3000')
    await director.edit(known, 'started.plan', '2022-06', '2022-Q3')
    await director.edit(known, 'problem', '缺地', '已解决', '2022-02')
    await director.edit(known, 'officer', null, '王五')
    const { edited, removes, reverts } = await office.preview(done)
    assert.deepEqual([removes, reverts], [1, 1])
    const shown = edited.map(({ field, period, before, imported, now, changedBy, projectName }) => [
      field,
      period,
      before,
      imported,
      now,
      changedBy,
      projectName,
    ])
    assert.deepEqual(
      shown.sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
      [
        ['problem', '2022-02', null, '缺地', '已解决', 'director同志', '甲项目'],
        ['started.plan', null, null, '2022-06', '2022-Q3', 'director同志', '甲项目'],
        ['totalInvestment', null, '1000', '2000.5', '3000', 'director同志', '甲项目'],
      ],
    )
    const except = [{ projectId: known, field: 'problem', period: '2022-02' }]
    const body = choice === 'each' ? { keepEdited: true, except } : { keepEdited: choice === 'keep' }
    assert.equal((await director.undo(done, body)).statusCode, 200)
    const [row] = await office.ledger()
    const kept = { total: '3000', plan: '2022-Q3', problem: '已解决', period: '2022-02' }
    const back = { total: '1000', plan: undefined, problem: '一月的问题', period: '2022-01' }
    const expected =
      choice === 'keep'
        ? kept
        : choice === 'revert'
          ? back
          : { ...kept, problem: '一月的问题', period: '2022-01' }
    assert.deepEqual(
      {
        total: row?.['totalInvestment'],
        plan: row?.['started.plan'],
        problem: row?.['problem'],
        period: row?.['period'],
      },
      expected,
      choice,
    )
    assert.deepEqual(
      [row?.['stage'], row?.['signed.actual'], row?.['officer']],
      ['signed', '2021-12', '王五'],
    )
    await assertEveryRowHasItsChange(database, zone.id)
  }
})

test('an added project that was edited since stays whole if any edit is kept, and goes if none is', async () => {
  for (const keepEdited of [true, false]) {
    const { office } = await world()
    const done = await office.bring('二月.xlsx', await twoRows())
    const added = (await office.ledger()).find((row) => row['name'] === '乙项目')
    assert.ok(added)
    await office.edit(added.id, 'completed.plan', null, '2023')
    const { edited, removes } = await office.preview(done)
    assert.equal(removes, 0)
    assert.deepEqual(
      edited.map(({ field, before, imported, now }) => [field, before, imported, now]),
      [['completed.plan', null, null, '2023']],
    )
    await office.undo(done, { keepEdited })
    const left = (await office.ledger()).find((row) => row.id === added.id)
    assert.deepEqual(
      left && [left['totalInvestment'], left['stage'], left['monthDone'], left['completed.plan']],
      keepEdited ? ['500', 'signed', '10', '2023'] : undefined,
    )
  }
})

test('two imports one upon the other can be undone in either order', async () => {
  const second = () =>
    book(
      [
        ['甲项目', '2500', '落地', '', '2022.9', '40', ''],
        ['乙项目', '600', '', '', '', '20', ''],
        ['丙项目', '7', '', '', '', '', ''],
      ],
      '2022年3月',
    )
  const { office: inOrder } = await world()
  const start = await picture(inOrder)
  const one = await inOrder.bring('二月.xlsx', await twoRows())
  const afterOne = await picture(inOrder)
  const two = await inOrder.bring('三月.xlsx', await second())
  await inOrder.undo(two)
  assert.deepEqual(await picture(inOrder), afterOne)
  await inOrder.undo(one)
  assert.deepEqual(await picture(inOrder), start)

  const { office, known } = await world()
  const first = await office.bring('二月.xlsx', await twoRows())
  const later = await office.bring('三月.xlsx', await second())
  const { edited } = await office.preview(first)
  assert.deepEqual(edited.map(({ field, now }) => `${field} ${now}`).sort(), [
    'monthDone 20',
    'started.plan 2022-09',
    'totalInvestment 2500',
    'totalInvestment 600',
  ])
  await office.undo(first, { keepEdited: true })
  const row = (await office.ledger()).find((one) => one.id === known)
  assert.deepEqual(
    [row?.['totalInvestment'], row?.['stage'], row?.['monthDone'], row?.['signed.actual']],
    ['2500', 'signed', '40', '2021-12'],
  )
  assert.equal((await office.ledger()).length, 3)
  await office.undo(later, { keepEdited: true })
  const last = (await office.ledger()).find((one) => one.id === known)
  assert.deepEqual(
    [
      last?.['totalInvestment'],
      last?.['started.plan'],
      last?.['monthDone'],
      last?.['period'],
      last?.['problem'],
    ],
    ['1000', undefined, undefined, '2022-01', '一月的问题'],
  )
  // 乙项目 was kept for what the second import had changed in it, and is a project like any other now.
  assert.deepEqual((await office.ledger()).map((one) => one['name']).sort(), ['乙项目', '甲项目'])
})

test('whatever is imported, edited and undone in whatever order: once all imports are undone, only the edits remain', async () => {
  const months = ['2022年2月', '2022年2月', '2022年3月']
  const orders = [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [0, 2, 1],
  ]
  for (const order of orders) {
    const { zone, office, known } = await world()
    const before = await picture(office)
    const imports = []
    for (const [at, month] of months.entries())
      imports.push(
        await office.bring(
          `${at}.xlsx`,
          await book(
            [
              [
                '甲项目',
                `${3000 + at}`,
                '落地',
                `2021.1${at}`,
                `202${3 + at}`,
                `${at + 1}`,
                at === 1 ? '' : `问题${at}`,
              ],
            ],
            month,
          ),
        ),
      )
    await office.edit(known, 'note', null, '手工备注')
    for (const at of order)
      assert.equal((await office.undo(imports[at] ?? assert.fail(), { keepEdited: true })).statusCode, 200)
    assert.deepEqual(
      await picture(office),
      before.map((row) => ({ ...row, note: '手工备注' })),
      order.join(),
    )
    await assertEveryRowHasItsChange(database, zone.id)
  }
})

test('an undone import can be imported again, and what somebody put back by hand is not asked about', async () => {
  const { office, known } = await world()
  const bytes = await twoRows()
  const done = await office.bring('二月.xlsx', bytes)
  const imported = await picture(office)
  await office.edit(known, 'totalInvestment', '2000.5', '1000')
  assert.deepEqual((await office.preview(done)).edited, [])
  await office.undo(done)
  const again = await office.upload('二月.xlsx', bytes)
  assert.equal(again.sameFileAs, null)
  assert.equal((await office.apply(await office.check(again))).end?.kind, 'done')
  const names = (rows: typeof imported) => rows.map(({ id: _, ...row }) => row)
  assert.deepEqual(names(await picture(office)), names(imported))
})

test('what an undo keeps is said afterwards: new projects whole, and single values', async () => {
  const { office, known } = await world()
  const done = await office.bring('二月.xlsx', await twoRows())
  assert.equal(done.undoKept, null)
  const added = (await office.ledger()).find((row) => row['name'] === '乙项目')
  assert.ok(added)
  await office.edit(added.id, 'totalInvestment', '500', '600')
  await office.edit(known, 'stage', 'landed', 'started')
  const preview = await office.preview(done)
  assert.deepEqual(
    preview.edited.map(({ projectName, added: isNew, others }) => [projectName, isNew, others]).sort(),
    [
      ['乙项目', true, false],
      ['甲项目', false, true],
    ],
  )
  assert.equal((await office.undo(done)).statusCode, 200)
  assert.deepEqual((await office.read(done)).undoKept, {
    projects: [{ id: added.id, name: '乙项目' }],
    values: 1,
  })
  assert.equal((await office.ledger()).length, 2)
})
