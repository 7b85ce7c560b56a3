import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkBoundary } from './boundary.ts'

const square = [
  [120.27, 30.18],
  [120.28, 30.18],
  [120.28, 30.19],
  [120.27, 30.19],
  [120.27, 30.18],
]
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
const faultOf = (boundary: { type: string; coordinates: unknown }) => checkBoundary(boundary)?.zh ?? ''

test('polygons with holes and several polygons are taken', () => {
  assert.equal(checkBoundary(polygon(square, square)), undefined)
  assert.equal(checkBoundary({ type: 'MultiPolygon', coordinates: [[square], [square]] }), undefined)
})

test('what is no boundary is told by its ring and point', () => {
  assert.match(faultOf({ type: 'Point', coordinates: [120, 30] }), /“Point”，应为 Polygon/)
  assert.match(faultOf(polygon()), /没有坐标/)
  assert.match(faultOf({ type: 'MultiPolygon', coordinates: [[]] }), /没有坐标/)
  assert.match(faultOf({ type: 'Polygon', coordinates: 'x' }), /没有坐标/)
  assert.match(faultOf(polygon(square, square.slice(0, 3))), /第 2 圈不足 4 个点/)
  assert.match(faultOf(polygon(square.slice(0, 4))), /第 1 圈没有闭合/)
  assert.match(faultOf(polygon([square[0], square[1], square[1], square[0]])), /只有 2 个不同的点/)
  for (const point of [[40526000, 3340600], [120, 91], [120], ['120', '30'], null, [120, null]])
    assert.match(faultOf(polygon([square[0], point, square[2], square[0]])), /第 1 圈第 2 点/)
  const endless = Array.from({ length: 60_000 }, (_, at) => [120 + at / 1e6, 30.123456])
  assert.match(faultOf(polygon([...endless, endless[0]])), /最多 1000000 字节/)
})
