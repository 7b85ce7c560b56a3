import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type Day, isDay, weekdayOf } from '../../shared/days.ts'
import { holidayYears } from './holidays.ts'
import { calendarOf, daysOf } from './work-calendar.ts'

const calendar = calendarOf(holidayYears)
const first = '2022-01-01'
const last = '2027-12-31'
const everyDay = daysOf(first, last)

/** The notices read in the dullest way: what the calendar must agree with on every day. */
const offDays = holidayYears.flatMap(({ off }) => off.flatMap(([from, to]) => daysOf(from, to)))
const workedDays = holidayYears.flatMap(({ work }) => work)
const isWorkday = (day: Day) =>
  workedDays.includes(day) || ([1, 2, 3, 4, 5].includes(weekdayOf(day)) && !offDays.includes(day))
const workdays = everyDay.filter(isWorkday)

test('the table is sound: real days, runs in order, make-up days on weekends and outside the runs', () => {
  for (const { year, off, work } of holidayYears) {
    for (const [from, to] of off) assert.ok(isDay(from) && isDay(to) && from <= to, `${from} to ${to}`)
    for (const day of work) {
      assert.ok(isDay(day) && weekdayOf(day) >= 6 && day.startsWith(`${year}`), day)
      assert.ok(!offDays.includes(day), day)
    }
  }
  assert.deepEqual(
    holidayYears.map(({ year }) => year),
    [2021, 2022, 2023, 2024, 2025, 2026, 2027],
  )
})

test('each year has the working days counted by hand from its notice', () => {
  // Monday to Friday of the year, less those off, and the weekend days worked.
  const byHand = { 2021: 261 - 18 + 7, 2022: 260 - 18 + 7, 2023: 260 - 18 + 7, 2024: 262 - 19 + 8 }
  const later = { 2025: 261 - 18 + 5, 2026: 261 - 19 + 6 }
  for (const [year, count] of Object.entries({ ...byHand, ...later }))
    assert.equal(
      calendar.workdaysIn({ after: `${Number(year) - 1}-12-31`, until: `${year}-12-31` }),
      count,
      year,
    )
})

test('deadlines across the holidays of each year, by hand', () => {
  const cases: [Day, number, Day][] = [
    ['2022-01-28', 5, '2022-02-09'], // the weekend of 29 and 30 January was worked
    ['2022-09-30', 3, '2022-10-10'], // and that of 8 and 9 October
    ['2023-01-20', 5, '2023-02-01'],
    ['2023-06-21', 1, '2023-06-25'], // a Sunday
    ['2024-02-02', 8, '2024-02-19'], // New Year's eve was worked; so were 4 and 18 February
    ['2024-09-13', 3, '2024-09-19'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-09-26', 6, '2025-10-11'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-18', 7, '2026-09-29'],
    ['2025-12-31', 2, '2026-01-05'], // 4 January, a Sunday, is the first
  ]
  for (const [from, count, due] of cases) {
    assert.equal(calendar.addWorkdays(from, count), due, `${from} and ${count}`)
    assert.equal(calendar.workdaysIn({ after: from, until: due }), count)
  }
})

test('every day of 2022 to 2027 is what the table says', () => {
  assert.equal(everyDay.length, 2191)
  for (const day of everyDay) assert.equal(calendar.isWorkday(day), isWorkday(day), day)
})

test('from every day of 2022 to 2027, the nth working day is the nth of the list', () => {
  for (const count of [1, 2, 5, 20, 30, 60, 90, 100, 400]) {
    let next = 0
    for (const day of everyDay) {
      while ((workdays[next] ?? last) <= day && next < workdays.length) next++
      const due = workdays[next + count - 1]
      if (due) assert.equal(calendar.addWorkdays(day, count), due, `${day} and ${count}`)
    }
  }
})

test('between any two days lie as many working days as one counts', () => {
  for (let start = 0; start < everyDay.length; start += 7) {
    const after = everyDay[start] ?? first
    let count = 0
    for (let place = start + 1; place < everyDay.length; place++) {
      const until = everyDay[place] ?? last
      if (isWorkday(until)) count++
      if (place % 5 === 0) assert.equal(calendar.workdaysIn({ after, until }), count, `${after} to ${until}`)
    }
  }
})

test('no days lie in a span that ends before it begins, and a day has the day itself at 0', () => {
  assert.equal(calendar.workdaysIn({ after: '2022-03-02', until: '2022-03-01' }), 0)
  assert.equal(calendar.workdaysIn({ after: '2022-03-01', until: '2022-03-01' }), 0)
  assert.equal(calendar.addWorkdays('2022-03-05', 0), '2022-03-05')
  assert.throws(() => calendar.addWorkdays('2022-03-05', -1), RangeError)
  assert.throws(() => calendar.addWorkdays('2022-03-05', 1.5), RangeError)
})

test('a year whose notice is not known is said to be provisional', () => {
  assert.deepEqual(calendar.provisionalYears('2022-01-01', '2026-12-31'), [])
  assert.deepEqual(calendar.provisionalYears('2026-12-31', addDays('2026-12-31', 1)), [2027])
  assert.deepEqual(calendar.provisionalYears('2027-05-01', '2029-01-01'), [2027, 2028, 2029])
})
