import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fields, isEditable } from '../../projects/fields.ts'
import { computeField } from './computed.ts'
import { differencesOf, firstValues, overtaken } from './differences.ts'

test('amounts compare exactly, land to four decimals of a 亩, texts but for space', () => {
  const current = {
    totalInvestment: '1042000.00',
    landArea: '9407.0001',
    name: '甲 项目',
    problem: '缺地\n',
    stage: 'signed',
  }
  assert.deepEqual(
    differencesOf(
      { totalInvestment: '1042000', landArea: '9407', name: '甲  项目', problem: '缺地', stage: 'signed' },
      current,
      'keep',
    ),
    [],
  )
  assert.deepEqual(differencesOf({ landArea: '9408' }, current, 'keep'), [
    { field: 'landArea', from: '9407.0001', to: '9408' },
  ])
  assert.deepEqual(differencesOf({ totalInvestment: '1042000.000001' }, current, 'keep').length, 1)
})

test('blank cells keep, or clear what may be empty; computed columns never count', () => {
  const current = { name: '甲', stage: 'signed', problem: '缺地', investor: '某' }
  const blanks = { name: null, stage: null, problem: null, note: null, completionRate: '0.5' }
  assert.deepEqual(differencesOf(blanks, current, 'keep'), [])
  assert.deepEqual(differencesOf(blanks, current, 'clear'), [{ field: 'problem', from: '缺地', to: null }])
})

test('a new project says where it begins, and what of that the file does not say', () => {
  assert.deepEqual(
    firstValues({ name: '甲', note: null, standing: 'ongoing' }).map(({ field, to, assumed }) => [
      field,
      to,
      assumed,
    ]),
    [
      ['name', '甲', undefined],
      ['standing', 'ongoing', undefined],
      ['stage', 'lead', true],
    ],
  )
})

const values = fc.dictionary(
  fc.constantFrom(...fields.filter(isEditable).map((field) => field.key)),
  fc.oneof(fc.constantFrom('1', '2.5', '2022-03', 'signed', '甲'), fc.constant(null)),
)

test('once written, nothing differs; and a change under way is noticed', () => {
  fc.assert(
    fc.property(
      values,
      values,
      fc.constantFrom('keep' as const, 'clear' as const),
      (readings, current, blanks) => {
        const differences = differencesOf(readings, current, blanks)
        const after = { ...current, ...Object.fromEntries(differences.map(({ field, to }) => [field, to])) }
        assert.deepEqual(differencesOf(readings, after, blanks), [])
        assert.deepEqual(overtaken(differences, current), [])
        assert.deepEqual(overtaken(differences, after), differences)
      },
    ),
  )
})

test('computed fields as the ledger computes them', () => {
  assert.equal(
    computeField('investmentIntensity', { fixedAssetInvestment: '2570', landArea: '68506.6667' }),
    '25.01',
  )
  assert.equal(computeField('completionRate', { yearDone: '21.01', annualPlan: '98.5' }), '0.2133')
  assert.equal(computeField('taxPerMu', { expectedTax: '5', landArea: '0' }), undefined)
})
