import type { Position } from './position.ts'

/** Surveys of neighbours differ by centimetres; a ditch is wider. */
const apart = 0.5
/** Shorter edges point anywhere. */
const shortest = 0.2

/** How long two surfaces lie along each other, in the units of their plane (m). Rings are closed. */
export function sharedBorder(one: readonly Position[][], other: readonly Position[][]): number {
  const [own, others] = [one.flatMap(edgesOf), other.flatMap(edgesOf)]
  return own.reduce((sum, edge) => sum + others.reduce((along, next) => along + overlapOf(edge, next), 0), 0)
}

type Edge = [from: Position, to: Position]
const edgesOf = (ring: readonly Position[]): Edge[] =>
  ring.slice(1).flatMap((to, at): Edge[] => {
    const from = ring[at]
    return from && Math.hypot(to[0] - from[0], to[1] - from[1]) > shortest ? [[from, to]] : []
  })

/** Of the length of the first what the second lies beside. */
function overlapOf([from, to]: Edge, [a, b]: Edge): number {
  const [x, y] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(x, y)
  const place = ([east, north]: Position) => {
    const [dx, dy] = [east - from[0], north - from[1]]
    return { along: (dx * x + dy * y) / length, off: Math.abs(dx * y - dy * x) / length }
  }
  const [start, end] = [place(a), place(b)]
  if (start.off > apart || end.off > apart) return 0
  const low = Math.max(0, Math.min(start.along, end.along))
  const high = Math.min(length, Math.max(start.along, end.along))
  return Math.max(0, high - low)
}
