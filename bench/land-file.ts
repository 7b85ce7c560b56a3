import type { Position } from '../src/engine/geometry/position.ts'
import { surveyTxt } from '../src/features/spaces/test-survey.ts'

/** Metres between the middles of neighbours; parcels of about 4 亩 leave streets between them. */
const pitch = 62
const points = 9
const middle: Position = [526_000, 3_340_000]

/** Uneven shapes of eight corners on a grid turned by 20°, so that no edge is level and no bounds stay apart. */
export function parcelRings(count: number): Position[][] {
  const side = Math.ceil(Math.sqrt(count))
  const [cos, sin] = [Math.cos(0.35), Math.sin(0.35)]
  return Array.from({ length: count }, (_, at) => {
    const [column, row] = [(at % side) - side / 2, Math.floor(at / side) - side / 2]
    const [x, y] = [(column * cos - row * sin) * pitch, (column * sin + row * cos) * pitch]
    const ring = Array.from({ length: points - 1 }, (_, corner): Position => {
      const angle = 0.35 + (corner / (points - 1)) * 2 * Math.PI
      const radius = 24 + ((at * 7 + corner * 5) % 9) / 2
      return [40_000_000 + middle[0] + x + radius * Math.cos(angle), middle[1] + y + radius * Math.sin(angle)]
    })
    return [...ring, ring[0] as Position]
  })
}

export const numberOf = (at: number) => `萧政储出〔2021〕${at + 1}号`

/** The same as a coordinate TXT: north first, in GBK. */
export const landFile = (rings: readonly Position[][]) =>
  surveyTxt(
    rings.map((ring, at) => ({
      number: numberOf(at),
      name: '',
      area: '',
      ring: ring.map(([east, north]) => [north, east] as const),
    })),
  )
