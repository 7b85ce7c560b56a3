/** Degrees, longitude first. Properties are what a renderer styles by: texts, numbers and booleans. */
export type TileFeature = {
  /** Whole numbers only: what a vector tile can carry. */
  id: number
  properties: Record<string, string | number | boolean>
  geometry:
    | { type: 'Point'; coordinates: [number, number] }
    | { type: 'Polygon'; coordinates: unknown[] }
    | { type: 'MultiPolygon'; coordinates: unknown[] }
}

/** A feature in the square world of Web Mercator: 0 to 1 from west to east and from north to south. */
export type Shape = {
  id: number
  properties: TileFeature['properties']
  /** A point has one ring of one point. Each ring is x, y, x, y, … without its closing point. */
  rings: Float64Array[]
  /** Of each ring: it is the hole of the last before it that is none. */
  holes: boolean[]
  isPoint: boolean
  west: number
  north: number
  east: number
  south: number
  /** Of the outer rings together, in shares of the world. */
  area: number
  /** Alike for those that may be drawn as one. */
  kind: string
}

type Ring = [number, number][]

/** Null for a feature without coordinates; `common` names the properties by which some are alike. */
export function shapeOf(feature: TileFeature, common: readonly string[] = []): Shape | null {
  const { id, properties, geometry } = feature
  const { type, coordinates } = geometry
  const polygons =
    type === 'Point'
      ? [[[coordinates]]]
      : type === 'Polygon'
        ? [coordinates as Ring[]]
        : (coordinates as Ring[][])
  const shape: Shape = {
    id,
    properties,
    rings: [],
    holes: [],
    isPoint: type === 'Point',
    west: Number.POSITIVE_INFINITY,
    north: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    south: Number.NEGATIVE_INFINITY,
    area: 0,
    kind: common.map((name) => properties[name]).join(' '),
  }
  // Closed, a surface has four points at least.
  for (const polygon of polygons as Ring[][])
    for (const [at, ring] of polygon.entries())
      if (shape.isPoint || ring.length > 3) addRing(shape, worldRing(ring, shape.isPoint), at > 0)
  return shape.rings.length > 0 ? shape : null
}

function addRing(shape: Shape, ring: Float64Array, isHole: boolean) {
  if (!shape.isPoint) {
    const area = signedArea(ring)
    // Clockwise on the screen outside, the other way in holes (Mapbox Vector Tile 2.1, 4.3.3.3).
    if (area > 0 === isHole) turnAround(ring)
    if (!isHole) shape.area += Math.abs(area)
  }
  shape.rings.push(ring)
  shape.holes.push(isHole)
  for (let at = 0; at < ring.length; at += 2) {
    const [x = 0, y = 0] = [ring[at], ring[at + 1]]
    shape.west = Math.min(shape.west, x)
    shape.east = Math.max(shape.east, x)
    shape.north = Math.min(shape.north, y)
    shape.south = Math.max(shape.south, y)
  }
}

function worldRing(ring: Ring, isPoint: boolean): Float64Array {
  const count = isPoint ? 1 : ring.length - 1
  const world = new Float64Array(count * 2)
  for (let at = 0; at < count; at++) {
    const [lon = 0, lat = 0] = ring[at] ?? []
    world[at * 2] = lon / 360 + 0.5
    world[at * 2 + 1] = worldY(lat)
  }
  return world
}

function worldY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180)
  return Math.min(Math.max(0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI, 0), 1)
}

/** Above 0 where it runs clockwise with y downwards. */
function signedArea(ring: Float64Array): number {
  let sum = 0
  const { length } = ring
  for (let at = 0, before = length - 2; at < length; before = at, at += 2)
    sum += (ring[before] ?? 0) * (ring[at + 1] ?? 0) - (ring[at] ?? 0) * (ring[before + 1] ?? 0)
  return sum / 2
}

function turnAround(ring: Float64Array) {
  for (let low = 0, high = ring.length - 2; low < high; low += 2, high -= 2) {
    const [x = 0, y = 0] = [ring[low], ring[low + 1]]
    ring[low] = ring[high] ?? 0
    ring[low + 1] = ring[high + 1] ?? 0
    ring[high] = x
    ring[high + 1] = y
  }
}
