import './maplibre.css'
import { Map as MapLibre, prewarm, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { attendance } from '../attendance.ts'

setWorkerUrl(workerUrl)
// Fetched while the page is put together, not when the map is.
prewarm()

export type { MapLibre }
/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]
export type Placed = { lon: number; lat: number; zoom: number } | { box: Box }

export const nearestZoom = 20
export const farthestZoom = 7
/** How near a map goes by itself to show something small. */
const nearestByItself = 17

/** A flat map with north up, which asks nobody but the style's own sources. */
export function startMap(
  container: HTMLElement,
  style: StyleSpecification,
  at: Placed,
  cover: Cover = {},
  isPicture = false,
): MapLibre {
  const map = new MapLibre({
    container,
    style,
    ...('box' in at
      ? {
          bounds: at.box as [number, number, number, number],
          fitBoundsOptions: { padding: roomIn(cover), maxZoom: 16 },
        }
      : { center: [at.lon, at.lat], zoom: at.zoom }),
    minZoom: farthestZoom,
    maxZoom: nearestZoom,
    attributionControl: false,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    boxZoom: false,
    refreshExpiredTiles: false,
    fadeDuration: 0,
    transformRequest: (url) => ({ url, headers: attendance() }),
    interactive: !isPicture,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

/** The part of the ground that is seen. */
export function boxOf(map: MapLibre): Box {
  const bounds = map.getBounds()
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
}

/** What of the map lies under a panel, in pixels from its edges. */
export type Cover = { left?: number; right?: number; bottom?: number }
const roomIn = ({ left = 0, right = 0, bottom = 0 }: Cover) => ({
  top: 64,
  left: 24 + left,
  right: 64 + right,
  bottom: 24 + bottom,
})

/** Goes there if it is not in sight, and no nearer than it has to. */
export function showBox(map: MapLibre, box: Box, cover: Cover = {}, isAlways = false) {
  const { clientWidth, clientHeight } = map.getContainer()
  const [west, south, east, north] = box
  const [topLeft, bottomRight] = [map.project([west, north]), map.project([east, south])]
  const isInSight =
    topLeft.x >= (cover.left ?? 0) &&
    topLeft.y >= 0 &&
    bottomRight.x <= clientWidth - (cover.right ?? 0) &&
    bottomRight.y <= clientHeight - (cover.bottom ?? 0)
  if (isInSight && !isAlways) return
  map.fitBounds(box as [number, number, number, number], {
    padding: roomIn(cover),
    maxZoom: Math.max(nearestByItself, isAlways ? 0 : map.getZoom()),
  })
}
