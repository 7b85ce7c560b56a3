import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, dayToShow, isIsoDate, monthPage, today } from './calendar.ts'

it('knows the days that exist', () => {
  assert.equal(isIsoDate('2024-02-29'), true)
  for (const text of ['2022-02-29', '2022-13-01', '2022-3-1', '', 'x'])
    assert.equal(isIsoDate(text), false, text)
})

it('shows a month from the Monday before it', () => {
  const page = monthPage('2022-03-09')
  assert.equal(page[0], '2022-02-28')
  assert.equal(page[1], '2022-03-01')
  assert.equal(page.length, 42)
})

it('steps by day and month, to the last day where a month is short', () => {
  assert.equal(addDays('2022-12-31', 1), '2023-01-01')
  assert.equal(addMonths('2022-01-31', 1), '2022-02-28')
  assert.equal(addMonths('2022-01-15', -1), '2021-12-15')
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), (n) => {
      assert.equal(addDays(addDays('2022-03-01', n), -n), '2022-03-01')
      assert(isIsoDate(addMonths('2022-03-31', n % 1200)))
    }),
  )
})

it('a calendar opens on what the cell says, however precise', () => {
  const shown = ['2022-02-05', '2022-02', '2022-05-T3', '2022-Q3', '2022-H2', '2022'].map(dayToShow)
  assert.deepEqual(shown, [
    '2022-02-05',
    '2022-02-01',
    '2022-05-01',
    '2022-07-01',
    '2022-07-01',
    '2022-01-01',
  ])
  for (const other of ['', '三月', '2022-13']) assert.equal(dayToShow(other), today())
})
