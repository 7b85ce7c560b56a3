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
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-learned-')))
after(async () => {
  await app.close()
  await database.close()
})

const header = ['项目名称', '总投资', '落户兵团', '当前阶段']
const book = (name: string) =>
  workbookOf(
    header,
    [
      [name, '600', '桥北', '已拿地否'],
      [`${name}二期`, '800', '市北', '签约'],
    ],
    '台账',
    ['台账（2022年2月）'],
  )

test('units and words answered once are proposed for the next file, said, and may be answered otherwise', async () => {
  const zone = await buildZone(database)
  const office = officeOf(app, await signIn(app, zone, 'analyst'))
  const first = await office.upload('一.xlsx', await book('甲'))
  assert.equal(first.tables[0]?.columns[1]?.unit, null)
  const checked = await office.check(first, { columns: { B: { unit: '万元' } } })
  const asked = (await office.issues(checked, '&severity=question')).items
  assert.deepEqual(
    asked.map((issue) => issue.code),
    ['unknown_corps', 'unknown_choice'],
  )
  const [corps, stage] = asked
  assert.ok(corps && stage)
  await office.answer(checked, corps, zone.corps.b)
  await office.answer(checked, stage, 'landSupplied')
  assert.equal((await office.apply(checked)).end?.kind, 'done')

  const second = await office.upload('二.xlsx', await book('乙'))
  const unit = second.tables[0]?.columns[1]
  assert.deepEqual([unit?.unit, unit?.unitBy], ['万元', 'learned'])
  const again = await office.check(second)
  assert.equal(again.counts?.questions, 0)
  const notes = (await office.issues(again, '&severity=note')).items
  assert.deepEqual(
    notes.map(({ code, value, taken }) => [code, value, taken]),
    [
      ['learned_word', '桥北', zone.corps.b],
      ['learned_word', '已拿地否', 'landSupplied'],
    ],
  )
  const noted = notes[1]
  assert.ok(noted)
  await office.answer(again, noted, 'signed')
  const [row] = (await office.rows(again)).items
  assert.equal(row?.differences.find(({ field }) => field === 'stage')?.to, 'signed')
  assert.equal((await office.apply(again)).end?.kind, 'done')

  const third = await office.check(await office.upload('三.xlsx', await book('丙')))
  const [, now] = (await office.issues(third, '&severity=note')).items
  assert.equal(now?.taken, 'signed')
  await assertEveryRowHasItsChange(database, zone.id)

  const stranger = officeOf(app, await signIn(app, await buildZone(database), 'analyst'))
  const elsewhere = await stranger.upload('一.xlsx', await book('甲'))
  assert.equal(elsewhere.tables[0]?.columns[1]?.unit, null)
})
