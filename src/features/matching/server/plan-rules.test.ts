import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LandRule } from '../../../engine/land-rules/rule.ts'
import { checkOf } from '../../../engine/matching/check.ts'
import { wholePlace } from '../../../engine/matching/place.ts'
import type { Parcel } from '../../../engine/matching/space.ts'
import type { StoredSet } from '../../preconditions/server/queries.ts'
import { type Promised, planRules } from './plan-rules.ts'

const common = { checkStage: 'fullCapacity', source: '公告' } as const
const figure = (indicator: string, value: string, unit: string, more: object = {}) =>
  ({
    ...common,
    id: indicator,
    kind: 'indicator',
    indicator,
    operator: 'atLeast',
    value,
    unit,
    ...more,
  }) as LandRule
const setOf = (...rules: LandRule[]): StoredSet => ({
  ...{
    id: 's',
    name: '条件',
    preset: null,
    everywhere: true,
    source: '公告',
    revision: 1,
    parcels: [],
    rules,
  },
})
const parcel: Parcel = {
  ...{
    kind: 'parcel',
    id: 'p',
    areaM2: 10_000,
    readyOn: null,
    position: null,
    figures: {},
    reservations: [],
  },
  ...{ neighbours: [], leastPartM2: null },
}

/** What becomes of one project on 15 亩. */
function standings(rules: LandRule[], line: Record<string, string>, promised: Promised = []) {
  const made = planRules([setOf(...rules)], ['p'], [{ line: { ...line, id: 'x' }, promised }])
  const project = {
    ...{ id: 'x', corps: '', gain: 0, partners: [] },
    figures: { tax: line['expectedTax'] ? Number(line['expectedTax']) : null, ...made.figures.get('x') },
    need: {
      ...{ kinds: [], areaM2: 1, leastM2: 1, mostM2: 1, on: '2026-01-01', latestOn: null, days: null },
      ...{ loadTPerM2: null, heightM: null },
    },
  }
  return made.rules
    .filter(({ projects }) => projects === null || projects.includes('x'))
    .map((rule) => checkOf(rule, project, wholePlace([parcel], null)).standing)
}

test('tax by the mu is the ledger’s total on that very place, in whatever unit the rule has, to the last digit', () => {
  assert.deepEqual(standings([figure('taxPerMu', '40', '万元/亩')], { expectedTax: '600' }), ['pass'])
  assert.deepEqual(standings([figure('taxPerMu', '600', '元/㎡')], { expectedTax: '600' }), ['pass'])
  assert.deepEqual(standings([figure('taxPerMu', '600', '万元/公顷')], { expectedTax: '600' }), ['pass'])
  assert.deepEqual(standings([figure('taxPerMu', '600.01', '万元/公顷')], { expectedTax: '600' }), ['fail'])
  assert.deepEqual(standings([figure('taxPerMu', '40', '万元/亩')], {}), ['unknown'])
})

test('a promise goes before the ledger; what nobody promised is unknown', () => {
  const promised = [{ indicator: 'taxPerMu', value: '30', unit: '万元/亩' }] as const
  assert.deepEqual(standings([figure('taxPerMu', '40', '万元/亩')], { expectedTax: '900' }, promised), [
    'fail',
  ])
  assert.deepEqual(standings([figure('labourProductivity', '20', '万元/人')], {}), ['unknown'])
  const people = [{ indicator: 'labourProductivity', value: '250000', unit: '元/人' }] as const
  assert.deepEqual(standings([figure('labourProductivity', '20', '万元/人')], {}, people), ['pass'])
})

test('between two bounds is two rules of one name', () => {
  const rule = figure('plotRatio', '1.2', '1', { operator: 'between', upTo: '2' })
  const ratio = (value: string) => standings([rule], {}, [{ indicator: 'plotRatio', value, unit: '1' }])
  assert.deepEqual(
    [ratio('1.1'), ratio('1.2'), ratio('2'), ratio('2.1')],
    [
      ['fail', 'pass'],
      ['pass', 'pass'],
      ['pass', 'pass'],
      ['pass', 'fail'],
    ],
  )
})

test('an industry is admitted, not admitted, or not known where the code is wider than the rule', () => {
  const rule: LandRule = { ...common, id: 'i', kind: 'industry', allow: ['C381'], forbid: ['C3812'] }
  const of = (industryCode: string) => standings([rule], { industryCode })
  assert.deepEqual(
    [of('3811'), of('3812'), of('3411'), of('381'), of('')],
    [['pass'], ['fail'], ['fail'], ['unknown'], ['unknown']],
  )
})
