import { type Palette, rgbOf } from '../../../web/map/palette.ts'
import { patternTile, tileRatio } from '../../../web/map/patterns.ts'
import type { ParcelStatus } from '../../spaces/statuses.ts'
import { statusLooks } from './status-looks.ts'

export const swatchSize = { width: 26, height: 16 }

/** Fills a canvas with what a status looks like on the map. */
export function drawSwatch(canvas: HTMLCanvasElement, status: ParcelStatus, palette: Palette) {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const { fill, mark, pattern } = statusLooks[status]
  const [wide, high] = [swatchSize.width * tileRatio, swatchSize.height * tileRatio]
  pen.fillStyle = palette(fill)
  pen.fillRect(0, 0, wide, high)
  if (pattern !== 'none') {
    const { data, width: side } = patternTile(pattern, rgbOf(palette(mark)))
    const tile = new OffscreenCanvas(side, side)
    tile.getContext('2d')?.putImageData(new ImageData(data, side, side), 0, 0)
    pen.fillStyle = pen.createPattern(tile, 'repeat') ?? 'transparent'
    pen.fillRect(0, 0, wide, high)
  }
  pen.strokeStyle = palette(mark)
  pen.lineWidth = tileRatio
  pen.strokeRect(tileRatio / 2, tileRatio / 2, wide - tileRatio, high - tileRatio)
}
