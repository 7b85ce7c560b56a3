import type { Position, Ring } from '../drawing.ts'
import { type Box, boxOf } from './ring.ts'

export type Side = 'inside' | 'outside' | 'edge'

/** Edges looked at in one question, about; a ring of a million points has ten thousand bands. */
const edgesPerBand = 64

/** Answers on which side of a ring points are, by the even-odd rule; long rings are sorted into bands first. */
export class PointInRing {
  readonly box: Box
  readonly #ring: Ring
  readonly #bands: number
  #edges: Int32Array[] | undefined

  constructor(ring: Ring) {
    this.#ring = ring
    this.box = boxOf(ring)
    this.#bands = this.#worthwhileBands()
  }

  side([x, y]: Position): Side {
    const [minX, minY, maxX, maxY] = this.box
    if (!(x >= minX && x <= maxX && y >= minY && y <= maxY)) return 'outside'
    this.#edges ??= this.#sorted()
    let inside = false
    for (const index of this.#edges[this.#band(y)] ?? []) {
      const [ax, ay] = this.#corner(index)
      const [bx, by] = this.#corner(index + 1)
      const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
      if (cross === 0 && between(ax, x, bx) && between(ay, y, by)) return 'edge'
      if (ay > y !== by > y && cross > 0 === by > ay) inside = !inside
    }
    return inside ? 'inside' : 'outside'
  }

  /** Fewer where edges run from top to bottom, so that all bands together never hold more than four times the edges. */
  #worthwhileBands(): number {
    const most = Math.ceil(this.#ring.length / edgesPerBand)
    if (most <= 1) return 1
    const [, minY, , maxY] = this.box
    let climb = 0
    for (let edge = 0; edge < this.#ring.length; edge++)
      climb += Math.abs(this.#corner(edge + 1)[1] - this.#corner(edge)[1])
    return Math.max(1, Math.min(most, Math.floor((3 * this.#ring.length * (maxY - minY)) / climb) || 1))
  }

  #corner(index: number): Position {
    return this.#ring[index % this.#ring.length] ?? [0, 0]
  }

  #band(y: number): number {
    const [, minY, , maxY] = this.box
    const share = maxY > minY ? (y - minY) / (maxY - minY) : 0
    return Math.min(this.#bands - 1, Math.floor(share * this.#bands))
  }

  #sorted(): Int32Array[] {
    if (this.#bands === 1) return [Int32Array.from(this.#ring.keys())]
    const counts = new Int32Array(this.#bands)
    const each = (take: (band: number, edge: number) => void) => {
      for (let edge = 0; edge < this.#ring.length; edge++) {
        const a = this.#band(this.#corner(edge)[1])
        const b = this.#band(this.#corner(edge + 1)[1])
        for (let band = Math.min(a, b); band <= Math.max(a, b); band++) take(band, edge)
      }
    }
    each((band) => {
      counts[band] = (counts[band] ?? 0) + 1
    })
    const bands = Array.from(counts, (count) => new Int32Array(count))
    const filled = new Int32Array(this.#bands)
    each((band, edge) => {
      const at = filled[band] ?? 0
      filled[band] = at + 1
      const edges = bands[band]
      if (edges) edges[at] = edge
    })
    return bands
  }
}

const between = (a: number, value: number, b: number) =>
  (a <= value && value <= b) || (b <= value && value <= a)
