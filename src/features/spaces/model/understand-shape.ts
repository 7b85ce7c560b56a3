import { normaliseRings } from '../../../engine/geometry/normalise-rings.ts'
import { untangle } from '../../../engine/geometry/overlay.ts'
import type { Position, Surface } from '../../../engine/geometry/position.ts'
import { fromBd09, fromGcj02 } from '../../../engine/geometry/shifted.ts'
import { systemOf } from '../../../engine/geometry/systems.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Finding, ParcelField, Reading } from '../import-contract.ts'
import type { ParcelStatus } from '../statuses.ts'
import { type Drawn, drawn } from './drawn.ts'
import { keptText } from './kept-text.ts'
import { areasDiffer, percentOff, squareMetresIn, statusOf } from './propose-fields.ts'
import { surfaceFindings } from './surface-findings.ts'

export type GivenShape = {
  place: string
  layer?: string | undefined
  surfaces: Surface[]
  attributes: Record<string, string>
}
/** A shape as a reading of its file understands it. */
export type Understood = {
  number: string | null
  name: string | null
  landUse: string | null
  landClass: string | null
  status: ParcelStatus | null
  declaredM2: Decimal | null
  /** Missing for what cannot be drawn. */
  drawn: Drawn | undefined
  findings: Finding[]
}
type Numbers = Pick<Reading, 'epsg' | 'swapped' | 'shift' | 'fields' | 'areaUnit'>

const longestText = 200
/** No survey of one parcel has more; a coast digitised by the metre may. */
const pointsAtMost = 100_000
/** Faults that leave open what is inside: such a shape is taken only as it is untangled. */
const tangles = new Set(['self_intersection', 'self_overlap', 'rings_cross'])

/** Understands one shape; what is doubtful about it is found and told, and nothing is set right without a word. */
export function understandShape(shape: GivenShape, reading: Numbers): Understood {
  const text = (field: ParcelField) => {
    const name = reading.fields[field]
    return (name ? keptText(shape.attributes[name]?.trim() ?? '', longestText) : undefined) || null
  }
  const area = text('area')
  const status = text('status')
  const declaredM2 = squareMetresIn(area ?? undefined, reading.areaUnit) ?? null
  const findings: Finding[] = []
  const tell = (code: string, weight: Finding['weight'], values: Finding['values'] = {}) =>
    findings.push({ code, weight, values })
  if (!text('number')) tell('number_missing', 'warn')
  if (area && declaredM2 === null) tell('area_unreadable', 'warn', { value: area })
  if (status && !statusOf(status)) tell('status_unknown', 'warn', { value: status })
  const place = reading.epsg === null ? undefined : locate(shape, reading, reading.epsg, findings)
  if (declaredM2 !== null && place && areasDiffer(declaredM2, place.drawnM2))
    tell('area_differs', 'warn', {
      declared: declaredM2,
      drawn: place.drawnM2,
      percent: Number(percentOff(declaredM2, place.drawnM2).toFixed(1)),
    })
  return {
    number: text('number'),
    name: text('name'),
    landUse: text('landUse'),
    landClass: text('landClass'),
    status: statusOf(status ?? undefined) ?? null,
    declaredM2,
    drawn: place,
    findings,
  }
}

function locate(shape: GivenShape, reading: Numbers, epsg: number, findings: Finding[]): Drawn | undefined {
  const points = shape.surfaces.reduce(
    (sum, rings) => sum + rings.reduce((all, ring) => all + ring.length, 0),
    0,
  )
  if (points > pointsAtMost) {
    findings.push({ code: 'too_many_points', weight: 'stop', values: { points, limit: pointsAtMost } })
    return undefined
  }
  const eastFirst = shape.surfaces.map((rings) =>
    rings.map((ring) => ring.map(([a, b]): Position => (reading.swapped ? [b, a] : [a, b]))),
  )
  const answer = systemOf(epsg)
  const isGeographic = answer.ok && answer.system.kind === 'geographic'
  const unshift = reading.shift === 'gcj02' ? fromGcj02 : fromBd09
  const surfaces =
    isGeographic && reading.shift !== 'none'
      ? eastFirst.map((rings) => rings.map((ring) => ring.map(unshift)))
      : eastFirst
  const faults = surfaceFindings(epsg, surfaces)
  findings.push(...faults)
  if (faults.some(({ weight }) => weight === 'stop')) return undefined
  const rings = surfaces.flat()
  const whole = faults.some(({ code }) => tangles.has(code))
    ? untangled(rings, findings)
    : normaliseRings(rings)
  return whole && placed(epsg, whole, findings)
}

/** All of China, generously. */
const china = { west: 73, south: 3, east: 136, north: 54 }

function placed(epsg: number, surfaces: Surface[], findings: Finding[]): Drawn | undefined {
  let place: Drawn | undefined
  try {
    place = drawn(epsg, surfaces)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    findings.push({ code: 'nowhere', weight: 'stop', values: { epsg } })
    return undefined
  }
  if (!place) findings.push({ code: 'nothing_inside', weight: 'stop', values: {} })
  else if (
    place.west < china.west ||
    place.east > china.east ||
    place.south < china.south ||
    place.north > china.north
  ) {
    const values = { lon: Number(place.lon.toFixed(4)), lat: Number(place.lat.toFixed(4)) }
    findings.push({ code: 'outside_china', weight: 'stop', values })
    return undefined
  }
  return place
}

function untangled(rings: Surface, findings: Finding[]): Surface[] | undefined {
  const answer = untangle(rings)
  if (answer.ok) return answer.surfaces
  findings.push({ code: 'not_untangled', weight: 'stop', values: {} })
  return undefined
}
