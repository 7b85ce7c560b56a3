import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../../web/map/palette.ts'
import { keptShares } from '../../matching/contract.ts'
import { parcelStatuses } from '../../spaces/statuses.ts'
import { parcelMarks } from './compare/mark-layers.ts'
import { keptLayers } from './kept-layers.ts'
import { parcelFilter } from './parcel-filter.ts'
import { planAreas } from './plan/plan-layers.ts'
import { statusLooks } from './status-looks.ts'
import { type Filtered, fonts, type MapWords, type Size } from './style-parts.ts'

const squareMetresPerMu = 10_000 / 15
/** Below it patterns and edges are noise. */
const patternsFrom = 12.5
const labelsFrom = 15

/** Of the territories’ paper, where a base map is to be seen through it. */
const paperOverBase = 0.35

export const patternImage = (status: string) => `pattern-${status}`

const byStatus = (colourOf: (status: (typeof parcelStatuses)[number]) => string): ExpressionSpecification =>
  [
    'match',
    ['get', 'status'],
    ...parcelStatuses.flatMap((status) => [status, colourOf(status)]),
    'rgba(0, 0, 0, 0)',
  ] as unknown as ExpressionSpecification

/** Territories as white paper with a hairline, parcels by status over them, their labels where there is room. */
export function landLayers(
  palette: Palette,
  filtered: Filtered,
  words: MapWords,
  size: Size,
): LayerSpecification[] {
  const { scale } = size
  const edgeWidth = edgeWidths(scale)
  const { unitId, base } = filtered
  const filter = parcelFilter(filtered)
  const edges = byStatus((status) => palette(statusLooks[status].mark))
  const [land, parcels] = ['land', 'parcels']
  const isIllustrative: ExpressionSpecification = ['has', 'ill']
  const both = (one: unknown) => ['all', filter, one] as unknown as FilterSpecification
  return [
    {
      id: 'territory-fill',
      type: 'fill',
      source: land,
      'source-layer': 'territories',
      paint: {
        'fill-color': palette('surface'),
        'fill-antialias': false,
        'fill-opacity': base ? paperOverBase : 1,
      },
    },
    {
      id: 'parcel-fill',
      type: 'fill',
      source: land,
      'source-layer': parcels,
      filter,
      paint: { 'fill-color': byStatus((status) => palette(statusLooks[status].fill)) },
    },
    {
      id: 'parcel-pattern',
      type: 'fill',
      source: land,
      'source-layer': parcels,
      minzoom: patternsFrom,
      filter: both([
        'in',
        ['get', 'status'],
        ['literal', parcelStatuses.filter((status) => statusLooks[status].pattern !== 'none')],
      ]),
      paint: {
        'fill-pattern': ['concat', 'pattern-', ['get', 'status']],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], patternsFrom, 0.35, 15, 0.75],
      },
    },
    {
      id: 'parcel-edge',
      type: 'line',
      source: land,
      'source-layer': parcels,
      filter: both(['!', isIllustrative]),
      paint: { 'line-color': edges, 'line-width': edgeWidth },
    },
    {
      id: 'parcel-edge-illustrative',
      type: 'line',
      source: land,
      'source-layer': parcels,
      filter: both(isIllustrative),
      paint: { 'line-color': edges, 'line-width': edgeWidth, 'line-dasharray': [3, 2.5] },
    },
    {
      id: 'territory-edge',
      type: 'line',
      source: land,
      'source-layer': 'territories',
      paint: {
        'line-color': unitId
          ? ['match', ['get', 'unit'], unitId, palette('ink'), palette('control-line')]
          : palette('control-line'),
        'line-width': unitId ? ['match', ['get', 'unit'], unitId, 2 * scale, scale] : scale,
      },
    },
    ...keptLayers(palette, filtered, size),
    ...planAreas(palette, filtered.plan, size),
    ...parcelMarks(palette, filtered.marks),
    {
      id: 'parcel-chosen',
      type: 'line',
      source: land,
      'source-layer': parcels,
      // Several drawn as one are no parcel that could be chosen.
      filter: ['has', 'id'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette('ink'),
        'line-width': ['case', isState('chosen'), 3 * scale, 2 * scale],
        'line-opacity': ['case', isState('chosen'), 1, isState('under'), 0.7, 0],
      },
    },
    {
      id: 'parcel-label',
      type: 'symbol',
      source: land,
      'source-layer': 'labels',
      minzoom: labelsFrom,
      filter,
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['concat', labelWords, keptWords(filtered, words)],
          16,
          ['concat', labelWords, '\n', areaWords(words), keptWords(filtered, words)],
        ],
        'text-font': fonts.plain,
        'text-size': 12 * scale,
        'text-max-width': 9,
        'text-line-height': 1.3,
        'text-padding': 4,
        'symbol-sort-key': ['-', ['get', 'area']],
      },
      paint: {
        'text-color': palette('text'),
        'text-halo-color': byStatus((status) => palette(statusLooks[status].fill)),
        'text-halo-width': 1.5 * scale,
      },
    },
  ]
}

/** Above all else: what stands in the way of a name gives way to it. */
export const territoryNames = (palette: Palette, { scale }: Size): LayerSpecification => ({
  id: 'territory-name',
  type: 'symbol',
  source: 'land',
  'source-layer': 'names',
  minzoom: 7,
  maxzoom: 15.5,
  layout: {
    'text-field': [
      'step',
      ['zoom'],
      ['coalesce', ['get', 'unitName'], ['get', 'name']],
      13,
      ['format', ['get', 'unitName'], {}, '\n', {}, ['get', 'name'], { 'font-scale': 0.86 }],
    ],
    'text-font': fonts.strong,
    'text-size': ['interpolate', ['linear'], ['zoom'], 10, 12 * scale, 14, 15 * scale],
    'text-max-width': 10,
    'text-line-height': 1.35,
    'text-padding': 6,
  },
  paint: {
    'text-color': palette('text-2'),
    'text-halo-color': palette('surface'),
    'text-halo-width': 2 * scale,
  },
})

const edgeWidths = (scale: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[10, 0.25 * scale, 13, 0.75 * scale, 16, 1.25 * scale],
]

const isState = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false]

/** 萧政工出〔2023〕51号 breaks before the year. */
const labelWords: ExpressionSpecification = [
  'let',
  'year',
  ['index-of', '〔', ['get', 'label']],
  [
    'case',
    ['>', ['var', 'year'], 0],
    [
      'concat',
      ['slice', ['get', 'label'], 0, ['var', 'year']],
      '\n',
      ['slice', ['get', 'label'], ['var', 'year']],
    ],
    ['get', 'label'],
  ],
]

/** A line of its own, where the legend does not hide it. */
const keptWords = ({ hidden }: Filtered, words: MapWords): ExpressionSpecification =>
  [
    'match',
    ['get', 'kept'],
    ...keptShares.flatMap((share) => [share, hidden.has(share) ? '' : `\n${words[share]}`]),
    '',
  ] as unknown as ExpressionSpecification

/** 亩, with one decimal below ten. */
const areaWords = ({ mu }: MapWords): ExpressionSpecification => {
  const area: ExpressionSpecification = ['/', ['get', 'area'], squareMetresPerMu]
  return [
    'concat',
    ['to-string', ['case', ['<', area, 10], ['/', ['round', ['*', area, 10]], 10], ['round', area]]],
    ` ${mu}`,
  ]
}
