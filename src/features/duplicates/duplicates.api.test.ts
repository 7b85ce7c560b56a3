import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { Project, TimelineEntry } from '../projects/contract.ts'
import type { Comparison, Duplicate, Merge, MergeInput } from './contract.ts'
import { mergeOf, placesOf, readQueue } from './test-merging.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-duplicates-')))
after(async () => {
  await app.close()
  await database.close()
})

async function desk() {
  const zone = await buildZone(database)
  return { zone, analyst: await signIn(app, zone, 'analyst'), director: await signIn(app, zone, 'director') }
}
const projectOf = async (who: Caller, id: string) =>
  (await who.call('GET', `/api/projects/${id}`)).json<Project>()
const found = async (who: Caller, q: string) =>
  (await who.call('GET', `/api/ledger?q=${encodeURIComponent(q)}`))
    .json<{ items: { id: string }[] }>()
    .items.map((row) => row.id)

test('doubles come with a score and their reasons, the surest first, and exactly counted', async () => {
  const { zone, analyst } = await desk()
  const code = '2202-330109-04-01-123456'
  const ids = [
    await buildProject(database, zone, { name: '传化有机硅项目', code }),
    await buildProject(database, zone, { name: '年产68万吨有机硅', code }),
    await buildProject(database, zone, { name: '莱和生物' }),
    await buildProject(database, zone, { name: '来和生物' }),
  ]
  await buildProject(database, zone, { name: '毫不相干' })
  const { items, total } = await readQueue(analyst)
  assert.equal(total, 2)
  assert.deepEqual(
    items.map((item) => [item.first.id, item.second.id, item.reasons.map(({ kind }) => kind)]),
    [
      [ids[0], ids[1], ['code']],
      [ids[2], ids[3], ['sound']],
    ],
  )
  assert.ok((items[0]?.score ?? 0) > (items[1]?.score ?? 0))
  assert.equal((await readQueue(analyst, '?reason=sound')).total, 1)
  assert.equal((await readQueue(analyst, `?q=${encodeURIComponent('68万吨')}`)).total, 1)
  assert.deepEqual((await readQueue(analyst, '?limit=1&offset=1')).items.length, 1)
})

test('a merge takes each value by choice, fills what is blank, carries milestones and months over, and is found by its old name', async () => {
  const { zone, analyst } = await desk()
  const kept = await buildProject(database, zone, {
    name: '诺特健康研究中心',
    totalInvestment: '50000',
    'signed.actual': '2021-03-05',
    problem: '用地未定',
    yearDone: '100',
  })
  const lost = await buildProject(database, zone, {
    name: '诺特健康研究中心工程',
    code: '2202-330109-04-01-777777',
    totalInvestment: '52000.5',
    'signed.actual': '2021-03',
    'started.plan': '2022-Q2',
    problem: '缺电',
    nextStep: '报批',
  })
  await buildProject(database, zone, { name: '别的' })
  const comparison = await mergeOf(analyst, kept, lost, placesOf('totalInvestment', 'problem@2022-02'))
  assert.equal(comparison.status, 201, comparison.body)
  const project = await projectOf(analyst, kept)
  const { row } = project
  assert.deepEqual(
    [row['name'], row['code'], row['totalInvestment'], row['signed.actual'], row['started.plan']],
    ['诺特健康研究中心', '2202-330109-04-01-777777', '52000.5', '2021-03-05', '2022-Q2'],
  )
  assert.deepEqual(project.periods, [
    { period: '2022-02', values: { problem: '缺电', yearDone: '100', nextStep: '报批' } },
  ])
  assert.equal((await analyst.call('GET', `/api/projects/${lost}`)).statusCode, 404)
  for (const q of ['研究中心工程', 'nuotejiankangyanjiuzhongxingongcheng', '777777'])
    assert.deepEqual(await found(analyst, q), [kept], q)
  const timeline = (await analyst.call('GET', `/api/projects/${kept}/timeline`)).json<{
    items: TimelineEntry[]
  }>()
  assert.deepEqual(timeline.items[0]?.cause, {
    kind: 'merge',
    id: comparison.merge.id,
    name: '诺特健康研究中心工程',
  })
  assert.equal((await readQueue(analyst)).total, 0)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('taking a merge back restores both; what was edited since is listed, and kept or put back by choice', async () => {
  const { zone, analyst } = await desk()
  const names = { name: '浙商中拓储能模组', investor: '浙商中拓' }
  for (const [keepEdited, investor, problem] of [
    [true, '浙商中拓集团', '缺水'],
    [false, '浙商中拓', null],
  ] as const) {
    const kept = await buildProject(database, zone, names)
    const lost = await buildProject(database, zone, {
      name: '储能模组',
      investor: '中拓新能源',
      problem: '缺地',
      chain: '储能',
    })
    const { merge } = await mergeOf(analyst, kept, lost, placesOf('investor'))
    const edit = async (field: string, from: string | null, to: string) =>
      analyst.call('PATCH', '/api/ledger', {
        edits: [{ projectId: kept, field, from, to }],
        period: '2022-02',
      })
    await edit('investor', '中拓新能源', '浙商中拓集团')
    await edit('problem', '缺地', '缺水')
    await edit('note', null, '后来的备注')
    const preview = (await analyst.call('GET', `/api/merges/${merge.id}/undo`)).json<{
      edited: { field: string; before: string | null; imported: string; now: string; changedBy: string }[]
    }>()
    assert.deepEqual(
      preview.edited.map((one) => [one.field, one.before, one.imported, one.now, one.changedBy]).sort(),
      [
        ['investor', '浙商中拓', '中拓新能源', '浙商中拓集团', 'analyst同志'],
        ['problem', null, '缺地', '缺水', 'analyst同志'],
      ],
    )
    const undone = await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited })
    assert.equal(undone.statusCode, 200, undone.body)
    assert.equal(undone.json<Merge>().undoneBy, 'analyst同志')
    const { row } = await projectOf(analyst, kept)
    assert.deepEqual(
      [row['investor'] ?? null, row['problem'] ?? null, row['note'], row['chain'] ?? null],
      [investor, problem, '后来的备注', null],
    )
    const back = await projectOf(analyst, lost)
    assert.deepEqual([back.row['name'], back.row['problem'], back.row['chain']], ['储能模组', '缺地', '储能'])
    assert.deepEqual((await found(analyst, '储能模组')).sort(), [lost, kept].sort())
    const again = await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited })
    assert.equal(again.statusCode, 409)
    for (const id of [kept, lost])
      await analyst.call('PATCH', '/api/ledger', {
        edits: [
          { projectId: id, field: 'name', from: (await projectOf(analyst, id)).row['name'], to: `改名${id}` },
        ],
      })
  }
  await assertEveryRowHasItsChange(database, zone.id)
})

