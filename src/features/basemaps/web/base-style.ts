import type { RasterLayerSpecification, RasterSourceSpecification } from 'maplibre-gl'
import type { BasemapView } from '../contract.ts'
import type { BaseTileSet } from '../model/sources.ts'

/** Of the addresses that base-protocol.ts answers. */
export const scheme = 'basemap'
/** As most services cut them. */
const pixels = 256

/** What lies under a map: its sources, and their layers from below upwards. */
export type BaseStyle = {
  sources: Record<string, RasterSourceSpecification>
  layers: RasterLayerSpecification[]
}

const idOf = (set: BaseTileSet) => `base-${set}`
export const baseSources = (sets: readonly BaseTileSet[]) => sets.map(idOf)

/** In the dark it is dimmed: made for white paper, it would outshine what lies on it. */
const dimmed = { 'raster-brightness-max': 0.5, 'raster-saturation': -0.5 }

export function baseStyle(view: BasemapView, theme: 'light' | 'dark'): BaseStyle {
  const { sets, version, system, nearest, bounds } = view
  const source = (set: BaseTileSet): RasterSourceSpecification => ({
    type: 'raster',
    tiles: [`${scheme}://${system}/${set}/{z}/{x}/{y}?v=${version}`],
    tileSize: pixels,
    maxzoom: nearest,
    // Those of a shifted one lie elsewhere on the ground.
    ...(bounds && system === 'cgcs2000' ? { bounds: bounds as [number, number, number, number] } : {}),
  })
  return {
    sources: Object.fromEntries(sets.map((set) => [idOf(set), source(set)])),
    layers: sets.map((set) => ({
      id: idOf(set),
      type: 'raster',
      source: idOf(set),
      paint: { 'raster-fade-duration': 0, ...(theme === 'dark' ? dimmed : {}) },
    })),
  }
}
