import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addToMonth,
  compareDays,
  dayOf,
  daysBetween,
  isDay,
  isMonth,
  lastDayOfMonth,
  monthOf,
  quarterOf,
  shanghaiDay,
  weekdayOf,
} from './days.ts'

const days = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

test('knows which days exist', () => {
  for (const good of ['2022-03-01', '2024-02-29', '2000-02-29', '1999-12-31']) assert.ok(isDay(good), good)
  for (const bad of ['2022-02-29', '1900-02-29', '2022-13-01', '2022-00-10', '2022-3-1', '20220301', '', 5])
    assert.ok(!isDay(bad), String(bad))
  assert.ok(isMonth('2022-12'))
  assert.ok(!isMonth('2022-13'))
  assert.equal(dayOf(2022, 2, 30), undefined)
})

test('adds months and keeps to the end of a shorter one', () => {
  assert.equal(addMonths('2022-01-31', 1), '2022-02-28')
  assert.equal(addMonths('2022-03-31', -1), '2022-02-28')
  assert.equal(addMonths('2024-02-29', 12), '2025-02-28')
  assert.equal(addToMonth('2022-11', 3), '2023-02')
  assert.equal(lastDayOfMonth('2024-02'), '2024-02-29')
})

test('days, quarters and weekdays', () => {
  assert.equal(addDays('2022-02-28', 1), '2022-03-01')
  assert.equal(daysBetween('2022-03-01', '2022-12-31'), 305)
  assert.equal(quarterOf('2022-03-31'), 1)
  assert.equal(quarterOf('2022-10-01'), 4)
  assert.equal(weekdayOf('2022-03-01'), 2)
  assert.equal(weekdayOf('1969-12-29'), 1)
})

test('the day in Shanghai, whatever the machine thinks', () => {
  assert.equal(shanghaiDay(Date.parse('2022-02-28T15:59:59Z')), '2022-02-28')
  assert.equal(shanghaiDay(new Date('2022-02-28T16:00:00Z')), '2022-03-01')
})

test('adding and counting days agree, and order is the order of the text', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      const later = addDays(day, count)
      assert.equal(daysBetween(day, later), count)
      assert.equal(compareDays(day, later), -Math.sign(count) + 0)
      assert.ok(isDay(lastDayOfMonth(monthOf(later))))
      assert.equal(weekdayOf(addDays(later, 7)), weekdayOf(later))
    }),
  )
})
