import proj4 from 'proj4'
import type { Position, Ring } from './position.ts'
import { type System, systemOf } from './systems.ts'

type Converter = { forward: (lonLat: Position) => Position; inverse: (eastNorth: Position) => Position }

/*
 * CGCS2000 and WGS 84 differ by centimetres, less than either is ever known to: no shift is made between them. The
 * ellipsoid of CGCS2000 (a = 6378137, 1/f = 298.257222101) has the figures of GRS 80.
 */
const converters = new Map<number, Converter>()

function converterOf({ epsg, zone }: System): Converter {
  const kept = converters.get(epsg)
  if (kept) return kept
  const plane = zone
    ? `+proj=etmerc +lat_0=0 +lon_0=${zone.centralMeridian} +k=1 +x_0=${zone.falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`
    : '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs'
  const degrees = zone
    ? '+proj=longlat +ellps=GRS80 +no_defs'
    : '+proj=longlat +a=6378137 +b=6378137 +no_defs'
  const made: Converter = proj4(degrees, plane)
  converters.set(epsg, made)
  return made
}

function must(epsg: number): System {
  const answer = systemOf(epsg)
  if (!answer.ok) throw new RangeError(`EPSG:${epsg} is not converted here: ${answer.code} ${answer.value}`)
  return answer.system
}

function convert(system: System, way: 'forward' | 'inverse', [first, second]: Position): Position {
  if (!Number.isFinite(first) || !Number.isFinite(second))
    throw new RangeError(`No coordinates: ${first}, ${second}`)
  if (system.kind === 'geographic') return [first, second]
  const made = converterOf(system)[way]([first, second])
  if (Number.isFinite(made[0]) && Number.isFinite(made[1])) return made
  throw new RangeError(`${first}, ${second} is out of reach of EPSG:${system.epsg}`)
}

/**
 * Degrees [lon, lat] in CGCS2000 of metres [east, north]; degrees pass as they are. Throws RangeError for a system
 * that `systemOf` refuses, and for numbers that lie nowhere in it.
 */
export const toLonLat = (epsg: number, eastNorth: Position): Position =>
  convert(must(epsg), 'inverse', eastNorth)

/** Metres [east, north] of degrees [lon, lat]; as `toLonLat`. */
export const fromLonLat = (epsg: number, lonLat: Position): Position => convert(must(epsg), 'forward', lonLat)

export function ringsToLonLat(epsg: number, rings: readonly Ring[]): Ring[] {
  const system = must(epsg)
  return rings.map((ring) => ring.map((point) => convert(system, 'inverse', point)))
}

export function ringsFromLonLat(epsg: number, rings: readonly Ring[]): Ring[] {
  const system = must(epsg)
  return rings.map((ring) => ring.map((point) => convert(system, 'forward', point)))
}
