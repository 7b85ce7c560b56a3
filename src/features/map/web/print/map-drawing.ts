import type { Day } from '../../../../shared/days.ts'
import type { Drawing } from '../../../../web/map/draw-off-screen.ts'
import type { Palette } from '../../../../web/map/palette.ts'
import { keptShares } from '../../../matching/contract.ts'
import { imagesOf } from '../images.ts'
import type { MapAsked } from '../map-address.ts'
import { styleOf } from '../map-style.ts'
import type { MapWords } from '../style-parts.ts'
import { tilesOf } from '../use-map-look.ts'
import { dotsPerUnit } from './paper.ts'
import type { Plan } from './plan.ts'

/** The map of a sheet as a renderer is told it, at so many dots to a unit. */
export function mapDrawing(
  plan: Plan,
  asked: MapAsked,
  palette: Palette,
  { words, day }: { words: MapWords; day: Day | undefined },
  ratio: number,
): Drawing {
  const { frame, sight, zoom } = plan
  // What is kept for a day is no news on a sheet that hangs for a month, and its legend has no line for it.
  const style = styleOf(
    palette,
    { land: tilesOf('land', day), projects: tilesOf('projects', day) },
    { ...asked, hidden: new Set([...asked.hidden, ...keptShares]) },
    words,
  )
  return {
    width: frame.width,
    height: frame.height,
    lon: sight.lon,
    lat: sight.lat,
    zoom,
    // Softened edges of fills ask which dot of the canvas they are, which is another one in each window.
    style: {
      ...style,
      layers: style.layers.map((layer) =>
        layer.type === 'fill' ? { ...layer, paint: { ...layer.paint, 'fill-antialias': false } } : layer,
      ),
    },
    images: imagesOf(palette, Math.ceil(ratio)),
    onStyle: (map) => {
      const { parcelId, projectId } = asked
      if (parcelId)
        map.setFeatureState({ source: 'land', sourceLayer: 'parcels', id: parcelId }, { chosen: true })
      if (projectId)
        map.setFeatureState({ source: 'projects', sourceLayer: 'projects', id: projectId }, { chosen: true })
    },
  }
}

/** Dots of the whole sheet, and of the map on it. */
export function dotsOn({ size, layout }: Pick<Plan, 'size' | 'layout'>, dpi: number) {
  const ratio = dotsPerUnit(size, dpi)
  const { map } = layout
  return {
    ratio,
    width: Math.round(size.width * ratio),
    height: Math.round(size.height * ratio),
    map: { x: Math.round(map.x * ratio), y: Math.round(map.y * ratio) },
    mapWidth: Math.round(map.width * ratio),
    mapHeight: Math.round(map.height * ratio),
  }
}
