import { type Budget, boundsOfEdges, type EdgeIndex } from './edge-index.ts'
import type { Fault, FaultCode } from './faults.ts'
import { before, type Mesh, pointOf } from './mesh.ts'
import { orientation } from './orientation.ts'
import type { Bounds, Position } from './position.ts'
import { isSpike } from './ring-faults.ts'

type Tell = (fault: Fault) => void
/** Pairs whose boxes meet cost so many times those that are apart. */
const costOfMeeting = 20
type Meeting = 'cross' | 'overlap' | { touch: number }

/** Tells every pair of edges that cross, lie on each other or touch where they may not. */
export function checkCrossings(mesh: Mesh, index: EdgeIndex, budget: Budget, tell: Tell) {
  const { boxes, from, to, count } = index
  if (!boxes) return
  for (let block = 0; block < count; block++) {
    const [a, b] = [from[block] as number, to[block] as number]
    const bounds = boundsOfEdges(mesh, a, b)
    for (const other of boxes.search(...bounds, (each) => each >= block)) {
      const [c, d] = [from[other] as number, to[other] as number]
      budget.left -= costOfMeeting + (b - a) * (d - c)
      if (budget.left < 0) return tell({ code: 'not_finished', ring: (mesh.ring[a] as number) + 1 })
      const reach = boundsOfEdges(mesh, c, d)
      for (let e = a; e < b; e++) compare(mesh, e, other === block ? e + 1 : c, d, reach, budget, tell)
    }
  }
}

/** Edge e against the edges [from, to), of which none leaves the bounds. The innermost loop: no pairs are made in it. */
function compare(
  mesh: Mesh,
  e: number,
  from: number,
  to: number,
  bounds: Bounds,
  budget: Budget,
  tell: Tell,
) {
  const { xs, ys, next } = mesh
  const after = next[e] as number
  const ax = xs[e] as number
  const ay = ys[e] as number
  const bx = xs[after] as number
  const by = ys[after] as number
  const west = ax < bx ? ax : bx
  const east = ax < bx ? bx : ax
  const south = ay < by ? ay : by
  const north = ay < by ? by : ay
  if (east < bounds[0] || north < bounds[1] || west > bounds[2] || south > bounds[3]) return
  for (let f = from; f < to; f++) {
    const end = next[f] as number
    const cx = xs[f] as number
    const dx = xs[end] as number
    if ((cx < west && dx < west) || (cx > east && dx > east)) continue
    const cy = ys[f] as number
    const dy = ys[end] as number
    if ((cy < south && dy < south) || (cy > north && dy > north)) continue
    if (after === f || end === e) continue
    budget.left -= costOfMeeting
    const meeting = meet(mesh, e, f)
    if (meeting) tellMeeting(mesh, e, f, meeting, tell)
  }
}

/** Meetings at the end of an edge belong to the edge that begins there. */
function meet(mesh: Mesh, e: number, f: number): Meeting | undefined {
  const [ax, ay] = pointOf(mesh, e)
  const [bx, by] = pointOf(mesh, mesh.next[e] as number)
  const [cx, cy] = pointOf(mesh, f)
  const [dx, dy] = pointOf(mesh, mesh.next[f] as number)
  const c = orientation(ax, ay, bx, by, cx, cy)
  const d = orientation(ax, ay, bx, by, dx, dy)
  if (c !== 0 && c === d) return undefined
  const a = orientation(cx, cy, dx, dy, ax, ay)
  const b = orientation(cx, cy, dx, dy, bx, by)
  if (a !== 0 && a === b) return undefined
  if (a * b < 0 && c * d < 0) return 'cross'
  if (a === 0 && b === 0 && c === 0 && d === 0) {
    const [p, q, r, s] = Math.abs(bx - ax) > Math.abs(by - ay) ? [ax, bx, cx, dx] : [ay, by, cy, dy]
    if (Math.min(Math.max(p, q), Math.max(r, s)) > Math.max(Math.min(p, q), Math.min(r, s))) return 'overlap'
  }
  if (c === 0 && (cx !== bx || cy !== by) && between(cx, ax, bx) && between(cy, ay, by))
    return cx === dx && cy === dy ? undefined : { touch: f }
  if (a === 0 && (ax !== dx || ay !== dy) && between(ax, cx, dx) && between(ay, cy, dy)) return { touch: e }
  return undefined
}

