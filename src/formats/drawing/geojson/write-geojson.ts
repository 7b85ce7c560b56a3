import { namedAttributes, orientedRings, type WrittenShape } from '../written-shape.ts'

export type GeojsonOptions = {
  /** Written as the `crs` of 2008, which programs still read, unless it is the 4326 that GeoJSON has anyway. */
  epsg?: number
}

/** A feature collection; rings turn as RFC 7946 wants, coordinates are as given. */
export const writeGeojson = (shapes: readonly WrittenShape[], { epsg }: GeojsonOptions = {}): Buffer => {
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } }
  const head = epsg === undefined || epsg === 4326 ? '' : `"crs":${JSON.stringify(crs)},`
  const features = shapes.map((shape) =>
    JSON.stringify({ type: 'Feature', properties: namedAttributes(shape), geometry: geometryOf(shape) }),
  )
  return Buffer.from(`{"type":"FeatureCollection",${head}"features":[\n${features.join(',\n')}\n]}\n`)
}

const geometryOf = ({ surfaces }: WrittenShape) => {
  const polygons = orientedRings(surfaces, 'counterclockwise')
  if (polygons.length === 0) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons }
}
