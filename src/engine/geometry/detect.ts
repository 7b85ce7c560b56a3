import { boxOf, joined, majorityOf } from './number-boxes.ts'
import { type Box, keyOf, type Pattern, patternsOf } from './number-patterns.ts'
import type { Ring } from './position.ts'
import { type Hints, type PlacedReading, type Reading, readingsOf } from './readings.ts'
import { type Group, type SystemFinding, tellOfGroup } from './system-findings.ts'
import { type Told, teller } from './told.ts'

export type Detection = {
  /** For most of the shapes, the likelier first. Empty: no system we convert. */
  readings: Reading[]
  findings: Told<SystemFinding>[]
  /** The best reading of each shape by itself. */
  perShape: (Reading | undefined)[]
}
type Tell = (finding: SystemFinding) => void
type Seen = { patterns: Pattern[]; box: Box }

/**
 * Which coordinate system shapes are in, from the size of their numbers and what the file says of them. It decides
 * nothing: readings are for a person to confirm. Coordinates are in the file's own order.
 */
export function detectSystem(shapes: readonly (readonly Ring[])[], hints: Hints = {}): Detection {
  const { tell, all } = teller<SystemFinding>()
  const { declared } = hints
  if (declared && !declared.ok && declared.code !== 'system_missing')
    tell({ code: 'declared_refused', values: { refusal: declared.code, value: declared.value } })
  const seen = shapes.map((rings, at) => look(rings, at + 1, hints, tell))
  const groups = grouped(seen, hints)
  const [main] = [...groups.values()].sort((a, b) => b.shapes.length - a.shapes.length)
  const perShape = seen.map((one) => one && bare(groups.get(key(one))?.readings[0]))
  for (const group of groups.values()) {
    tellOfGroup(group, hints, tell)
    if (group !== main)
      for (const shape of group.shapes)
        tell({
          code: 'mixed_systems',
          shape,
          values: { epsg: group.readings[0]?.epsg ?? '', most: main?.readings[0]?.epsg ?? '' },
        })
  }
  return { readings: main?.readings.flatMap((one) => bare(one) ?? []) ?? [], findings: all(), perShape }
}

function look(rings: readonly Ring[], shape: number, { order }: Hints, tell: Tell): Seen | undefined {
  const northFirst = order === 'northFirst'
  const box = boxOf(rings, ({ ring, point, position }) =>
    tell({ code: 'no_number', shape, ring, point, values: { value: position.join(', ') } }),
  )
  if (!box) return undefined
  const patterns = patternsOf(box, northFirst)
  if (patterns.length > 0) return { patterns, box }
  const most = majorityOf(rings, northFirst, ({ ring, point, position: [first, second] }) =>
    tell({ code: 'mixed_within_shape', shape, ring, point, values: { first, second } }),
  )
  if (!most) tell({ code: 'unrecognised', shape, values: { first: box.first[0], second: box.second[0] } })
  return most
}

const key = ({ patterns }: Seen) => patterns.map(keyOf).join(' ')

function grouped(seen: readonly (Seen | undefined)[], hints: Hints): Map<string, Group> {
  const kinds = new Map<string, Seen & { shapes: number[] }>()
  for (const [at, one] of seen.entries()) {
    if (!one) continue
    const kind = kinds.get(key(one))
    if (kind) {
      joined(kind.box, one.box)
      kind.shapes.push(at + 1)
    } else kinds.set(key(one), { ...one, shapes: [at + 1] })
  }
  return new Map(
    [...kinds].map(([name, { patterns, box, shapes }]) => [
      name,
      { box, shapes, readings: hasNoReading(hints) ? [] : readingsOf(patterns, box, hints) },
    ]),
  )
}

/** What lies in another datum or a city's own grid looks just like CGCS2000: no reading of it would be right. */
const hasNoReading = ({ declared }: Hints) =>
  declared?.ok === false &&
  ['needs_seven_parameters', 'local_system', 'unknown_system'].includes(declared.code)

const bare = (one: PlacedReading | undefined): Reading | undefined =>
  one && { epsg: one.epsg, swapped: one.swapped, why: one.why, confidence: one.confidence }
