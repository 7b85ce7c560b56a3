import Flatbush from 'flatbush'
import type { Position, Shape } from '../drawing.ts'
import type { DrawingNotices } from '../notices.ts'
import { PointInRing } from '../rings/point-in-ring.ts'
import { boxOf, signedArea } from '../rings/ring.ts'

/** A text at a point of the drawing. */
export type Label = { place: string; layer: string; position: Position; text: string }

/** Gives each text to the smallest shape around it, as the attribute `text`; several stand below each other. */
export const labelShapes = (shapes: Shape[], labels: Label[], notices: DrawingNotices): void => {
  const rings = shapes.map(({ surfaces }) => surfaces[0]?.[0] ?? [])
  const areas = rings.map((ring) => Math.abs(signedArea(ring)))
  const finders: PointInRing[] = []
  const contains = (index: number, position: Position) => {
    const finder = finders[index] ?? new PointInRing(rings[index] ?? [])
    finders[index] = finder
    return finder.side(position) === 'inside'
  }
  const tree = shapes.length > 0 ? new Flatbush(shapes.length) : undefined
  for (const ring of rings) tree?.add(...boxOf(ring))
  tree?.finish()
  for (const { place, layer, position, text } of labels) {
    const around = tree?.search(...position, ...position) ?? []
    around.sort((a, b) => (areas[a] ?? 0) - (areas[b] ?? 0) || a - b)
    const shape = shapes[around.find((index) => contains(index, position)) ?? -1]
    if (shape === undefined) {
      notices.add('not_a_surface', { place, layer, value: 'TEXT' })
      continue
    }
    const before = shape.attributes['text']
    shape.attributes['text'] = before === undefined ? text : `${before}\n${text}`
  }
}
