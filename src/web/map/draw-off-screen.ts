import { Map as MapLibre, type StyleSpecification } from 'maplibre-gl'
import { type DrawingLimits, openWindow } from './canvas-window.ts'
import type { Images } from './MapCanvas.tsx'
import './start-map.ts'
import './off-screen.css'

/** A flat map of so many pixels of the screen, none of which anybody sees. */
export type Drawing = {
  width: number
  height: number
  lon: number
  lat: number
  zoom: number
  style: StyleSpecification
  images: Images
  /** Once the style is there. */
  onStyle?: (map: MapLibre) => void
}
export type LargePicture = {
  /** Dots. */
  width: number
  height: number
  /** Draws what lies from here on; the canvas holds it until the next. */
  window: (left: number, top: number) => HTMLCanvasElement
}

/** Draws a map at `ratio` dots to a pixel and gives it to `use`, window by window; nothing of it is left afterwards. */
export async function drawOffScreen<T>(
  drawing: Drawing,
  { ratio, limits, signal }: { ratio: number; limits: DrawingLimits; signal: AbortSignal },
  use: (picture: LargePicture) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const [width, height] = [Math.round(drawing.width * ratio), Math.round(drawing.height * ratio)]
  const place = document.createElement('div')
  place.className = 'zt-off-screen'
  place.setAttribute('aria-hidden', 'true')
  Object.assign(place.style, { width: `${drawing.width}px`, height: `${drawing.height}px` })
  document.body.append(place)
  const map = new MapLibre({
    container: place,
    style: drawing.style,
    center: [drawing.lon, drawing.lat],
    zoom: drawing.zoom,
    minZoom: 0,
    maxZoom: 24,
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    trackResize: false,
    refreshExpiredTiles: false,
    fadeDuration: 0,
    // The canvas that it begins with is but to be made a window of.
    pixelRatio: Math.min(1, ratio),
    maxCanvasSize: [width + 1, height + 1],
    canvasContextAttributes: { antialias: true },
  })
  try {
    const canvas = map.getCanvas()
    const view = openWindow(canvas)
    map.setPixelRatio(ratio)
    map.setMissingStyleImageResolver((id) => {
      const image = drawing.images(id)
      if (image && !map.hasImage(id)) map.addImage(id, image.pixels, image)
    })
    map.once('style.load', () => drawing.onStyle?.(map))
    // Frame after frame until all has come, none of them looked at.
    await drawn(map, signal)
    view.resize(Math.min(limits.window.width, width), Math.min(limits.window.height, height))
    return await use({
      width,
      height,
      window(left, top) {
        signal.throwIfAborted()
        view.show(left, top)
        map.redraw()
        return canvas
      },
    })
  } finally {
    map.remove()
    place.remove()
  }
}

/** When all of it has come and letters have found their places. */
const drawn = (map: MapLibre, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    map.once('idle', () => resolve())
    map.once('error', ({ error }) => reject(error))
    map.once('webglcontextlost', () => reject(new Error('The graphics card gave up.')))
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
