import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { mergeOf, placesOf } from '../duplicates/test-merging.ts'
import { clerkOf } from '../evidence/test-papers.ts'
import { writeProjects } from '../projects/server/write-projects.ts'
import type { FieldVersion } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-field-history-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const noonOf = (daysAgo: number) => new Date(`${addDays(today, -daysAgo)}T04:00:00Z`)

type Answer = { items: FieldVersion[]; total: number }
const historyOf = async (who: Caller, id: string, field: string, query = ''): Promise<Answer> => {
  const response = await who.call('GET', `/api/projects/${id}/fields/${field}/history${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json()
}
const valuesOf = ({ items }: Answer) => items.map(({ value }) => value)

async function office() {
  const zone = await buildZone(database)
  const write = (
    projectId: string,
    set: Record<string, string | null>,
    daysAgo: number,
    period = '2022-03',
  ) => {
    const author = { zoneId: zone.id, memberId: zone.memberIds['officer'] ?? null, at: noonOf(daysAgo) }
    return database.within({ zoneId: zone.id, memberId: null }, (db) =>
      writeProjects(db, author, [{ projectId, isNew: false, period, set }]),
    )
  }
  const build = (values: Record<string, string>, daysAgo: number) =>
    buildProject(database, zone, { stage: 'signed', ...values }, '2022-02', noonOf(daysAgo))
  return { zone, write, build, analyst: await signIn(app, zone, 'analyst') }
}

test('each value a field had, from when until when and by whom, newest first; other fields leave no line', async () => {
  const { build, write, analyst } = await office()
  const id = await build({ name: '甲项目', totalInvestment: '100' }, 9)
  await write(id, { note: '别的列' }, 8)
  await write(id, { totalInvestment: '150.5' }, 6)
  await write(id, { totalInvestment: null }, 4)
  await write(id, { totalInvestment: '150.5' }, 2)
  const { items, total } = await historyOf(analyst, id, 'totalInvestment')
  assert.equal(total, 4)
  assert.deepEqual(
    items.map(({ value, before, from, until, actor }) => [value, before, from, until, actor]),
    [
      ['150.5', null, noonOf(2).toISOString(), null, 'officer同志'],
      [null, '150.5', noonOf(4).toISOString(), noonOf(2).toISOString(), 'officer同志'],
      ['150.5', '100', noonOf(6).toISOString(), noonOf(4).toISOString(), 'officer同志'],
      ['100', null, noonOf(9).toISOString(), noonOf(6).toISOString(), null],
    ],
  )
  const page = await historyOf(analyst, id, 'totalInvestment', '?limit=1&offset=2')
  assert.deepEqual([valuesOf(page), page.total], [['150.5'], 4])
  assert.deepEqual((await historyOf(analyst, id, 'code')).items, [])
  const then = await historyOf(analyst, id, 'totalInvestment', `?asOf=${addDays(today, -5)}`)
  assert.deepEqual([valuesOf(then), then.items[0]?.until], [['150.5', '100'], null])
})

test('of progress each month has its own history, one or all; dates keep their precision', async () => {
  const { build, write, analyst } = await office()
  const id = await build({ problem: '缺地', 'started.plan': '2022-Q2' }, 9)
  await write(id, { problem: '缺水' }, 7, '2022-03')
  await write(id, { problem: '缺电' }, 5, '2022-02')
  assert.deepEqual(
    (await historyOf(analyst, id, 'problem')).items.map(({ period, value, before, until }) => [
      ...[period, value, before],
      until !== null,
    ]),
    [
      ['2022-02', '缺电', '缺地', false],
      ['2022-03', '缺水', null, false],
      ['2022-02', '缺地', null, true],
    ],
  )
  assert.deepEqual(valuesOf(await historyOf(analyst, id, 'problem', '?period=2022-02')), ['缺电', '缺地'])
  await write(id, { 'started.plan': '2022-06-T3' }, 3)
  assert.deepEqual(valuesOf(await historyOf(analyst, id, 'started.plan')), ['2022-06-T3', '2022-Q2'])
})

test('why: a stage entered with its evidence or back for a reason, a standing with reason and note, a merge', async () => {
  const { zone, build, analyst } = await office()
  const clerk = clerkOf(app, analyst)
  const commander = clerkOf(app, await signIn(app, zone, 'commander'))
  const id = await build({ name: '诺特健康' }, 3)
  for (const milestone of await clerk.bring(id, 'landed')) await commander.verify(id, milestone)
  assert.equal((await clerk.enter(id, 'signed', 'landed')).statusCode, 200)
  assert.equal((await clerk.enter(id, 'landed', 'signed', '执照被注销')).statusCode, 200)
  const stage = await historyOf(analyst, id, 'stage')
  assert.deepEqual(
    stage.items.map(({ value, cause }) => [
      value,
      cause?.kind,
      cause?.reason?.zh ?? null,
      cause?.isProven ?? null,
    ]),
    [
      ['signed', 'stage_entry', '执照被注销', false],
      ['landed', 'stage_entry', null, true],
      ['signed', undefined, null, null],
    ],
  )
  assert.equal((await clerk.standing(id, 'ongoing', 'onHold', '其他', '等电力方案')).statusCode, 200)
  const [held] = (await historyOf(analyst, id, 'standing')).items
  assert.deepEqual(
    [held?.value, held?.cause?.kind, held?.cause?.reason, held?.cause?.note],
    ['onHold', 'standing_change', { zh: '其他', en: 'Other' }, '等电力方案'],
  )

  const lost = await build({ name: '诺特健康工程', totalInvestment: '7' }, 2)
  const { merge } = await mergeOf(analyst, id, lost, placesOf('totalInvestment'))
  const [merged] = (await historyOf(analyst, id, 'totalInvestment')).items
  assert.deepEqual([merged?.value, merged?.cause?.kind, merged?.cause?.id], ['7', 'merge', merge.id])
  assert.equal((await analyst.call('GET', `/api/projects/${lost}/fields/name/history`)).statusCode, 404)
  await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })
  assert.deepEqual(
    (await historyOf(analyst, lost, 'totalInvestment')).items.map(({ value, operation, cause }) => [
      ...[value, operation],
      cause && [cause.kind, cause.name],
    ]),
    [
      ['7', 'restore', ['unmerge', '诺特健康']],
      [null, 'remove', ['merge', '诺特健康']],
      ['7', 'insert', null],
    ],
  )
  assert.deepEqual(valuesOf(await historyOf(analyst, id, 'totalInvestment')), [null, '7'])
})

test('who may not know of a project learns nothing of its fields; what has no history says so', async () => {
  const { zone, build, analyst } = await office()
  const secret = await build({ name: '密谈', stage: 'lead', corps: zone.corps.b }, 2)
  const ask = async (who: string, path: string) =>
    (await (await signIn(app, zone, who)).call('GET', `/api/projects/${path}`)).statusCode
  assert.equal(await ask('officer', `${secret}/fields/name/history`), 404)
  assert.equal(await ask('commander2', `${secret}/fields/name/history`), 200)
  assert.equal(await ask('auditor', `${secret}/fields/name/history`), 403)
  assert.equal(await ask('analyst', `${secret}/fields/nonsense/history`), 400)
  assert.equal(await ask('analyst', `${secret}/fields/name/history?period=2022-13`), 400)
  assert.equal(await ask('analyst', `${secret}/fields/name/history?limit=0`), 400)
  const computed = await analyst.call('GET', `/api/projects/${secret}/fields/taxPerMu/history`)
  assert.equal(computed.statusCode, 400)
  assert.match(computed.json().message, /「亩均税收」由系统算出/)
})
