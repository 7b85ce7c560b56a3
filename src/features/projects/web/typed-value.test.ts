import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type When, whenText } from '../../../shared/when.ts'
import { fieldByKey, fields } from '../fields.ts'
import { toStored, usualUnit } from '../shown-units.ts'
import { corpsOf } from './corps-names.ts'
import { valueText } from './field-words.ts'
import { parseTyped } from './typed-value.ts'

const corps = corpsOf([
  { id: 'c1', name: '市北兵团' },
  { id: 'c2', name: '桥南兵团' },
  { id: 'c3', name: '桥北兵团' },
])
const of = (key: string) => {
  const field = fieldByKey.get(key)
  assert.ok(field)
  return field
}
const typed = (key: string, text: string, unit = usualUnit(of(key))) =>
  parseTyped(of(key), text, { t: (message) => message, corps, unit, year: 2022 })
const value = (key: string, text: string) => {
  const read = typed(key, text)
  return read.ok ? read.value : read.message
}

test('an amount without a unit is in the unit of its column; with one, in its own', () => {
  assert.equal(value('totalInvestment', '12.5'), '125000')
  assert.equal(value('totalInvestment', '5000万'), '5000')
  assert.equal(value('expectedTax', '1.5亿'), '15000')
  assert.equal(value('expectedTax', '800'), '800')
  assert.equal(value('landArea', '100'), '66666.6667')
  assert.equal(value('foreignCapital', '300万美元'), '300')
  assert.equal(value('totalInvestment', '52000'), 'typed.doubtfulUnit')
  assert.equal(value('totalInvestment', '3-5亿'), 'typed.range')
  assert.equal(value('totalInvestment', '三亿多吧'), 'typed.notNumber')
})

test('what an import would ask about or point at is refused with a sentence, not taken', () => {
  for (const vague of ['三百多', '三亿多', '约3亿', '3亿左右', '大概300', '300余万', '3亿以上', '预计3亿'])
    assert.equal(value('totalInvestment', vague), 'typed.inexact', vague)
  assert.equal(value('expectedTax', '三百多'), 'typed.inexact')
  assert.equal(value('landArea', '约20亩'), 'typed.inexact')
  assert.equal(value('totalInvestment', '99999亿'), 'typed.implausible')
  assert.equal(value('totalInvestment', '4999亿'), '49990000')
  for (const key of ['totalInvestment', 'landArea', 'floorArea', 'foreignCapital', 'annualPlan', 'totalDone'])
    assert.equal(value(key, '-5'), 'typed.negative', key)
  assert.equal(value('totalInvestment', '-5亿'), 'typed.negative')
  assert.equal(value('monthDone', '-5'), '-5')
  assert.equal(value('yearDone', '-300万'), '-300')
})

test('dates are typed as offices write them, with their precision', () => {
  assert.equal(value('signed.actual', '2022.3.5'), '2022-03-05')
  assert.equal(value('started.plan', '2022年3月上旬'), '2022-03-T1')
  assert.equal(value('started.plan', '一季度'), '2022-Q1')
  assert.equal(value('started.plan', '2022-02-30'), 'typed.noSuchDay')
  assert.equal(value('started.plan', '/'), null)
})

test('choices are typed in either language, corps by a part of the name that is theirs alone', () => {
  assert.equal(value('stage', '签约'), 'signed')
  assert.equal(value('stage', 'Signed'), 'signed')
  assert.equal(value('stage', '已签约'), 'signed')
  assert.equal(value('stage', '签了'), 'typed.choice')
  assert.equal(value('corps', '市北'), 'c1')
  assert.equal(value('corps', '桥'), 'typed.corps')
})

test('a name cannot be emptied, other fields can', () => {
  assert.equal(value('name', '  '), 'typed.required')
  assert.equal(value('note', ' '), null)
  assert.equal(value('note', 'x'.repeat(5001)), 'typed.tooLong')
})

test('what a cell shows is read again as what it keeps, in both languages', () => {
  const language = fc.constantFrom('zh', 'en') as fc.Arbitrary<'zh' | 'en'>
  const year = fc.integer({ min: 1995, max: 2050 })
  const when = fc
    .tuple(
      year,
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom<When['precision']>('day', 'tenDays', 'month', 'quarter', 'halfYear', 'year'),
    )
    .map(([y, month, precision]) => whenText({ day: `${y}-${String(month).padStart(2, '0')}-10`, precision }))
  fc.assert(
    fc.property(language, when, (shown, kept) => {
      const read = parseTyped(of('started.plan'), valueText(of('started.plan'), kept, shown, corps), {
        t: (k) => k,
        corps,
        unit: undefined,
        year: 2022,
      })
      assert.deepEqual(read, { ok: true, value: kept })
    }),
  )
  for (const field of fields)
    for (const choice of field.choices ?? [])
      for (const shown of ['zh', 'en'] as const) assert.equal(value(field.key, choice[shown]), choice.value)
})

test('an amount said in a sentence is read again as it is kept', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.constantFrom('totalInvestment', 'expectedTax', 'landArea', 'floorArea'),
      (n, key) => {
        const field = of(key)
        // More land than 1,000 km² would be asked about.
        const kept =
          key === 'landArea' ? toStored(String((n % 1_500_000) + 1), '亩') : toStored(String(n), '万元')
        assert.deepEqual(typed(key, valueText(field, kept, 'zh', corps)), { ok: true, value: kept })
      },
    ),
  )
})
