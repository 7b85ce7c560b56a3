import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areasDiffer, guessAreaUnit, proposeFields, squareMetresIn, statusOf } from './propose-fields.ts'

test('attributes are known by the names that surveys and offices use', () => {
  assert.deepEqual(
    proposeFields(['界址点数', '地块面积', '地块编号', '地块名称', '记录图形属性', '地块用途', '地类编码']),
    {
      number: '地块编号',
      name: '地块名称',
      landUse: '地块用途',
      landClass: '地类编码',
      area: '地块面积',
      status: null,
    },
  )
  assert.deepEqual(
    proposeFields(['OBJECTID', 'dkbh', 'DK_MC', 'MJ（公顷）'.replace('（公顷）', ''), 'ZT', 'SHAPE_Area']),
    {
      number: 'dkbh',
      name: 'DK_MC',
      landUse: null,
      landClass: null,
      area: 'MJ',
      status: 'ZT',
    },
  )
  assert.equal(proposeFields(['text']).name, 'text')
})

test('areas are read in their unit', () => {
  assert.equal(squareMetresIn('0.9407', 'hectare'), '9407')
  assert.equal(squareMetresIn('14.1105', 'mu'), '9407')
  assert.equal(squareMetresIn(' 9,407.00 ㎡', 'squareMetre'), '9407')
  for (const none of ['', '0', '-3', '约三亩', undefined]) assert.equal(squareMetresIn(none, 'mu'), undefined)
})

test('the unit is the one in which most figures agree with the shapes', () => {
  const pairs = (texts: string[]) => texts.map((text) => ({ text, drawnM2: '9407' }))
  assert.equal(guessAreaUnit(pairs(['0.9407', '0.94', '9'])), 'hectare')
  assert.equal(guessAreaUnit(pairs(['9407.1'])), 'squareMetre')
  assert.equal(guessAreaUnit(pairs(['14.11'])), 'mu')
  assert.equal(guessAreaUnit(pairs(['3', '0.94'])), undefined)
  assert.equal(guessAreaUnit([]), undefined)
})

test('a difference is told beyond a square metre and one in a thousand', () => {
  assert.equal(areasDiffer('9407', '9406.5'), false)
  assert.equal(areasDiffer('9407', '9400'), false)
  assert.equal(areasDiffer('9407', '9390'), true)
  assert.equal(areasDiffer('100', '101.5'), true)
})

test('a status is known by any of its words', () => {
  assert.equal(statusOf(' 净 地'), 'cleared')
  assert.equal(statusOf('储备(未做地)'), 'reserve')
  assert.equal(statusOf('Built'), 'built')
  assert.equal(statusOf('不知道'), undefined)
})
