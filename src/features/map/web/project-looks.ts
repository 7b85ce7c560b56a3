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

/** Pixels of a circle’s radius to the root of 万元, where the map is looked at most; its area is the total investment. */
const perRoot = 0.05
/** Below 2 亿元 all are as small as a finger and an eye can find; above 64 亿元 none grows further. */
export const [smallestRadius, largestRadius] = [7, 40]

export const radiusOf = (totalWan: number) =>
  Math.min(largestRadius, Math.max(smallestRadius, perRoot * Math.sqrt(totalWan)))

/** How large circles are at a zoom, against the one above: between them in a straight line. */
export const zoomScale = [
  [9, 0.4],
  [12.5, 0.75],
  [14, 1],
  [17, 1.5],
] as const
/** The same in the renderer’s words. */
export const radiusExpression: ExpressionSpecification = [
  'min',
  largestRadius,
  ['max', smallestRadius, ['*', perRoot, ['sqrt', ['get', 'total']]]],
]
