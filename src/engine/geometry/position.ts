/** East or longitude first, everywhere in the engine: metres in a plane system, degrees in a geographic one. */
export type Position = [number, number]
/** Closed (the first point again at the end) or not, clockwise or not, unless a function says more. */
export type Ring = Position[]
/** One outer ring, then its holes. */
export type Surface = Ring[]
/** [west, south, east, north] */
export type Bounds = [number, number, number, number]
