import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp } from '../../../test/factories.ts'
import type { CheckedRule, Preconditions, RuleSets } from './contract.ts'
import { buildConditions, rule, told } from './test-conditions.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-preconditions-')))
after(async () => {
  await app.close()
  await database.close()
})

type Answer = { code: string; message: string; details: { rules: { ruleId: string; verdict: string }[] } }
const world = (values?: Record<string, string>) => buildConditions(database, app, values)

test('a project is refused at the door with the rules it fails, each with what is asked, offered and short', async () => {
  const { zone, officer, analyst, director, projectId, check, addSet, as } = await world({
    landArea: '9407',
    fixedAssetInvestment: '2570',
    expectedTax: '500',
    industryCode: 'C3811',
  })
  const added = await addSet([
    rule('fixedInvestIntensity', '270', '万元/亩'),
    rule('taxPerMu', '375', '万元/公顷'),
    rule('plotRatio', '0.7', '1', { operator: 'between', upTo: '1.8' }),
    { kind: 'industry', checkStage: 'landSupplied', source: '公告', allow: ['C38'], forbid: [] },
    { kind: 'enterprise', checkStage: 'landSupplied', source: '公告', presence: 'registered' },
  ])
  assert.equal(added.status, 201, JSON.stringify(added))
  const before = await check()
  assert.deepEqual(told(before.rows), [
    ['fixedInvestIntensity', 'fail', '182.133872', '-87.866128'],
    ['taxPerMu', 'pass', '531.519082', '156.519082'],
    ['plotRatio', 'unknown', null, null],
    ['industry', 'pass', null, null],
    ['enterprise', 'unknown', null, null],
  ])
  assert.equal(before.blocking, 3)
  assert.deepEqual(before.rows[0]?.offer, {
    ...{ by: 'ledger', fields: ['fixedAssetInvestment', 'landArea'], top: '2570', bottom: '9407' },
    ...{ note: null, person: null, at: null },
  })
  for (const milestone of await officer.bring(projectId, 'landSupplied'))
    assert.equal((await (await as('commander')).verify(projectId, milestone)).statusCode, 200)
  const refused = await officer.enter(projectId, 'landed', 'landSupplied')
  assert.equal(refused.statusCode, 409)
  const { code, message, details } = refused.json<Answer>()
  assert.equal(code, 'preconditions_failed')
  assert.equal(
    message,
    '“传化有机硅”还不能供地，3 条供地条件没有满足：固定资产投资强度 ≥ 270 万元/亩，现为 182.13，差 87.87；容积率 0.7–1.8，尚无数据；工商注册落在本区，尚无数据。',
  )
  assert.deepEqual(
    details.rules.map(({ verdict }) => verdict),
    ['fail', 'unknown', 'unknown'],
  )
  // The figures come, one from the day it was registered, one as a promise; the last is for a director to decide.
  await officer.date(projectId, 'companyRegistered', '2022-01-20')
  const promised = await officer.ask('PUT', `/api/projects/${projectId}/promises/plotRatio`, {
    ...{
      revision: null,
      value: '1.5',
      unit: '1',
      checkStage: 'completed',
      dueOn: '2024-06-30',
      source: '投资协议',
    },
  })
  assert.equal(promised.status, 200, JSON.stringify(promised))
  const paperId = (await officer.file(projectId, 'landed', 'decision')).papers.at(-1)?.id ?? ''
  const [set] = added.items
  const exemption = {
    setId: added.id,
    ruleId: set?.rules[0]?.id,
    setRevision: 1,
    reason: '一事一议，党工委会 2022 第 7 次会议',
    paperId,
  }
  const path = `/api/projects/${projectId}/exemptions`
  assert.equal((await officer.ask('POST', path, exemption)).status, 403)
  assert.equal((await analyst.ask('POST', path, exemption)).status, 403)
  const decided = await director.ask<Preconditions>('POST', path, exemption)
  assert.equal(decided.status, 200, JSON.stringify(decided))
  assert.deepEqual([decided.blocking, decided.rows[0]?.verdict], [0, 'exempt'])
  assert.equal(decided.rows[0]?.exemption?.decidedBy, 'director同志')
  const entered = await officer.enter(projectId, 'landed', 'landSupplied')
  assert.equal(entered.statusCode, 200, entered.body)
  const kept = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db.selectFrom('stageEntry').select('evidence').where('zoneId', '=', zone.id).execute(),
  )
  const evidence = kept.map((one) => one.evidence as unknown as { preconditions: { rows: CheckedRule[] } })
  assert.deepEqual(
    evidence[0]?.preconditions.rows.map(({ verdict }) => verdict),
    ['exempt', 'pass', 'pass', 'pass', 'pass'],
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a decision speaks of the rule and the offer it was made upon', async () => {
  const { director, analyst, officer, projectId, check, addSet, parcelId } = await world({
    landArea: '10000',
    fixedAssetInvestment: '3000',
  })
  const added = await addSet([rule('fixedInvestIntensity', '270', '万元/亩')])
  const paperId = (await officer.file(projectId, 'landed', 'decision')).papers[0]?.id
  const [set] = added.items
  await director.ask('POST', `/api/projects/${projectId}/exemptions`, {
    ...{ setId: added.id, ruleId: set?.rules[0]?.id, setRevision: 1, reason: '一事一议', paperId },
  })
  const verdict = async () => (await check()).rows.map((row) => [row.verdict, row.exemption?.isOutdated])
  assert.deepEqual(await verdict(), [['exempt', false]])
  const edit = async (from: string, to: string) => {
    const edits = [{ projectId, field: 'fixedAssetInvestment', from, to }]
    assert.deepEqual(
      (await analyst.ask<{ failures: unknown[] }>('PATCH', '/api/ledger', { edits } as object)).failures,
      [],
    )
  }
  await edit('3000', '3100')
  assert.deepEqual(await verdict(), [['exempt', false]], 'better than what was decided upon')
  await edit('3100', '2900')
  assert.deepEqual(await verdict(), [['fail', true]])
  await edit('2900', '3000')
  const changed = await analyst.ask<RuleSets>('PATCH', `/api/rule-sets/${added.id}`, {
    ...{ revision: 1, name: '标准地条件', everywhere: false, source: '出让公告', parcelIds: [parcelId] },
    rules: [{ ...set?.rules[0], value: '300' }],
  })
  assert.equal(changed.status, 200, JSON.stringify(changed))
  assert.deepEqual(await verdict(), [['fail', true]])
})

