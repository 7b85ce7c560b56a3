import type { Box } from '../../../../web/map/start-map.ts'

/** What a map frame of a sheet shows: its middle, and how many metres of ground one of paper is. */
export type Sight = { lon: number; lat: number; scale: number }
/** Of the frame: units wide and high, and the millimetres of a unit. */
export type Framed = { width: number; height: number; unitMm: number }

const degree = Math.PI / 180
/** CGCS2000. */
const equator = 6_378_137
const eccentricity2 = 0.006_694_380_022_9
const worldUnits = 512
const steps = [1, 2, 2.5, 5]

/** On the sphere of Web Mercator, in parts of the world’s width. */
const across = (lon: number) => (lon + 180) / 360
const down = (lat: number) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * degree) / 2)) / (2 * Math.PI)
const lonOf = (x: number) => x * 360 - 180
const latOf = (y: number) => (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) / degree

/**
 * Metres of ground to the whole width of the world, at a latitude: between those eastward and northward, which differ
 * on the ellipsoid, so that a ruler is right to 3.4 parts in a thousand whichever way it lies.
 */
function worldMetres(lat: number): number {
  const sin2 = Math.sin(lat * degree) ** 2
  const radius = (equator * Math.sqrt(1 - eccentricity2)) / (1 - eccentricity2 * sin2)
  return 2 * Math.PI * radius * Math.cos(lat * degree)
}

const metresPerUnit = ({ scale }: Sight, { unitMm }: Framed) => (scale * unitMm) / 1000
const worldPerUnit = (sight: Sight, frame: Framed) => metresPerUnit(sight, frame) / worldMetres(sight.lat)

/** The renderer’s zoom at which a unit of the sheet is one of its pixels. */
export const zoomOf = (sight: Sight, frame: Framed): number =>
  Math.log2(1 / (worldPerUnit(sight, frame) * worldUnits))

export function boundsOf(sight: Sight, frame: Framed): Box {
  const each = worldPerUnit(sight, frame)
  const [x, y] = [across(sight.lon), down(sight.lat)]
  const [half, high] = [(frame.width / 2) * each, (frame.height / 2) * each]
  return [lonOf(x - half), latOf(y + high), lonOf(x + half), latOf(y - high)]
}

/** Where a place stands in the frame, in units from its upper left corner. */
export function placeIn(
  sight: Sight,
  frame: Framed,
  [lon, lat]: readonly [number, number],
): [number, number] {
  const each = worldPerUnit(sight, frame)
  return [
    frame.width / 2 + (across(lon) - across(sight.lon)) / each,
    frame.height / 2 + (down(lat) - down(sight.lat)) / each,
  ]
}

/** The largest scale of two digits at which all of a box is in the frame. */
export function fitting([west, south, east, north]: Box, frame: Framed): Sight {
  const lat = latOf((down(south) + down(north)) / 2)
  const lon = (west + east) / 2
  const each = Math.max(
    (across(east) - across(west)) / frame.width,
    (down(south) - down(north)) / frame.height,
  )
  const scale = (each * worldMetres(lat) * 1000) / frame.unitMm
  return { lon, lat, scale: Math.max(smallestScale, roundUp(scale)) }
}

/** Nearer, the map has no more to show. */
const smallestScale = 200
function roundUp(scale: number): number {
  const step = 10 ** (Math.floor(Math.log10(scale)) - 1)
  return Math.ceil(scale / step - 1e-9) * step
}

/** Round scales to choose from, around the one that fits: from a tenth of it to five times. */
export function roundScales(fit: number): number[] {
  const scales: number[] = []
  for (let ten = 100; ten <= 1_000_000; ten *= 10) scales.push(...steps.map((step) => step * ten))
  return scales.filter((scale) => scale >= Math.max(smallestScale, fit / 10) && scale <= fit * 5)
}

/** A bar of a round length that is at most so many units long: its metres, and its true length on the sheet. */
export function scaleBar(sight: Sight, frame: Framed, mostUnits: number): { metres: number; units: number } {
  const each = metresPerUnit(sight, frame)
  const most = each * mostUnits
  const ten = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((step) => step * ten).find((length) => length <= most) ?? ten
  return { metres, units: metres / each }
}
