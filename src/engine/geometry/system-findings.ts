import type { Box } from './number-patterns.ts'
import {
  farAroundKm,
  type Hints,
  isFar,
  isInChina,
  isSameGrid,
  kilometresBetween,
  type PlacedReading,
} from './readings.ts'
import { zoneNear } from './systems.ts'

/** Something a person has to know before a reading is taken; `values` are what its sentence needs. Counted from 1. */
export type SystemFinding = {
  code: SystemFindingCode
  shape?: number
  ring?: number
  point?: number
  values: Record<string, string | number>
}
export type SystemFindingCode =
  /** A coordinate is NaN or infinite: `value`. */
  | 'no_number'
  /** `first`, `second`: numbers of no system we know. */
  | 'unrecognised'
  /** One point's numbers are of another kind than the shape's others: `first`, `second`. */
  | 'mixed_within_shape'
  /** The shape is read as `epsg`, most of the file as `most`. */
  | 'mixed_systems'
  /** `first` and `second` stand in the other order than the format says. */
  | 'axes_swapped'
  /** The file names a `zone`, its eastings (`easting`) do not begin with it. */
  | 'no_prefix'
  /** Neither the numbers nor the file tell the zone of `easting`. */
  | 'zone_unknown'
  /** The file says zone `declared`, its eastings begin with `found`: `easting`. */
  | 'zone_differs'
  /** The file says EPSG `declared`, its numbers are of EPSG `found`. */
  | 'declared_differs'
  /** What the file says is no system we convert: `refusal` is a RefusalCode about `value`. */
  | 'declared_refused'
  /** `kilometres` off the meridian of `zone`: that place lies in zone `proper`. */
  | 'far_from_meridian'
  /** The numbers lead to `lon`, `lat`. */
  | 'outside_china'
  /** `kilometres` from where the zone's land is. */
  | 'far_from_around'

type Tell = (finding: SystemFinding) => void
/** Shapes of one kind of numbers and the best reading of them. */
export type Group = { box: Box; shapes: number[]; readings: PlacedReading[] }

/** What a group's best reading shows. */
export function tellOfGroup(group: Group, hints: Hints, tell: Tell) {
  const [best] = group.readings
  if (!best) return
  const [first, second] = [group.box.first[0], group.box.second[0]]
  const say = (code: SystemFindingCode, values: SystemFinding['values']) =>
    tell({ code, shape: group.shapes[0], values })
  const easting = best.swapped ? second : first
  if (hints.order && best.swapped !== (hints.order === 'northFirst')) say('axes_swapped', { first, second })
  if (best.why.includes('easting_without_zone') && !best.why.includes('zone_declared'))
    say('zone_unknown', { easting })
  tellOfDeclared(best, easting, hints, say)
  const { system, place, metresOff = 0 } = best
  if (place && !isInChina(place)) say('outside_china', { lon: degree(place[0]), lat: degree(place[1]) })
  if (place && system.zone && isFar(best)) {
    const proper = zoneNear(place[0], system.zone.width)
    say('far_from_meridian', { zone: system.zone.number, kilometres: Math.round(metresOff / 1000), proper })
  }
  if (!place || !hints.around) return
  const kilometres = Math.round(kilometresBetween(place, hints.around))
  if (kilometres > farAroundKm) say('far_from_around', { kilometres })
}

function tellOfDeclared(
  { system, why }: PlacedReading,
  easting: number,
  { declared }: Hints,
  say: (code: SystemFindingCode, values: SystemFinding['values']) => void,
) {
  if (!declared?.ok) return
  const { zone, epsg } = declared.system
  if (zone?.prefixed && why.includes('zone_declared')) return say('no_prefix', { zone: zone.number, easting })
  if (system.epsg === epsg) return
  if (isSameGrid(system, declared.system) && !system.zone) return
  if (zone && system.zone && zone.centralMeridian !== system.zone.centralMeridian)
    return say('zone_differs', { declared: zone.number, found: system.zone.number, easting })
  if (
    system.zone?.prefixed !== zone?.prefixed ||
    system.kind !== declared.system.kind ||
    !zone ||
    !system.zone
  )
    say('declared_differs', { declared: epsg, found: system.epsg })
}

const degree = (value: number) => Number(value.toFixed(4))
