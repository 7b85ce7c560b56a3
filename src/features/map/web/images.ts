import type { Images } from '../../../web/map/MapCanvas.tsx'
import { type Palette, rgbOf } from '../../../web/map/palette.ts'
import { patternTile, tileRatio } from '../../../web/map/patterns.ts'
import { shapeImage, shapes } from '../../../web/map/shapes.ts'
import { parcelStatuses } from '../../spaces/statuses.ts'
import { patternImage } from './land-layers.ts'
import { shapeImageName } from './project-layers.ts'
import { statusLooks } from './status-looks.ts'

/** Every picture that the style names: patterns in the theme’s colours, shapes that the style itself colours. */
export const imagesOf =
  (palette: Palette): Images =>
  (id) => {
    const status = parcelStatuses.find((one) => patternImage(one) === id)
    if (status) {
      const { pattern, mark } = statusLooks[status]
      if (pattern === 'none') return undefined
      return { pixels: patternTile(pattern, rgbOf(palette(mark))), pixelRatio: tileRatio, sdf: false }
    }
    const shape = shapes.find((one) => shapeImageName(one) === id)
    return shape && { pixels: shapeImage(shape), pixelRatio: 1, sdf: true }
  }
