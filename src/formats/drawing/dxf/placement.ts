import type { Insert, Point } from './entities.ts'

/** An affine map of space: three rows of four numbers. Undefined moves nothing, and leaves every digit as it is. */
export type Placement = readonly number[] | undefined

export const placed = (placement: Placement, [x, y, z]: Point): Point => {
  if (placement === undefined) return [x, y, z]
  const row = (at: number) =>
    (placement[at] ?? 0) * x +
    (placement[at + 1] ?? 0) * y +
    (placement[at + 2] ?? 0) * z +
    (placement[at + 3] ?? 0)
  return [row(0), row(4), row(8)]
}

/** First `inner`, then `outer`. */
export const combined = (outer: Placement, inner: Placement): Placement => {
  if (outer === undefined || inner === undefined) return outer ?? inner
  return Array.from({ length: 12 }, (_, index) => {
    const [row, column] = [Math.floor(index / 4) * 4, index % 4]
    const own = column === 3 ? (outer[row + 3] ?? 0) : 0
    return [0, 1, 2].reduce((sum, k) => sum + (outer[row + k] ?? 0) * (inner[k * 4 + column] ?? 0), own)
  })
}

/** How much longer a line can become. */
export const stretch = (placement: Placement): number => {
  if (placement === undefined) return 1
  return Math.max(
    ...[0, 1, 2].map((axis) => Math.hypot(...[0, 4, 8].map((row) => placement[row + axis] ?? 0))),
  )
}

/** From an entity's own coordinates to the drawing's (“arbitrary axis algorithm” of the DXF reference). */
export const facing = (normal: Point): Placement => {
  const length = Math.hypot(...normal)
  if (!(length > 0) || (normal[0] === 0 && normal[1] === 0 && normal[2] > 0)) return undefined
  const n: Point = [normal[0] / length, normal[1] / length, normal[2] / length]
  const isSteep = Math.abs(n[0]) < 1 / 64 && Math.abs(n[1]) < 1 / 64
  const x = unit(cross(isSteep ? [0, 1, 0] : [0, 0, 1], n))
  const y = unit(cross(n, x))
  return [x[0], y[0], n[0], 0, x[1], y[1], n[1], 0, x[2], y[2], n[2], 0]
}

/** Where a block's own points come to lie, in one place of its array. */
export const insertion = (insert: Insert, base: Point, column: number, row: number): Placement => {
  const { at, scale, rotation, columnSpacing, rowSpacing } = insert
  const [cos, sin] = turn(rotation)
  const [dx, dy] = [column * columnSpacing, row * rowSpacing]
  const [sx, sy, sz] = scale
  const own = [
    ...[cos * sx, -sin * sy, 0, at[0] + cos * dx - sin * dy],
    ...[sin * sx, cos * sy, 0, at[1] + sin * dx + cos * dy],
    ...[0, 0, sz, at[2]],
  ]
  const fromBase = [1, 0, 0, -base[0], 0, 1, 0, -base[1], 0, 0, 1, -base[2]]
  return combined(facing(insert.normal), combined(own, fromBase))
}

/** Cosine and sine; right angles are exact. */
const turn = (degrees: number): [number, number] => {
  const quarter = degrees / 90
  if (Number.isInteger(quarter)) {
    const exact: [number, number][] = [[1, 0], [0, 1], [-1, 0], [0, -1]] // biome-ignore format: in one line
    return exact[((quarter % 4) + 4) % 4] ?? [1, 0]
  }
  return [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
}

const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const unit = (a: Point): Point => {
  const length = Math.hypot(...a)
  return [a[0] / length, a[1] / length, a[2] / length]
}
