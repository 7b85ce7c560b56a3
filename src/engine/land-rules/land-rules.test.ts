import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareDecimal, type Decimal } from '../../shared/decimal.ts'
import { contradictionsIn } from './contradictions.ts'
import { judgeRule } from './judge.ts'
import type { IndicatorRule, IndustryRule, LandRule, Offer } from './rule.ts'
import { areAlike, compareQuantities, inUnit, type Quantity, type Unit, units } from './units.ts'

const common = { id: 'r', checkStage: 'fullCapacity', source: '示例' } as const
const rule = (more: Partial<IndicatorRule> = {}): IndicatorRule => ({
  ...common,
  kind: 'indicator',
  indicator: 'fixedInvestIntensity',
  operator: 'atLeast',
  value: '25',
  unit: '万元/亩',
  ...more,
})
const industry = (allow: string[], forbid: string[] = []): IndustryRule => ({
  ...common,
  kind: 'industry',
  allow,
  forbid,
})
const all = ['C2511', 'C2611', 'C3411', 'C3511', 'C3611', 'C3811', 'C3841', 'C3911', 'C4011']
const leaves = (named: string) => {
  const [from = '', to = from] = named.split('–')
  return new Set(all.filter((leaf) => leaf.slice(0, from.length) >= from && leaf.slice(0, to.length) <= to))
}
const offer = (figure?: Quantity, more: Partial<Offer> = {}): Offer => ({
  figures: new Map(figure ? [['fixedInvestIntensity', figure]] : []),
  industry: null,
  answers: new Map(),
  ...more,
})
const judge = (one: LandRule, from: Offer) => judgeRule(one, from, leaves)

test('25 万元/亩 is 375 万元/公顷; 2,570 万元 on 102.76 亩 keeps 25 and is told as 25.01', () => {
  assert.equal(inUnit({ value: '25', unit: '万元/亩' }, '万元/公顷'), '375')
  const figure = { value: '2570', over: '102.76', unit: '万元/亩' } as const
  assert.deepEqual(judge(rule(), offer(figure)), {
    verdict: 'pass',
    offered: '25.009731',
    margin: '0.009731',
  })
  const hectare = rule({ value: '375', unit: '万元/公顷' })
  assert.equal(judge(hectare, offer(figure)).verdict, 'pass')
  assert.equal(inUnit({ value: '9407', unit: '㎡' }, '亩'), '14.1105')
  assert.equal(inUnit({ value: '1', unit: '亿元/km²' }, '万元/亩'), '6.666667')
  assert.equal(inUnit({ value: '1.5', unit: '年' }, '个月'), '18')
})

test('a quotient is compared before it is rounded', () => {
  const justUnder = { value: '74.999999999', over: '3', unit: '万元/亩' } as const
  const judged = judge(rule(), offer(justUnder))
  assert.deepEqual([judged.verdict, judged.offered], ['fail', '25'])
})

test('between holds both ends; the margin is to the nearer', () => {
  const plot = rule({ indicator: 'plotRatio', operator: 'between', value: '0.7', upTo: '1.8', unit: '1' })
  const of = (value: Decimal) =>
    judge(plot, { ...offer(), figures: new Map([['plotRatio', { value, unit: '1' }]]) })
  assert.deepEqual(
    ['0.69', '0.7', '1.5', '1.8', '2'].map((value) => [of(value).verdict, of(value).margin]),
    [
      ['fail', '-0.01'],
      ['pass', '0'],
      ['pass', '0.3'],
      ['pass', '0'],
      ['fail', '-0.2'],
    ],
  )
})

test('what is missing, or in a unit of something else, is unknown and never passed', () => {
  assert.equal(judge(rule(), offer()).verdict, 'unknown')
  assert.equal(judge(rule(), offer({ value: '999', unit: '万元/人' })).verdict, 'unknown')
  assert.equal(judge(industry(['C38']), offer()).verdict, 'unknown')
  const statement: LandRule = { ...common, kind: 'statement', text: '不得分割转让' }
  assert.equal(judge(statement, offer()).verdict, 'unknown')
  assert.equal(judge(statement, offer(undefined, { answers: new Map([['r', false]]) })).verdict, 'fail')
  assert.equal(judge(statement, offer(undefined, { answers: new Map([['r', true]]) })).verdict, 'pass')
  assert.throws(() => inUnit({ value: '1', unit: '万元/亩' }, '万元/人'), RangeError)
})

