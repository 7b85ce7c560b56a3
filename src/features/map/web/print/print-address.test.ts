import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boxIn, boxText, printAskedOf, withoutText } from './print-address.ts'

test('a box comes back from the address, and nonsense is none', () => {
  const box = [120.1, 30.05, 120.45, 30.3] as const
  assert.deepEqual(boxIn(boxText(box)), [...box])
  for (const nonsense of ['', '1,2,3', '1,2,3,4,5', 'a,2,3,4', '3,2,1,4', '1,4,3,2', '1,,3,4', '-200,1,2,3'])
    assert.equal(boxIn(nonsense), undefined, nonsense)
})

test('an address says which sheet, and nonsense in it is as if nothing was said', () => {
  const asked = printAskedOf({
    sight: '120.1,30.05,120.45,30.3',
    paper: 'a0',
    turn: 'upright',
    dpi: '300',
    scale: '25000',
    title: ' 三月例会 ',
    without: 'north',
    hide: 'built',
  })
  assert.deepEqual(
    [asked.paper, asked.turn, asked.dpi, asked.extent, asked.title, asked.hasLegend, asked.hasNorth],
    ['a0', 'upright', 300, 25_000, '三月例会', true, false],
  )
  assert.deepEqual([...asked.map.hidden], ['built'])
  const plain = printAskedOf({
    paper: 'b5',
    turn: 'over',
    dpi: '72',
    scale: '1.5',
    title: '  ',
    without: 'map',
  })
  assert.deepEqual(
    [plain.paper, plain.turn, plain.dpi, plain.extent, plain.title, plain.hasLegend, plain.hasNorth],
    ['a3', 'across', 150, 'zone', undefined, true, true],
  )
  assert.equal(printAskedOf({ sight: '120.1,30.05,120.45,30.3' }).extent, 'sight')
  assert.equal(printAskedOf({ sight: '120.1,30.05,120.45,30.3', scale: 'zone' }).extent, 'zone')
})

test('what is left off a sheet is said in its address', () => {
  assert.equal(withoutText({ hasLegend: true, hasNorth: true }), undefined)
  assert.equal(withoutText({ hasLegend: false, hasNorth: false }), 'legend,north')
})
