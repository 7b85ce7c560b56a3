/** What lies over a fill so that it is told apart without colour. */
export const patterns = ['none', 'dots', 'rising', 'falling', 'level', 'upright', 'cross'] as const
export type Pattern = (typeof patterns)[number]
export type Rgb = readonly [number, number, number]
export type Pixels = { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }

/** Side of a tile in pixels of the screen; drawn twice as fine. */
export const tileSize = 8
export const tileRatio = 2
const lineWidth = 1
const dotRadius = 1.1

const toLine = (along: number) => {
  const place = ((along % tileSize) + tileSize) % tileSize
  return Math.min(place, tileSize - place)
}
/** Distance from a point to the middle of the nearest mark, in pixels of the screen. */
const distances: Record<Exclude<Pattern, 'none'>, (x: number, y: number) => number> = {
  dots: (x, y) => {
    const here = Math.hypot(toLine(x), toLine(y))
    return Math.min(here, Math.hypot(toLine(x + tileSize / 2), toLine(y + tileSize / 2))) - dotRadius
  },
  rising: (x, y) => toLine(x + y) * Math.SQRT1_2 - lineWidth / 2,
  falling: (x, y) => toLine(x - y) * Math.SQRT1_2 - lineWidth / 2,
  level: (_, y) => toLine(y) - lineWidth / 2,
  upright: (x) => toLine(x) - lineWidth / 2,
  cross: (x, y) => Math.min(toLine(x + y), toLine(x - y)) * Math.SQRT1_2 - lineWidth / 2,
}

/** One tile of a pattern in a colour, which meets itself at every edge. */
export function patternTile(pattern: Exclude<Pattern, 'none'>, [red, green, blue]: Rgb): Pixels {
  const side = tileSize * tileRatio
  const data = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const [x, y] = [((at % side) + 0.5) / tileRatio, (Math.floor(at / side) + 0.5) / tileRatio]
    const covered = 0.5 - distances[pattern](x, y) * tileRatio
    data.set([red, green, blue, 255 * Math.max(0, Math.min(1, covered))], at * 4)
  }
  return { width: side, height: side, data }
}
