import type { ExpressionSpecification } from 'maplibre-gl'
import type { Shape } from '../../../web/map/shapes.ts'
import type { Phase } from '../../projects/phases.ts'
import type { Light } from '../../projects/stages.ts'

/** What projects are coloured by. */
export const colourings = ['stage', 'light'] as const
export type Colouring = (typeof colourings)[number]

/** The phases in the order of a project’s life: its number stands in the circle. */
export const phases = ['seek', 'sign', 'build', 'run', 'review'] as const satisfies readonly Phase[]
/** Those that need somebody first. */
export const lightOrder = ['red', 'yellow', 'green', 'grey'] as const satisfies readonly Light[]

export const lightShapes: Record<Light, Shape> = {
  red: 'square',
  yellow: 'triangle',
  green: 'circle',
  grey: 'ring',
}

/** Below 3 亿元 all are as small as an eye and a finger can find; above 79 亿元 none grows further. */
export const [smallestRadius, largestRadius] = [7, 36]
/** Pixels of a circle’s radius to the root of 万元, where the map is looked at most; its area is the total investment. */
const perRoot = smallestRadius / Math.sqrt(30_000)

export const radiusOf = (totalWan: number) =>
  Math.min(largestRadius, Math.max(smallestRadius, perRoot * Math.sqrt(totalWan)))

/** How large circles are at a zoom, against the one above: between them in a straight line. */
export const zoomScale = [
  [9, 0.35],
  [11, 0.55],
  [12, 0.7],
  [13, 0.85],
  [14, 1],
  [17, 1.4],
] as const
const largestScale = 1.4
/** A size as it grows with the zoom. */
export const grown = (size: unknown, by = 1) =>
  [
    'interpolate',
    ['linear'],
    ['zoom'],
    ...zoomScale.flatMap(([zoom, scale]) => [zoom, ['*', scale * by, size]]),
  ] as unknown as ExpressionSpecification

/** A circle’s radius where the map is at a zoom. */
export function radiusAt(totalWan: number, zoom: number): number {
  const after = zoomScale.findIndex(([at]) => at > zoom)
  const [first, last] = [zoomScale[0], zoomScale[zoomScale.length - 1] ?? zoomScale[0]]
  if (after === 0) return radiusOf(totalWan) * first[1]
  if (after < 0) return radiusOf(totalWan) * last[1]
  const [[from, small], [to, large]] = [zoomScale[after - 1] ?? first, zoomScale[after] ?? last]
  return radiusOf(totalWan) * (small + ((zoom - from) / (to - from)) * (large - small))
}

/** Radii that marks with a number are drawn at; a mark between is the next larger one made smaller. */
export const markSizes = Array.from({ length: 6 }, (_, at) => smallestRadius * Math.SQRT2 ** at)
export const markRadius = (size: number) => (markSizes[size] ?? smallestRadius) * largestScale
/** The same in the renderer’s words. */
export const radiusExpression: ExpressionSpecification = [
  'min',
  largestRadius,
  ['max', smallestRadius, ['*', perRoot, ['sqrt', ['get', 'total']]]],
]

/** Which of the sizes a project’s mark is drawn at, in the renderer’s words; with what `valueOf` makes of it. */
export const markSizeExpression = (given: (size: number) => string | number) =>
  [
    'step',
    radiusExpression,
    given(0),
    ...markSizes.flatMap((radius, size) => (size === 0 ? [] : [markSizes[size - 1] ?? radius, given(size)])),
  ] as unknown as ExpressionSpecification
