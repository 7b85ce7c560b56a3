import type { Position, Surface } from '../drawing.ts'

/** A point inside the surface, by the even-odd rule: in the middle of the widest stretch at about half its height. */
export const innerPoint = (rings: Surface): Position | undefined => {
  const heights = Float64Array.from(rings.flat(), ([, y]) => y).sort()
  const [lowest, highest] = [heights[0] ?? 0, heights.at(-1) ?? 0]
  const middle = (lowest + highest) / 2
  // Between two corners, so that the line goes through none.
  const above = heights.find((y) => y >= middle && y > lowest) ?? highest
  const below = heights.findLast((y) => y < above) ?? lowest
  const y = (above + below) / 2
  const crossings = rings.flatMap((ring) =>
    ring.flatMap(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay]
      return ay > y !== by > y ? [ax + ((y - ay) * (bx - ax)) / (by - ay)] : []
    }),
  )
  crossings.sort((a, b) => a - b)
  let widest: [number, number] | undefined
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from = 0, to = 0] = crossings.slice(index, index + 2)
    if (widest === undefined || to - from > widest[1] - widest[0]) widest = [from, to]
  }
  return widest && [(widest[0] + widest[1]) / 2, y]
}
