import type { Ring, Surface } from './drawing.ts'
import { nestRings } from './rings/nest-rings.ts'
import { closed, signedArea } from './rings/ring.ts'

/** What the writers take. Positions in the order that the format has: north first in a coordinate TXT, else east first. */
export type WrittenShape = { name: string; attributes: Record<string, string>; surfaces: Surface[] }

/** Outer rings with their holes, each closed; outer rings turn as asked where east comes first, holes the other way. */
export const orientedRings = (surfaces: Surface[], outer: 'clockwise' | 'counterclockwise'): Surface[] =>
  surfaces.flatMap((rings) =>
    nestRings(rings.filter((ring) => ring.length > 0)).map((nest) => [
      turned(nest.outer, outer === 'clockwise'),
      ...nest.holes.map((hole) => turned(hole, outer !== 'clockwise')),
    ]),
  )

const turned = (ring: Ring, clockwise: boolean): Ring => {
  const whole = closed(ring)
  return signedArea(whole) < 0 === clockwise ? whole : whole.toReversed()
}

/** Name first, under the name that programs of maps look for, unless the attributes have their own. */
export const namedAttributes = ({ name, attributes }: WrittenShape): Record<string, string> =>
  name === '' ? attributes : { name, ...attributes }
