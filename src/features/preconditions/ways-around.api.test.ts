import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import type { Division, SplitInput } from '../spaces/contract.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { RuleSets } from './contract.ts'
import { buildConditions, number, rule, told } from './test-conditions.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-ways-around-')))
after(async () => {
  await app.close()
  await database.close()
})

const world = (values?: Record<string, string>) => buildConditions(database, app, values)
const statement = (text: string, more: object = {}) => ({
  ...{ kind: 'statement', checkStage: 'landSupplied', source: '公告', text, ...more },
})

test('an id that comes twice, or from elsewhere, is not answered with another rule', async () => {
  const { addSet, analyst, officer, projectId, parcelId, check } = await world()
  const first = await addSet([statement('履约保证金已到账'), statement('环评已批')])
  const [one, other] = first.items[0]?.rules ?? []
  const changed = await analyst.ask<RuleSets>('PATCH', `/api/rule-sets/${first.id}`, {
    ...{ revision: 1, name: '标准地条件', everywhere: false, source: '公告', parcelIds: [parcelId] },
    rules: [statement('履约保证金已到账', { id: one?.id }), statement('环评已批', { id: one?.id })],
  })
  const ids = changed.items[0]?.rules.map(({ id }) => id)
  assert.equal(ids?.[0], one?.id)
  assert.ok(ids?.[1] !== one?.id && ids?.[1] !== other?.id)
  await officer.ask('POST', `/api/projects/${projectId}/confirmations`, {
    ...{ setId: first.id, ruleId: one?.id, setRevision: 2, holds: true },
  })
  assert.deepEqual(
    (await check()).rows.map(({ verdict }) => verdict),
    ['pass', 'unknown'],
  )
  const copied = await addSet([statement('履约保证金已到账', { id: one?.id })], { name: '抄来的' })
  assert.notEqual(copied.items.find(({ id }) => id === copied.id)?.rules[0]?.id, one?.id)
})

test('a parcel named twice is one, and its land is counted once', async () => {
  const parcelNo = `${number}、${number.replace('〔2022〕', '[2022]')}`
  const { addSet, check } = await world({ parcelNo, fixedAssetInvestment: '2570' })
  await addSet([rule('fixedInvestIntensity', '182', '万元/亩')])
  const { parcels, rows } = await check()
  assert.equal(parcels.length, 1)
  assert.deepEqual(told(rows), [['fixedInvestIntensity', 'pass', '182.133872', '0.133872']])
})

test('conditions stay on land that is split or joined, under its old number and its new ones', async () => {
  const { zone, addSet, analyst, director, projectId, parcelId, check } = await world()
  await addSet([statement('不得分割转让')])
  const at = (right: number, up: number) => toLonLat(4528, [40526000 + right, 3340600 + up])
  const line: SplitInput['line'] = [at(60, -10), at(60, 120)]
  const split = await director.ask<Division>('POST', `/api/parcels/${parcelId}/split`, {
    ...{ revision: 1, line, apply: true, numbers: ['东块', '西块'] },
  })
  assert.equal(split.status, 200, JSON.stringify(split))
  assert.equal((await check()).rows.length, 1, 'the ledger still names the whole')
  const neighbour = await buildParcel(database, zone, { number: '邻块', at: [100, 0] })
  const rename = async (from: string, to: string) => {
    const edits = [{ projectId, field: 'parcelNo', from, to }]
    const answer = await analyst.ask<{ applied: number }>('PATCH', '/api/ledger', { edits } as object)
    assert.equal(answer.applied, 1, JSON.stringify(answer))
    return (await check()).rows.length
  }
  assert.equal(await rename(number, '东块'), 1)
  assert.equal(await rename('东块', '西块'), 1)
  assert.equal(await rename('西块', '邻块'), 0)
  const east = split.parts.find((part) => part.boundary && part.number === '西块')?.id
  const joined = await director.ask<Division>('POST', '/api/parcels/merge', {
    parcels: [east, neighbour].map((id) => ({ id, revision: 1 })),
    ...{ apply: true, number: '合块' },
  })
  assert.equal(joined.status, 200, JSON.stringify(joined))
  assert.equal(await rename('邻块', '合块'), 1)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a decision no longer counts once the industry is another, or what was unknown is known not to hold', async () => {
  const { addSet, analyst, director, officer, projectId, check } = await world({ industryCode: '3811' })
  const industry = {
    kind: 'industry',
    checkStage: 'landSupplied',
    source: '公告',
    allow: ['C39'],
    forbid: ['C25'],
  }
  const { id: setId, items } = await addSet([industry, statement('环评已批')])
  const paperId = (await officer.file(projectId, 'landed', 'decision')).papers[0]?.id
  const rules = items[0]?.rules ?? []
  for (const { id: ruleId } of rules)
    await director.ask('POST', `/api/projects/${projectId}/exemptions`, {
      ...{ setId, ruleId, setRevision: 1, reason: '一事一议', paperId },
    })
  const verdicts = async () => (await check()).rows.map(({ verdict }) => verdict)
  assert.deepEqual(await verdicts(), ['exempt', 'exempt'])
  const edit = (from: string, to: string) =>
    analyst.ask('PATCH', '/api/ledger', {
      edits: [{ projectId, field: 'industryCode', from, to }],
    } as object)
  await edit('3811', '2511')
  await officer.ask('POST', `/api/projects/${projectId}/confirmations`, {
    ...{ setId, ruleId: rules[1]?.id, setRevision: 1, holds: false },
  })
  assert.deepEqual(await verdicts(), ['fail', 'fail'])
  await edit('2511', '3811')
  assert.deepEqual(await verdicts(), ['exempt', 'fail'])
  const emptied = { name: '标准地条件', everywhere: false, source: '公告', parcelIds: [], rules: [] }
  await analyst.ask('PATCH', `/api/rule-sets/${setId}`, { revision: 1, ...emptied })
  const { rows, formerExemptions } = await check()
  assert.deepEqual(
    [rows.length, ...formerExemptions.map((one) => [one.rule.kind, one.reason, one.decidedBy])],
    [0, ['statement', '一事一议', 'director同志'], ['industry', '一事一议', 'director同志']],
  )
})