test('three doubles at once by two people: one merge stands, the other is refused with who did what', async () => {
  const { zone, analyst, director } = await desk()
  const [a, b, c] = [
    await buildProject(database, zone, { name: '三生' }),
    await buildProject(database, zone, { name: '三生' }),
    await buildProject(database, zone, { name: '三生' }),
  ]
  assert.equal((await readQueue(analyst)).total, 3)
  const ask = async (who: Caller, keptId: string, lostId: string) => inputOf(who, keptId, lostId)
  const inputs = await Promise.all([ask(analyst, a, b), ask(director, b, c)])
  const answers = await Promise.all([
    analyst.call('POST', '/api/merges', inputs[0]),
    director.call('POST', '/api/merges', inputs[1]),
  ])
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [201, 409])
  const refused =
    answers.find((answer) => answer.statusCode === 409)?.json<{ message: string }>().message ?? ''
  assert.match(
    refused,
    /“三生”(已由(analyst|director)同志于 .* 并入“三生”|在您核对之后被(analyst|director)同志改过或合并过)/,
  )
  assert.equal((await readQueue(analyst)).total, 1)
  // The same pair twice, by two people, either way round.
  const [first] = (await readQueue(analyst)).items
  assert.ok(first)
  const both = await Promise.all([
    ask(analyst, first.first.id, first.second.id),
    ask(director, first.second.id, first.first.id),
  ])
  const same = await Promise.all([
    analyst.call('POST', '/api/merges', both[0]),
    director.call('POST', '/api/merges', both[1]),
  ])
  assert.deepEqual(same.map((answer) => answer.statusCode).sort(), [201, 409])
  assert.equal((await readQueue(analyst)).total, 0)
  await assertEveryRowHasItsChange(database, zone.id)
})

async function inputOf(who: Caller, keptId: string, lostId: string): Promise<MergeInput> {
  const pair = (await who.call('GET', `/api/duplicates/${keptId}/${lostId}`)).json<Comparison>()
  const side = (id: string) => (pair.first.id === id ? pair.first : pair.second)
  return {
    keptId,
    lostId,
    keptRevision: side(keptId).revision,
    lostRevision: side(lostId).revision,
    takeLost: [],
  }
}

test('an edit after the comparison refuses the merge; merges are taken back from the last', async () => {
  const { zone, analyst, director } = await desk()
  const [a, b, c] = [
    await buildProject(database, zone, { name: '甲' }),
    await buildProject(database, zone, { name: '乙', chain: '化工' }),
    await buildProject(database, zone, { name: '丙', chain: '医药' }),
  ]
  const stale = await inputOf(analyst, a, b)
  await director.call('PATCH', '/api/ledger', {
    edits: [{ projectId: b, field: 'started.plan', from: null, to: '2022-05' }],
  })
  const refused = await analyst.call('POST', '/api/merges', stale)
  assert.equal(refused.statusCode, 409)
  assert.match(
    refused.json<{ message: string }>().message,
    /“乙”在您核对之后被director同志改过或合并过.*没有合并/,
  )
  const first = await mergeOf(analyst, b, c)
  const second = await mergeOf(analyst, a, b)
  const early = await analyst.call('POST', `/api/merges/${first.merge.id}/undo`, { keepEdited: true })
  assert.equal(early.statusCode, 409)
  assert.match(early.json<{ message: string }>().message, /“乙”后来又并入了“甲”.*请先撤销那一次/)
  assert.deepEqual(await found(analyst, '丙'), [a])
  for (const { merge } of [second, first])
    assert.equal(
      (await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })).statusCode,
      200,
    )
  assert.deepEqual(await found(analyst, '丙'), [c])
  assert.deepEqual(
    await Promise.all([a, b, c].map(async (id) => (await projectOf(analyst, id)).row['chain'] ?? null)),
    [null, '化工', '医药'],
  )
})

