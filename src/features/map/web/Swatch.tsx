import { useEffect, useRef } from 'react'
import { readPalette, rgbOf } from '../../../web/map/palette.ts'
import { patternTile, tileRatio } from '../../../web/map/patterns.ts'
import { useTheme } from '../../../web/theme/index.ts'
import type { ParcelStatus } from '../../spaces/statuses.ts'
import { statusLooks } from './status-looks.ts'
import './swatch.css'

const [width, height] = [26, 16]

/** A status as the map fills it, with its edge: the very same pixels. */
export function Swatch({ status }: { status: ParcelStatus }) {
  const place = useRef<HTMLCanvasElement>(null)
  const { theme } = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides which colours are read
  useEffect(() => {
    const pen = place.current?.getContext('2d')
    if (!pen) return
    const palette = readPalette()
    const { fill, mark, pattern } = statusLooks[status]
    const [wide, high] = [width * tileRatio, height * tileRatio]
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
  }, [status, theme])
  return (
    <span className="zt-swatch" aria-hidden="true">
      <canvas ref={place} width={width * tileRatio} height={height * tileRatio} />
    </span>
  )
}
