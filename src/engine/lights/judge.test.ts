import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roundDecimal } from '../../shared/decimal.ts'
import type { Figures, MilestoneFigures, Moment } from './figures.ts'
import { judge } from './judge.ts'
import type { InvestmentPart, Limit, MonthTaskPart, Part, Reason } from './rule.ts'

const over = (value: string): Limit => ({ op: 'over', value })
const from = (value: string): Limit => ({ op: 'from', value })
const milestone = (
  kind: string,
  plan: string | null,
  actual: string | null = null,
  isPassed = false,
): MilestoneFigures => ({ kind, plan, actual, isPassed })
const figures = (given: Partial<Figures>): Figures => ({
  standing: 'ongoing',
  milestones: [],
  months: [],
  funds: null,
  tasks: [],
  ...given,
})
const told = (part: Part, given: Partial<Figures>, moment: Moment) => {
  const { light, reason } = judge({ parts: [part] }, figures(given), moment)
  return { light, ...reason }
}
const closed = (month: string): Moment => ({ month, today: '2023-06-15' })

const points: InvestmentPart = {
  ...{ kind: 'investment', measure: 'points', monthsOld: 1, inARow: null },
  ...{ yellow: from('10'), red: over('30') },
}
const done = (month: string, yearDone: string | null, annualPlan: string | null = '100') => ({
  ...{ month, annualPlan, yearDone },
})
const gapOf = (reason: Reason) => {
  assert.ok(reason.code === 'investmentPoints')
  return [roundDecimal(reason.rate, 1), roundDecimal(reason.gap, 1)]
}

test('investment against time progress: the golden vectors, from unrounded figures', () => {
  const at = (month: string, yearDone: string, annualPlan: string) =>
    gapOf(
      judge({ parts: [points] }, figures({ months: [done(month, yearDone, annualPlan)] }), closed(month))
        .reason,
    )
  assert.deepEqual(at('2022-05', '50.9', '100'), ['50.9', '-9.2'])
  // From the rounded 97.2 it would be 13.9.
  assert.deepEqual(at('2022-10', '629.0', '647.4'), ['97.2', '-13.8'])
  assert.deepEqual(at('2025-04', '21.01', '98.5'), ['21.3', '12'])
  assert.deepEqual(at('2025-04', '1.15', '17.2'), ['6.7', '26.6'])
  assert.deepEqual(at('2025-04', '19.86', '81.3'), ['24.4', '8.9'])
  assert.deepEqual(at('2022-05', '213', '1000'), ['21.3', '20.4'])
})

test('bounds are exact: from 10 is yellow, just over 30 is red, and a hair’s breadth decides', () => {
  const light = (yearDone: string, plan = '120') =>
    told(points, { months: [done('2022-06', yearDone, plan)] }, closed('2022-06')).light
  assert.equal(light('60'), 'green')
  assert.equal(light('48.000001'), 'green')
  assert.equal(light('48'), 'yellow')
  assert.equal(light('24'), 'yellow')
  assert.equal(light('23.999999'), 'red')
  // A third of a plan has no end as a decimal: 1/3 less 1/3 is nought all the same.
  assert.equal(
    told({ ...points, yellow: over('0') }, { months: [done('2022-04', '1', '3')] }, closed('2022-04')).light,
    'green',
  )
})

test('short of the time-proportional plan by percent; two yellow months reported in a row are red', () => {
  const percent: InvestmentPart = {
    ...points,
    measure: 'percent',
    yellow: over('0'),
    red: over('50'),
    inARow: 2,
  }
  const light = (months: Figures['months'], month = '2022-06', today = '2023-06-15') =>
    told(percent, { months }, { month, today })
  assert.equal(light([done('2022-06', '60', '120')]).light, 'green')
  const yellow = light([done('2022-06', '30', '120')])
  assert.deepEqual(
    [yellow.light, yellow.code === 'investmentShort' && [yellow.short, yellow.due, yellow.months]],
    ['yellow', ['50', '60', null]],
  )
  assert.equal(light([done('2022-06', '29.9', '120')]).light, 'red')
  const row = light([done('2022-06', '59', '120'), done('2022-05', '49', '120')])
  assert.deepEqual([row.light, row.code === 'investmentShort' && row.months], ['red', 2])
  assert.equal(light([done('2022-06', '59', '120'), done('2022-05', '50', '120')]).light, 'yellow')
  // A month without a report breaks the row, and one report looked at twice makes none.
  assert.equal(light([done('2022-06', '59', '120'), done('2022-04', '1', '120')]).light, 'yellow')
  assert.equal(light([done('2022-05', '49', '120')], '2022-06', '2022-06-10').light, 'yellow')
  // Over the turn of the year each month has its own plan.
  assert.equal(light([done('2022-01', '9', '120'), done('2021-12', '900', '1000')], '2022-01').light, 'red')
})

