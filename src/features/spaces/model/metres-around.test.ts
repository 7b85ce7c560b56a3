import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planarArea } from '../../../engine/geometry/area.ts'
import type { Position, Ring } from '../../../engine/geometry/position.ts'
import { ringsToLonLat } from '../../../engine/geometry/project.ts'
import { metresAround } from './metres-around.ts'

test('areas within 20 km agree with the survey plane to two parts in a thousand', () => {
  for (const [right, up] of [
    [0, 0],
    [15000, 0],
    [0, -15000],
    [-14000, 14000],
  ] as const) {
    const [west, south] = [40526000 + right, 3340600 + up]
    const ring: Ring = [
      [west, south],
      [west + 100, south],
      [west + 100, south + 94.07],
      [west, south + 94.07],
      [west, south],
    ]
    const near: Position = [120.27, 30.185]
    const [rings] = metresAround(near)([ringsToLonLat(4528, [ring])])
    assert.ok(
      Math.abs(planarArea(rings ?? []) / 9407 - 1) < 2e-3,
      `${right} ${up} ${planarArea(rings ?? [])}`,
    )
  }
})
