import { packRows } from '../../../../formats/raster/pack-rows.ts'
import type { Packed } from '../../../../formats/raster/png-file.ts'
import type { DrawingLimits } from '../../../../web/map/canvas-window.ts'
import type { LargePicture } from '../../../../web/map/draw-off-screen.ts'

type Sheet = {
  /** Dots. */
  width: number
  height: number
  /** Where the map’s upper left corner stands. */
  at: { x: number; y: number }
  /** What stands around and over the map. */
  over?: CanvasImageSource
}

/** The next strip begins when the page has drawn itself: it can be pressed and says how far it is. */
const breath = () => new Promise((done) => setTimeout(done))

/** Draws a sheet from top to bottom, a strip in memory at a time, and packs it as it comes. */
export async function drawSheet(
  map: LargePicture,
  { width, height, at, over }: Sheet,
  { window }: DrawingLimits,
  onProgress: (share: number) => void,
): Promise<Packed> {
  const packer = packRows()
  const rows = Math.min(window.height, height)
  const canvas = new OffscreenCanvas(width, rows)
  const pen = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!pen) throw new Error('Nothing can be drawn on a canvas here.')
  for (let top = 0; top < height; top += rows) {
    const high = Math.min(rows, height - top)
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, width, rows)
    const [from, to] = [Math.max(top, at.y), Math.min(top + high, at.y + map.height)]
    for (let left = 0; from < to && left < map.width; left += window.width) {
      const wide = Math.min(window.width, map.width - left)
      const part = map.window(left, from - at.y)
      pen.drawImage(part, 0, 0, wide, to - from, at.x + left, from - top, wide, to - from)
      await breath()
    }
    if (over) pen.drawImage(over, 0, -top, width, height)
    await packer.write(pen.getImageData(0, 0, width, high))
    onProgress((top + high) / height)
  }
  // Its memory is given back now, not when somebody clears up.
  Object.assign(canvas, { width: 0, height: 0 })
  return { width, height, parts: await packer.end() }
}
