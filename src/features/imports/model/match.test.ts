import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Alike, likeness } from '../../../engine/text/identity.ts'
import type { KnownProject } from './ledger-lookup.ts'
import { matchRows, type RowIdentity } from './match.ts'

const project = (id: string, name: string, more: Partial<KnownProject> = {}): KnownProject => ({
  id,
  name,
  code: null,
  investor: null,
  totalInvestment: null,
  ...more,
})
const row = (name: string, more: Partial<RowIdentity> = {}): RowIdentity => ({
  name,
  code: null,
  investor: null,
  totalInvestment: null,
  ...more,
})
const verdicts = (rows: RowIdentity[], projects: KnownProject[]) =>
  matchRows(rows, projects).map((match) => (match.kind === 'match' ? match.projectId : match.kind))
const reasons = (one: RowIdentity, projects: KnownProject[]) => {
  const [match] = matchRows([one], projects)
  return match?.kind === 'doubt' ? match.candidates.map((candidate) => candidate.reason) : match?.kind
}

const code = '2202-330109-04-01-123456'
const otherCode = '2203-330109-04-01-654321'

test('a project code decides, however the name is written now', () => {
  assert.deepEqual(
    verdicts(
      [row('新名字完全不同', { code: '2202330109０４01123456' })],
      [project('p', '传化有机硅项目', { code })],
    ),
    ['p'],
  )
  assert.deepEqual(
    reasons(row('甲项目', { code }), [project('p', '乙项目', { code }), project('q', '甲项目')]),
    ['same_name_other_code', 'same_code_other_name'],
  )
})

test('rows or projects that share a code are in doubt, unless the name tells them apart', () => {
  assert.deepEqual(verdicts([row('一期', { code }), row('二期', { code })], []), ['new', 'doubt'])
  assert.deepEqual(
    verdicts([row('一期', { code }), row('二期', { code })], [project('p', '旧名', { code })]),
    ['doubt', 'doubt'],
  )
  const both = [project('p', '一期', { code }), project('q', '二期', { code })]
  assert.deepEqual(verdicts([row('二期', { code }), row('一期', { code })], both), ['q', 'p'])
  assert.deepEqual(verdicts([row('三期', { code })], both), ['doubt'])
  assert.deepEqual(
    verdicts([row('一期', { code }), row('改过的名', { code })], [project('p', '一期', { code })]),
    ['p', 'doubt'],
  )
})

test('name and investor decide; a name alone only where it is the only one', () => {
  const investor = '传化集团有限公司'
  assert.deepEqual(
    verdicts([row('有机硅 项目', { investor })], [project('p', '有机硅项目', { investor: '传化集团' })]),
    ['p'],
  )
  assert.deepEqual(verdicts([row('有机硅项目')], [project('p', '有机硅项目', { investor })]), ['p'])
  assert.deepEqual(
    reasons(row('有机硅项目', { investor: '荣盛集团' }), [project('p', '有机硅项目', { investor })]),
    ['same_name_other_investor'],
  )
  const two = [project('p', '厂房', { investor: '甲' }), project('q', '厂房', { investor: '乙' })]
  assert.deepEqual(verdicts([row('厂房', { investor: '乙' }), row('厂房', { investor: '甲' })], two), [
    'q',
    'p',
  ])
  assert.deepEqual(verdicts([row('厂房')], two), ['doubt'])
  assert.deepEqual(
    reasons(row('厂房', { investor: '甲', code }), [
      project('p', '厂房', { investor: '甲', code: otherCode }),
    ]),
    ['same_name_other_code'],
  )
})

test('two projects alike in name and investor are told apart by their total', () => {
  const projects = [
    project('p', '厂房', { investor: '甲', totalInvestment: '1000' }),
    project('q', '厂房', { investor: '甲', totalInvestment: '2000.00' }),
  ]
  assert.deepEqual(verdicts([row('厂房', { investor: '甲', totalInvestment: '2000' })], projects), ['q'])
  assert.deepEqual(verdicts([row('厂房', { investor: '甲' })], projects), ['doubt'])
})

test('the same project twice in the file: the first row has it, the second is in doubt', () => {
  const projects = [project('p', '甲项目', { investor: '某公司' })]
  const matches = matchRows(
    [row('甲项目', { investor: '某公司' }), row('甲项目', { investor: '某公司' })],
    projects,
  )
  assert.equal(matches[0]?.kind, 'match')
  assert.deepEqual(
    matches[1]?.kind === 'doubt' && [matches[1].twin?.at, matches[1].candidates.map((one) => one.projectId)],
    [0, ['p']],
  )
  assert.deepEqual(verdicts([row('新项目A', { investor: '甲' }), row('新项目A')], []), ['new', 'doubt'])
  assert.deepEqual(verdicts([row('新项目A', { investor: '甲' }), row('新项目A', { investor: '乙' })], []), [
    'new',
    'new',
  ])
})

