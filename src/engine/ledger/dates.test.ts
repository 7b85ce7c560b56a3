import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, isDay } from '../../shared/days.ts'
import { type Precision, showWhen, whenText } from '../../shared/when.ts'
import { type DateContext, type DateInput, formatDay, parseDay, periodOf } from './dates.ts'

/** "day precision marks flags…", or "!code candidates…". */
function read(input: string | DateInput, context: Partial<DateContext> = {}): string {
  const full: DateContext = { columnKind: 'any', epochYear: 2022, ...context }
  const reading = parseDay(typeof input === 'string' ? { text: input } : input, full)
  if (!reading.ok)
    return [`!${reading.code}`, ...reading.candidates.map((one) => formatDay(one.day, one.precision))].join(
      ' ',
    )
  const { day, precision, planned, approximate, yearAssumed, flags } = reading
  const marks = [planned && 'planned', approximate && 'approximate', yearAssumed && 'yearAssumed']
  return [day, precision, ...marks.filter(Boolean), ...flags].join(' ')
}

function check(cases: string, context: Partial<DateContext> = {}): void {
  for (const line of cases.trim().split('\n')) {
    const [text = '', expected = ''] = line.trim().split(' → ')
    assert.equal(read(text, context), expected, text)
  }
}

test('days', () => {
  check(`
    2022.3.15 → 2022-03-15 day
    2022/3/5 → 2022-03-05 day
    2022-3-5 → 2022-03-05 day
    20220305 → 2022-03-05 day
    2022年3月5日 → 2022-03-05 day
    2022年3月5号 → 2022-03-05 day
    2022年3.15 → 2022-03-15 day
    2022 年 3 月 5 日 → 2022-03-05 day
    2022. 3. 15 → 2022-03-15 day
    2022/3/5 0:00:00 → 2022-03-05 day
    2022-03-05T00:00:00 → 2022-03-05 day
    2022-03-04T16:00:00Z → 2022-03-05 day
    2022年3月5日10时 → 2022-03-05 day
    2022年3月15日（星期二） → 2022-03-15 day
    二○二二年十二月廿五日 → 2022-12-25 day
    March 5, 2022 → 2022-03-05 day
    5-Mar-2022 → 2022-03-05 day
    3/15/2022 → 2022-03-15 day
    15/3/2022 → 2022-03-15 day
    22.3.5 → 2022-03-05 day short_year
    220305 → 2022-03-05 day short_year
    22年3月5日 → 2022-03-05 day short_year
  `)
})

test('months and parts of months', () => {
  check(`
    2022.3 → 2022-03-31 month
    2022.03 → 2022-03-31 month
    2022.10 → 2022-10-31 month
    2022.2 → 2022-02-28 month
    202203 → 2022-03-31 month
    ２０２２．３ → 2022-03-31 month
    2022年3月 → 2022-03-31 month
    2022年3月份 → 2022-03-31 month
    二〇二二年三月 → 2022-03-31 month
    2022年元月 → 2022-01-31 month
    2022 Mar → 2022-03-31 month
    3/2022 → 2022-03-31 month
    Mar-22 → 2022-03-31 month short_year
    22.3 → 2022-03-31 month short_year
    '22-03 → 2022-03-31 month short_year
    22年3月 → 2022-03-31 month short_year
    2022年3月底 → 2022-03-31 tenDays
    2022年3月初 → 2022-03-10 tenDays
    2022年2月下旬 → 2022-02-28 tenDays
    2022-03上旬 → 2022-03-10 tenDays
    2022年3月（2022.03） → 2022-03-31 month
  `)
})

test('quarters, halves and years', () => {
  check(`
    2022Q1 → 2022-03-31 quarter
    Q1 2022 → 2022-03-31 quarter
    2022年一季度 → 2022-03-31 quarter
    2022年第四季度 → 2022-12-31 quarter
    2022年1季度末 → 2022-03-31 month
    22年一季度 → 2022-03-31 quarter short_year
    2022年上半年 → 2022-06-30 halfYear
    2022下半年 → 2022-12-31 halfYear
    2022年 → 2022-12-31 year
    2022 → 2022-12-31 year
    2022年底 → 2022-12-31 month
    2022年年末 → 2022-12-31 month
    2022年初 → 2022-03-31 quarter approximate
    2022年中 → 2022-06-30 month approximate
    2022年内 → 2022-12-31 year
  `)
})

