import type { Pixels } from './patterns.ts'

export const shapes = ['circle', 'triangle', 'square', 'ring'] as const
export type Shape = (typeof shapes)[number]

/** Across a circle; the others are drawn as large to the eye. */
export const shapeSize = 32
/** How the renderer reads distance: an eighth of its scale to a pixel, the edge at three quarters. */
const perPixel = 8
const margin = 6
const half = shapeSize / 2
const ringWidth = 6

const circle = (x: number, y: number) => Math.hypot(x, y) - half
function square(x: number, y: number) {
  const side = half * 0.9
  const [dx, dy] = [Math.abs(x) - side, Math.abs(y) - side]
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0)
}
/** Point up, its weight in the middle. */
function triangle(x: number, y: number) {
  const [top, bottom] = [-half * 1.12, half * 0.82]
  const width = half * 1.12
  const height = bottom - top
  // Outward normal of the right side.
  const side = Math.hypot(height, width)
  const toSide = (Math.abs(x) * height - (y - top) * width) / side
  return Math.max(toSide, y - bottom)
}

/** Signed distance to the edge in pixels, negative inside. */
const distances: Record<Shape, (x: number, y: number) => number> = {
  circle,
  triangle,
  square,
  ring: (x, y) => Math.abs(circle(x, y) + ringWidth / 2) - ringWidth / 2,
}

/** A shape as distances to its edge, so that the renderer gives it any size, colour and rim. */
export function shapeImage(shape: Shape): Pixels {
  const side = shapeSize + margin * 2 + 4
  const data = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const [x, y] = [(at % side) + 0.5 - side / 2, Math.floor(at / side) + 0.5 - side / 2]
    const value = margin / perPixel - distances[shape](x, y) / perPixel
    data.set([255, 255, 255, 255 * Math.max(0, Math.min(1, value))], at * 4)
  }
  return { width: side, height: side, data }
}
