import { GeoJSONVT } from '@maplibre/geojson-vt'

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
export type Tile = NonNullable<ReturnType<GeoJSONVT['getTile']>>

/** Beyond this tiles are enlarged by the renderer; 4,096 steps of a tile are 2 cm here. */
export const deepestZoom = 18
const options = {
  maxZoom: deepestZoom,
  indexMaxZoom: 5,
  indexMaxPoints: 0,
  tolerance: 3,
  buffer: 64,
  updateable: true,
}

/** Features that tiles are cut from, whichever is asked for; one that changes costs a look through all, not a new cut. */
export class TileIndex {
  #cut: GeoJSONVT
  readonly #known = new Set<number>()

  constructor(features: readonly TileFeature[]) {
    this.#cut = cutAnew(features)
    for (const { id } of features) this.#known.add(id)
  }

  /** Puts features in the place of those with the same id; adds those that are new. */
  put(features: readonly TileFeature[]) {
    if (features.length === 0) return
    const remove = features.map(({ id }) => id).filter((id) => this.#known.has(id))
    for (const { id } of features) this.#known.add(id)
    this.#cut.updateData({ remove, add: features.map(asFeature) })
  }

  remove(ids: readonly number[]) {
    const remove = ids.filter((id) => this.#known.delete(id))
    if (remove.length > 0) this.#cut.updateData({ remove })
  }

  /** Null where nothing is. */
  tile(z: number, x: number, y: number): Tile | null {
    return this.#cut.getTile(z, x, y)
  }
}

const asFeature = (feature: TileFeature) => ({ type: 'Feature' as const, ...feature }) as GeoJSON.Feature

const cutAnew = (features: readonly TileFeature[]) =>
  new GeoJSONVT({ type: 'FeatureCollection', features: features.map(asFeature) }, options)