test('without a year the context gives it, and says so, or it is missing', () => {
  const texts = `
    3月上旬 → 2022-03-10 tenDays yearAssumed
    Q1 → 2022-03-31 quarter yearAssumed
    第一季度 → 2022-03-31 quarter yearAssumed
    上半年 → 2022-06-30 halfYear yearAssumed
    年底 → 2022-12-31 month yearAssumed
    年中 → 2022-06-30 month approximate yearAssumed
    今年6月 → 2022-06-30 month yearAssumed
    明年底 → 2023-12-31 month yearAssumed
    5月 → 2022-05-31 month yearAssumed
    3.15 → 2022-03-15 day yearAssumed
    3/15 → 2022-03-15 day yearAssumed
    22-Mar → 2022-03-22 day yearAssumed
  `
  check(texts)
  check(texts.replace(/→.*/g, '→ !no_year'), { epochYear: undefined })
})

test('plans, deadlines and deeds are told apart', () => {
  check(`
    拟2022年6月 → 2022-06-30 month planned
    计划2022年6月底前 → 2022-06-30 tenDays planned before
    预计2022年6月 → 2022-06-30 month planned
    力争2022年6月底前开工 → 2022-06-30 tenDays planned before
    2022年6月前 → 2022-06-30 month planned approximate before
    不晚于2022年6月30日 → 2022-06-30 day planned before
    推迟至2022年6月 → 2022-06-30 month planned words
    已于2022年1月开工 → 2022-01-31 month
    约2022年6月 → 2022-06-30 month approximate
    2022年6月左右 → 2022-06-30 month approximate
    2022年6月以后 → 2022-06-30 month approximate after
    2022年6月（待定） → 2022-06-30 month approximate words
    2022年6月老厂房 → 2022-06-30 month words
  `)
  assert.equal(read('2022.3', { columnKind: 'plan' }), '2022-03-31 month planned')
  assert.equal(read('已于2022年1月', { columnKind: 'plan' }), '2022-01-31 month already_done')
  assert.equal(read('拟2022年6月', { columnKind: 'actual' }), '2022-06-30 month planned')
})

test('what is no date, or no one date, is not read', () => {
  check(`
    2022-02-30 → !no_such_day
    2022年2月29日 → !no_such_day
    2022年13月 → !no_such_day
    2022.13.1 → !no_such_day
    2022.00 → !no_such_day
    20220230 → !no_such_day
    2月30日 → !no_such_day
    2021.12-2022.6 → !several_dates 2021-12 2022-06
    2022年3月1日、5月2日 → !several_dates 2022-03-01 2022-05-02
    2022年3-5月 → !several_dates 2022-03 2022-05
    2022.3-5 → !several_dates 2022-03
    2022.3.1-3.15 → !several_dates 2022-03-01
    2022年一、二季度 → !several_dates 2022年一季度 2022年二季度
    2022-2025 → !several_dates 2022年 2025年
    2022年3月1日至15日 → !several_dates 2022-03-01
    2022.3.15（计划2022.3.20） → !several_dates 2022-03-15 2022-03-20
    3/5/2022 → !ambiguous 2022-03-05 2022-05-03
    12.5 → !ambiguous 2012-05 2022-12-05
    待定 → !undecided
    尽快 → !undecided
    未定 → !undecided
    暂无 → !undecided
    待土地摘牌后 → !undecided
    / → !blank_word
    — → !blank_word
    无 → !blank_word
    未开工 → !not_a_date
    原计划2022年3月 → !not_a_date 2022-03
    2022年3月未开工 → !not_a_date 2022-03
    2022年春节前 → !not_a_date 2022年
    前三季度 → !not_a_date
    详见附件 → !not_a_date
    2022315 → !not_a_date
    13888888888 → !not_a_date
    用地2000亩 → !not_a_date
    43 → !not_a_date
  `)
  assert.equal(read(''), '!blank_word')
  assert.equal(read('2022年3月1日\n2022年5月2日'), '!several_dates 2022-03-01 2022-05-02')
})

