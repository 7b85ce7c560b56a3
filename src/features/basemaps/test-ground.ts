import type { IncomingMessage, ServerResponse } from 'node:http'
import { PNG } from 'pngjs'
import type { Position } from '../../engine/geometry/position.ts'
import { tileAt } from '../../engine/geometry/shifted-tiles.ts'

const size = 256

/** Answers `/z/x/y` with grey fields and one disc of magenta, so many metres wide, where a place is. */
export const groundWith =
  (place: Position, metres: number) => (request: IncomingMessage, response: ServerResponse) => {
    const [z = 0, x = 0, y = 0] = (request.url ?? '').split('/').slice(1).map(Number)
    const [column, row] = tileAt(place, z)
    const middle = [(column - x) * size, (row - y) * size]
    const perPixel = (40_075_017 * Math.cos((place[1] * Math.PI) / 180)) / 2 ** z / size
    const png = new PNG({ width: size, height: size })
    for (let at = 0; at < size * size; at++) {
      const [left, top] = [at % size, Math.floor(at / size)]
      const away = Math.hypot(left + 0.5 - (middle[0] ?? 0), top + 0.5 - (middle[1] ?? 0)) * perPixel
      const isField = (left >> 6) % 2 === (top >> 6) % 2
      const [red, green, blue] =
        away < metres / 2 ? [255, 0, 255] : isField ? [205, 215, 200] : [225, 228, 222]
      png.data.set([red ?? 0, green ?? 0, blue ?? 0, 255], at * 4)
    }
    response.end(PNG.sync.write(png))
  }
