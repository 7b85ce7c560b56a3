import type { StyleSpecification } from 'maplibre-gl'
import type { Palette } from '../../../web/map/palette.ts'
import { buildingLayers } from './building-layers.ts'
import { landLayers, territoryNames } from './land-layers.ts'
import { planMarks, planSources } from './plan/plan-layers.ts'
import { projectLayers } from './project-layers.ts'
import { deskSize, type Filtered, type MapWords } from './style-parts.ts'

/** As deep as the server cuts tiles; nearer, they are enlarged. */
export const deepestTiles = 18

/** The whole map as the renderer is told it: without a source of glyphs, it draws all letters with the fonts at hand. */
export function styleOf(
  palette: Palette,
  tiles: { land: string; projects: string },
  filtered: Filtered,
  words: MapWords,
  size = deskSize,
): StyleSpecification {
  const source = (address: string, promoteId: Record<string, string>) => ({
    type: 'vector' as const,
    tiles: [address],
    maxzoom: deepestTiles,
    promoteId,
  })
  return {
    version: 8,
    sources: {
      ...filtered.base?.sources,
      land: source(tiles.land, { parcels: 'id', labels: 'id', territories: 'id', buildings: 'id' }),
      projects: source(tiles.projects, { projects: 'id' }),
      ...planSources(filtered.plan),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette('ground') } },
      ...(filtered.base?.layers ?? []),
      ...landLayers(palette, filtered, words, size),
      ...buildingLayers(palette, filtered, words, size),
      ...projectLayers(palette, filtered, size),
      ...planMarks(palette, filtered.plan, size),
      territoryNames(palette, size),
    ],
  }
}
