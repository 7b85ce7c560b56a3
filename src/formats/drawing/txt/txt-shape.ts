import type { Position, Ring, Shape } from '../drawing.ts'
import type { Allowance } from '../limits.ts'
import type { DrawingNotices } from '../notices.ts'
import { hasThreePoints, isClosed } from '../rings/ring.ts'

/** The fields of the line that introduces a shape, in order. */
export const fieldNames = [
  '界址点数',
  '地块面积',
  '地块编号',
  '地块名称',
  '记录图形属性',
  '图幅号',
  '地块用途',
  '地类编码',
]
/** Beyond the eight: `字段9`, `字段10` … by their place in the line. */
export const surplusName = (index: number): string => `字段${index + 1}`

/** One shape while its lines are read. */
export class TxtShape {
  readonly #place: string
  readonly #attributes: Record<string, string>
  readonly #rings: Ring[] = []
  /** The ring that each number of the file is filling. */
  readonly #open = new Map<string, Ring>()
  #broken = false
  /** Its introducing line is missing. */
  readonly isHeadless: boolean

  constructor(place: string, fields: string[] | undefined) {
    this.#place = place
    this.isHeadless = fields === undefined
    const named = (fields ?? []).map(
      (value, index) => [fieldNames[index] ?? surplusName(index), value] as const,
    )
    this.#attributes = Object.fromEntries(named.filter(([, value]) => value !== ''))
  }

  /** Would a further point of this ring begin another shape? Only where nothing introduces shapes. */
  endsBefore(ring: string): boolean {
    const open = this.#open.get(ring)
    return this.isHeadless && ring === '1' && open !== undefined && isComplete(open)
  }

  add(ring: string, position: Position): void {
    const open = this.#open.get(ring)
    if (open !== undefined && !isComplete(open)) {
      open.push(position)
      return
    }
    const next = [position]
    this.#open.set(ring, next)
    this.#rings.push(next)
  }

  /** A coordinate is missing: the shape would be another one. */
  spoil(): void {
    this.#broken = true
  }

  /** The shape, unless something keeps it from being one; that is told. */
  finish(notices: DrawingNotices, allowance: Allowance): Shape | undefined {
    const place = this.#place
    const kind = this.#attributes['记录图形属性']
    if (this.#broken) return undefined
    if (kind === '点' || kind === '线') {
      notices.add('not_a_surface', { place, value: kind })
      return undefined
    }
    if (this.#rings.length === 0) {
      notices.add('empty_shape', { place })
      return undefined
    }
    this.#compareCount(notices)
    if (!this.#rings.every(hasThreePoints)) {
      notices.add('too_few_points', { place })
      return undefined
    }
    allowance.shapes(1)
    return { place, surfaces: [this.#rings], attributes: this.#attributes }
  }

  /** Some programs count the point that closes a ring, others do not, and some leave it out of the lines. */
  #compareCount(notices: DrawingNotices): void {
    const told = this.#attributes['界址点数']
    if (told === undefined) return
    const found = this.#rings.reduce((sum, ring) => sum + ring.length, 0)
    const closing = this.#rings.filter(isClosed).length
    const fitting = [found, found - closing, found + this.#rings.length - closing]
    if (!fitting.includes(Number(told))) notices.add('count_differs', { place: this.#place, value: told })
  }
}

const isComplete = (ring: Ring) => ring.length > 3 && isClosed(ring)
