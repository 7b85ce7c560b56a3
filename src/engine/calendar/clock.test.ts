import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../../shared/days.ts'
import { clockOf, type Matter, type Pause, runningSpans, usedIn } from './clock.ts'
import { holidayYears } from './holidays.ts'
import { calendarOf, daysOf } from './work-calendar.ts'

const calendar = calendarOf(holidayYears)
const matter = (acceptedOn: string, pauses: Pause[] = [], decidedOn: string | null = null): Matter => ({
  acceptedOn,
  decidedOn,
  pauses,
})

test('the day it came in is not counted, the day it is decided is', () => {
  assert.equal(clockOf(calendar, matter('2022-03-01'), 5, '2022-03-01').used, 0)
  const clock = clockOf(calendar, matter('2022-03-01', [], '2022-03-08'), 5, '2022-06-01')
  assert.deepEqual(clock, { used: 5, left: 0, overdue: false, dueOn: '2022-03-08' })
})

test('a day too late is overdue, and a day of rest is not too late', () => {
  // Due on Friday 1 April 2022; Saturday the 2nd was worked, the 3rd to the 5th were off.
  const on = (today: string) => clockOf(calendar, matter('2022-03-25'), 5, today)
  assert.deepEqual(
    ['2022-03-31', '2022-04-01', '2022-04-02', '2022-04-05', '2022-04-06'].map((day) => on(day).left),
    [1, 0, -1, -1, -2],
  )
  assert.equal(on('2022-04-01').overdue, false)
  assert.equal(on('2022-04-02').overdue, true)
})

test('while it is the owner’s turn nothing is used and nothing falls due', () => {
  // Handed to the owner on Thursday the 3rd, back on Thursday the 10th.
  const open = matter('2022-03-01', [{ from: '2022-03-03', to: null }])
  for (const today of ['2022-03-03', '2022-03-10', '2023-03-10'])
    assert.deepEqual(clockOf(calendar, open, 5, today), { used: 2, left: 3, overdue: false, dueOn: null })
  const back = matter('2022-03-01', [{ from: '2022-03-03', to: '2022-03-10' }])
  assert.deepEqual(clockOf(calendar, back, 5, '2022-03-10'), {
    used: 2,
    left: 3,
    overdue: false,
    dueOn: '2022-03-15',
  })
  assert.equal(clockOf(calendar, back, 5, '2022-03-16').overdue, true)
})

test('a day in several hands of the government is counted once', () => {
  const both = [
    ...runningSpans(matter('2022-03-01', [], '2022-03-10'), '2022-04-01'),
    ...runningSpans(matter('2022-03-07', [], '2022-03-15'), '2022-04-01'),
  ]
  assert.equal(usedIn(calendar, both), 10)
})

test('any clock with any pauses counts what one counts day by day', () => {
  const days = daysOf('2022-01-01', '2027-12-31')
  const histories = fc
    .record({
      start: fc.integer({ min: 0, max: days.length - 400 }),
      steps: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 9 }),
      isOpen: fc.boolean(),
      wait: fc.integer({ min: 0, max: 120 }),
      limit: fc.integer({ min: 1, max: 90 }),
    })
    .map(({ start, steps, isOpen, wait, limit }) => {
      const acceptedOn = days[start] ?? ''
      const turns: string[] = []
      for (const step of steps) turns.push(addDays(turns.at(-1) ?? acceptedOn, step))
      const pauses: Pause[] = []
      for (let turn = 0; turn + 1 < turns.length; turn += 2)
        pauses.push({ from: turns[turn] ?? '', to: turns[turn + 1] ?? '' })
      const openFrom = turns.length % 2 === 1 && isOpen ? turns.at(-1) : undefined
      if (openFrom) pauses.push({ from: openFrom, to: null })
      const today = addDays(turns.at(-1) ?? acceptedOn, wait)
      return { matter: matter(acceptedOn, pauses.reverse()), today, limit }
    })
  fc.assert(
    fc.property(histories, ({ matter, today, limit }) => {
      const runs = (day: string) =>
        calendar.isWorkday(day) &&
        matter.pauses.every(({ from, to }) => !(day > from && (to === null || day <= to)))
      const counted = daysOf(addDays(matter.acceptedOn, 1), today).filter(runs).length
      const clock = clockOf(calendar, matter, limit, today)
      assert.equal(clock.used, counted)
      assert.equal(clock.left, limit - counted)
      assert.equal(clock.overdue, counted > limit)
      const running: string[] = []
      for (
        let day = addDays(matter.acceptedOn, 1);
        running.length < limit && day < '2029';
        day = addDays(day, 1)
      )
        if (runs(day)) running.push(day)
      assert.equal(clock.dueOn, running[limit - 1] ?? null)
      if (clock.dueOn) assert.equal(clock.overdue, today > clock.dueOn && counted > limit)
    }),
    { numRuns: 400 },
  )
})
