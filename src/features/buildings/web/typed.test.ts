import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askingOf, typedArea, typedFigure, typedText } from './typed.ts'

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
  assert.deepEqual([typedText(' 甲 '), typedText('　')], ['甲', null])
})

test('a rent asked by the month takes the place of one by the day', () => {
  assert.deepEqual(askingOf('45', '2'), { askingRent: '45', askingRentUnit: 'month' })
  assert.deepEqual(askingOf(undefined, '2'), { askingRent: '2', askingRentUnit: 'day' })
  assert.deepEqual(askingOf(null, undefined), { askingRent: null, askingRentUnit: null })
  assert.deepEqual(askingOf(undefined, undefined), {})
})
