import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromProblem, isThere } from './from-problem.ts'

const coordination = (text: string) => `需协调：${text}`
const of = (problem: string | null, asked?: string) =>
  fromProblem({ problem, ...(asked ? { coordination: asked } : {}) }, coordination)

test('the first sentence is the title, and nothing is said twice', () => {
  assert.equal(of(null), undefined)
  assert.equal(of('  '), undefined)
  assert.deepEqual(of('用地指标未落实。'), { title: '用地指标未落实', detail: '' })
  assert.deepEqual(of('用地指标未落实；能耗待批'), {
    title: '用地指标未落实',
    detail: '用地指标未落实；能耗待批',
  })
  assert.deepEqual(of('缺地', '提请管委会'), { title: '缺地', detail: '需协调：提请管委会' })
  assert.deepEqual(of('。'), { title: '。', detail: '。' })
})

test('what is too long for a title stays whole in the particulars', () => {
  const long = '缺'.repeat(3000)
  const { title, detail } = of(long) ?? { title: '', detail: '' }
  assert.deepEqual([title.length, detail.length], [100, 2000])
})

test('a problem that is a blocker already is not offered again', () => {
  const problem = of('缺地')
  assert.ok(problem)
  assert.equal(isThere(problem, [{ title: '缺地' }]), true)
  assert.equal(isThere(problem, [{ title: '缺电' }]), false)
})
