import type { Fault } from './faults.ts'
import { before, type Mesh, pointOf } from './mesh.ts'
import type { Ring } from './position.ts'

type Tell = (fault: Fault) => void

/** Arms that part by less than this (sine of the angle, 0.06°) run out and back: a spike. */
const spikeSine = 1e-3
/** All points within this share of its length from one line: it encloses nothing. */
const flat = 1e-9

/** What a ring shows by its points alone. False: it is no ring, and nothing more can be said of it. */
export function checkPoints(ring: Ring, number: number, tell: Tell): boolean {
  let numbers = true
  for (const [at, point] of ring.entries())
    if (!point.every(Number.isFinite)) {
      tell({ code: 'no_number', ring: number, point: at + 1, at: point })
      numbers = false
    }
  const [first] = ring
  const last = ring.at(-1)
  if (!numbers) return false
  if (!first || !last || differentAtLeast3(ring) === false) {
    tell({ code: 'too_few_points', ring: number, ...(first ? { point: 1, at: first } : {}) })
    return false
  }
  if (first[0] !== last[0] || first[1] !== last[1])
    tell({
      code: 'not_closed',
      ring: number,
      point: ring.length,
      at: last,
      other: { ring: number, point: 1 },
    })
  tellRepeated(ring, number, tell)
  return true
}

export function differentAtLeast3(ring: Ring): boolean {
  const [first] = ring
  const same = (a: readonly number[], b: readonly number[]) => a[0] === b[0] && a[1] === b[1]
  const second = first && ring.find((point) => !same(point, first))
  return (
    first !== undefined &&
    second !== undefined &&
    ring.some((point) => !same(point, first) && !same(point, second))
  )
}

function tellRepeated(ring: Ring, number: number, tell: Tell) {
  for (let at = 1; at < ring.length; at++) {
    const [x, y] = ring[at] as [number, number]
    const [px, py] = ring[at - 1] as [number, number]
    if (x === px && y === py)
      tell({
        code: 'repeated_point',
        ring: number,
        point: at + 1,
        at: [x, y],
        other: { ring: number, point: at },
      })
  }
}

export function isSpike(mesh: Mesh, at: number): boolean {
  const [x, y] = pointOf(mesh, at)
  const [px, py] = pointOf(mesh, before(mesh, at))
  const [nx, ny] = pointOf(mesh, mesh.next[at] as number)
  const [ux, uy, vx, vy] = [px - x, py - y, nx - x, ny - y]
  if (ux * vx + uy * vy <= 0) return false
  return Math.abs(ux * vy - uy * vx) <= spikeSine * Math.hypot(ux, uy) * Math.hypot(vx, vy)
}

/** Spikes, or that all of the ring lies on one line. */
export function checkForm(mesh: Mesh, ring: number, tell: Tell) {
  const start = mesh.starts[ring] as number
  const end = mesh.starts[ring + 1] as number
  if (end === start) return
  if (isFlat(mesh, start, end))
    return tell({ code: 'zero_area', ring: ring + 1, point: 1, at: pointOf(mesh, start) })
  for (let at = start; at < end; at++)
    if (isSpike(mesh, at))
      tell({ code: 'spike', ring: ring + 1, point: mesh.number[at] as number, at: pointOf(mesh, at) })
}

function isFlat(mesh: Mesh, start: number, end: number): boolean {
  const [x, y] = pointOf(mesh, start)
  let [dx, dy, length] = [0, 0, 0]
  for (let at = start; at < end; at++) {
    const [px, py] = pointOf(mesh, at)
    const far = Math.hypot(px - x, py - y)
    if (far > length) [dx, dy, length] = [px - x, py - y, far]
  }
  for (let at = start; at < end; at++) {
    const [px, py] = pointOf(mesh, at)
    if (Math.abs(dx * (py - y) - dy * (px - x)) > flat * length * length) return false
  }
  return true
}
