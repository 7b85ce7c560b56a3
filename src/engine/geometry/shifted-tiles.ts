import type { Position } from './position.ts'
import { toGcj02 } from './shifted.ts'

/** Columns and rows of Web Mercator tiles, with fractions. */
export function tileAt([lon, lat]: Position, zoom: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
  return [(lon / 360 + 0.5) * 2 ** zoom, y * 2 ** zoom]
}

export function lonLatOfTile(x: number, y: number, zoom: number): Position {
  const north = Math.PI * (1 - (2 * y) / 2 ** zoom)
  return [(x / 2 ** zoom - 0.5) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI]
}

export type TileShift = {
  /** The shifted tiles that this one is made of. */
  west: number
  north: number
  columns: number
  rows: number
  /** From their upper left corner to that of this one, in tiles: [a, b, c, d, e, f] as a canvas takes it. */
  matrix: [number, number, number, number, number, number]
}

/**
 * Where the ground of a tile lies among tiles in GCJ-02. Over a view the shift is no plane, but over one tile it is:
 * within half a pixel at zooms 10 and 11, whose tiles are as large as its waves, and 0.004 at zoom 18.
 */
export function shiftOfTile(x: number, y: number, zoom: number): TileShift {
  const at = (u: number, v: number) => tileAt(toGcj02(lonLatOfTile(x + u, y + v, zoom)), zoom)
  const [middle, left, right, top, bottom] = [at(0.5, 0.5), at(0, 0.5), at(1, 0.5), at(0.5, 0), at(0.5, 1)]
  const [ax, ay] = [right[0] - left[0], right[1] - left[1]]
  const [bx, by] = [bottom[0] - top[0], bottom[1] - top[1]]
  const size = ax * by - bx * ay
  const corners = [at(0, 0), at(1, 0), at(0, 1), at(1, 1)]
  const [xs, ys] = [corners.map(([one]) => one), corners.map(([, one]) => one)]
  const [west, north] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  const [toMiddleX, toMiddleY] = [west - middle[0], north - middle[1]]
  return {
    west,
    north,
    columns: Math.floor(Math.max(...xs)) - west + 1,
    rows: Math.floor(Math.max(...ys)) - north + 1,
    matrix: [
      by / size,
      -ay / size,
      -bx / size,
      ax / size,
      0.5 + (by * toMiddleX - bx * toMiddleY) / size,
      0.5 + (ax * toMiddleY - ay * toMiddleX) / size,
    ],
  }
}
