import { UnreadableFile } from '../../unreadable-file.ts'
import type { Position, Ring, Shape } from '../drawing.ts'
import type { Allowance } from '../limits.ts'
import type { DrawingNotices } from '../notices.ts'
import { hasThreePoints, isClosed } from '../rings/ring.ts'
import { chordsOf, largestBulge, mostChords, pointsOnArc, type Tolerance } from './arcs.ts'
import { drawnBlocks } from './drawn-blocks.ts'
import type { Block, Entity, Insert, Polyline, Text } from './entities.ts'
import type { Label } from './labels.ts'
import { combined, facing, insertion, type Placement, placed, stretch } from './placement.ts'
import { blockKey, type Sections } from './read-sections.ts'

/** Blocks within blocks that are still drawn. */
const mostLevels = 16
/** A few blocks that insert each other ten times over make more entities than there are atoms. */
const mostDrawn = 2_000_000

/** Where an entity is met: what its blocks do to it. */
type Context = { placement: Placement; level: number; path: string; layer: string | undefined }

/** Draws the entities of model space with their blocks: closed polylines become shapes, texts become labels. */
export class Drawer {
  readonly shapes: Shape[] = []
  readonly labels: Label[] = []
  readonly #blocks: Map<string, Block>
  readonly #worthDrawing: Set<Block>
  readonly #told = new Set<Block>()
  readonly #tolerance: Tolerance
  readonly #notices: DrawingNotices
  readonly #allowance: Allowance
  #drawn = 0
  /** Polylines with arcs: the first, how many, and how far their chords may stand off at most. */
  #rounds: { place: string; count: number; allowed: number } | undefined

