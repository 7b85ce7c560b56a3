import Flatbush from 'flatbush'
import { boundsOf } from './inside.ts'
import { type Area, intersectionArea, type OverlayFailure } from './overlay.ts'

/** Areas that can be asked what overlaps them; built once for many questions. */
export type AreaIndex = { areas: readonly Area[]; boxes: Flatbush | undefined; places: number[] }
/** `at`: the place of the area in the list. */
export type Overlap = { at: number; areaM2: number } | { at: number; failure: OverlayFailure }

export function indexAreas(areas: readonly Area[]): AreaIndex {
  const bounds = areas.flatMap((area, at) => {
    const box = boundsOf(area.flat())
    return box ? [{ at, box }] : []
  })
  const boxes = bounds.length > 0 ? new Flatbush(bounds.length) : undefined
  for (const { box } of bounds) boxes?.add(...box)
  boxes?.finish()
  return { areas, boxes, places: bounds.map(({ at }) => at) }
}

/**
 * Which areas have more than `toleranceM2` ㎡ in common with one, in the order of the list; those that could not be
 * compared are told too. Neighbours that only share an edge have nothing in common. Only those that pass are looked at.
 */
export function overlaps(
  { areas, boxes, places }: AreaIndex,
  area: Area,
  toleranceM2: number,
  passes: (at: number) => boolean = () => true,
): Overlap[] {
  const bounds = boundsOf(area.flat())
  if (!bounds || !boxes) return []
  return boxes
    .search(...bounds)
    .map((box) => places[box] ?? 0)
    .filter(passes)
    .sort((a, b) => a - b)
    .flatMap((at): Overlap[] => {
      const common = intersectionArea(area, areas[at] ?? [])
      if (!common.ok) return [{ at, failure: common }]
      return common.areaM2 > toleranceM2 ? [{ at, areaM2: common.areaM2 }] : []
    })
}