test('a report too old, of another year or without a plan is no answer, and the figure missing is named', () => {
  const told2 = (months: Figures['months'], month = '2022-06') => told(points, { months }, closed(month))
  assert.deepEqual(told2([]), { light: 'grey', code: 'missing', figure: 'yearDone', month: '2022-06' })
  assert.equal(told2([done('2022-05', '10')]).light, 'red')
  assert.equal(told2([done('2022-04', '10')]).light, 'grey')
  assert.equal(told2([done('2021-12', '10')], '2022-01').light, 'grey')
  assert.equal(told2([done('2022-07', '10')]).light, 'grey')
  const noPlan = { light: 'grey', code: 'missing', figure: 'annualPlan', month: '2022-06' }
  assert.deepEqual(told2([done('2022-06', '10', null)]), noPlan)
  assert.deepEqual(told2([done('2022-06', '10', '0')]), noPlan)
  // The plan written in January holds until another is written.
  assert.equal(told2([done('2022-01', null, '100'), done('2022-06', '50', null)]).light, 'green')
  assert.equal(
    told2([done('2022-01', null, '100'), done('2022-03', null, '200'), done('2022-06', '50', null)]).light,
    'yellow',
  )
})

test('milestones by days late of their plan; what is done, passed or to come is not late', () => {
  const part: Part = { kind: 'milestone', milestones: [], yellow: over('0'), red: over('30') }
  const light = (milestones: MilestoneFigures[], moment: Moment) => told(part, { milestones }, moment)
  const may: Moment = { month: '2022-05', today: '2022-05-20' }
  assert.deepEqual(light([milestone('started', '2022-05-20')], may), {
    ...{ light: 'green', code: 'onPlan', milestone: 'started', plan: '2022-05-20' },
  })
  assert.deepEqual(light([milestone('started', '2022-05-19'), milestone('completed', '2022-04')], may), {
    ...{
      light: 'yellow',
      code: 'milestoneLate',
      milestone: 'completed',
      plan: '2022-04',
      days: 20,
      others: 1,
    },
  })
  assert.equal(light([milestone('started', '2022-04-20')], may).light, 'yellow')
  assert.equal(light([milestone('started', '2022-04-19')], may).light, 'red')
  assert.equal(light([milestone('started', '2022-04-01', '2022-05')], may).light, 'green')
  assert.equal(light([milestone('started', '2022-04-01', '2022-06')], may).light, 'red')
  assert.equal(light([milestone('signed', '2021-01-01', null, true)], may).light, 'green')
  assert.deepEqual(light([milestone('started', null)], may), {
    light: 'grey',
    code: 'missing',
    figure: 'planDates',
  })
  const chosen = { ...part, milestones: ['completed'] }
  assert.equal(told(chosen, { milestones: [milestone('started', '2021-01')] }, may).light, 'grey')
  // A month planned for and gone by is one day late as it ends.
  const late = light([milestone('started', '2022-05')], closed('2022-05'))
  assert.deepEqual([late.light, late.code === 'milestoneLate' && late.days], ['yellow', 1])
})

test('months in a row: planned and not started is the first, the third is red', () => {
  const part: Part = { kind: 'overdueMonths', milestones: ['started'], yellow: from('1'), red: from('3') }
  const light = (month: string, today: string, actual: string | null = null) => {
    const one = told(part, { milestones: [milestone('started', '2022-03', actual)] }, { month, today })
    return [one.light, one.code === 'monthsOverdue' ? one.months : 0]
  }
  assert.deepEqual(light('2022-03', '2022-03-31'), ['green', 0])
  assert.deepEqual(light('2022-03', '2022-04-01'), ['yellow', 1])
  assert.deepEqual(light('2022-05', '2022-05-31'), ['yellow', 2])
  assert.deepEqual(light('2022-05', '2022-06-01'), ['red', 3])
  assert.deepEqual(light('2022-05', '2022-06-01', '2022-05-30'), ['green', 0])
})

test('statistics: over one month since the start is yellow, over two is red', () => {
  const part: Part = { kind: 'statistics', yellow: over('1'), red: over('2') }
  const light = (today: string, entered: string | null = null) => {
    const milestones = [
      milestone('started', null, '2022-01-31', true),
      milestone('statEntered', null, entered, true),
    ]
    const one = told(part, { milestones }, { month: today.slice(0, 7), today })
    return [one.light, one.code === 'statOpen' ? one.months : one.code]
  }
  assert.deepEqual(light('2022-02-28'), ['green', 1])
  assert.deepEqual(light('2022-03-01'), ['yellow', 1])
  assert.deepEqual(light('2022-03-31'), ['yellow', 2])
  assert.deepEqual(light('2022-04-01'), ['red', 2])
  assert.deepEqual(light('2022-04-01', '2022-03-20'), ['green', 'statEntered'])
  const none = (milestones: MilestoneFigures[]) => told(part, { milestones }, closed('2022-05'))
  assert.deepEqual(none([]), { light: 'grey', code: 'notStarted' })
  assert.deepEqual(none([milestone('started', null, null, true)]), {
    light: 'grey',
    code: 'missing',
    figure: 'startDate',
  })
})

