import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { addDays, monthOf, shanghaiDay } from '../../shared/days.ts'
import type { Issue } from './contract.ts'
import { issueSentence } from './issue-words.ts'
import { officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-sense-')))
after(async () => {
  await app.close()
  await database.close()
})

async function desk() {
  const zone = await buildZone(database)
  return { zone, office: officeOf(app, await signIn(app, zone, 'analyst')) }
}
const told = ({ cell, code, severity, taken, suggestions }: Issue) => [
  cell,
  code,
  severity,
  taken,
  ...suggestions,
]

test('an actual date to come is asked about with its cell, taken for no fact, and no answer makes it one', async () => {
  const { office } = await desk()
  const today = shanghaiDay(Date.now())
  const tomorrow = addDays(today, 1)
  const later = Number(today.slice(0, 4)) + 1
  const workbook = await workbookOf(
    ['项目名称', '签约时间', '计划开工', '实际开工'],
    [
      ['甲项目', today, tomorrow, tomorrow],
      ['乙项目', tomorrow.slice(0, 4), '', `${later}年三季度`],
    ],
    '台账',
    [`${monthOf(today).replace('-', '年')}月台账`],
  )
  const checked = await office.check(await office.upload('本月.xlsx', workbook), { period: monthOf(today) })
  const { items } = await office.issues(checked, '&severity=question')
  const [first, second] = items
  assert.ok(first && second)
  assert.deepEqual(items.map(told), [
    ['D3', 'actual_in_future', 'question', null],
    ['D4', 'actual_in_future', 'question', null],
  ])
  assert.equal(
    issueSentence(second, 'zh'),
    `“${later}年三季度”是计划中或还没有到的日期，却写在“实际开工”里。如果是计划日期，请改这一列对应的字段；否则请更正或不导入。`,
  )
  const untrue = await office.answer(checked, first, tomorrow)
  assert.equal(untrue.statusCode, 400)
  assert.match(
    untrue.json<{ message: string }>().message,
    /「实际开工」的 .* 还没有到，不能填为实际日期；请填计划或预计日期。/,
  )
  assert.equal((await office.answer(checked, first, today)).statusCode, 200)
  assert.equal((await office.apply(checked)).end?.kind, 'done')
  const ledger = Object.fromEntries((await office.ledger()).map((row) => [row['name'], row]))
  assert.deepEqual(
    ['signed.actual', 'started.plan', 'started.actual'].map((key) => ledger['甲项目']?.[key]),
    [today, tomorrow, today],
  )
  assert.deepEqual(
    [ledger['乙项目']?.['signed.actual'], ledger['乙项目']?.['started.actual']],
    [tomorrow.slice(0, 4), undefined],
  )
})

test('fixed assets above the total are a warning that names both, from the file alone or with the ledger', async () => {
  const { zone, office } = await desk()
  await buildProject(database, zone, { name: '已有项目', totalInvestment: '50000' })
  await buildProject(database, zone, { name: '另一项目', fixedAssetInvestment: '40000' })
  const workbook = await workbookOf(
    ['项目名称', '其中固投（万元）', '总投资（万元）'],
    [
      ['甲项目', '80000', '50000'],
      ['乙项目', '50000', '50000'],
      ['已有项目', '50001', ''],
      ['另一项目', '', '4'],
      ['丙项目', '900', ''],
    ],
    '台账',
    ['2022年2月台账'],
  )
  const checked = await office.check(await office.upload('二月.xlsx', workbook))
  const open = async () =>
    (await office.issues(checked, '&code=over_whole&open=true')).items.sort((a, b) =>
      a.cell < b.cell ? -1 : 1,
    )
  const issues = await open()
  assert.deepEqual(issues.map(told), [
    ['B3', 'over_whole', 'warning', '80000', '50000'],
    ['B5', 'over_whole', 'warning', '50001', '50000'],
    ['C6', 'over_whole', 'warning', '4', '40000'],
  ])
  const [inFile, withLedger, wrongUnit] = issues
  assert.ok(inFile && withLedger && wrongUnit)
  assert.equal(
    issueSentence(wrongUnit, 'zh'),
    '分项大于总额：总投资 4万元，其中固投 4亿元。已照样读取；请核对两个数，多半是亿、万写错。',
  )
  // Corrected so that it fits, corrected so that it still does not, and kept as it is.
  assert.equal((await office.answer(checked, wrongUnit, '40000')).statusCode, 200)
  assert.equal((await office.answer(checked, inFile, '70000')).statusCode, 200)
  assert.deepEqual((await open()).map(told), [
    ['B3', 'over_whole', 'warning', '70000', '50000'],
    ['B5', 'over_whole', 'warning', '50001', '50000'],
  ])
  assert.equal((await office.answer(checked, withLedger, '50001')).statusCode, 200)
  assert.deepEqual(
    (await open()).map((issue) => issue.cell),
    ['B3'],
  )

  const { tables } = checked
  const again = await office.check({ ...checked, tables })
  assert.deepEqual(
    (await open()).map((issue) => issue.cell),
    ['B3'],
    'what was kept is not asked again',
  )
  assert.equal((await office.apply(again)).end?.kind, 'done')
  const ledger = Object.fromEntries((await office.ledger()).map((row) => [row['name'], row]))
  assert.deepEqual(
    ['甲项目', '乙项目', '已有项目', '另一项目'].map((name) => [
      ledger[name]?.['fixedAssetInvestment'],
      ledger[name]?.['totalInvestment'],
    ]),
    [
      ['70000', '50000'],
      ['50000', '50000'],
      ['50001', '50000'],
      ['40000', '40000'],
    ],
    'warned of, never blocked',
  )
})
