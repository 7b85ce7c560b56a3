import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../../web/map/palette.ts'
import { shapeImageName } from './project-layers.ts'
import { type Filtered, fonts, type MapWords, type Size } from './style-parts.ts'

const drawnFrom = 12.5
const labelsFrom = 14.5

/** Buildings that are shown: of the corps asked for, unless all are hidden. */
export const buildingFilter = ({ unitId, hidden }: Filtered): FilterSpecification =>
  [
    'all',
    ['literal', !hidden.has('buildings')],
    ...(unitId ? [['==', ['get', 'unit'], unitId]] : []),
  ] as unknown as FilterSpecification

/** A square for each: bare and framed like a vacant room where anything is vacant, filled where nothing is; and how much. */
export function buildingLayers(
  palette: Palette,
  filtered: Filtered,
  { vacant }: MapWords,
  { scale }: Size,
): LayerSpecification[] {
  const hasVacant: ExpressionSpecification = ['>', ['get', 'share'], 0]
  return [
    {
      id: 'building',
      type: 'symbol',
      source: 'land',
      'source-layer': 'buildings',
      minzoom: drawnFrom,
      filter: buildingFilter(filtered),
      layout: {
        'icon-image': shapeImageName('square'),
        'icon-size': ['interpolate', ['linear'], ['zoom'], drawnFrom, 0.28 * scale, 16, 0.5 * scale],
        'icon-allow-overlap': true,
        'text-field': [
          'step',
          ['zoom'],
          '',
          labelsFrom,
          [
            'case',
            ['>=', ['get', 'share'], 0],
            ['concat', ['get', 'name'], '\n', vacant, ' ', ['get', 'share'], '%'],
            ['get', 'name'],
          ],
        ],
        'text-font': fonts.plain,
        'text-size': 11 * scale,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
        'text-optional': true,
        'text-max-width': 12,
      },
      paint: {
        'icon-color': ['case', hasVacant, palette('surface'), palette('parcel-built')],
        'icon-halo-color': ['case', hasVacant, palette('ink'), palette('text-2')],
        'icon-halo-width': 2,
        'text-color': palette('text'),
        'text-halo-color': palette('surface'),
        'text-halo-width': 1.5,
      },
    },
  ]
}
