import type { Frame } from './cut.ts'
import type { Shape } from './shape.ts'

/** A side of the cells that tiny surfaces are heaped up in, in steps: six pixels of a tile drawn on 512. */
const cell = 6 * 8
/** More than a tile and the tiny shapes over its edges have. */
const cellsAside = 1_000
/** Smaller surfaces are tiny, in steps², if no side of theirs is longer than a cell: a strip of road is seen from afar. */
const tiny = cell ** 2
/** However little there is, it is seen: a pixel. */
const least = 8

/** A surface folded flat weighs something too. */
const nothing = 1e-9

/** Weights are areas in steps²; a middle is the sum of middles by weight. */
type Heap = { first: Shape; count: number; area: number; x: number; y: number }

/**
 * Surfaces too small to tell apart. Where several that are alike lie in one cell they are drawn as one square, as large
 * as they are together and where they are; one by itself stays what it is.
 */
export class Heaps {
  readonly #frame: Frame
  /** By what they have in common, then by their cell. */
  readonly #heaps = new Map<string, Map<number, Heap>>()

  constructor(frame: Frame) {
    this.#frame = frame
  }

  /** Whether it is tiny, and taken. */
  take(shape: Shape): boolean {
    const { scale, x, y } = this.#frame
    const area = Math.max(shape.area * scale ** 2, nothing)
    const isLong = Math.max(shape.east - shape.west, shape.south - shape.north) * scale > cell
    if (area >= tiny || isLong) return false
    const middleX = ((shape.west + shape.east) / 2) * scale - x
    const middleY = ((shape.north + shape.south) / 2) * scale - y
    let alike = this.#heaps.get(shape.kind)
    if (!alike) {
      alike = new Map()
      this.#heaps.set(shape.kind, alike)
    }
    const at = Math.floor(middleY / cell) * cellsAside + Math.floor(middleX / cell)
    const heap = alike.get(at)
    if (!heap) {
      alike.set(at, { first: shape, count: 1, area, x: middleX * area, y: middleY * area })
      return true
    }
    heap.count++
    heap.area += area
    heap.x += middleX * area
    heap.y += middleY * area
    return true
  }

  all(): { first: Shape; isAlone: boolean; square: [number, number][] }[] {
    return [...this.#heaps.values()].flatMap((alike) =>
      Array.from(alike.values(), (heap) => ({
        first: heap.first,
        isAlone: heap.count === 1,
        square: squareOf(heap),
      })),
    )
  }
}

function squareOf({ area, x, y }: Heap): [number, number][] {
  const half = Math.max(Math.sqrt(area), least) / 2
  const [left, right] = [Math.round(x / area - half), Math.round(x / area + half)]
  const [top, bottom] = [Math.round(y / area - half), Math.round(y / area + half)]
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]
}