test("numbers: Excel's day numbers, and dates it took for numbers", () => {
  const cases: [number, string][] = [
    [44621, '2022-03-01 day'],
    [44621.75, '2022-03-01 day'],
    [2022, '2022-12-31 year'],
    [202203, '2022-03-31 month'],
    [20220305, '2022-03-05 day'],
    [2022.3, '2022-03-31 month'],
    [2022.12, '2022-12-31 month'],
    [2022.03, '2022-03-31 month'],
    [2022.1, '!ambiguous 2022-01 2022-10'],
    [22.1, '!ambiguous 2022-01 2022-10'],
    [22.3, '2022-03-31 month short_year'],
    [3.1, '!ambiguous 2022-03-01 2022-03-10'],
    [3.15, '2022-03-15 day yearAssumed'],
    [2022.13, '!no_such_day'],
    [20220230, '!no_such_day'],
    [202213, '!no_such_day'],
    [43, '!not_a_date'],
    [-1, '!not_a_date'],
    [1e300, '!not_a_date'],
    [Number.NaN, '!not_a_date'],
  ]
  for (const [serial, expected] of cases)
    assert.equal(read({ text: String(serial), serial }), expected, String(serial))
  assert.equal(read('44621'), '2022-03-01 day serial_text')
  assert.equal(read('2022.1'), '2022-01-31 month')
  assert.equal(read('2022.1', { numbersAsText: true }), '!ambiguous 2022-01 2022-10')
  assert.equal(read('44621', { numbersAsText: true }), '2022-03-01 day')
  assert.equal(read({ text: '3月', serial: 3 }), '2022-03-31 month yearAssumed')
})

test('date cells count by value, and by what their format shows', () => {
  assert.equal(read({ text: '2022/3/5', iso: '2022-03-05' }), '2022-03-05 day')
  assert.equal(read({ text: '2022年3月', iso: '2022-03-01' }), '2022-03-31 month')
  assert.equal(read({ text: 'Mar-22', iso: '2022-03-01' }), '2022-03-31 month')
  assert.equal(read({ text: '2022年3月', iso: '2022-03-31' }), '2022-03-31 month')
  assert.equal(read({ text: '2022年3月', iso: '2022-03-15' }), '2022-03-15 day')
  assert.equal(read({ text: '3月5日', iso: '2022-03-05T08:30:00' }), '2022-03-05 day')
  assert.equal(read({ text: '1905/7/14', iso: '1905-07-14' }), '!ambiguous 2022年 1905-07-14')
  assert.equal(read({ text: '1958/3/1', iso: '1958-03-01' }), '1958-03-01 day implausible')
})

const days = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays('1990-01-01', count))
const precisions = fc.constantFrom<Precision>('day', 'tenDays', 'month', 'quarter', 'halfYear', 'year')

test('what is written is read back to the same day and precision', () => {
  fc.assert(
    fc.property(days, precisions, (some, precision) => {
      const { first, last: day } = periodOf(some, precision)
      assert.ok(first <= some && some <= day)
      const stored = whenText({ day, precision })
      for (const text of [
        formatDay(day, precision),
        stored,
        showWhen(stored, 'zh'),
        showWhen(stored, 'en'),
      ]) {
        const reading = parseDay({ text }, { columnKind: 'any' })
        assert.deepEqual(reading.ok && [reading.day, reading.precision], [day, precision], text)
      }
      assert.equal(formatDay(some, precision), formatDay(day, precision))
    }),
    { numRuns: 2000 },
  )
})

test('one day in many spellings is one day', () => {
  const wide = (text: string) =>
    text.replace(/[0-9./-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  fc.assert(
    fc.property(days, (day) => {
      const [year = '', month = '', date = ''] = day.split('-')
      const [m, d] = [Number(month), Number(date)]
      const spellings = [
        `${year}.${m}.${d}`,
        `${year}/${m}/${d}`,
        `${year}年${m}月${d}日`,
        `${year}${month}${date}`,
        `${day} 00:00:00`,
      ]
      for (const text of [
        ...spellings,
        ...spellings.map(wide),
        ` ${year}年 ${m}月 ${d}日 `,
        `拟${year}年${m}月${d}日开工`,
      ]) {
        const reading = parseDay({ text }, { columnKind: 'any' })
        assert.deepEqual(reading.ok && [reading.day, reading.precision], [day, 'day'], text)
      }
    }),
  )
})

test('never throws, and whatever is read is a day', () => {
  const parts = fc.constantFrom(
    ..."0123456789年月日季度上下旬初中底末前后.-/~年月Qq第一二三四十廿半拟约未、 ()'TZ:",
    '2022',
    '2022',
    '12',
    'Mar',
  )
  fc.assert(
    fc.property(
      fc.array(parts, { maxLength: 10 }),
      fc.option(fc.double(), { nil: undefined }),
      (list, serial) => {
        const text = list.join('')
        const reading = parseDay({ text, serial }, { columnKind: 'any', epochYear: 2022 })
        if (reading.ok)
          assert.ok(isDay(reading.day) && periodOf(reading.day, reading.precision).last === reading.day, text)
        const again = parseDay({ text }, { columnKind: 'any', epochYear: 2022 })
        if (again.ok)
          assert.ok(isDay(again.day) && periodOf(again.day, again.precision).last === again.day, text)
      },
    ),
    { numRuns: 20_000 },
  )
})
