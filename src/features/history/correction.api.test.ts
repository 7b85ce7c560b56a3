import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import type { EditsResult, TimelineEntry } from '../projects/contract.ts'
import type { Differences, FieldVersion } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-correction-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const dayBefore = (count: number) => addDays(today, -count)

async function office(values: Record<string, string>) {
  const zone = await buildZone(database)
  const noon = new Date(`${dayBefore(5)}T04:00:00Z`)
  const id = await buildProject(
    database,
    zone,
    { name: '甲项目', stage: 'started', ...values },
    '2022-02',
    noon,
  )
  const officer = await signIn(app, zone, 'commander')
  const get = async <T>(path: string): Promise<T> => {
    const response = await officer.call('GET', path)
    assert.equal(response.statusCode, 200, response.body)
    return response.json()
  }
  const edit = (field: string, from: string | null, to: string | null, reason?: string | null) =>
    officer.call('PATCH', '/api/ledger', {
      edits: [{ projectId: id, field, from, to }],
      ...(reason === undefined ? {} : { reason }),
    })
  return { zone, id, get, edit }
}

test('an actual date set right is a correction in its history, the timeline and the differences; former days stay', async () => {
  const { zone, id, get, edit } = await office({ 'started.actual': '2022-03-05', 'started.plan': '2022-02' })
  const board = () => get(`/api/ledger/groups?by=stage&asOf=${dayBefore(2)}`)
  const before = await board()
  const saved = await edit('started.actual', '2022-03-05', '2022-02-20', '  开工令日期为2月20日 ')
  assert.equal(saved.json<EditsResult>().applied, 1)
  await edit('started.plan', '2022-02', '2022-02-10')
  await edit('completed.actual', null, '2022-06-01')

  const { items } = await get<{ items: FieldVersion[] }>(`/api/projects/${id}/fields/started.actual/history`)
  assert.deepEqual(
    items.map(({ value, before, mark, cause }) => [value, before, mark ?? null, cause?.reason?.zh ?? null]),
    [
      ['2022-02-20', '2022-03-05', 'correction', '开工令日期为2月20日'],
      ['2022-03-05', null, null, null],
    ],
  )
  assert.equal(items[0]?.cause?.kind, 'correction')

  const timeline = await get<{ items: TimelineEntry[] }>(`/api/projects/${id}/timeline`)
  assert.deepEqual(
    timeline.items
      .map(({ changes, cause }) => [changes[0]?.field, changes[0]?.mark ?? null, cause?.reason?.zh ?? null])
      .slice(0, 3),
    [
      ['completed.actual', null, null],
      ['started.plan', 'latePlan', null],
      ['started.actual', 'correction', '开工令日期为2月20日'],
    ],
  )
  const { items: changed } = await get<Differences>(
    `/api/history/differences?from=${dayBefore(2)}&to=${today}`,
  )
  assert.deepEqual(
    Object.fromEntries((changed[0]?.changes ?? []).map(({ field, mark }) => [field, mark ?? null])),
    { 'started.plan': 'latePlan', 'started.actual': 'correction', 'completed.actual': null },
  )

  assert.deepEqual(await board(), before)
  const then = await get<{ row: Record<string, string> }>(`/api/projects/${id}?asOf=${dayBefore(2)}`)
  assert.equal(then.row['started.actual'], '2022-03-05')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a correction needs no reason by itself; one that says nothing is refused, and a refused edit keeps none', async () => {
  const { zone, id, get, edit } = await office({ 'started.actual': '2022-03-05' })
  for (const reason of ['', ' ', '   ', 'x', 'x'.repeat(501)])
    assert.equal((await edit('started.actual', '2022-03-05', null, reason)).statusCode, 400, reason)
  const stale = await edit('started.actual', '2021-01-01', null, '写错了')
  assert.equal(stale.json<EditsResult>().failures[0]?.code, 'conflict')
  const kept = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db.selectFrom('correction').select('id').where('zoneId', '=', zone.id).execute(),
  )
  assert.deepEqual(kept, [])
  assert.equal((await edit('started.actual', '2022-03-05', null, null)).json<EditsResult>().applied, 1)
  const { items } = await get<{ items: FieldVersion[] }>(`/api/projects/${id}/fields/started.actual/history`)
  assert.deepEqual([items[0]?.value, items[0]?.mark, items[0]?.cause], [null, 'correction', null])
})

test('a reason for several projects and cells is kept once for each project', async () => {
  const { zone, id, edit } = await office({ 'started.actual': '2022-03-05', note: '旧' })
  assert.equal((await edit('note', '旧', '新', '更正备注')).json<EditsResult>().applied, 1)
  const other = await buildProject(database, zone, { name: '乙项目', 'started.actual': '2022-01-05' })
  const analyst = await signIn(app, zone, 'analyst')
  const answer = await analyst.call('PATCH', '/api/ledger', {
    edits: [
      { projectId: id, field: 'started.actual', from: '2022-03-05', to: '2022-03-06' },
      { projectId: id, field: 'started.plan', from: null, to: '2022-03' },
      { projectId: other, field: 'started.actual', from: '2022-01-05', to: '2022-01-06' },
    ],
    reason: '统一按开工令',
  })
  assert.equal(answer.json<EditsResult>().applied, 3)
  const kept = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db.selectFrom('correction').select(['projectId', 'reason']).where('zoneId', '=', zone.id).execute(),
  )
  assert.deepEqual(
    kept.map(({ projectId, reason }) => `${reason} ${projectId}`).sort(),
    [`更正备注 ${id}`, `统一按开工令 ${id}`, `统一按开工令 ${other}`].sort(),
  )
})
