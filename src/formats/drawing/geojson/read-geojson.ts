import { UnreadableFile } from '../../unreadable-file.ts'
import type { Drawing, Shape } from '../drawing.ts'
import type { Allowance } from '../limits.ts'
import { DrawingNotices } from '../notices.ts'
import { systemOf } from './crs.ts'
import { surfacesOf } from './geometry.ts'
import { type Json, JsonText } from './json-text.ts'

/**
 * Reads GeoJSON in UTF-8: a collection of features, a feature or a geometry (RFC 7946, and the `crs` member of 2008).
 * `place` is the feature's number in the file. Throws `not_a_drawing` for other JSON.
 */
export const readGeojson = (bytes: Buffer, allowance: Allowance): Drawing => {
  const reading = new GeojsonReading(allowance)
  const text = new JsonText(bytes)
  const root = new Map<string, Json>()
  let hasFeatures = false
  text.members((key) => {
    if (key !== 'features' || !text.isNext('array')) {
      root.set(key, text.value())
      return
    }
    hasFeatures = true
    // Feature by feature, so that what was taken of one is gone when the next is read.
    text.items((index) => reading.take(text.value(), String(index + 1)))
  })
  text.end()
  const type = root.get('type')
  if (type === 'FeatureCollection' || (hasFeatures && type === undefined))
    return reading.finish(root.get('crs'))
  if (typeof type !== 'string' || !singleKinds.has(type))
    throw new UnreadableFile('not_a_drawing', { kind: type === 'Topology' ? 'topojson' : 'json' })
  reading.take(Object.fromEntries(root), '1')
  return reading.finish(root.get('crs'))
}

const singleKinds = new Set([
  'Feature',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
])

class GeojsonReading {
  readonly #notices = new DrawingNotices()
  readonly #allowance: Allowance
  readonly #shapes: Shape[] = []

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  take(feature: Json, place: string): void {
    if (typeof feature !== 'object' || feature === null || Array.isArray(feature)) {
      this.#notices.add('damaged_shape', { place })
      return
    }
    let spoilt = false
    const surfaces = surfacesOf(
      feature['type'] === 'Feature' ? (feature['geometry'] ?? null) : feature,
      (fault) => {
        const { code, value } = fault
        spoilt ||= code !== 'heights_ignored' && code !== 'not_a_surface'
        this.#notices.add(code, { place, ...(value === undefined ? {} : { value }) })
      },
    )
    if (spoilt || surfaces.length === 0) return
    this.#allowance.shapes(1)
    for (const rings of surfaces) for (const ring of rings) this.#allowance.points(ring.length)
    this.#shapes.push({ place, surfaces, attributes: attributesOf(feature) })
  }

  finish(crs: Json | undefined): Drawing {
    if (this.#shapes.length === 0) this.#notices.add('nothing_found')
    return {
      format: 'geojson',
      order: 'eastFirst',
      shapes: this.#shapes,
      system: systemOf(crs),
      notices: this.#notices.list(),
    }
  }
}

const attributesOf = ({
  type,
  id = null,
  properties = null,
}: Record<string, Json>): Record<string, string> => {
  if (type !== 'Feature') return {}
  const own = typeof properties === 'object' && !Array.isArray(properties) ? properties : null
  const all = Object.entries({ ...(id === null ? {} : { id }), ...own })
  return Object.fromEntries(all.map(([key, value]) => [key, textOf(value)]).filter(([, text]) => text !== ''))
}

const textOf = (value: Json) => {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}
