import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Quantity } from '../../../engine/land-rules/units.ts'
import { addMonths } from '../../../shared/days.ts'
import type { Stage } from '../../projects/stages.ts'
import { recordedFigure } from './actual-figures.ts'
import { monthsTaken, type Promised, stateOfPromise } from './promise-state.ts'

const today = '2022-03-15'
const tax = (more: Partial<Promised> = {}): Promised => ({
  indicator: 'taxPerMu',
  quantity: { value: '30', unit: '万元/亩' },
  checkStage: 'fullCapacity',
  dueOn: null,
  ...more,
})
const told = (
  promise: Promised,
  actual?: Quantity,
  passed: Record<string, string> = {},
  stage: Stage = 'signed',
) => {
  const { state, margin, lateDays } = stateOfPromise(promise, actual, { stage, passed }, today)
  return [state, margin, lateDays]
}
const measured = (value: string): Quantity => ({ value, unit: '万元/亩' })
const reached = { fullCapacity: '2022-01-01' }

test('a promise runs until its stage, then is due, short by how much, late by how many days, or kept', () => {
  assert.deepEqual(told(tax()), ['running', null, 0])
  assert.deepEqual(told(tax(), measured('20')), ['running', '-10', 0])
  assert.deepEqual(told(tax(), undefined, reached), ['due', null, 0])
  assert.deepEqual(told(tax(), measured('28.5'), reached), ['short', '-1.5', 0])
  assert.deepEqual(told(tax({ dueOn: '2022-03-01' }), measured('28.5'), reached), ['late', '-1.5', 14])
  assert.deepEqual(told(tax({ dueOn: '2022-03-15' })), ['running', null, 0], 'its last day is not over')
  assert.deepEqual(told(tax(), measured('30'), reached), ['kept', '0', 0])
  const hectares: Quantity = { value: '450', unit: '万元/公顷' }
  assert.deepEqual(told(tax(), hectares, reached), ['kept', '0', 0])
})

const atStart =
  (value: string, unit: '个月' | '年') =>
  (passed: Record<string, string>, stage: Stage = 'signed') => {
    const life = { landArea: null, totalDone: null, stage, passed }
    const promise: Promised = {
      ...{ indicator: 'monthsToStart', quantity: { value, unit } },
      ...{ checkStage: 'completed', dueOn: null },
    }
    return told(promise, recordedFigure('monthsToStart', life, today)?.quantity, passed, stage)
  }

test('a span of months is due by itself, counted to the day it ends, and kept only when it has ended', () => {
  const at = atStart('6', '个月')
  assert.deepEqual(at({}), ['running', null, 0])
  assert.deepEqual(at({ landSupplied: '2022-01-31' }), ['running', '4', 0])
  assert.deepEqual(
    at({ landSupplied: '2021-08-31' }),
    ['late', '-1', 15],
    'six months from 31 August end on 28 February',
  )
  assert.deepEqual(at({ landSupplied: '2021-08-31', started: '2022-02-28' }), ['kept', '0', 0])
  assert.deepEqual(at({ landSupplied: '2021-08-31', started: '2022-03-01' }), ['short', '-1', 0])
})

test('a span of which a day is missing is to be checked, not missed', () => {
  const at = atStart('6', '个月')
  assert.deepEqual(at({ started: '2022-03-01' }), ['due', null, 0], 'nobody wrote when land was supplied')
  assert.deepEqual(at({ landSupplied: '2020-01-01' }, 'started'), ['due', null, 0], 'nor when it started')
  assert.deepEqual(at({ landSupplied: '2020-01-01', completed: '2021-01-01' }), ['due', null, 0])
  assert.deepEqual(at({ landSupplied: '2022-03-02', started: '2022-03-01' }), ['due', null, 0])
})

test('months that are not whole, and more of them than a calendar has, end a span or end none', () => {
  assert.deepEqual(atStart('4.5', '个月')({ landSupplied: '2021-10-31' }), ['late', '-0.5', 15])
  assert.deepEqual(atStart('0.5', '年')({ landSupplied: '2021-08-31' }), ['late', '-0.083333', 15])
  assert.deepEqual(atStart('99999999999999', '个月')({ landSupplied: '2021-08-31' })[0], 'running')
})

test('a stage is reached by a later day or by the ledger’s stage alone', () => {
  assert.deepEqual(told(tax({ checkStage: 'completed' }), undefined, {}, 'inProduction')[0], 'due')
  assert.deepEqual(told(tax(), undefined, { contractReview: '2022-01-01' })[0], 'due')
  assert.deepEqual(told(tax(), undefined, { permitIssued: '2022-01-01' }, 'completed')[0], 'running')
})

test('less than a limit from above is kept only when it is looked at', () => {
  const energy: Promised = {
    ...{ indicator: 'energy', quantity: { value: '1000', unit: '吨标煤' } },
    ...{ checkStage: 'fullCapacity', dueOn: null },
  }
  const used: Quantity = { value: '10', unit: '吨标煤' }
  assert.deepEqual(told(energy, used), ['running', '990', 0], 'of the first weeks')
  assert.deepEqual(told(energy, used, reached), ['kept', '990', 0])
  assert.deepEqual(told({ ...energy, dueOn: '2022-03-01' }, used), ['kept', '990', 0])
  assert.deepEqual(
    told(tax(), measured('30')),
    ['kept', '0', 0],
    'what reaches a limit from below has reached it',
  )
})

test('investment done by the mu is of the ledger’s numbers, before anybody rounds', () => {
  const recorded = { landArea: '9407', totalDone: '2570', stage: 'started' as const, passed: {} }
  const figure = recordedFigure('fixedInvestIntensity', recorded, today)
  assert.deepEqual(figure, {
    quantity: { value: '25700000', over: '9407', unit: '万元/公顷' },
    fields: ['totalDone', 'landArea'],
  })
  assert.equal(recordedFigure('fixedInvestIntensity', { ...recorded, landArea: '0' }, today), undefined)
  assert.equal(recordedFigure('taxPerMu', recorded, today), undefined)
})

test('a span taken is the least number of months that reaches its end', () => {
  const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1500 }), (date, days) => {
      const from = date.toISOString().slice(0, 10)
      const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
      const months = monthsTaken(from, to)
      assert.ok(addMonths(from, months) >= to)
      assert.ok(months === 0 || addMonths(from, months - 1) < to)
    }),
  )
})
