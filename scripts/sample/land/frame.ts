import type { Position, Ring } from '../../../src/engine/geometry/position.ts'

/** Metres along and across the streets of an area, around its middle: `turn` is how far they are turned, in radians. */
export type Frame = { origin: Position; turn: number }

export const alongStreets = ({ origin: [x0, y0], turn }: Frame, [x, y]: Position): Position => {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return [(x - x0) * cos + (y - y0) * sin, (y - y0) * cos - (x - x0) * sin]
}

/** Back on the plane of the survey, to the millimetre. */
export const onPlane = ({ origin: [x0, y0], turn }: Frame, [u, v]: Position): Position => {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return [millimetres(x0 + u * cos - v * sin), millimetres(y0 + u * sin + v * cos)]
}

const millimetres = (value: number) => Math.round(value * 1000) / 1000

export const middleOf = (ring: Ring): Position => {
  const [x, y] = ring.reduce(([a, b], [c, d]): Position => [a + c, b + d], [0, 0])
  return [x / ring.length, y / ring.length]
}
