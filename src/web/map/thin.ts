type Point = readonly [number, number]

/** A drawn line with fewer points: none nearer than `least` to the one before, and no more than `most` in all. */
export function thin(points: readonly Point[], least: number, most: number): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= least) kept.push(point)
  }
  const step = kept.length / most
  return step <= 1 ? kept : Array.from({ length: most }, (_, at) => kept[Math.floor(at * step)] as Point)
}
