import type { Images } from '../../../web/map/MapCanvas.tsx'
import { numberMark } from '../../../web/map/number-mark.ts'
import { type Palette, rgbOf } from '../../../web/map/palette.ts'
import { patternTile, tileRatio } from '../../../web/map/patterns.ts'
import { shapeImage, shapes } from '../../../web/map/shapes.ts'
import { parcelStatuses } from '../../spaces/statuses.ts'
import { patternImage } from './land-layers.ts'
import { markImageName, shapeImageName } from './project-layers.ts'
import { markRadius, markSizes, phases } from './project-looks.ts'
import { statusLooks } from './status-looks.ts'

/** Every picture that the style names: patterns in the theme’s colours, shapes that the style itself colours. */
export const imagesOf =
  (palette: Palette, ratio = devicePixelRatio): Images =>
  (id) => {
    const status = parcelStatuses.find((one) => patternImage(one) === id)
    if (status) {
      const { pattern, mark } = statusLooks[status]
      if (pattern === 'none') return undefined
      return { pixels: patternTile(pattern, rgbOf(palette(mark))), pixelRatio: tileRatio, sdf: false }
    }
    for (const [at, phase] of phases.entries()) {
      const size = markSizes.findIndex((_, one) => markImageName(phase, one) === id)
      if (size < 0) continue
      const colours = { fill: palette(`stage-${phase}`), rim: palette('surface'), text: palette('surface') }
      const pixelRatio = Math.ceil(ratio)
      const pixels = numberMark(markRadius(size), String(at + 1), colours, pixelRatio, palette('font'))
      return { pixels, pixelRatio, sdf: false }
    }
    const shape = shapes.find((one) => shapeImageName(one) === id)
    return shape && { pixels: shapeImage(shape), pixelRatio: 1, sdf: true }
  }
