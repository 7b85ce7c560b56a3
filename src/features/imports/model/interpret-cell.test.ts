import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AmountUnit } from '../../../engine/ledger/amounts.ts'
import type { Cell } from '../../../formats/workbook.ts'
import { isDecimal } from '../../../shared/decimal.ts'
import { parseWhen } from '../../../shared/when.ts'
import { fieldByKey, fields, isEditable } from '../../projects/fields.ts'
import { interpretCell, interpretOnce } from './interpret-cell.ts'

const context = (unit?: AmountUnit, now = '2022-03-10') => ({
  unit,
  period: '2022-02',
  now: new Date(now),
  year: 2022,
  corps: [{ id: 'c', name: '市北兵团' }],
  numbersAsText: false,
})
const text = (value: string): Cell => ({ kind: 'text', value, text: value })
/** `value` where it is taken, ∅ where it is blank, ? where it is asked; then the issues. */
const read = (key: string, cell: string | Cell, unit?: AmountUnit, now?: string) => {
  const { value, issues } = interpretCell(
    fieldByKey.get(key) ?? assert.fail(key),
    typeof cell === 'string' ? text(cell) : cell,
    context(unit, now),
  )
  return [
    value === undefined ? '?' : (value ?? '∅'),
    ...issues.map(
      (issue) =>
        `${issue.severity} ${issue.code}${issue.suggestions.length ? ` ${issue.suggestions.join(' ')}` : ''}`,
    ),
  ].join(' | ')
}

test('amounts: the cell’s own unit, its column’s, and what cannot be known', () => {
  assert.equal(read('totalInvestment', '104.2', '亿元'), '1042000')
  assert.equal(read('totalInvestment', '5000万元', '亿元'), '5000')
  assert.equal(read('totalInvestment', '5'), '? | question unit_assumed 5 50000 0.0005')
  assert.equal(read('totalInvestment', '约5亿'), '50000 | warning approximate_amount')
  assert.equal(read('totalInvestment', '5-8亿元'), '? | question amount_range 50000 80000')
  assert.equal(read('totalInvestment', '2000万美元', '亿元'), '? | question wrong_currency')
  assert.equal(read('totalInvestment', '-5', '亿元'), '? | question implausible_amount 50000')
  assert.match(read('landArea', '-20', '亩'), /^\? \| question implausible_amount 13333\.3333/)
  assert.equal(read('monthDone', '-300', '万元'), '-300 | warning implausible_amount')
  assert.equal(read('yearDone', '(300)', '万元'), '-300 | warning implausible_amount')
  assert.match(read('totalDone', '-300', '万元'), /^\? \| question implausible_amount/)
  assert.equal(read('totalInvestment', '待定', '亿元'), '∅ | note undecided')
  assert.equal(read('totalInvestment', '—', '亿元'), '∅')
  assert.equal(read('totalInvestment', '面议', '亿元'), '? | question not_an_amount')
  assert.equal(read('landArea', '14.1105', '亩'), '9407')
  assert.equal(read('landArea', '9407㎡', '亩'), '9407')
  assert.equal(read('landArea', '50'), '? | question unit_assumed 33333.3333 50 500000')
})

test('dates: what is planned is no fact, and what has not come is asked about', () => {
  assert.equal(read('started.plan', '拟2022年6月'), '2022-06')
  assert.equal(read('started.actual', '2022.3.5'), '2022-03-05 | warning actual_in_future')
  // What is to come by the calendar is not even offered; what has come since may have been meant.
  for (const [when, meant] of [
    ['拟2022年6月', '2022-06'],
    ['2022.5', '2022-05'],
  ] as const) {
    assert.equal(read('started.actual', when), '? | question actual_in_future')
    assert.equal(
      read('started.actual', when, undefined, '2022-07-01'),
      `? | question actual_in_future ${meant}`,
    )
  }
  assert.equal(read('started.actual', '2022.3.11'), '? | question actual_in_future')
  assert.equal(read('started.actual', '2022.3.10'), '2022-03-10 | warning actual_in_future')
  assert.equal(read('started.actual', '2022.2.20', undefined, '2022-02-15'), '? | question actual_in_future')
  assert.equal(read('started.plan', '2022.5'), '2022-05')
  assert.equal(read('period', '2022年3月'), '2022-03')
  for (const month of ['2022年4月', '9999-12', '0000-01'])
    assert.match(read('period', month), /^\? \| question/, month)
  assert.equal(read('started.actual', '2022年'), '2022')
  assert.equal(read('started.plan', '3月底'), '2022-03-T3 | warning year_assumed | note approximate_date')
  assert.equal(read('signed.actual', '12月15日'), '? | question no_year 2021-12-15')
  assert.equal(read('signed.actual', '2022-02-30'), '? | question no_such_day 2022-02-28 2022-02')
  assert.equal(read('signed.actual', '2021.3或2021.5'), '? | question several_dates 2021-03 2021-05')
  assert.equal(read('signed.actual', '待定'), '∅ | note undecided')
  assert.equal(
    read('signed.actual', { kind: 'date', value: '2022-01-05', text: '2022/1/5', format: 'yyyy/m/d' }),
    '2022-01-05',
  )
  assert.equal(
    read('signed.actual', { kind: 'number', value: 2021.1, text: '2021.1' }),
    '? | question ambiguous_date 2021-01 2021-10',
  )
  assert.equal(
    read('signed.actual', { kind: 'number', value: 2021.1, text: '2021.1', format: '0.00' }),
    '2021-10',
  )
})

