import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-import-industries-')))
after(async () => {
  await app.close()
  await database.close()
})

const header = ['项目名称', '总投资（万元）', '行业代码']
const cells = ['3812', 'C381', '1373 水果和坚果加工', 'C3810', '1372 水果和坚果加工', '电机行业', '—']
const book = () =>
  workbookOf(
    header,
    cells.map((cell, at) => [`第${at + 1}个项目`, '600', cell]),
  )

test('industries of a ledger: taken by bare code, told where there is none, asked where unclear, remembered', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const office = officeOf(app, analyst)
  const uploaded = await office.upload('台账.xlsx', await book())
  assert.equal(uploaded.tables[0]?.columns[2]?.field, 'industryCode')
  const checked = await office.check(uploaded)
  const issues = (await office.issues(checked)).items.filter(({ field }) => field === 'industryCode')
  assert.deepEqual(
    issues
      .map(({ cell, code, severity, taken, suggestions }) => [cell, code, severity, taken, suggestions])
      .sort(),
    [
      ['C5', 'no_such_industry', 'warning', 'C3810', ['381']],
      ['C6', 'industry_differs', 'question', null, ['1373', '1372']],
      ['C7', 'unknown_industry', 'question', null, []],
    ],
  )
  const [differs, unknown] = ['C6', 'C7'].map((cell) => issues.find((issue) => issue.cell === cell))
  assert.ok(differs && unknown)
  await office.answer(checked, differs, '1373')
  await office.answer(checked, unknown, 'C38')
  assert.equal((await office.apply(checked)).end?.kind, 'done')

  const held = async (query: string) =>
    (await analyst.call('GET', `/api/ledger?limit=100&sort=name${query}`))
      .json<{ items: Record<string, string>[] }>()
      .items.map((row) => row['industryCode'] ?? null)
  assert.deepEqual(await held(''), ['3812', '381', '1373', 'C3810', '1373', '38', null])
  const where = encodeURIComponent(JSON.stringify([{ field: 'industryCode', op: 'is', value: ['1373'] }]))
  assert.deepEqual(await held(`&where=${where}`), ['1373', '1373'])

  // What was not understood was answered, and is known now; the same ledger changes nothing.
  const again = await office.check(await office.upload('台账再来.xlsx', await book()))
  const now = (await office.issues(again)).items.filter(({ field }) => field === 'industryCode')
  assert.ok(
    now.some(({ code, value, taken }) => code === 'learned_word' && value === '电机行业' && taken === '38'),
  )
  assert.deepEqual([again.counts?.new, again.counts?.changed], [0, 0])
  await assertEveryRowHasItsChange(database, zone.id)
})
