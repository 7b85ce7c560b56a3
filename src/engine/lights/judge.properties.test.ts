import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, monthOf } from '../../shared/days.ts'
import type { Figures, Moment } from './figures.ts'
import { judge } from './judge.ts'
import { worstOf } from './limits.ts'
import type { Light, LightRule, Limit, Part } from './rule.ts'

const badness: Record<Light, number> = { grey: 0, green: 1, yellow: 2, red: 3 }
const kinds = ['signed', 'started', 'statEntered', 'completed']

const anyDay = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2020-01-01', days))
const anyMonth = anyDay.map(monthOf)
const anyWhen = fc.oneof(
  anyDay,
  anyMonth,
  anyMonth.map((month) => `${month.slice(0, 4)}-Q2`),
)
const anyAmount = fc.integer({ min: -1000, max: 200_000 }).map((cents) => (cents / 100).toString())
const anyFigures: fc.Arbitrary<Figures> = fc.record({
  standing: fc.constant('ongoing'),
  milestones: fc
    .tuple(
      ...kinds.map((kind) =>
        fc.record({
          kind: fc.constant(kind),
          plan: fc.option(anyWhen),
          actual: fc.option(anyWhen),
          isPassed: fc.boolean(),
        }),
      ),
    )
    .map((all) => [...all]),
  months: fc.uniqueArray(
    fc.record({ month: anyMonth, annualPlan: fc.option(anyAmount), yearDone: fc.option(anyAmount) }),
    { selector: ({ month }) => month, maxLength: 20 },
  ),
  tasks: fc.array(
    fc.record({
      kind: fc.string({ minLength: 1 }),
      plan: anyMonth,
      actual: fc.option(anyDay),
      isPassed: fc.constant(false),
    }),
    { maxLength: 5 },
  ),
  funds: fc.option(fc.record({ due: anyAmount, paid: anyAmount })),
})
const anyMoment: fc.Arbitrary<Moment> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 90 }))
  .map(([day, later]) => ({ month: monthOf(day), today: addDays(day, later) }))
const limit = (most: number): fc.Arbitrary<Limit> =>
  fc.record({ op: fc.constantFrom('over', 'from'), value: fc.integer({ min: 0, max: most }).map(String) })
const limits = (most: number) => ({ yellow: fc.option(limit(most)), red: fc.option(limit(most)) })
const chosen = fc.subarray(kinds)
const inARow = fc.option(fc.integer({ min: 2, max: 4 }))
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  fc.record({ kind: fc.constant('milestone' as const), milestones: chosen, ...limits(90) }),
  fc.record({ kind: fc.constant('overdueMonths' as const), milestones: chosen, ...limits(6) }),
  fc.record({
    kind: fc.constant('investment' as const),
    measure: fc.constantFrom('points' as const, 'percent' as const),
    monthsOld: fc.integer({ min: 0, max: 3 }),
    inARow,
    ...limits(60),
  }),
  fc.record({ kind: fc.constant('statistics' as const), ...limits(6) }),
  fc.record({ kind: fc.constant('funds' as const), ...limits(60) }),
  fc.record({
    kind: fc.constant('monthTask' as const),
    milestones: chosen,
    missed: fc.constantFrom('yellow' as const, 'red' as const),
    madeGood: fc.constantFrom('yellow' as const, null),
    inARow,
  }),
)
const anyRule: fc.Arbitrary<LightRule> = fc.record({
  parts: fc.array(anyPart, { minLength: 1, maxLength: 4 }),
})

test('a light is the worst of its known parts and says why by one that has it', () => {
  fc.assert(
    fc.property(anyRule, anyFigures, anyMoment, (rule, figures, moment) => {
      const { light, reason, parts } = judge(rule, figures, moment)
      assert.equal(light, worstOf(parts.map((part) => part.light)))
      assert.ok(parts.every((part) => badness[part.light] <= badness[light]))
      assert.ok(parts.some((part) => part.light === light && part.reason === reason))
      for (const part of parts)
        assert.equal(part.light === 'grey', ['missing', 'notStarted'].includes(part.reason.code))
    }),
  )
})

test('one part more never makes a light better, and none that is unknown changes it', () => {
  fc.assert(
    fc.property(anyRule, anyPart, anyFigures, anyMoment, (rule, part, figures, moment) => {
      const before = judge(rule, figures, moment).light
      const after = judge({ parts: [...rule.parts, part] }, figures, moment)
      assert.ok(badness[after.light] >= badness[before])
      if (after.parts.at(-1)?.light === 'grey') assert.equal(after.light, before)
    }),
  )
})

test('a project of which nothing is known is never green', () => {
  const nothing: Figures = { standing: 'ongoing', milestones: [], months: [], funds: null, tasks: [] }
  fc.assert(fc.property(anyRule, anyMoment, (rule, moment) => judge(rule, nothing, moment).light === 'grey'))
})

const lateParts = fc.oneof(
  fc.record({ kind: fc.constant('milestone' as const), milestones: fc.constant([]), ...limits(90) }),
  fc.record({ kind: fc.constant('overdueMonths' as const), milestones: fc.constant([]), ...limits(6) }),
)

test('a milestone that is late never looks better as days go by, nor with an earlier plan', () => {
  const days = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(lateParts, anyDay, days, days, (part, plan, late, more) => {
      const light = (planned: string, after: number) => {
        const today = addDays(plan, after)
        const milestones = [{ kind: 'started', plan: planned, actual: null, isPassed: false }]
        const figures = { standing: 'ongoing', milestones, months: [], funds: null, tasks: [] }
        return badness[judge({ parts: [part] }, figures, { month: monthOf(today), today }).light]
      }
      assert.ok(light(plan, late + more) >= light(plan, late))
      assert.ok(light(addDays(plan, -more), late) >= light(plan, late))
    }),
  )
})

test('more done never makes an investment look worse, a larger plan never better', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000 })
  const part = fc.record({
    kind: fc.constant('investment' as const),
    measure: fc.constantFrom('points' as const, 'percent' as const),
    monthsOld: fc.constant(0),
    inARow: fc.constant(null),
    ...limits(60),
  })
  fc.assert(
    fc.property(part, anyMonth, cents, cents, cents, (part, month, plan, done, more) => {
      const light = (annualPlan: number, yearDone: number) => {
        const months = [{ month, annualPlan: String(annualPlan), yearDone: String(yearDone) }]
        const figures = { standing: 'ongoing', milestones: [], months, funds: null, tasks: [] }
        return badness[judge({ parts: [part] }, figures, { month, today: '2030-01-01' }).light]
      }
      assert.ok(light(plan, done + more) <= light(plan, done))
      assert.ok(light(plan + more, done) >= light(plan, done))
    }),
  )
})

test('what happens after today changes no light', () => {
  fc.assert(
    fc.property(anyRule, anyFigures, anyMoment, (rule, figures, moment) => {
      const known = figures.milestones.map((one) =>
        one.actual !== null && one.actual.slice(0, 4) > moment.today.slice(0, 4)
          ? { ...one, actual: null }
          : one,
      )
      assert.deepEqual(judge(rule, { ...figures, milestones: known }, moment), judge(rule, figures, moment))
    }),
  )
})
