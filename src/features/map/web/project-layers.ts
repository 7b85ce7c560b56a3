import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../../web/map/palette.ts'
import { shapeSize } from '../../../web/map/shapes.ts'
import { phaseOf } from '../../projects/phases.ts'
import { type Light, lights, type Stage, stages } from '../../projects/stages.ts'
import { projectMarks } from './compare/mark-layers.ts'
import { grown, lightShapes, markRadius, markSizeExpression, radiusExpression } from './project-looks.ts'
import { type Filtered, fonts, type Size } from './style-parts.ts'

/** Below it the number in a circle is a speck. */
const numbersFrom = 12

export const shapeImageName = (shape: string) => `shape-${shape}`
export const markImageName = (phase: string, size: number | '') => `mark-${phase}-${size}`

const match = (key: string, pairs: readonly (readonly [string, unknown])[], other: unknown) =>
  ['match', ['get', key], ...pairs.flat(), other] as unknown as ExpressionSpecification
const byStage = (given: (stage: Stage) => unknown, other: unknown) =>
  match(
    'stage',
    stages.map((stage) => [stage, given(stage)]),
    other,
  )
const byLight = (given: (light: Light) => unknown, other: unknown) =>
  match(
    'light',
    lights.map((light) => [light, given(light)]),
    other,
  )

/** Circles of the phase’s colour, or the shapes of lights. */
const shaped = ({ by }: Filtered, scale: number) => ({
  'icon-image':
    by === 'stage' ? shapeImageName('circle') : byLight((light) => shapeImageName(lightShapes[light]), ''),
  'icon-size': grown(['/', radiusExpression, shapeSize / 2], scale),
})
/** Circles with the phase’s number. */
const numbered = (scale: number) => ({
  'icon-image': [
    'concat',
    byStage((stage) => markImageName(phaseOf(stage), ''), ''),
    markSizeExpression((size) => String(size)),
  ] as unknown as ExpressionSpecification,
  'icon-size': grown(['/', radiusExpression, markSizeExpression(markRadius)], scale),
})

/** Projects that are shown: of the corps and chain asked for, in a phase (or with a light) that is not hidden. */
export const projectFilter = ({ unitId, chain, by, hidden }: Filtered): FilterSpecification => {
  const left =
    by === 'stage'
      ? stages.filter((stage) => hidden.has(phaseOf(stage)))
      : lights.filter((light) => hidden.has(light))
  return [
    'all',
    ['!', ['in', ['get', by], ['literal', left]]],
    ...(unitId ? [['==', ['get', 'unit'], unitId]] : []),
    ...(chain ? [['==', ['get', 'chain'], chain]] : []),
  ] as unknown as FilterSpecification
}

/** Projects by the root of their investment, in the colour, and the number or shape, of phase or light; names beside. */
export function projectLayers(
  palette: Palette,
  filtered: Filtered,
  { scale, namesFrom }: Size,
): LayerSpecification[] {
  const filter = projectFilter(filtered)
  const isOngoing: ExpressionSpecification = ['==', ['get', 'standing'], 'ongoing']
  const marks = (
    id: string,
    zooms: { minzoom?: number; maxzoom?: number },
    isNumbered: boolean,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'projects',
    'source-layer': 'projects',
    ...zooms,
    filter,
    layout: {
      ...(isNumbered ? numbered(scale) : shaped(filtered, scale)),
      'icon-allow-overlap': true,
      // The small stand above the large.
      'symbol-sort-key': ['-', ['get', 'total']],
    },
    paint: {
      'icon-color':
        filtered.by === 'stage'
          ? byStage((stage) => palette(`stage-${phaseOf(stage)}`), palette('grey'))
          : byLight((light) => palette(light), palette('grey')),
      'icon-halo-color': palette('surface'),
      // A rim wider than a speck’s picture would fill all of it, square.
      'icon-halo-width': [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        0.5 * scale,
        12,
        1.2 * scale,
        14,
        1.5 * scale,
      ],
      'icon-opacity': ['case', isOngoing, 1, 0.55],
    },
  })
  return [
    marks('project-far', { maxzoom: numbersFrom }, false),
    marks('project', { minzoom: numbersFrom }, filtered.by === 'stage'),
    ...projectMarks(palette, filtered.marks),
    {
      id: 'project-chosen',
      type: 'circle',
      source: 'projects',
      'source-layer': 'projects',
      paint: {
        'circle-radius': grown(['+', radiusExpression, 4], scale),
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': palette('ink'),
        'circle-stroke-width': 2.5 * scale,
        'circle-stroke-opacity': ['case', ['boolean', ['feature-state', 'chosen'], false], 1, 0],
      },
    },
    {
      id: 'project-name',
      type: 'symbol',
      source: 'projects',
      'source-layer': 'projects',
      minzoom: namesFrom,
      filter,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.plain,
        'text-size': 12 * scale,
        'text-max-width': 10,
        'text-line-height': 1.25,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': ['+', 0.4, ['/', radiusExpression, 12]],
        'text-justify': 'auto',
        'text-padding': 3 * scale,
        'symbol-sort-key': ['-', ['get', 'total']],
      },
      paint: {
        'text-color': palette('text'),
        'text-halo-color': palette('surface'),
        'text-halo-width': 2 * scale,
      },
    },
  ]
}
