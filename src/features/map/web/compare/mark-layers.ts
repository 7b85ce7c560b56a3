import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../../../web/map/palette.ts'
import { grown, radiusExpression } from '../project-looks.ts'
import type { Marks } from './marks.ts'

const nothing: Marks = { parcels: [], projects: [] }

/** Farther away a rim would be all that is seen. */
const rimFrom = 12.5

/** A look-up that stays quick with thousands; it takes no empty list. */
const isOneOf = (ids: readonly string[]) =>
  ['match', ['get', 'id'], [...ids], true, false] as unknown as FilterSpecification

/** Outlines of parcels that differ: a rim of paper lifts them off whatever lies below. */
export function parcelMarks(palette: Palette, marks: Marks | undefined): LayerSpecification[] {
  const { parcels } = marks ?? nothing
  if (parcels.length === 0) return []
  const line = (id: string, colour: string, width: number, minzoom: number): LayerSpecification => ({
    id,
    type: 'line',
    minzoom,
    source: 'land',
    'source-layer': 'parcels',
    filter: isOneOf(parcels),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': widthBy(width) },
  })
  return [
    line('parcel-differs-rim', palette('surface'), 5.5, rimFrom),
    line('parcel-differs', palette('ink'), 2.5, 0),
  ]
}

/** Rings around projects that differ. */
export function projectMarks(palette: Palette, marks: Marks | undefined): LayerSpecification[] {
  const { projects } = marks ?? nothing
  if (projects.length === 0) return []
  return [
    {
      id: 'project-differs',
      type: 'circle',
      source: 'projects',
      'source-layer': 'projects',
      filter: isOneOf(projects),
      paint: {
        'circle-radius': grown(['+', radiusExpression, 3.5]),
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': palette('ink'),
        'circle-stroke-width': widthBy(2),
      },
    },
  ]
}

const widthBy = (width: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...[10, width * 0.3, 14, width],
]
