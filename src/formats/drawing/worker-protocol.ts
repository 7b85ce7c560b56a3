import type { Drawing, Shape } from './drawing.ts'
import type { DrawingLimits } from './limits.ts'

export type DrawingInput = { path: string; fileName: string; limits: Partial<DrawingLimits> }

/** A shape whose surfaces are only announced: the number of positions in each ring. */
export type AnnouncedShape = Omit<Shape, 'surfaces'> & { lengths: number[][] }

/**
 * What the reading thread sends: the drawing without shapes, then again and again some shapes and the positions of
 * their rings, in order, x and y in turn. Shapes and positions each wait until the portion before was taken.
 */
export type DrawingMessage =
  | { type: 'outline'; drawing: Omit<Drawing, 'shapes'> }
  | { type: 'shapes'; shapes: AnnouncedShape[] }
  | { type: 'positions'; numbers: Float64Array }
