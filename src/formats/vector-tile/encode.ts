import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Tile } from './tile-index.ts'

/** A Mapbox Vector Tile (version 2) with these layers; layers without anything are left out. */
export function encodeTile(layers: Record<string, Tile | null>): Uint8Array {
  const filled = Object.entries(layers).flatMap(([name, tile]) =>
    tile && tile.features.length > 0 ? [[name, tile]] : [],
  )
  return fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: 4096 })
}

/** The same tile with the features that pass alone. */
export const onlyFeatures = (tile: Tile | null, passes: (id: number) => boolean): Tile | null =>
  tile && { ...tile, features: tile.features.filter(({ id }: { id?: unknown }) => passes(Number(id))) }
