/** Why a boundary cannot be one, in both languages; the ring and point that are meant are told. */
export type BoundaryFault = { zh: string; en: string }

const fault = (zh: string, en: string): BoundaryFault => ({ zh, en })
export const boundaryBytesAtMost = 1_000_000

/** GeoJSON (RFC 7946) Polygon or MultiPolygon in degrees, longitude first: closed rings of four points or more. */
export function checkBoundary(boundary: { type: string; coordinates: unknown }): BoundaryFault | undefined {
  const { type, coordinates } = boundary
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return fault(
      `边界的类型是“${type.slice(0, 40)}”，应为 Polygon 或 MultiPolygon。`,
      `The boundary is a “${type.slice(0, 40)}”; it must be a Polygon or MultiPolygon.`,
    )
  const size = new TextEncoder().encode(JSON.stringify(boundary)).length
  if (size > boundaryBytesAtMost)
    return fault(
      `边界有 ${size} 字节，最多 ${boundaryBytesAtMost} 字节，请先抽稀。`,
      `The boundary has ${size} bytes, at most ${boundaryBytesAtMost}; simplify it first.`,
    )
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return noRings
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return noRings
    for (const [at, ring] of rings.entries()) {
      const wrong = checkRing(ring, at + 1)
      if (wrong) return wrong
    }
  }
  return undefined
}

const noRings = fault('边界里没有坐标。', 'The boundary has no coordinates.')

function checkRing(ring: unknown, number: number): BoundaryFault | undefined {
  if (!Array.isArray(ring) || ring.length < 4)
    return fault(
      `第 ${number} 圈不足 4 个点（含重复的起点）。`,
      `Ring ${number} has fewer than 4 points (the first repeated as the last).`,
    )
  for (const [at, point] of ring.entries()) if (!isPoint(point)) return badPoint(number, at + 1, point)
  const [first, last] = [ring[0], ring.at(-1)]
  if (first[0] !== last[0] || first[1] !== last[1])
    return fault(
      `第 ${number} 圈没有闭合：最后一点须与第一点相同。`,
      `Ring ${number} is not closed: its last point must be its first.`,
    )
  const different = new Set(ring.map(([x, y]: number[]) => `${x} ${y}`)).size
  if (different < 3)
    return fault(
      `第 ${number} 圈只有 ${different} 个不同的点，围不成面。`,
      `Ring ${number} has only ${different} different points and encloses nothing.`,
    )
  return undefined
}

const isPoint = (point: unknown): point is number[] =>
  Array.isArray(point) &&
  (point.length === 2 || point.length === 3) &&
  point.every((value) => typeof value === 'number' && Number.isFinite(value)) &&
  Math.abs(point[0]) <= 180 &&
  Math.abs(point[1]) <= 90

function badPoint(ring: number, at: number, point: unknown) {
  const shown = JSON.stringify(point)?.slice(0, 60) ?? ''
  return fault(
    `第 ${ring} 圈第 ${at} 点 ${shown} 不是经纬度：应为[经度, 纬度]，经度在 ±180、纬度在 ±90 之内。平面坐标请先换算。`,
    `Point ${at} of ring ${ring}, ${shown}, is no longitude and latitude: [longitude, latitude] within ±180 and ±90. Convert plane coordinates first.`,
  )
}
