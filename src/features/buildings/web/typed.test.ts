import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askingOf, isAreaUnread, typedArea, typedFigure, typedText } from './typed.ts'

test('figures are read as people type them, and an area is above nought', () => {
  assert.deepEqual(
    [typedFigure('９，４０７．５'), typedFigure('1, 200'), typedFigure(' ')],
    ['9407.5', '1200', null],
  )
  assert.deepEqual(['100.50', '１２', '0', '-3', 'abc', ''].map(typedArea), [
    '100.5',
    '12',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  assert.deepEqual(['33.33333', '33.3333', '1.50000', '12345678901', '1234567890'].map(typedArea), [
    undefined,
    '33.3333',
    '1.5',
    undefined,
    '1234567890',
  ])
  assert.deepEqual(['', ' ', '3', '33.33333', '约3'].map(isAreaUnread), [false, false, false, true, true])
  assert.deepEqual([typedText(' 甲 '), typedText('　')], ['甲', null])
})

test('a rent asked by the month takes the place of one by the day', () => {
  assert.deepEqual(askingOf('45', '2'), { askingRent: '45', askingRentUnit: 'month' })
  assert.deepEqual(askingOf(undefined, '2'), { askingRent: '2', askingRentUnit: 'day' })
  assert.deepEqual(askingOf(null, undefined), { askingRent: null, askingRentUnit: null })
  assert.deepEqual(askingOf(undefined, undefined), {})
})