test('the paper that a decision or a review rests on stays', async () => {
  const { addSet, director, officer, projectId } = await world()
  const added = await addSet([statement('环评已批')])
  await officer.file(projectId, 'landed', 'decision')
  const { papers } = await officer.file(projectId, 'underReview', 'fairCompetition')
  const [decision, table] = papers.map(({ id }) => id)
  await director.ask('POST', `/api/projects/${projectId}/exemptions`, {
    ...{ setId: added.id, ruleId: added.items[0]?.rules[0]?.id, setRevision: 1, reason: '一事一议' },
    paperId: decision,
  })
  await officer.ask('POST', `/api/projects/${projectId}/fair-reviews`, {
    ...{ conclusion: 'conforms', basis: '逐条对照', reviewedOn: '2022-02-20', paperId: table },
  })
  for (const paperId of [decision, table]) {
    const removed = await officer.ask<{ message: string }>(
      'DELETE',
      `/api/projects/${projectId}/papers/${paperId}`,
    )
    assert.equal(removed.status, 409)
    assert.match(removed.message, /不能移除/)
  }
})

test('a stage written in the ledger is not proven past its gates, nor one that is gone back to', async () => {
  const { addSet, analyst, officer, as, projectId } = await world()
  const commander = await as('commander')
  await addSet([rule('taxPerMu', '100', '万元/亩')])
  const write = async (from: string, to: string) => {
    const edits = [{ projectId, field: 'stage', from, to }]
    const answer = await analyst.ask<{ applied: number }>('PATCH', '/api/ledger', { edits } as object)
    assert.equal(answer.applied, 1, JSON.stringify(answer))
  }
  for (const milestone of await officer.bring(projectId, 'landSupplied'))
    assert.equal((await commander.verify(projectId, milestone)).statusCode, 200)
  await write('landed', 'landSupplied')
  const confirmed = await officer.enter(projectId, 'landSupplied', 'landSupplied')
  assert.equal(confirmed.json<{ code: string }>().code, 'preconditions_failed', confirmed.body)
  await write('landSupplied', 'started')
  const back = await officer.enter(projectId, 'started', 'landSupplied', '重新办理')
  assert.equal(back.statusCode, 200, back.body)
  assert.equal((await officer.read(projectId)).isProven, false)
  await officer.ask('PUT', `/api/projects/${projectId}/promises/taxPerMu`, {
    ...{ revision: null, value: '120', unit: '万元/亩', checkStage: 'fullCapacity', source: '投资协议' },
  })
  assert.equal((await officer.enter(projectId, 'landSupplied', 'landSupplied')).statusCode, 200)
  assert.equal((await officer.read(projectId)).isProven, true)
  // Nor is a signature without its review.
  await write('landSupplied', 'signed')
  await officer.file(projectId, 'signed', 'agreement')
  await officer.date(projectId, 'signed', '2022-02-21')
  await commander.verify(projectId, 'signed')
  const signed = await officer.enter(projectId, 'signed', 'signed')
  assert.equal(signed.json<{ code: string }>().code, 'preconditions_failed', signed.body)
})

test('where parcels have conditions, land is not supplied on a number that is no parcel, or on none', async () => {
  const { addSet, analyst, officer, projectId, as } = await world()
  const commander = await as('commander')
  await addSet([statement('不得分割转让')])
  for (const milestone of await officer.bring(projectId, 'landSupplied'))
    assert.equal((await commander.verify(projectId, milestone)).statusCode, 200)
  const rename = async (from: string | null, to: string | null) => {
    const edits = [{ projectId, field: 'parcelNo', from, to }]
    assert.equal(
      (await analyst.ask<{ applied: number }>('PATCH', '/api/ledger', { edits } as object)).applied,
      1,
    )
    const refused = await officer.enter(projectId, 'landed', 'landSupplied')
    assert.equal(refused.statusCode, 409)
    return refused.json<{ message: string }>().message
  }
  assert.match(await rename(number, '萧政工出〔2022〕8号'), /没有编号为“萧政工出〔2022〕8号”的地块/)
  assert.match(await rename('萧政工出〔2022〕8号', null), /还没有写地块编号/)
  assert.match(await rename(null, number), /不得分割转让，尚无数据/)
})
