import { orientation } from './orientation.ts'
import type { Position } from './position.ts'

type Segment = readonly [Position, Position]

/** Where two segments cross within both, not at an end; undefined if they do not. */
export function crossingOf([a, b]: Segment, [c, d]: Segment): Position | undefined {
  if (orientation(...a, ...b, ...c) * orientation(...a, ...b, ...d) >= 0) return undefined
  if (orientation(...c, ...d, ...a) * orientation(...c, ...d, ...b) >= 0) return undefined
  const cross = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
  const share = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / cross
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

/** Where a line crosses itself or comes back to a point of itself; its ends may meet. */
export function selfCrossing(line: readonly Position[]): Position | undefined {
  const segments = line.slice(1).map((to, at): Segment => [line[at] as Position, to])
  for (const [at, one] of segments.entries())
    for (const [after, other] of segments.slice(at + 1).entries()) {
      const crossed = crossingOf(one, other)
      if (crossed) return crossed
      const joinsEnds = at === 0 && at + 1 + after === segments.length - 1
      const met = touching(one, other, after === 0, joinsEnds)
      if (met) return met
    }
  return undefined
}

function touching(
  [a, b]: Segment,
  [c, d]: Segment,
  areNeighbours: boolean,
  joinsEnds: boolean,
): Position | undefined {
  if (areNeighbours) return isOn(d, a, b) ? d : isOn(a, c, d) && !(joinsEnds && same(a, d)) ? a : undefined
  for (const [point, from, to] of [
    [c, a, b],
    [d, a, b],
    [a, c, d],
    [b, c, d],
  ] as const)
    if (isOn(point, from, to) && !(joinsEnds && same(a, d) && same(point, a))) return point
  return undefined
}

const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]
const isOn = (p: Position, a: Position, b: Position) =>
  p[0] >= Math.min(a[0], b[0]) &&
  p[0] <= Math.max(a[0], b[0]) &&
  p[1] >= Math.min(a[1], b[1]) &&
  p[1] <= Math.max(a[1], b[1]) &&
  orientation(...a, ...b, ...p) === 0