test('conditions in words are confirmed by a named person, and no longer once they read otherwise', async () => {
  const { officer, analyst, projectId, check, addSet } = await world()
  const statement = {
    kind: 'statement',
    checkStage: 'landSupplied',
    source: '公告',
    text: '履约保证金已到账',
  }
  const added = await addSet([statement, rule('taxPerMu', '20', '万元/亩')], {
    everywhere: true,
    parcelIds: [],
  })
  const [first, second] = added.items[0]?.rules ?? []
  const path = `/api/projects/${projectId}/confirmations`
  const confirm = (ruleId: string | undefined, holds: boolean, setRevision = 1) =>
    officer.ask<Preconditions>('POST', path, { setId: added.id, ruleId, setRevision, holds, note: '已核对' })
  assert.equal((await confirm(first?.id, false)).rows[0]?.verdict, 'fail')
  const said = await confirm(first?.id, true)
  assert.deepEqual([said.rows[0]?.verdict, said.rows[0]?.offer?.person], ['pass', 'officer同志'])
  assert.equal((await confirm(second?.id, true)).status, 400, 'a figure is not confirmed')
  assert.equal((await confirm(first?.id, true, 7)).status, 409)
  await analyst.ask('PATCH', `/api/rule-sets/${added.id}`, {
    ...{ revision: 1, name: '通用', everywhere: true, source: '公告', parcelIds: [] },
    rules: [{ ...statement, id: first?.id, text: '履约保证金和监管协议' }],
  })
  assert.equal((await check()).rows[0]?.verdict, 'unknown')
})