const between = (value: number, a: number, b: number) =>
  a < b ? value >= a && value <= b : value >= b && value <= a

function tellMeeting(mesh: Mesh, e: number, f: number, meeting: Meeting, tell: Tell) {
  const [ring, otherRing] = [(mesh.ring[e] as number) + 1, (mesh.ring[f] as number) + 1]
  const own = ring === otherRing
  const say = (code: FaultCode, at: Position) =>
    tell({
      code,
      ring,
      point: mesh.number[e] as number,
      at,
      other: { ring: otherRing, point: mesh.number[f] as number },
    })
  if (meeting === 'cross') return say(own ? 'self_intersection' : 'rings_cross', crossing(mesh, e, f))
  if (meeting === 'overlap') return say(own ? 'self_overlap' : 'rings_share_edge', overlapAt(mesh, e, f))
  const at = pointOf(mesh, meeting.touch)
  if (own) {
    if (!isFootOfSpike(mesh, e, f)) say('self_touch', at)
  } else if (passesThrough(armsAt(mesh, e, at), armsAt(mesh, f, at), at)) say('rings_cross', at)
}

/** Where a spike leaves the line it comes back to: the spike itself is told. */
function isFootOfSpike(mesh: Mesh, e: number, f: number): boolean {
  const { next } = mesh
  const [after, end] = [next[e] as number, next[f] as number]
  return (next[after] === f && isSpike(mesh, after)) || (next[end] === e && isSpike(mesh, end))
}

/** Rounded to what a double can hold; both edges are straight. */
function crossing(mesh: Mesh, e: number, f: number): Position {
  const [ax, ay] = pointOf(mesh, e)
  const [bx, by] = pointOf(mesh, mesh.next[e] as number)
  const [cx, cy] = pointOf(mesh, f)
  const [dx, dy] = pointOf(mesh, mesh.next[f] as number)
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  const share = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
  return [ax + share * (bx - ax), ay + share * (by - ay)]
}

/** The end of one edge that lies on the other. */
function overlapAt(mesh: Mesh, e: number, f: number): Position {
  const [a, b] = [pointOf(mesh, e), pointOf(mesh, mesh.next[e] as number)]
  const [c, d] = [pointOf(mesh, f), pointOf(mesh, mesh.next[f] as number)]
  return [c, d].find(([x, y]) => between(x, a[0], b[0]) && between(y, a[1], b[1])) ?? a
}

/** Whence and whither the ring of an edge goes at a point of it that is not its end. */
function armsAt(mesh: Mesh, edge: number, [x, y]: Position): [Position, Position] {
  const isStart = mesh.xs[edge] === x && mesh.ys[edge] === y
  return [pointOf(mesh, isStart ? before(mesh, edge) : edge), pointOf(mesh, mesh.next[edge] as number)]
}

/** One arm of the second ring on each side of the first: they cross in this point. */
function passesThrough([from, to]: [Position, Position], arms: [Position, Position], at: Position): boolean {
  const turn = orientation(...from, ...at, ...to)
  const sides = arms.map((arm) => {
    const one = orientation(...from, ...at, ...arm)
    const two = orientation(...at, ...to, ...arm)
    if (turn >= 0) return one > 0 && two > 0 ? 1 : (one === 0 && two >= 0) || (two === 0 && one >= 0) ? 0 : -1
    return one < 0 && two < 0 ? -1 : (one === 0 && two <= 0) || (two === 0 && one <= 0) ? 0 : 1
  })
  return (sides[0] ?? 0) * (sides[1] ?? 0) < 0
}