test('texts are kept as written, but for space; words for nothing are blank', () => {
  assert.equal(read('name', ' 传化年产68万吨\n有机硅  项目 '), '传化年产68万吨有机硅 项目')
  assert.equal(read('name', 'Zhejiang\nUniversity'), 'Zhejiang University')
  assert.equal(read('problem', '一、缺地  \n\n\n二、缺电\u0000'), '一、缺地\n\n二、缺电')
  assert.equal(read('nextStep', '待供地后开工'), '待供地后开工')
  assert.equal(read('problem', '无'), '∅')
  assert.equal(read('problem', '暂无'), '∅ | note undecided')
  assert.equal(read('investor', '某'.repeat(301)), '? | question too_long')
  assert.equal(read('scope', '某'.repeat(301)), '某'.repeat(301))
})

test('codes, corps and cells that hold no value', () => {
  assert.equal(read('code', '２２０２－330109－04－01－123456'), '2202-330109-04-01-123456')
  assert.equal(read('code', 'XS-001'), 'XS-001 | warning doubtful_code')
  assert.equal(
    read('code', { kind: 'number', value: 2.20233010904011e19, text: '22023301090401100000' }),
    '? | question doubtful_code',
  )
  assert.equal(read('corps', '江东兵团'), '? | question unknown_corps c')
  assert.equal(
    read('totalInvestment', { kind: 'error', value: '#REF!', text: '#REF!' }, '亿元'),
    '? | question error_cell',
  )
  assert.equal(
    read('totalInvestment', { kind: 'blank', value: null, text: '', formula: 'A1*2' }, '亿元'),
    '? | question formula_without_value',
  )
  assert.equal(read('light', '无'), 'grey')
  assert.equal(
    read('totalInvestment', { kind: 'number', value: 5, text: '5', note: '含二期' }, '亿元'),
    '50000 | note cell_note',
  )
})

const words = fc
  .array(
    fc.constantFrom(
      '2022',
      '年',
      '3',
      '月',
      '.',
      '-',
      '亿元',
      '万',
      '约',
      '拟',
      '底',
      '亩',
      '%',
      '待定',
      '签约',
      '市北',
      '5',
      ' ',
      '\n',
      '、',
      '#REF!',
      '（',
      '）',
      '美元',
      '\u0000',
      '😀',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
const cells = fc.oneof(words, fc.string()).map(text)

test('whatever a cell holds: a value is storable, and what is left out is asked about', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fields.filter(isEditable)),
      cells,
      fc.constantFrom<AmountUnit | undefined>(undefined, '亿元', '万元', '亩', '㎡'),
      (field, cell, unit) => {
        const { value, issues } = interpretCell(field, cell, context(unit))
        if (value === undefined) assert.ok(issues.some((issue) => issue.severity === 'question'))
        // A mask is kept until its project answers for it.
        else
          assert.ok(
            issues.every(({ severity, code }) => severity !== 'question' || code === 'mask_unmatched'),
          )
        for (const kept of [
          ...(typeof value === 'string' ? [value] : []),
          ...issues.flatMap((issue) => [issue.value, ...issue.suggestions]),
        ]) {
          assert.ok(kept.isWellFormed() && !kept.includes('\0'))
        }
        if (typeof value !== 'string') return
        assert.notEqual(value.trim(), '')
        if (['money', 'foreign', 'area', 'floorArea'].includes(field.kind)) assert.ok(isDecimal(value), value)
        if (field.kind === 'when') assert.ok(parseWhen(value), value)
        if (field.kind === 'choice') assert.ok(field.choices?.some((choice) => choice.value === value))
      },
    ),
    { numRuns: 2000 },
  )
})

test('cells that say the same are read the same', () => {
  const known = new Map()
  const field = fieldByKey.get('signed.actual') ?? assert.fail()
  fc.assert(
    fc.property(cells, (cell) =>
      assert.deepEqual(interpretOnce(known, field, cell, context()), interpretCell(field, cell, context())),
    ),
  )
})

test('industries: by code or name; a code that is none is taken and told, what is unclear is asked', () => {
  assert.equal(read('industryCode', '3812'), '3812')
  assert.equal(read('industryCode', 'C381'), '381')
  assert.equal(read('industryCode', '1373 水果和坚果加工'), '1373')
  assert.equal(read('industryCode', { kind: 'number', value: 3812, text: '3812' }), '3812')
  assert.equal(
    read('industryCode', { kind: 'number', value: 111, text: '111' }),
    '? | question unknown_industry 111 0111',
  )
  assert.equal(read('industryCode', 'C3810'), 'C3810 | warning no_such_industry 381')
  assert.equal(read('industryCode', '1372 水果和坚果加工'), '? | question industry_differs 1373 1372')
  assert.equal(read('industryCode', '高端装备'), '? | question unknown_industry')
  assert.equal(read('industryCode', '—'), '∅')
  assert.equal(read('industryCode', '待定'), '∅ | note undecided')
})
