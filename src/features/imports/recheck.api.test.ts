import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import type { MovedOn } from './contract.ts'
import { officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-recheck-')))
after(async () => {
  await app.close()
  await database.close()
})

async function world() {
  const zone = await buildZone(database)
  const caller = await signIn(app, zone, 'analyst')
  const known = await buildProject(database, zone, {
    name: '甲项目',
    totalInvestment: '1000',
    stage: 'signed',
  })
  const movedOn = async ({ id }: { id: string }) =>
    (await caller.call('GET', `/api/imports/${id}/moved-on`)).json<MovedOn>()
  return { zone, office: officeOf(app, caller), known, movedOn }
}
const header = ['项目名称', '总投资（万元）', '当前阶段', '存在问题']
const book = (rows: string[][], names = header) => workbookOf(names, rows, '台账', ['台账（2022年2月）'])

test('an open import says where the ledger has moved on, and checked again it can be applied', async () => {
  const { zone, office, known, movedOn } = await world()
  const read = await office.upload(
    '二月.xlsx',
    await book([
      ['甲项目', '2000', '签约', ''],
      ['乙项目', '500', '已拿地', ''],
    ]),
  )
  assert.deepEqual(await movedOn(read), { places: 0, first: [] })
  const checked = await office.check(read)
  assert.deepEqual(await movedOn(checked), { places: 0, first: [] })
  const [question] = (await office.issues(checked, '&severity=question')).items
  assert.ok(question)
  await office.answer(checked, question, 'landSupplied')
  await office.edit(known, 'totalInvestment', '1000', '1500')
  await buildProject(database, zone, { name: '乙项目' })
  assert.deepEqual(await movedOn(checked), {
    places: 2,
    first: [
      { kind: 'value', name: '甲项目', field: 'totalInvestment' },
      { kind: 'added', name: '乙项目', field: null },
    ],
  })
  const refused = await office.apply(checked)
  assert.equal(refused.end?.kind === 'failed' && refused.end.code, 'conflict')
  const again = await office.check(await office.read(checked))
  assert.deepEqual(await movedOn(again), { places: 0, first: [] })
  assert.equal(again.counts?.questions, 0)
  const first = (await office.rows(again, '&verdict=changed')).items.find((row) => row.name === '甲项目')
  assert.deepEqual(first?.differences, [{ field: 'totalInvestment', from: '1500', to: '2000' }])
  assert.equal((await office.apply(again)).end?.kind, 'done')
  assert.deepEqual(await movedOn(again), { places: 0, first: [] })
})

test('another zone does not hear where the ledger has moved on', async () => {
  const { office } = await world()
  const checked = await office.check(
    await office.upload('二月.xlsx', await book([['甲项目', '2000', '签约', '']])),
  )
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  assert.equal((await stranger.call('GET', `/api/imports/${checked.id}/moved-on`)).statusCode, 404)
})

test('an answer to a note is kept when the file is checked again', async () => {
  const { office } = await world()
  const checked = await office.check(
    await office.upload('二月.xlsx', await book([['丙项目', '待定', '签约', '']])),
  )
  const [noted] = (await office.issues(checked, '&severity=note')).items
  assert.equal(noted?.code, 'undecided')
  await office.answer(checked, noted, '700')
  const again = await office.check(await office.read(checked))
  const [row] = (await office.rows(again)).items
  assert.equal(row?.differences.find(({ field }) => field === 'totalInvestment')?.to, '700')
})

test('a stage that is not read is shown as not set by the file', async () => {
  const { office } = await world()
  const checked = await office.check(
    await office.upload('二月.xlsx', await book([['丙项目', '800', '已拿地', '']])),
  )
  const [row] = (await office.rows(checked)).items
  assert.deepEqual(
    row?.differences.find(({ field }) => field === 'stage'),
    { field: 'stage', from: null, to: 'lead', assumed: true },
  )
})

test('a column of instructions is no column of states', async () => {
  const { office } = await world()
  const names = ['项目名称', '总投资（万元）', '当前阶段', '领导批示']
  const rows = ['甲', '乙', '丙', '丁'].map((name) => [`${name}项目`, '500', '签约', '请抓紧推进'])
  const read = await office.upload('批示.xlsx', await book(rows, names))
  assert.deepEqual(
    read.tables[0]?.columns.map(({ field }) => field),
    ['name', 'totalInvestment', 'stage', null],
  )
  assert.equal((await office.check(read)).counts?.questions, 0)
})

test('a row that repeats another says which', async () => {
  const { office } = await world()
  const checked = await office.check(
    await office.upload(
      '重复.xlsx',
      await book([
        ['丙项目', '800', '签约', ''],
        ['丁项目', '800', '签约', ''],
        ['丙项目', '900', '签约', ''],
      ]),
    ),
  )
  const [doubt] = (await office.rows(checked, '&verdict=doubt')).items
  assert.deepEqual([doubt?.row, doubt?.twin], [5, { sheet: '台账', row: 3 }])
  const [issue] = (await office.issues(checked, '&code=twice_in_file')).items
  assert.deepEqual(issue?.suggestions, ['台账', '3'])
  assert.ok(doubt && issue)
  assert.equal((await office.decide(checked, doubt, { decision: 'skip' })).json().twin?.row, 3)
  assert.equal((await office.decide(checked, doubt, { decision: null })).json().twin?.row, 3)
})
