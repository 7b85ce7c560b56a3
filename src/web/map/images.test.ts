import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Pattern, patterns, patternTile } from './patterns.ts'
import { type Shape, shapeImage, shapes } from './shapes.ts'

type Drawn = Exclude<Pattern, 'none'>
const drawn = patterns.filter((pattern): pattern is Drawn => pattern !== 'none')
const alphaOf = ({ data }: { data: Uint8ClampedArray }) => [...data].filter((_, at) => at % 4 === 3)

test('a pattern lets most of the fill through, and no two are alike', () => {
  const tiles = drawn.map((pattern) => alphaOf(patternTile(pattern, [1, 2, 3])))
  for (const [at, tile] of tiles.entries()) {
    const share = tile.reduce((sum, alpha) => sum + alpha, 0) / (255 * tile.length)
    assert.ok(share > 0.05 && share < 0.4, `${drawn[at]} covers ${share}`)
  }
  assert.equal(new Set(tiles.map((tile) => tile.join())).size, drawn.length)
})

test('a pattern meets itself at every edge: turned by half a tile it is as even as before', () => {
  for (const pattern of drawn) {
    const { width, data } = patternTile(pattern, [0, 0, 0])
    const alpha = (x: number, y: number) =>
      data[(((y + width) % width) * width + ((x + width) % width)) * 4 + 3]
    const steps = (from: number) =>
      Array.from({ length: width }, (_, at) => [
        Math.abs((alpha(from, at) ?? 0) - (alpha(from - 1, at) ?? 0)),
        Math.abs((alpha(at, from) ?? 0) - (alpha(at, from - 1) ?? 0)),
      ]).flat()
    // Whatever happens across the edge happens somewhere inside as well.
    const inside = new Set(Array.from({ length: width - 1 }, (_, at) => steps(at + 1)).flat())
    for (const step of steps(0)) assert.ok(inside.has(step), `${pattern} has a seam`)
  }
})

test('a shape is full in its middle (a ring is empty there), nothing at its corners, its edge at three quarters', () => {
  const middleOf = (shape: Shape) => {
    const { width, data } = shapeImage(shape)
    return { middle: data[((width / 2) * width + width / 2) * 4 + 3] ?? 0, corner: data[3] ?? 0 }
  }
  for (const shape of shapes) {
    const { middle, corner } = middleOf(shape)
    assert.ok(corner < 64, `${shape}: ${corner}`)
    if (shape === 'ring') assert.ok(middle < 192)
    else assert.equal(middle, 255, shape)
  }
})
