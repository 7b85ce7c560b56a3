import { type Box, chinaLat, chinaLon, type Pattern } from './number-patterns.ts'
import type { Position } from './position.ts'
import { toLonLat } from './project.ts'
import { type System, type SystemAnswer, systemOf, systems, zoneSystem } from './systems.ts'

/** What the file says besides its numbers, and where the zone that it concerns lies (degrees). */
export type Hints = {
  declared?: SystemAnswer
  order?: 'northFirst' | 'eastFirst'
  around?: Position
}
export type Reason =
  | 'degrees'
  | 'northing_and_easting'
  /** The easting begins with a zone's number. */
  | 'easting_with_zone'
  | 'easting_without_zone'
  | 'zone_declared'
  | 'nearest_to_around'
  | 'web_mercator'
  | 'as_declared'
export type Reading = {
  epsg: number
  /** North (or latitude) stands first in the file: exchange the two to have east first. */
  swapped: boolean
  why: Reason[]
  /** 0 to 1: for ranking, not a probability. */
  confidence: number
}
/** A reading with where it puts the middle of the shapes (undefined: nowhere) and how far off its meridian they reach. */
export type PlacedReading = Reading & { system: System; place?: Position; metresOff?: number }

/** Beyond it a place lies in the neighbouring zone, with a good margin: half a zone is 167 km at the equator. */
const farM = { 3: 170_000, 6: 340_000 }
export const farAroundKm = 300
const proposed = 3

export const isFar = ({ system, metresOff = 0 }: PlacedReading) =>
  system.zone !== undefined && metresOff > farM[system.zone.width]
export const isInChina = ([lon, lat]: Position) =>
  lon >= chinaLon[0] && lon <= chinaLon[1] && lat >= chinaLat[0] && lat <= chinaLat[1]

/** Great-circle kilometres, good enough to say near or far. */
export function kilometresBetween([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const radians = Math.PI / 180
  const half =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** What shapes of one pattern can be, the likelier first. */
export function readingsOf(patterns: readonly Pattern[], box: Box, hints: Hints): PlacedReading[] {
  return patterns
    .flatMap((pattern) => candidates(pattern, box, hints))
    .map((reading) => weighed(reading, hints))
    .sort((a, b) => b.confidence - a.confidence)
}

function candidates(pattern: Pattern, box: Box, hints: Hints): PlacedReading[] {
  const place = (system: System, why: Reason[], confidence: number) =>
    placed({ epsg: system.epsg, swapped: pattern.swapped, why, confidence }, system, box)
  const declared = hints.declared?.ok ? hints.declared.system : undefined
  if (pattern.kind === 'degrees') {
    const system = declared?.kind === 'geographic' ? declared : known(4490)
    return [place(system, ['degrees'], 0.9)]
  }
  if (pattern.kind === 'mercator') return [place(known(3857), ['web_mercator'], 0.8)]
  if (pattern.kind === 'prefixed') {
    const system = zoneSystem(pattern.zone, pattern.width, true)
    return system
      ? [place(system, ['northing_and_easting', 'easting_with_zone'], pattern.width === 3 ? 0.9 : 0.7)]
      : []
  }
  const why: Reason[] = ['northing_and_easting', 'easting_without_zone']
  const zone = declared?.zone
  const own = zone && zoneSystem(zone.number, zone.width, false)
  if (own) return [place(own, [...why, 'zone_declared'], 0.85)]
  const all = systems.filter((system) => system.zone?.width === 3 && !system.zone.prefixed)
  const { around } = hints
  if (!around) return all.map((system) => place(system, why, 0.05))
  return all
    .map((system) => place(system, why, 0.05))
    .sort((a, b) => distance(a, around) - distance(b, around))
    .slice(0, proposed)
    .map((reading, rank) =>
      rank === 0
        ? { ...reading, why: [...why, 'nearest_to_around'], confidence: 0.7 }
        : { ...reading, confidence: 0.2 / rank },
    )
}

const distance = ({ place }: PlacedReading, around: Position) =>
  place ? kilometresBetween(place, around) : Number.POSITIVE_INFINITY

function known(epsg: number): System {
  const answer = systemOf(epsg)
  if (!answer.ok) throw new RangeError(`EPSG:${epsg} should be known`)
  return answer.system
}

function placed(reading: Reading, system: System, { first, second }: Box): PlacedReading {
  const [east, north] = reading.swapped ? [second, first] : [first, second]
  const { zone } = system
  const metresOff = zone && Math.max(...east.map((value) => Math.abs(value - zone.falseEasting)))
  return {
    ...reading,
    system,
    ...placeOf(system, [(east[0] + east[1]) / 2, (north[0] + north[1]) / 2]),
    ...(metresOff === undefined ? {} : { metresOff }),
  }
}

function placeOf({ epsg }: System, middle: Position): { place?: Position } {
  try {
    return { place: toLonLat(epsg, middle) }
  } catch {
    return {}
  }
}

/** Each thing that speaks against a reading halves it or worse; that the file says the same lifts it. */
function weighed(reading: PlacedReading, { declared, around }: Hints): PlacedReading {
  const { place, system } = reading
  let { confidence } = reading
  const why = [...reading.why]
  if (!place || !isInChina(place)) confidence *= 0.2
  if (isFar(reading)) confidence *= 0.5
  if (place && around && kilometresBetween(place, around) > farAroundKm) confidence *= 0.5
  if (declared?.ok) {
    if (isSameGrid(declared.system, system)) {
      why.push('as_declared')
      confidence = Math.min(0.99, confidence * 1.1)
    } else confidence *= 0.5
  } else if (declared && !['system_missing', 'zone_missing'].includes(declared.code)) confidence *= 0.5
  return { ...reading, why, confidence: Number(confidence.toFixed(4)) }
}

/** The same numbers mean the same place, but for a zone's number before the easting. */
export const isSameGrid = (a: System, b: System): boolean =>
  a.kind === b.kind &&
  a.zone?.centralMeridian === b.zone?.centralMeridian &&
  (a.epsg === 3857) === (b.epsg === 3857)
