import type { Position, Ring } from '../drawing.ts'

export const samePosition = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

/** Does it end where it begins? */
export const isClosed = (ring: Ring): boolean => ring.length > 1 && samePosition(ring[0], ring.at(-1))

/** The same ring, ending where it begins. */
export const closed = (ring: Ring): Ring => {
  const [first] = ring
  return first === undefined || isClosed(ring) ? ring : [...ring, first]
}

/** Are there three different points? */
export const hasThreePoints = (ring: Ring): boolean => {
  const first = ring[0]
  const second = ring.find((position) => !samePosition(position, first))
  return ring.some((position) => !samePosition(position, first) && !samePosition(position, second))
}

/**
 * In the square of the file's unit, positive if the ring runs counter-clockwise where the first number points east.
 * Coordinates are taken from the first point, so that large eastings cost no digits.
 */
export const signedArea = (ring: Ring): number => {
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  let [px, py] = [0, 0]
  for (const [x, y] of ring) {
    const [dx, dy] = [x - x0, y - y0]
    twice += px * dy - dx * py
    px = dx
    py = dy
  }
  return twice / 2
}

export type Box = [minX: number, minY: number, maxX: number, maxY: number]

export const boxOf = (ring: Ring): Box => {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
  }
  return box
}
