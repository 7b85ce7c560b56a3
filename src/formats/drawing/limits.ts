import { UnreadableFile } from '../unreadable-file.ts'
import type { ArchiveLimits } from '../zip/archive.ts'

/** What a file of shapes may cost. */
export type DrawingLimits = ArchiveLimits & {
  fileBytes: number
  /** In all shapes; repeated blocks of a DXF count each time they are drawn. */
  points: number
  shapes: number
}

export const defaultDrawingLimits: DrawingLimits = {
  fileBytes: 200 * 1024 ** 2,
  unpackedBytes: 600 * 1024 ** 2,
  packingRatio: 400,
  points: 6_000_000,
  shapes: 500_000,
}

/** Counts what is read against the limits; throws `too_many_points` and `too_many_shapes`. */
export class Allowance {
  readonly #limits: DrawingLimits
  #points = 0
  #shapes = 0

  constructor(limits: DrawingLimits) {
    this.#limits = limits
  }

  points(count: number): void {
    this.#points += count
    if (this.#points > this.#limits.points)
      throw new UnreadableFile('too_many_points', { limit: this.#limits.points })
  }

  shapes(count: number): void {
    this.#shapes += count
    if (this.#shapes > this.#limits.shapes)
      throw new UnreadableFile('too_many_shapes', { limit: this.#limits.shapes })
  }
}
