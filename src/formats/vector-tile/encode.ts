import { PbfWriter } from 'pbf'
import { writeLayer } from './layer.ts'
import type { Tile } from './tile-index.ts'

/** A Mapbox Vector Tile (version 2) with these layers; layers without anything are left out. */
export function encodeTile(layers: Record<string, Tile | null>): Uint8Array {
  const pbf = new PbfWriter()
  for (const [name, tile] of Object.entries(layers))
    if (tile && tile.features.length > 0) pbf.writeMessage(3, writeLayer, { name, features: tile.features })
  return pbf.finish()
}