test('similar names are in doubt with their reason, unless that project has its own row', () => {
  const projects = [
    project('p', '年产68万吨有机硅新材料项目', { investor: '传化' }),
    project('q', '中国电信大数据中心'),
  ]
  assert.deepEqual(reasons(row('年产68万吨有机硅材料项目', { investor: '传化' }), projects), [
    'similar_name_same_investor',
  ])
  assert.deepEqual(reasons(row('大数据中心（中国电信）'), projects), 'new')
  assert.deepEqual(
    reasons(row('换了名字', { investor: '传化', totalInvestment: '5' }), [
      project('p', '原来的名字', { investor: '传化', totalInvestment: '5.0' }),
    ]),
    ['same_investor'],
  )
  assert.deepEqual(
    verdicts(
      [row('年产68万吨有机硅材料项目'), row('年产68万吨有机硅新材料项目', { investor: '传化' })],
      projects,
    ),
    ['new', 'p'],
  )
  assert.deepEqual(
    verdicts(
      [row('年产68万吨有机硅材料项目', { code })],
      [project('p', '年产68万吨有机硅新材料项目', { code: otherCode })],
    ),
    ['new'],
  )
})

test('what a person said stands, and no other row gets that project', () => {
  const projects = [project('p', '甲项目')]
  assert.deepEqual(verdicts([row('乙项目', { taken: 'p' }), row('甲项目')], projects), ['p', 'doubt'])
})

const names = fc
  .array(
    fc.constantFrom(
      '年产',
      '有机硅',
      '万吨',
      '一期',
      '二期',
      '智能',
      '工厂',
      '数据中心',
      '生物',
      'A',
      '1',
      '2',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => words.join(''))
const identities = fc.record({
  name: names,
  code: fc.option(fc.constantFrom(code, otherCode, 'XS-001'), { nil: null, freq: 1 }),
  investor: fc.option(fc.constantFrom('传化集团有限公司', '荣盛', '恒逸石化'), { nil: null }),
  totalInvestment: fc.option(fc.constantFrom('10000', '20000'), { nil: null }),
})
const ledgers = fc
  .array(identities, { maxLength: 12 })
  .map((list) => list.map((one, at) => ({ ...one, id: `p${at}` })))
const files = fc.array(identities, { maxLength: 12 })

test('no project ever gets two rows, and the order of the ledger changes nothing', () => {
  fc.assert(
    fc.property(files, ledgers, (rows, projects) => {
      const matches = matchRows(rows, projects)
      const matched = matches.flatMap((match) => (match.kind === 'match' ? [match.projectId] : []))
      assert.equal(new Set(matched).size, matched.length)
      const reversed = matchRows(rows, projects.toReversed())
      assert.deepEqual(reversed, matches)
    }),
  )
})

test('a ledger whose projects differ in name finds all of them again', () => {
  fc.assert(
    fc.property(ledgers, fc.boolean(), (list, reverse) => {
      const projects = [...new Map(list.map((one) => [one.name, one])).values()].map((one, at) => ({
        ...one,
        code: one.code && `${one.code}${at}`,
      }))
      const rows = reverse ? projects.toReversed() : projects
      assert.deepEqual(
        verdicts(rows, projects),
        rows.map((one) => one.id),
      )
    }),
  )
})

test('the index of likeness finds what comparing all pairs finds', () => {
  fc.assert(
    fc.property(fc.array(names, { maxLength: 15 }), names, (texts, text) => {
      const found = new Alike(texts, 0.8)
        .find(text)
        .map((one) => one.index)
        .sort((a, b) => a - b)
      assert.deepEqual(
        found,
        texts.flatMap((one, at) => (likeness(text, one) >= 0.8 ? [at] : [])),
      )
    }),
  )
})

test('10,000 rows against 10,000 projects are not set each beside each', () => {
  const words = [
    '浙江',
    '杭州',
    '萧山',
    '传化',
    '荣盛',
    '新材料',
    '生物',
    '医药',
    '智能',
    '装备',
    '数据',
    '中心',
    '基地',
    '总部',
    '有限公司',
    '年产',
    '万吨',
    '产业园',
  ]
  let seed = 7
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const name = () =>
    `${words[next(18)]}${words[next(18)]}${next(900)}${words[next(18)]}${words[next(18)]}项目`
  const projects = Array.from({ length: 10_000 }, (_, at) =>
    project(`p${at}`, name(), { investor: `投资方${next(3000)}`, totalInvestment: String(next(500)) }),
  )
  const rows = projects.map((one, at) => (at % 2 ? one : row(name(), { investor: one.investor })))
  const start = performance.now()
  const matches = matchRows(rows, projects)
  const took = performance.now() - start
  assert.equal(matches.length, 10_000)
  // A hundred million comparisons would take minutes; a busy machine takes three seconds for what is done.
  assert.ok(took < 30_000, `took ${Math.round(took)} ms`)
})