test('two merges into one project are taken back in either order', async () => {
  const { zone, analyst } = await desk()
  const [kept, one, two] = [
    await buildProject(database, zone, { name: '主', chain: '原链' }),
    await buildProject(database, zone, { name: '一', chain: '链一', note: '备一' }),
    await buildProject(database, zone, { name: '二', chain: '链二', note: '备二', parcelNo: '地二' }),
  ]
  const first = await mergeOf(analyst, kept, one, placesOf('chain'))
  const second = await mergeOf(analyst, kept, two, placesOf('chain', 'note'))
  for (const { merge } of [first, second])
    assert.equal(
      (await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })).statusCode,
      200,
    )
  const values = async (id: string) => {
    const { row } = await projectOf(analyst, id)
    return [row['chain'] ?? null, row['note'] ?? null, row['parcelNo'] ?? null]
  }
  assert.deepEqual(await values(kept), ['原链', null, null])
  assert.deepEqual(await values(one), ['链一', '备一', null])
  assert.deepEqual(await values(two), ['链二', '备二', '地二'])
})

test('“not the same” is remembered until one of them is called otherwise, and can be taken back', async () => {
  const { zone, analyst } = await desk()
  const a = await buildProject(database, zone, { name: '标准厂房' })
  const b = await buildProject(database, zone, { name: '标准厂房' })
  const say = async () => {
    const { keptRevision, lostRevision } = await inputOf(analyst, a, b)
    const body = { firstId: b, secondId: a, firstRevision: lostRevision, secondRevision: keptRevision }
    const response = await analyst.call('POST', '/api/not-same', body)
    assert.equal(response.statusCode, 200, response.body)
  }
  await say()
  assert.equal((await readQueue(analyst)).total, 0)
  const edit = (field: string, from: string | null, to: string) =>
    analyst.call('PATCH', '/api/ledger', { edits: [{ projectId: b, field, from, to }] })
  await edit('note', null, '与名称无关')
  assert.equal((await readQueue(analyst)).total, 0)
  await edit('investor', null, '传化')
  const [back] = (await readQueue(analyst)).items
  assert.equal(back?.saidBefore?.by, 'analyst同志')
  await say()
  assert.equal((await readQueue(analyst)).total, 0)
  const list = (await analyst.call('GET', '/api/not-same')).json<{ items: { id: string }[]; total: number }>()
  assert.equal(list.total, 1)
  assert.equal((await analyst.call('DELETE', `/api/not-same/${list.items[0]?.id}`)).statusCode, 200)
  assert.equal((await readQueue(analyst)).total, 1)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('only who may change the whole ledger sees, merges and takes back', async () => {
  const { zone, analyst } = await desk()
  const a = await buildProject(database, zone, { name: '同' })
  const b = await buildProject(database, zone, { name: '同' })
  const input = await inputOf(analyst, a, b)
  for (const role of ['commander', 'officer', 'promoter', 'administrator']) {
    const who = await signIn(app, zone, role)
    const answers = await Promise.all([
      who.call('GET', '/api/duplicates'),
      who.call('GET', `/api/duplicates/${a}/${b}`),
      who.call('GET', '/api/merges'),
      who.call('POST', '/api/merges', input),
      who.call('POST', '/api/not-same', { firstId: a, secondId: b, firstRevision: 1, secondRevision: 1 }),
    ])
    assert.deepEqual(
      answers.map((answer) => answer.statusCode),
      [403, 403, 403, 403, 403],
      role,
    )
  }
  const { merge } = await mergeOf(analyst, a, b)
  const officer = await signIn(app, zone, 'officer')
  assert.equal(
    (await officer.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })).statusCode,
    403,
  )
})

test('what cannot be merged is refused with the reason', async () => {
  const { zone, analyst } = await desk()
  const a = await buildProject(database, zone, { name: '甲' })
  const b = await buildProject(database, zone, { name: '乙' })
  const input = await inputOf(analyst, a, b)
  const self = await analyst.call('POST', '/api/merges', { ...input, lostId: a })
  assert.equal(self.statusCode, 400)
  const blank = await analyst.call('POST', '/api/merges', {
    ...input,
    takeLost: [{ field: 'code', period: null }],
  })
  assert.equal(blank.statusCode, 400)
  assert.match(blank.json<{ message: string }>().message, /“乙”的「项目代码」.*是空的/)
  const nobody = '00000000-0000-4000-8000-00000000dead'
  assert.equal((await analyst.call('POST', '/api/merges', { ...input, lostId: nobody })).statusCode, 404)
  assert.equal((await readQueue(analyst)).total, 0)
  const none: Duplicate[] = (await readQueue(analyst)).items
  assert.deepEqual(none, [])
})
