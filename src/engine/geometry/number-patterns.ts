import { type Width, zoneSystem } from './systems.ts'

/** From the least to the greatest value of each of the two numbers, as the file writes them. */
export type Box = { first: Range; second: Range }
export type Range = [min: number, max: number]

/** What a pair of numbers can be by its size alone. `swapped`: north (or latitude) stands first. */
export type Pattern = { swapped: boolean } & (
  | { kind: 'degrees' }
  | { kind: 'prefixed'; zone: number; width: Width }
  | { kind: 'unprefixed' }
  | { kind: 'mercator' }
)

/** China with its sea: degrees, metres north of the equator (18° to 54°), metres of Web Mercator. */
export const chinaLon: Range = [73, 136]
export const chinaLat: Range = [3, 54]
const northing: Range = [2.0e6, 6.0e6]
/** A parcel 300 km out is in the wrong zone, but still told from other kinds of numbers. */
const easting: Range = [1e4, 1.2e6]
const mercatorX: Range = [8.1e6, 15.2e6]
const mercatorY: Range = [0.33e6, 7.2e6]

const within = ([min, max]: Range, [from, to]: Range) => min >= from && max <= to

/** The likelier first. Empty: these numbers are nothing we know, or not one kind of numbers. */
export function patternsOf(box: Box, northFirst: boolean): Pattern[] {
  const orders = [false, true].map((swapped) => ({
    swapped,
    east: swapped ? box.second : box.first,
    north: swapped ? box.first : box.second,
  }))
  const found = orders.flatMap(({ swapped, east, north }): Pattern[] => {
    const plane: Pattern[] = []
    if (within(east, mercatorX) && within(north, mercatorY)) plane.push({ kind: 'mercator', swapped })
    if (!within(north, northing)) return plane
    if (within(east, easting)) plane.push({ kind: 'unprefixed', swapped })
    const zone = Math.floor(east[0] / 1e6)
    const width = zone < 24 ? 6 : 3
    if (zone === Math.floor(east[1] / 1e6) && zoneSystem(zone, width, true))
      plane.push({ kind: 'prefixed', zone, width, swapped })
    return plane
  })
  if (found.length > 0) return found
  const degrees = orders.filter(({ east, north }) => within(east, [-180, 180]) && within(north, [-90, 90]))
  const inChina = degrees.filter(({ east, north }) => within(east, chinaLon) && within(north, chinaLat))
  const nominal = degrees.toSorted(
    (a, b) => Number(b.swapped === northFirst) - Number(a.swapped === northFirst),
  )
  return [inChina[0] ?? nominal[0]].flatMap((one) => (one ? [{ kind: 'degrees', swapped: one.swapped }] : []))
}

/** Two pairs of one key are numbers of one kind. */
export const keyOf = (pattern: Pattern): string =>
  `${pattern.kind}${pattern.kind === 'prefixed' ? pattern.zone : ''}${pattern.swapped ? ' swapped' : ''}`
