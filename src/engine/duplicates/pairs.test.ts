import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Known } from './compare.ts'
import { findPairs } from './pairs.ts'

let serial = 0
const project = (name: string, more: Partial<Known> = {}): Known => ({
  id: `p${String(++serial).padStart(5, '0')}`,
  name,
  code: null,
  investor: null,
  totalInvestment: null,
  aliases: [],
  ...more,
})
const kindsOf = (...projects: Known[]) => findPairs(projects).map((pair) => pair.reasons.map((r) => r.kind))

test('each thing in common is found and said', () => {
  const code = '2202-330109-04-01-123456'
  assert.deepEqual(
    kindsOf(project('甲楼', { code }), project('乙厂', { code: '２２０２３３０１０９０４０１１２３４５６' })),
    [['code']],
  )
  assert.deepEqual(kindsOf(project('传化 有机硅（一期）'), project('传化有机硅(一期)')), [['name']])
  assert.deepEqual(kindsOf(project('莱和生物项目'), project('莱和生物')), [['core']])
  assert.deepEqual(kindsOf(project('传化智联'), project('船化智连')), [['sound']])
  assert.deepEqual(kindsOf(project('新名'), project('另名', { aliases: [{ name: '新名', code: null }] })), [
    ['alias'],
  ])
  const sum = { investor: '万向集团有限公司', totalInvestment: '50000' }
  assert.deepEqual(kindsOf(project('甲楼', sum), project('乙厂', { ...sum, totalInvestment: '50000.00' })), [
    ['investorAmount'],
  ])
})

test('what speaks against lowers the score, and two codes with the same sum are two projects', () => {
  const [alone] = findPairs([project('诺特健康研究中心'), project('诺特健康研究中心')])
  const [other] = findPairs([
    project('诺特健康研究中心', { investor: '诺特' }),
    project('诺特健康研究中心', { investor: '华大' }),
  ])
  assert.ok(alone && other && alone.score > other.score)
  assert.deepEqual(
    other.against.map(({ kind }) => kind),
    ['otherInvestor'],
  )
  const sum = { investor: '恒逸', totalInvestment: '100' }
  const pairs = findPairs([
    project('一期', { ...sum, code: '2202-330109-04-01-123456' }),
    project('二期', { ...sum, code: '2202-330109-04-01-654321' }),
  ])
  assert.deepEqual(pairs, [])
})

test('phases, empty amounts and amounts of nothing are no doubles', () => {
  assert.deepEqual(findPairs([project('浙大科创中心一期'), project('浙大科创中心二期')]), [])
  assert.deepEqual(
    findPairs([
      project('甲楼', { investor: '荣盛', totalInvestment: '0' }),
      project('乙厂', { investor: '荣盛', totalInvestment: '0' }),
      project('丙库', { investor: '荣盛' }),
    ]),
    [],
  )
})

test('a pair comes once, the older project first, whatever the order', () => {
  const [a, b] = [project('同名', { investor: '同方' }), project('同名', { investor: '同方' })]
  for (const list of [
    [a, b],
    [b, a],
  ])
    assert.deepEqual(
      findPairs(list).map(({ first, second }) => [first, second]),
      [[a.id, b.id]],
    )
})

test('very many alike meet at the oldest instead of all with all', () => {
  const many = Array.from({ length: 500 }, () => project('标准厂房'))
  const pairs = findPairs(many)
  assert.equal(pairs.length, 499)
  assert.ok(pairs.every(({ first }) => first === many[0]?.id))
})
