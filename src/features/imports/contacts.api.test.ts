import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn, type TestZone } from '../../../test/factories.ts'
import { officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-import-contacts-')))
after(async () => {
  await app.close()
  await database.close()
})

async function openOffice() {
  const zone = await buildZone(database)
  const office = officeOf(app, await signIn(app, zone, 'analyst'))
  const bring = async (header: string[], rows: string[][]) =>
    office.check(await office.upload('台账.xlsx', await workbookOf(header, rows)), { period: '2022-02' })
  return { zone, office, bring }
}

const kept = async (zone: TestZone, name: string) =>
  database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .selectFrom('project')
      .select(['contactName as name', 'contactPhone as phone'])
      .where('zoneId', '=', zone.id)
      .where('name', '=', name)
      .executeTakeFirst(),
  )

test('headers as offices write them, and a name and a number in one cell', async () => {
  for (const [names, phones] of [
    ['联系人', '联系电话'],
    ['企业联系人', '手机号码'],
    ['项目联系人', '联系方式'],
  ] as const) {
    const { zone, office, bring } = await openOffice()
    const one = await bring(
      ['项目名称', '责任人', names, phones],
      [['甲项目', '李明', '张三', '138 5812 3456']],
    )
    assert.deepEqual(
      one.tables[0]?.columns.map(({ field }) => field),
      ['name', 'officer', 'contactName', 'contactPhone'],
    )
    assert.equal((await office.apply(one)).end?.kind, 'done')
    assert.deepEqual(await kept(zone, '甲项目'), { name: '张三', phone: '13858123456' })
  }
  for (const header of ['联系人及电话', '联系人', '联系方式']) {
    const { zone, office, bring } = await openOffice()
    const one = await bring(
      ['项目名称', header],
      [
        ['甲项目', '张三 13858123456'],
        ['乙项目', '无'],
      ],
    )
    assert.deepEqual(
      (await office.issues(one)).items.map(({ code, severity }) => [code, severity]),
      [['contact_apart', 'note']],
    )
    await office.apply(one)
    assert.deepEqual(await kept(zone, '甲项目'), { name: '张三', phone: '13858123456' })
    assert.deepEqual(await kept(zone, '乙项目'), { name: null, phone: null })
  }
})

test('two cells of a row that name different contacts, and digits that are no number, are asked about', async () => {
  const { zone, office, bring } = await openOffice()
  const one = await bring(
    ['项目名称', '联系人', '联系电话'],
    [
      ['甲项目', '张三 13858123456', '13758123456'],
      ['乙项目', '李四', '1385812345'],
      ['丙项目', '王五13858123456', '138-5812-3456'],
    ],
  )
  const questions = (await office.issues(one, '&severity=question')).items
  assert.deepEqual(
    questions.map(({ code, cell, field, suggestions }) => [code, cell, field, suggestions]),
    [
      ['contact_differs', 'B2', 'contactPhone', ['13758123456', '13858123456']],
      ['contact_unclear', 'C3', 'contactPhone', []],
    ],
  )
  const [differs, unclear] = questions
  assert.ok(differs && unclear)
  assert.equal((await office.answer(one, unclear, '138****3456')).statusCode, 400)
  assert.equal((await office.answer(one, unclear, '0571 8234 5678')).statusCode, 200)
  assert.equal((await office.answer(one, differs, '13858123456')).statusCode, 200)
  await office.apply(one)
  assert.deepEqual(await kept(zone, '甲项目'), { name: '张三', phone: '13858123456' })
  assert.deepEqual(await kept(zone, '乙项目'), { name: '李四', phone: '0571-82345678' })
  assert.deepEqual(await kept(zone, '丙项目'), { name: '王五', phone: '13858123456' })
})

test('a mask stands for the value that it hides, and for no other', async () => {
  const { zone, office, bring } = await openOffice()
  const contact = { contactName: '王小明', contactPhone: '13858123456' }
  await buildProject(database, zone, { name: '甲项目', ...contact })
  await buildProject(database, zone, { name: '乙项目' })
  const header = ['项目名称', '联系人', '联系电话']
  const one = await bring(header, [
    ['甲项目', '王**', '138****3456'],
    ['乙项目', '王**', '138****3456'],
    ['丙项目', '赵**', '13700001111'],
  ])
  assert.deepEqual([one.counts?.unchanged, one.counts?.new, one.counts?.questions], [2, 1, 3])
  const questions = (await office.issues(one, '&severity=question')).items
  assert.deepEqual(
    questions.map(({ code, cell, value }) => [code, cell, value]),
    [
      ['mask_unmatched', 'B3', '王**'],
      ['mask_unmatched', 'C3', '138****3456'],
      ['mask_unmatched', 'B4', '赵**'],
    ],
  )
  // The row is another project's: there the masks are right, and nothing is asked.
  const [row] = (await office.rows(one)).items.filter(({ name }) => name === '乙项目')
  const [own] = (await office.rows(one)).items.filter(({ name }) => name === '甲项目')
  assert.ok(row && own?.projectId && questions[1])
  await office.decide(one, own, { decision: 'skip' })
  await office.decide(one, row, { decision: 'match', projectId: own.projectId })
  assert.equal((await office.read(one)).counts?.questions, 1)
  await office.decide(one, row, { decision: null })
  assert.equal((await office.read(one)).counts?.questions, 3)
  const again = (await office.issues(one, '&severity=question')).items.find(({ cell }) => cell === 'B3')
  assert.ok(again)
  assert.equal((await office.answer(one, again, '王大明')).statusCode, 200)
  // Checked anew, the answer stands.
  const checked = await office.check(await office.read(one))
  assert.equal(checked.counts?.questions, 2)
  await office.apply(one)
  assert.deepEqual(await kept(zone, '甲项目'), { name: '王小明', phone: '13858123456' })
  assert.deepEqual(await kept(zone, '乙项目'), { name: '王大明', phone: null })
  assert.deepEqual(await kept(zone, '丙项目'), { name: null, phone: '13700001111' })
})

test('同上 under a contact teaches the zone no telephone number', async () => {
  const { zone, office, bring } = await openOffice()
  const one = await bring(
    ['项目名称', '联系电话'],
    [
      ['甲项目', '13858123456'],
      ['乙项目', '同上'],
    ],
  )
  const [ditto] = (await office.issues(one, '&severity=question')).items
  assert.ok(ditto)
  assert.equal((await office.answer(one, ditto, '13858123456')).statusCode, 200)
  await office.apply(one)
  assert.equal((await kept(zone, '乙项目'))?.phone, '13858123456')
  const lessons = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db.selectFrom('wordLesson').selectAll().where('zoneId', '=', zone.id).execute(),
  )
  assert.deepEqual(lessons, [])
})