const ouhai: MonthTaskPart = {
  kind: 'monthTask',
  milestones: [],
  missed: 'red',
  madeGood: 'yellow',
  inARow: null,
}

test('瓯海: done in the month is green, made good in the next turns it yellow, else it stays red', () => {
  const light = (actual: string | null, month: string, today: string) => {
    const one = told(ouhai, { milestones: [milestone('toppedOut', '2022-05-20', actual)] }, { month, today })
    return [one.light, one.code]
  }
  assert.deepEqual(light('2022-04-30', '2022-05', '2022-06-01'), ['green', 'taskDone'])
  assert.deepEqual(light(null, '2022-05', '2022-05-31'), ['green', 'taskOpen'])
  assert.deepEqual(light(null, '2022-05', '2022-06-01'), ['red', 'taskMissed'])
  assert.deepEqual(light('2022-06-10', '2022-05', '2022-06-11'), ['yellow', 'taskMadeGood'])
  assert.deepEqual(light('2022-07-01', '2022-05', '2022-07-02'), ['red', 'taskMissed'])
  // The month after: owed, then made good.
  assert.deepEqual(light(null, '2022-06', '2022-06-09'), ['red', 'taskMissed'])
  assert.deepEqual(light('2022-06-10', '2022-06', '2022-06-11'), ['yellow', 'taskMadeGood'])
  assert.deepEqual(light('2022-06-10', '2022-07', '2022-07-02'), ['green', 'onPlan'])
})

test('瓯海: a task in the office’s own words is judged like a milestone of its month', () => {
  const light = (actual: string | null, month: string, today: string) => {
    const tasks = [{ kind: '3号厂房结顶', plan: '2022-05', actual, isPassed: false }]
    const one = told(ouhai, { milestones: [], tasks }, { month, today })
    return [one.light, one.code]
  }
  assert.deepEqual(light('2022-05-31', '2022-05', '2022-06-01'), ['green', 'taskDone'])
  assert.deepEqual(light(null, '2022-05', '2022-05-31'), ['green', 'taskOpen'])
  assert.deepEqual(light(null, '2022-05', '2022-06-01'), ['red', 'taskMissed'])
  assert.deepEqual(light('2022-06-10', '2022-06', '2022-06-11'), ['yellow', 'taskMadeGood'])
  const other: Part = { kind: 'milestone', milestones: [], yellow: null, red: over('0') }
  const tasks = [{ kind: '3号厂房结顶', plan: '2022-05', actual: null, isPassed: false }]
  assert.equal(told(other, { milestones: [], tasks }, closed('2022-05')).light, 'grey', 'no milestone')
})

test('三亚: a month’s task missed is yellow, two months in a row are red', () => {
  const part: MonthTaskPart = { ...ouhai, missed: 'yellow', madeGood: null, inARow: 2 }
  const light = (month: string, today: string) => {
    const one = told(part, { milestones: [milestone('toppedOut', '2022-05-20')] }, { month, today })
    return [one.light, one.code === 'taskMissed' ? one.months : 0]
  }
  assert.deepEqual(light('2022-05', '2022-06-01'), ['yellow', 1])
  assert.deepEqual(light('2022-06', '2022-06-30'), ['yellow', 1])
  assert.deepEqual(light('2022-06', '2022-07-01'), ['red', 2])
})

test('funds: below what is due is red, and nobody’s figure is grey', () => {
  const part: Part = { kind: 'funds', yellow: null, red: over('0') }
  const light = (funds: Figures['funds']) => told(part, { funds }, closed('2022-05')).light
  assert.deepEqual(
    [
      light({ due: '100', paid: '100' }),
      light({ due: '100', paid: '99.99' }),
      light(null),
      light({ due: '0', paid: '0' }),
    ],
    ['green', 'red', 'grey', 'grey'],
  )
})

test('a project that rests has no light', () => {
  const verdict = judge({ parts: [ouhai] }, figures({ standing: 'onHold' }), closed('2022-05'))
  assert.deepEqual(verdict, { light: 'grey', reason: { code: 'halted', standing: 'onHold' }, parts: [] })
})
