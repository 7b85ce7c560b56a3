import type { Position, Surface } from '../../../engine/geometry/position.ts'
import type { Boundary } from '../contract.ts'
import { metresAround } from '../model/metres-around.ts'

/** Metres right and down, as a screen counts; width and height. */
export type Box = { x: number; y: number; width: number; height: number }
/** Lon and lat in degrees → metres right and down of a place, for drawings of a few kilometres. */
export type ToPlane = (position: Position) => Position

/** A hundredth of a millimetre of a 10-km drawing on a screen is still a centimetre of land. */
const digits = 2

export function planeAround(middle: Position): ToPlane {
  const toMetres = metresAround(middle)
  return (position) => {
    const [east = 0, north = 0] = toMetres([[[position]]])[0]?.[0]?.[0] ?? []
    return [east, north === 0 ? 0 : -north]
  }
}

const surfacesOf = ({ type, coordinates }: Boundary): Surface[] =>
  (type === 'Polygon' ? [coordinates] : coordinates) as Surface[]

/** SVG’s path of a boundary: every ring closed; holes stay open where the fill rule is evenodd. */
export const pathOf = (boundary: Boundary, toPlane: ToPlane): string =>
  surfacesOf(boundary)
    .flat()
    .map(
      (ring) =>
        `M${ring
          .slice(0, -1)
          .map((position) => toPlane(position).map(short).join(' '))
          .join('L')}Z`,
    )
    .join('')

const short = (value: number) => Number(value.toFixed(digits))

/** What encloses these boundaries; undefined for none. */
export function boxOf(boundaries: readonly Boundary[], toPlane: ToPlane): Box | undefined {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const boundary of boundaries)
    for (const rings of surfacesOf(boundary))
      for (const position of rings[0] ?? []) {
        const [x, y] = toPlane(position)
        west = Math.min(west, x)
        east = Math.max(east, x)
        north = Math.min(north, y)
        south = Math.max(south, y)
      }
  return west > east ? undefined : { x: west, y: north, width: east - west, height: south - north }
}

/** Around a box with some air, in a frame `aspect` times as wide as high; never nearer than `least` metres wide. */
export function framed(box: Box, aspect: number, least = 60): Box {
  const air = 1.12
  const width = Math.max(box.width * air, box.height * air * aspect, least)
  const height = width / aspect
  return {
    x: box.x + box.width / 2 - width / 2,
    y: box.y + box.height / 2 - height / 2,
    width,
    height,
  }
}

/** Nearer (factor below 1) or farther, with the point under the pointer staying where it is; it in shares of the frame. */
export function zoomed({ x, y, width, height }: Box, factor: number, [right, down]: Position): Box {
  return {
    x: x + width * right * (1 - factor),
    y: y + height * down * (1 - factor),
    width: width * factor,
    height: height * factor,
  }
}

export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

/** The longest round length (1, 2 or 5 with noughts) that is no more than a share of the width, in metres. */
export function roundLength(width: number, share = 0.25): number {
  const most = width * share
  const ten = 10 ** Math.floor(Math.log10(most))
  return ([5, 2, 1].find((step) => step * ten <= most) ?? 1) * ten
}
