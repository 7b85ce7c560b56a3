import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { Palette } from '../../../../web/map/palette.ts'
import { fonts, type Size } from '../style-parts.ts'
import type { PlanDrawn } from './plan-drawn.ts'

const source = 'plan'
const labelsFrom = 11.5
/** Farther away a parcel is a speck, and a dot stands for it. */
const areasFrom = 12
const countsFrom = 12.5

export const planSources = (plan: PlanDrawn | undefined): StyleSpecification['sources'] =>
  plan
    ? { [source]: { type: 'geojson', data: { type: 'FeatureCollection', features: [...plan.features] } } }
    : {}

const isKept: ExpressionSpecification = ['get', 'isKept']
const filterOf = (...parts: unknown[]) => ['all', ...parts] as unknown as FilterSpecification
const isPoint = ['==', ['geometry-type'], 'Point']
const onLand = ['!=', ['geometry-type'], 'Point']
const isFocus = (focus: string | undefined) =>
  focus === undefined ? ['literal', false] : ['in', focus, ['get', 'projects']]
const widths = (width: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[10, width * 0.5, 14, width],
]

/** Parcels of a plan in the colour of what is looked at: the edge broken where it is proposed, whole where it is kept. */
export function planAreas(
  palette: Palette,
  plan: PlanDrawn | undefined,
  { scale }: Size,
): LayerSpecification[] {
  if (!plan) return []
  const line = (id: string, filter: FilterSpecification, paint: object): LayerSpecification => ({
    ...{ id, source, filter, type: 'line', layout: { 'line-join': 'round' } },
    paint: { 'line-color': palette('ink'), ...paint },
  })
  return [
    {
      ...{ id: 'plan-fill', type: 'fill', source, filter: filterOf(onLand) },
      paint: { 'fill-color': palette('ink'), 'fill-opacity': 0.24 },
    },
    line('plan-focus', filterOf(onLand, isFocus(plan.focus)), {
      'line-width': widths(14 * scale),
      'line-opacity': 0.4,
    }),
    // What is kept has its frame within.
    line('plan-rim', filterOf(onLand, ['!', isKept]), {
      'line-color': palette('surface'),
      'line-width': widths(5.5 * scale),
    }),
    line('plan-proposed', filterOf(onLand, ['!', isKept]), {
      'line-width': widths(3 * scale),
      'line-dasharray': [2.2, 1.4],
    }),
    line('plan-kept', filterOf(onLand, isKept), { 'line-width': widths(3 * scale) }),
  ]
}

/** Rooms of a plan as their number at the building, and whose each place becomes. */
export function planMarks(
  palette: Palette,
  plan: PlanDrawn | undefined,
  { scale }: Size,
): LayerSpecification[] {
  if (!plan) return []
  const hasRooms = ['>', ['get', 'rooms'], 0]
  /** Hollow where it is proposed, full where it is kept. */
  const dot = (radius: number): CircleLayerSpecification['paint'] => ({
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, radius * 0.35 * scale, 14, radius * scale],
    'circle-color': ['case', isKept, palette('ink'), palette('surface')],
    'circle-stroke-color': palette('ink'),
    'circle-stroke-width': widths(2.5 * scale),
  })
  return [
    {
      ...{ id: 'plan-rooms-focus', type: 'circle', source },
      filter: filterOf(hasRooms, isFocus(plan.focus)),
      paint: { 'circle-radius': 20 * scale, 'circle-color': palette('ink'), 'circle-opacity': 0.4 },
    },
    {
      ...{ id: 'plan-far', type: 'circle', source, maxzoom: areasFrom },
      filter: filterOf(isPoint, ['!', hasRooms]),
      paint: dot(9),
    },
    {
      ...{ id: 'plan-rooms', type: 'circle', source, filter: filterOf(hasRooms) },
      paint: dot(11),
    },
    {
      ...{ id: 'plan-rooms-count', type: 'symbol', source, minzoom: countsFrom, filter: filterOf(hasRooms) },
      layout: {
        'text-field': ['to-string', ['get', 'rooms']],
        'text-font': fonts.strong,
        'text-size': 12 * scale,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ['case', isKept, palette('surface'), palette('ink')] },
    },
    {
      ...{ id: 'plan-label', type: 'symbol', source, minzoom: labelsFrom },
      filter: filterOf(isPoint),
      layout: {
        'text-field': ['get', 'label'],
        'text-font': fonts.strong,
        'text-size': 12 * scale,
        'text-max-width': 11,
        'text-line-height': 1.3,
        'text-padding': 4,
        'text-anchor': ['case', hasRooms, 'top', 'center'] as unknown as ExpressionSpecification,
        'text-offset': [
          'case',
          hasRooms,
          ['literal', [0, 1.2]],
          ['literal', [0, 0]],
        ] as unknown as ExpressionSpecification,
        'symbol-sort-key': ['case', isFocus(plan.focus), 0, 1] as unknown as ExpressionSpecification,
      },
      paint: {
        'text-color': palette('ink'),
        'text-halo-color': palette('surface'),
        'text-halo-width': 2 * scale,
      },
    },
  ]
}
