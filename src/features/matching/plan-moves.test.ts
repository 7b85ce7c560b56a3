import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanAnswer } from './plan-contract.ts'
import { greedyOutcome, movesBetween, type Outcome } from './plan-moves.ts'

const who = (name: string) => ({ id: name, name, corpsId: null })
const on = (name: string, parcels: string, areaM2 = 1000, value = 1) => ({
  ...{ project: who(name), fromOn: '2026-01-01', score: 1, tax: value, taxPerMu: value, value, unknown: [] },
  place: {
    ...{ kind: 'parcel' as const, areaM2, leftM2: 0 },
    parts: [...parcels].map((id) => ({ id, label: id })),
  },
})
const plan = (placed: ReturnType<typeof on>[], leftOut: string[] = []) =>
  ({ placed, leftOut: leftOut.map((name) => ({ project: who(name) })) }) as unknown as Outcome
const told = (before: Outcome, after: Outcome) => {
  const { moves, unchanged } = movesBetween(before, after)
  return [moves.map(({ project, kind }) => `${project.name} ${kind}`), unchanged.length]
}

test('what moved between two plans, first who came in and who went out', () => {
  const before = plan([on('一', '甲'), on('二', '乙'), on('三', '丙'), on('旧', '丁')], ['四', '五'])
  const after = plan([on('一', '甲'), on('二', '戊'), on('四', '丙'), on('新', '丁')], ['三', '五'])
  assert.deepEqual(told(before, after), [['四 came', '三 left', '二 moved', '新 new', '旧 gone'], 1])
})

test('another order of joined parcels is the same place; another share of one is not', () => {
  const before = plan([on('一', '甲乙'), on('二', '丙', 500)])
  assert.deepEqual(told(before, plan([on('一', '乙甲'), on('二', '丙', 500.004)])), [[], 2])
  assert.deepEqual(told(before, plan([on('一', '甲'), on('二', '丙', 600)])), [['一 moved', '二 moved'], 0])
})

test('who stayed out, or is planned in one alone and left out there, has not moved', () => {
  assert.deepEqual(told(plan([], ['一', '二']), plan([], ['一', '三'])), [[], 0])
})

test('the yardstick is a plan of the same projects', () => {
  const best = plan([on('一', '甲'), on('二', '乙')], ['三'])
  const answer = { ...best, greedyPlaced: [on('三', '甲'), on('二', '乙')] } as unknown as PlanAnswer
  const greedy = greedyOutcome(answer)
  assert.ok(greedy)
  assert.deepEqual(told(greedy, best), [['一 came', '三 left'], 1])
  assert.equal(greedyOutcome({ ...answer, greedyPlaced: null }), null)
})

test('every row of both plans is in one of the two lists, so that their sums can be followed', () => {
  const before = plan([on('一', '甲', 1000, 5), on('二', '乙', 1000, 3)], ['三'])
  const after = plan([on('一', '甲', 1000, 5), on('三', '乙', 1000, 4)], ['二'])
  const { moves, unchanged } = movesBetween(before, after)
  const sum = (side: 'before' | 'after') =>
    [...moves, ...unchanged].reduce((all, move) => all + (move[side]?.tax ?? 0), 0)
  assert.deepEqual([sum('before'), sum('after')], [8, 9])
})
