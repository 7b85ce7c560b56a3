import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { officeOf, workbookOf } from '../imports/test-office.ts'
import { mergeOf, placesOf } from './test-merging.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-later-')))
after(async () => {
  await app.close()
  await database.close()
})

const header = ['项目名称', '项目代码', '投资方', '总投资（万元）']
const codes = ['2202-330109-04-01-111111', '2202-330109-04-01-222222'] as const
const kept = ['有机硅项目', codes[0], '传化智联', '1000']
const lost = ['68万吨有机硅', codes[1], '传化集团', '2000']

async function office() {
  const zone = await buildZone(database)
  const who = await signIn(app, zone, 'analyst')
  const desk = officeOf(app, who)
  await desk.bring('2022-01.xlsx', await workbookOf(header, [kept, lost]))
  const ledger = await desk.ledger()
  const idOf = (name: string) => ledger.find((row) => row['name'] === name)?.id ?? ''
  const { merge } = await mergeOf(who, idOf('有机硅项目'), idOf('68万吨有机硅'), placesOf('totalInvestment'))
  return { who, desk, merge }
}

test('a later ledger that still has the lost one’s name finds the merged project and renames nothing', async () => {
  const { desk, merge } = await office()
  const rows = [['68万吨有机硅', codes[1], '传化集团', '2500']]
  const read = await desk.upload('2022-02.xlsx', await workbookOf(header, rows))
  const checked = await desk.check(read)
  const [row] = (await desk.rows(checked)).items
  assert.deepEqual(
    [row?.verdict, row?.projectId, row?.differences.map(({ field, from, to }) => [field, from, to])],
    ['changed', merge.keptId, [['totalInvestment', '2000', '2500']]],
  )
  await desk.apply(checked)
  const [only, ...more] = await desk.ledger()
  assert.deepEqual(more, [])
  assert.deepEqual(
    [only?.['name'], only?.['code'], only?.['investor'], only?.['totalInvestment']],
    ['有机硅项目', codes[0], '传化智联', '2500'],
  )
})

test('a ledger with both rows gives the project to its own row; the alias waits for a person', async () => {
  const { desk, merge } = await office()
  const checked = await desk.check(await desk.upload('2022-02.xlsx', await workbookOf(header, [lost, kept])))
  const { items } = await desk.rows(checked)
  assert.deepEqual(
    items.map((row) => [
      row.name,
      row.verdict,
      row.projectId ?? row.candidates.map((one) => [one.projectId, one.name]),
    ]),
    [
      ['68万吨有机硅', 'doubt', [[merge.keptId, '有机硅项目']]],
      ['有机硅项目', 'changed', merge.keptId],
    ],
  )
})

test('after a merge is taken back, each row finds its own project again', async () => {
  const { who, desk, merge } = await office()
  assert.equal((await who.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })).statusCode, 200)
  const checked = await desk.check(await desk.upload('2022-02.xlsx', await workbookOf(header, [lost, kept])))
  const { items } = await desk.rows(checked)
  assert.deepEqual(
    items.map((row) => [row.verdict, row.projectId]),
    [
      ['unchanged', merge.lostId],
      ['unchanged', merge.keptId],
    ],
  )
})

test('an import undone after a merge of what it brought leaves nothing of its own behind, and the merge can still go', async () => {
  const { who, desk, merge } = await office()
  const list = (await who.call('GET', '/api/imports')).json<{ items: { id: string }[] }>().items
  const id = list[0]?.id ?? ''
  assert.equal((await desk.undo({ id }, { keepEdited: false })).statusCode, 200)
  assert.deepEqual(await desk.ledger(), [])
  const back = await who.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })
  assert.equal(back.statusCode, 200, back.body)
})