test('sets with wrong units, turned bounds or rules that exclude each other are refused or named', async () => {
  const { addSet, analyst, officer } = await world()
  const refused = async (one: object, message: string) => {
    const answer = await addSet([rule('taxPerMu', '1', '万元/亩'), one])
    assert.deepEqual([answer.status, answer.message], [400, message])
  }
  await refused(rule('taxPerMu', '20', '万元/人'), '第 2 条：“亩均税收”按“万元/亩”计，不能换算成“万元/人”。')
  await refused(
    rule('plotRatio', '1.8', '1', { operator: 'between', upTo: '0.7' }),
    '第 2 条：“容积率”的下限 1.8 大于上限 0.7。',
  )
  await refused(rule('taxPerMu', '-1', '万元/亩'), '第 2 条：“亩均税收”的数值 -1 小于 0。')
  await refused(
    { kind: 'industry', checkStage: 'landSupplied', source: '公告', allow: ['C34–C36', 'C99'], forbid: [] },
    '第 2 条：“C99”不是国民经济行业分类里的代码。',
  )
  await refused(
    { kind: 'statement', checkStage: 'landSupplied', source: '公告' },
    '第 2 条：条件没有写内容。',
  )
  assert.equal((await addSet([rule('greenRatio', '20', '%', { operator: 'atMost' })])).status, 201)
  const clash = await addSet([rule('greenRatio', '25', '%')], {
    name: '通用',
    everywhere: true,
    parcelIds: [],
  })
  assert.deepEqual(
    clash.items.map(({ name, contradictions }) => [
      name,
      contradictions.map(({ why, setNames }) => [why, setNames]),
    ]),
    [
      ['通用', [['bounds', ['通用', '标准地条件']]]],
      ['标准地条件', [['bounds', ['通用', '标准地条件']]]],
    ],
  )
  assert.equal((await officer.ask('POST', '/api/rule-sets', {})).status, 403)
  const listed = await officer.ask<RuleSets>('GET', '/api/rule-sets')
  assert.deepEqual(listed.items[0]?.abilities, ['read'])
  const preset = listed.presets.find(({ key }) => key === 'wenling2021c38')
  assert.equal(preset?.rules.length, 8)
  const made = await analyst.ask<RuleSets>('POST', '/api/rule-sets', {
    ...{ name: '温岭', preset: 'wenling2021c38', everywhere: false, source: '温岭日报', parcelIds: [] },
    rules: preset?.rules.map(({ id: _, ...one }) => one),
  })
  assert.equal(made.status, 201, JSON.stringify(made))
})

test('nothing is signed before a review of fair competition lets it', async () => {
  const { officer, as, projectId } = await world({ stage: 'underReview', parcelNo: '' })
  await officer.date(projectId, 'signed', '2022-02-21')
  await officer.file(projectId, 'signed', 'agreement')
  assert.equal((await (await as('commander')).verify(projectId, 'signed')).statusCode, 200)
  const none = await officer.enter(projectId, 'underReview', 'signed')
  assert.equal(none.json<Answer>().code, 'preconditions_failed')
  const paperId = (await officer.file(projectId, 'underReview', 'fairCompetition')).papers.at(-1)?.id
  const review = (conclusion: string, reviewedOn = '2022-02-01') =>
    officer.ask<Preconditions & Answer>('POST', `/api/projects/${projectId}/fair-reviews`, {
      ...{ conclusion, reviewedOn, paperId, basis: '条例第八条至第十一条，逐条对照' },
    })
  assert.equal((await review('conforms', '2099-01-01')).status, 400)
  assert.equal((await review('conflicts')).maySign, false)
  assert.match(
    (await officer.enter(projectId, 'underReview', 'signed')).json<Answer>().message,
    /违反审查标准/,
  )
  const { maySign, reviews } = await review('conforms')
  assert.deepEqual([maySign, reviews.length], [true, 2])
  assert.equal((await officer.enter(projectId, 'underReview', 'signed')).statusCode, 200)
})

test('what a project promises is hidden with it, and changed by those alone who saw it last', async () => {
  const { officer, as, projectId, check } = await world({ stage: 'negotiating' })
  const other = await as('commander2')
  const path = `/api/projects/${projectId}`
  assert.equal((await other.ask('GET', `${path}/preconditions`)).status, 404)
  const promise = { value: '30', unit: '万元/亩', checkStage: 'fullCapacity', source: '可研报告' }
  const put = (revision: number | null, more: object = {}) =>
    officer.ask<Answer>('PUT', `${path}/promises/taxPerMu`, { ...promise, revision, ...more })
  assert.equal((await put(null)).status, 200)
  assert.equal((await put(null)).status, 409)
  assert.equal((await put(1, { value: '35' })).status, 200)
  assert.match((await put(2, { unit: '万元/人' })).message, /不能换算/)
  assert.match((await put(2, { value: '-35' })).message, /不能小于 0/)
  assert.deepEqual(
    (await check()).promises.map(({ value, revision, promisedBy }) => [value, revision, promisedBy]),
    [['35', 2, 'officer同志']],
  )
  assert.equal((await officer.ask('DELETE', `${path}/promises/taxPerMu?revision=2`)).status, 200)
  assert.deepEqual((await check()).promises, [])
})
