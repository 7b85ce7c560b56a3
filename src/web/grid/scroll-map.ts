/** Firefox stops at about 17.9 million CSS pixels of height, Chromium at 33.5 million. */
export const MAX_HEIGHT = 10_000_000
const EDGE = 100_000

/** Maps the true offset of a very tall list (virtual) to the offset the browser scrolls (physical), both in px. */
export type ScrollMap = {
  virtualMax: number
  physicalMax: number
  /** Height the browser is given for the body. */
  physicalHeight: number
  identity: boolean
  toPhysical: (virtual: number) => number
  toVirtual: (physical: number) => number
}

/** One to one at both ends, so that the first and last rows scroll as in any list; linear in between. */
export function scrollMap(height: number, view: number, limit = MAX_HEIGHT): ScrollMap {
  const virtualMax = Math.max(0, height - view)
  const physicalHeight = Math.min(height, limit)
  const physicalMax = Math.max(0, physicalHeight - view)
  const identity = physicalHeight === height
  const edge = Math.min(EDGE, physicalMax / 4)
  const middleVirtual = virtualMax - 2 * edge
  const middlePhysical = physicalMax - 2 * edge
  const toPhysical = (virtual: number): number => {
    const v = clamp(virtual, 0, virtualMax)
    if (identity || v <= edge) return v
    if (v >= virtualMax - edge) return physicalMax - (virtualMax - v)
    return Math.round(edge + ((v - edge) * middlePhysical) / middleVirtual)
  }
  const toVirtual = (physical: number): number => {
    const p = clamp(physical, 0, physicalMax)
    if (identity || p <= edge) return p
    if (p >= physicalMax - edge) return virtualMax - (physicalMax - p)
    return Math.round(edge + ((p - edge) * middleVirtual) / middlePhysical)
  }
  return { virtualMax, physicalMax, physicalHeight, identity, toPhysical, toVirtual }
}

export type ScrollPosition = { physical: number; virtual: number }

/** A small step (wheel, touch) moves one to one; a jump (scroll bar) lands where the bar says. */
export function follow(map: ScrollMap, at: ScrollPosition, physical: number, view: number): ScrollPosition {
  if (map.identity) return { physical, virtual: clamp(physical, 0, map.virtualMax) }
  const step = physical - at.physical
  const jump = Math.abs(step) > Math.max(3000, view * 4)
  return { physical, virtual: jump ? map.toVirtual(physical) : clamp(at.virtual + step, 0, map.virtualMax) }
}

/** Where the bar ought to stand for the rows shown. Applied when scrolling rests. */
export function settle(map: ScrollMap, at: ScrollPosition): ScrollPosition {
  return { physical: map.toPhysical(at.virtual), virtual: at.virtual }
}

/** Near either end the drift has to go at once, or the list would end before or after its last row. */
export function mustSettle(map: ScrollMap, at: ScrollPosition): boolean {
  if (map.identity) return false
  const nearEnd = at.virtual < EDGE || at.virtual > map.virtualMax - EDGE
  return nearEnd && Math.abs(map.toPhysical(at.virtual) - at.physical) > 1
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
