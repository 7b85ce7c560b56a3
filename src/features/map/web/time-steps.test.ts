import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepAt, timeSteps, yearMarks } from './time-steps.ts'

test('the strip stops at the end of each month and today', () => {
  assert.deepEqual(timeSteps('2021-11-15', '2022-02-10', '2022-02-10'), [
    '2021-11-30',
    '2021-12-31',
    '2022-01-31',
    '2022-02-10',
  ])
  assert.deepEqual(timeSteps('2022-02-01', '2022-02-28', '2022-02-28'), ['2022-02-28'])
  assert.deepEqual(timeSteps('2024-01-31', '2024-02-29', '2024-02-29'), ['2024-01-31', '2024-02-29'])
})

test('where nothing was written for long, today follows the last month', () => {
  assert.deepEqual(timeSteps('2021-11-15', '2021-12-01', '2026-05-05'), [
    '2021-11-30',
    '2021-12-31',
    '2026-05-05',
  ])
})

test('a day between two stops stands at the one before', () => {
  const steps = timeSteps('2021-11-15', '2022-02-10', '2022-02-10')
  assert.equal(stepAt(steps, '2021-12-31'), 1)
  assert.equal(stepAt(steps, '2022-01-05'), 1)
  assert.equal(stepAt(steps, '2020-01-01'), 0)
  assert.equal(stepAt(steps, '2022-02-10'), 3)
})

test('each year is written once, where it begins', () => {
  assert.deepEqual(
    yearMarks(timeSteps('2021-11-15', '2022-02-10', '2022-02-10'), 7).map(({ year }) => year),
    ['2021', '2022'],
  )
  const many = timeSteps('2020-03-15', '2026-11-10', '2026-11-10')
  assert.deepEqual(
    yearMarks(many, 3).map(({ year }) => year),
    ['2020', '2023', '2026'],
  )
})
