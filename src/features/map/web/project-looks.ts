import type { ExpressionSpecification } from 'maplibre-gl'
import type { Shape } from '../../../web/map/shapes.ts'
import type { Light } from '../../projects/stages.ts'
import type { Phase } from '../../projects/web/stage-phase.ts'

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

/** Below 2 亿元 all are as small as an eye and a finger can find; above 66 亿元 none grows further. */
export const [smallestRadius, largestRadius] = [8, 46]
/** Pixels of a circle’s radius to the root of 万元, where the map is looked at most; its area is the total investment. */
const perRoot = smallestRadius / Math.sqrt(20_000)

export const radiusOf = (totalWan: number) =>
  Math.min(largestRadius, Math.max(smallestRadius, perRoot * Math.sqrt(totalWan)))

/** How large circles are at a zoom, against the one above: between them in a straight line. */
export const zoomScale = [
  [9, 0.25],
  [11, 0.4],
  [12, 0.62],
  [13, 0.85],
  [14, 1],
  [17, 1.5],
] as const
/** The same in the renderer’s words. */
export const radiusExpression: ExpressionSpecification = [
  'min',
  largestRadius,
  ['max', smallestRadius, ['*', perRoot, ['sqrt', ['get', 'total']]]],
]
