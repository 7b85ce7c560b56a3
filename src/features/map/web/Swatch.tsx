import { useEffect, useRef } from 'react'
import { readPalette } from '../../../web/map/palette.ts'
import { tileRatio } from '../../../web/map/patterns.ts'
import { useTheme } from '../../../web/theme/index.ts'
import type { ParcelStatus } from '../../spaces/statuses.ts'
import { drawSwatch, swatchSize } from './draw-swatch.ts'
import './swatch.css'

/** A status as the map fills it, with its edge: the very same pixels. */
export function Swatch({ status }: { status: ParcelStatus }) {
  const place = useRef<HTMLCanvasElement>(null)
  const { theme } = useTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides which colours are read
  useEffect(() => {
    if (place.current) drawSwatch(place.current, status, readPalette())
  }, [status, theme])
  return (
    <span className="zt-swatch" aria-hidden="true">
      <canvas ref={place} width={swatchSize.width * tileRatio} height={swatchSize.height * tileRatio} />
    </span>
  )
}