test('an industry is judged by its code, and one too wide to say is unknown', () => {
  const of = (code: string, one: IndustryRule) => judge(one, offer(undefined, { industry: code })).verdict
  const admitted = industry(['C38', 'C39'], ['C384'])
  assert.deepEqual(
    ['C3811', 'C3841', 'C40', 'C38', 'C'].map((code) => of(code, admitted)),
    ['pass', 'fail', 'fail', 'unknown', 'unknown'],
  )
  assert.equal(of('C26', industry([], ['C25'])), 'pass')
  const acrossTwo = industry([], ['C3841–C3911'])
  assert.deepEqual(
    ['C38', 'C39', 'C3811'].map((code) => of(code, acrossTwo)),
    ['unknown', 'fail', 'pass'],
  )
  assert.equal(of('C38', industry(['C381', 'C384'])), 'pass', 'all that there is of it')
})

test('rules that nobody can keep together are named', () => {
  const [low, high] = [
    rule({ id: 'low', operator: 'atMost', value: '300', unit: '万元/公顷' }),
    rule({ id: 'high' }),
  ]
  const named = (rules: LandRule[]) =>
    contradictionsIn(rules, leaves).map((one) => [one.why, ...one.rules.map(({ id }) => id)])
  assert.deepEqual(named([rule({ id: 'other', value: '10' }), low, high]), [['bounds', 'high', 'low']])
  assert.deepEqual(
    named([high, rule({ id: 'max', operator: 'atMost', value: '375', unit: '万元/公顷' })]),
    [],
  )
  const turned = rule({ id: 'turned', operator: 'between', value: '2', upTo: '1', unit: '1' })
  assert.deepEqual(named([turned]), [['bounds', 'turned']])
  assert.deepEqual(named([high, rule({ id: 'per head', unit: '万元/人' })]), [['units', 'high', 'per head']])
  const [one, other, none] = [
    { ...industry(['C38']), id: 'one' },
    { ...industry(['C26']), id: 'other' },
    { ...industry([], ['C']), id: 'none' },
  ]
  assert.deepEqual(named([one, other]), [['industry', 'one', 'other']])
  assert.deepEqual(named([one, none]), [['industry', 'one', 'none']])
  assert.deepEqual(named([one, { ...industry(['C']), id: 'wide' }]), [])
  const ranges = ['C34–C36', 'C35–C38'].map((code) => ({ ...industry([code]), id: code }))
  assert.deepEqual(named(ranges), [], 'C35 and C36 are in both')
  const closed = { ...industry(['C34–C36'], ['C34', 'C35', 'C36']), id: 'closed' }
  assert.deepEqual(named([closed]), [['industry', 'closed']])
})

const decimal = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => String(n / 1000))
const unit = fc.constantFrom(...(Object.keys(units) as Unit[]))

test('units change no comparison, and verdicts agree with the bounds', () => {
  fc.assert(
    fc.property(decimal, decimal, unit, unit, (value, limit, own, other) => {
      fc.pre(areAlike(own, other))
      const [figure, bound] = [
        { value, unit: own },
        { value: limit, unit: other },
      ]
      const order = compareQuantities(figure, bound)
      assert.equal(compareQuantities(bound, figure), order === 0 ? 0 : -order)
      const both = (['atLeast', 'atMost'] as const).map(
        (operator) => judge(rule({ operator, value: limit, unit: other }), offer(figure)).verdict,
      )
      assert.deepEqual(both, [order >= 0 ? 'pass' : 'fail', order <= 0 ? 'pass' : 'fail'])
      assert.ok(compareDecimal(inUnit(figure, own), value) === 0)
    }),
  )
})
