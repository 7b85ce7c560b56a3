import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../../web/map/palette.ts'
import { type KeptShare, keptShares } from '../../matching/contract.ts'
import { parcelFilter } from './parcel-filter.ts'
import type { Filtered, Size } from './style-parts.ts'

/** Farther away a frame would be all that is seen of a parcel. */
const framesFrom = 12.5

/** Parcels of which so much is kept for projects: unless the legend hides these, or the parcel itself. */
export const keptFilter = (share: KeptShare, filtered: Filtered): FilterSpecification =>
  [
    'all',
    ['literal', !filtered.hidden.has(share)],
    ['==', ['get', 'kept'], share],
    parcelFilter(filtered),
  ] as unknown as FilterSpecification

/** A frame within the edge, whole or broken, as what is kept is: no hue, for a parcel keeps that of its status. */
export const keptLayers = (palette: Palette, filtered: Filtered, { scale }: Size): LayerSpecification[] =>
  keptShares.map((share) => ({
    id: share === 'kept' ? 'parcel-kept' : 'parcel-kept-part',
    type: 'line',
    source: 'land',
    'source-layer': 'parcels',
    minzoom: framesFrom,
    filter: keptFilter(share, filtered),
    paint: {
      'line-color': palette('text'),
      'line-width': ['interpolate', ['linear'], ['zoom'], framesFrom, 1.2 * scale, 15, 2.5 * scale],
      'line-offset': ['interpolate', ['linear'], ['zoom'], framesFrom, 1.6 * scale, 15, 4 * scale],
      ...(share === 'keptPart' ? { 'line-dasharray': [2.5, 1.8] } : {}),
    },
  }))