  /** `tolerance` is in the file's unit. */
  constructor(sections: Sections, tolerance: Tolerance, notices: DrawingNotices, allowance: Allowance) {
    this.#blocks = sections.blocks
    this.#worthDrawing = drawnBlocks(sections.blocks)
    this.#tolerance = tolerance
    this.#notices = notices
    this.#allowance = allowance
    this.#drawAll(sections.entities, { placement: undefined, level: 0, path: '', layer: undefined }, true)
    if (this.#rounds === undefined) return
    const { place, count, allowed } = this.#rounds
    notices.add('arcs_flattened', { place, value: String(Number(allowed.toPrecision(6))) }, count)
  }

  #drawAll(entities: Entity[], context: Context, tellOthers: boolean): void {
    for (const entity of entities) {
      if (++this.#drawn > mostDrawn) throw new UnreadableFile('too_many_shapes', { limit: mostDrawn })
      if (entity.inPaperSpace) {
        if (tellOthers) this.#notices.add('not_a_surface', { value: 'PAPER_SPACE' })
      } else if (entity.kind === 'polyline') this.#drawPolyline(entity, context)
      else if (entity.kind === 'insert') this.#drawInsert(entity, context)
      else if (entity.kind === 'text') this.#drawText(entity, context)
      else if (tellOthers) {
        const { place, layer, name } = entity
        this.#notices.add('not_a_surface', { place: context.path + place, layer, value: name })
      }
    }
  }

  #drawInsert(insert: Insert, context: Context): void {
    const block = this.#blocks.get(blockKey(insert.block))
    if (block === undefined) {
      this.#notices.add('not_a_surface', {
        place: context.path + insert.place,
        layer: insert.layer,
        value: 'INSERT',
      })
      return
    }
    const level = context.level + 1
    const place = context.path + insert.place
    const layer = layerOf(insert, context)
    if (level > mostLevels) {
      if (this.#worthDrawing.has(block))
        this.#notices.add('nested_too_deep', { place, value: String(mostLevels) })
      return
    }
    // What a block has that is no surface is told once, not for each of its insertions.
    const isFirst = !this.#told.has(block)
    this.#told.add(block)
    if (!isFirst && !this.#worthDrawing.has(block)) return
    for (let row = 0; row < insert.rows; row++)
      for (let column = 0; column < insert.columns; column++) {
        const placement = combined(context.placement, insertion(insert, block.base, column, row))
        const inside = { placement, level, path: `${place}/`, layer }
        this.#drawAll(block.entities, inside, isFirst && row === 0 && column === 0)
        if (!this.#worthDrawing.has(block)) return
      }
  }

  #drawText(text: Text, context: Context): void {
    if (text.text === '') return
    const [x, y] = placed(combined(context.placement, facing(text.normal)), text.at)
    const place = context.path + text.place
    this.labels.push({ place, layer: layerOf(text, context), position: [x, y], text: text.text })
  }

  #drawPolyline(polyline: Polyline, context: Context): void {
    const place = { place: context.path + polyline.place, layer: layerOf(polyline, context) }
    const wrong = polyline.corners.find((number) => !Number.isFinite(number))
    if (wrong !== undefined) {
      this.#notices.add('no_number', { ...place, value: String(wrong) })
      return
    }
    const corners = cornersOf(polyline)
    if (!polyline.isClosed && !isClosed(corners)) {
      this.#notices.add(corners.length === 0 ? 'empty_shape' : 'not_closed', place)
      return
    }
    this.#allowance.points(corners.length)
    const rounded = this.#rounded(corners, polyline, context, place.place)
    const ring = rounded && this.#place(rounded, polyline, context)
    if (!ring?.every((position) => position.every(Number.isFinite))) this.#notices.add('damaged_shape', place)
    else if (!hasThreePoints(ring)) this.#notices.add('too_few_points', place)
    else {
      if (polyline.hasHeights) this.#notices.add('heights_ignored', { ...place, value: 'Z' })
      this.#allowance.shapes(1)
      this.shapes.push({ ...place, surfaces: [[ring]], attributes: {} })
    }
  }

  /** The corners, and between them the points of the arcs. Undefined for arcs nobody can have meant. */
  #rounded(corners: Ring, polyline: Polyline, context: Context, place: string): Ring | undefined {
    const bulgeAfter = (index: number) => polyline.corners[index * 3 + 2] ?? 0
    if (corners.every((_, index) => bulgeAfter(index) === 0)) return corners
    const scale = stretch(context.placement)
    const tolerance = { finest: this.#tolerance.finest / scale, coarsest: this.#tolerance.coarsest / scale }
    const ring: Ring = []
    let largest = 0
    for (const [index, corner] of corners.entries()) {
      ring.push(corner)
      const next = corners[index + 1] ?? (polyline.isClosed ? corners[0] : undefined)
      const bulge = bulgeAfter(index)
      if (next === undefined || bulge === 0) continue
      const { chords, allowed } = chordsOf(corner, next, bulge, tolerance)
      if (Math.abs(bulge) > largestBulge || !(chords < mostChords)) return undefined
      largest = Math.max(largest, allowed * scale)
      this.#allowance.points(chords - 1)
      for (const position of pointsOnArc(corner, next, bulge, chords)) ring.push(position)
    }
    const before = this.#rounds ?? { place, count: 0, allowed: 0 }
    this.#rounds = { ...before, count: before.count + 1, allowed: Math.max(before.allowed, largest) }
    return ring
  }

  #place(ring: Ring, { normal, elevation }: Polyline, context: Context): Ring {
    const placement = combined(context.placement, facing(normal))
    if (placement === undefined) return ring
    return ring.map(([x, y]): Position => {
      const [px, py] = placed(placement, [x, y, elevation])
      return [px, py]
    })
  }
}

const cornersOf = ({ corners }: Polyline): Ring =>
  Array.from(
    { length: corners.length / 3 },
    (_, index): Position => [corners[index * 3] ?? 0, corners[index * 3 + 1] ?? 0],
  )

/** What stands on layer 0 of a block stands on the layer of the insertion. */
const layerOf = ({ layer }: Entity, context: Context): string =>
  layer === '0' && context.layer !== undefined ? context.layer : layer
