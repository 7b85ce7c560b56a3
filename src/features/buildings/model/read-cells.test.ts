import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, numberIn, rentUnitIn, statusIn, termIn } from './read-cells.ts'

const cell = (text: string) => ({ kind: 'text', value: text, text })

test('areas and rents are exact decimals above nought', () => {
  const read: [string, string | undefined][] = [
    ['1,234.50㎡', '1234.5'],
    ['８６．５ 平方米', '86.5'],
    ['0.8 t/㎡', '0.8'],
    ['0', undefined],
    ['-5', undefined],
    ['约300', undefined],
    ['123.456789', '123.4568'],
    ['0.00001', undefined],
  ]
  for (const [text, value] of read) assert.equal(numberIn(text, 4), value, text)
})

test('a month begins with its first day and ends with its last', () => {
  assert.deepEqual(dayIn(cell('2022.3.15'), 'first'), { day: '2022-03-15', isExact: true })
  assert.deepEqual(dayIn(cell('2022年3月'), 'first'), { day: '2022-03-01', isExact: false })
  assert.deepEqual(dayIn(cell('2024年2月'), 'last'), { day: '2024-02-29', isExact: false })
  assert.equal(dayIn(cell('长期'), 'last'), undefined)
  assert.deepEqual(dayIn(cell('9999-12-31'), 'last'), { day: '9999-12-31', isExact: true })
  assert.equal(dayIn(cell('1202-03-01'), 'first'), undefined, 'a slip of the keyboard')
})

test('a term in one cell has two ends', () => {
  for (const text of [
    '2021.3.1-2024.2.29',
    '2021-03-01至2024-02-29',
    '2021/3/1—2024/2/29',
    '2021年3月1日～2024年2月29日',
  ]) {
    const ends = termIn(text)
    assert.deepEqual(
      ends && [dayIn(ends[0], 'first')?.day, dayIn(ends[1], 'last')?.day],
      ['2021-03-01', '2024-02-29'],
      text,
    )
  }
  assert.equal(termIn('三年'), undefined)
})

test('a rent is by the month or the day of a ㎡, or is none of one', () => {
  assert.equal(rentUnitIn('租金（元/㎡·月）'), 'month')
  assert.equal(rentUnitIn('1.5元/平方米/天'), 'day')
  assert.equal(rentUnitIn('租金（万元/年）'), 'whole')
  assert.equal(rentUnitIn('租金（元/月）'), 'whole')
  assert.equal(rentUnitIn('租金'), undefined)
})

test('a status is read by what it says, not by the word in it', () => {
  const said = {
    已出租: 'lease',
    未出租: 'vacant',
    空置: 'vacant',
    自用: 'own_use',
    意向锁定: 'reservation',
    装修中: 'not_ready',
  }
  for (const [text, state] of Object.entries(said)) assert.equal(statusIn(text), state, text)
  assert.equal(statusIn('？？'), undefined)
})
