import { detectSystem } from '../../../../engine/geometry/detect.ts'
import type { Position } from '../../../../engine/geometry/position.ts'
import type { Reading as SystemReading } from '../../../../engine/geometry/readings.ts'
import type { SystemFindingCode } from '../../../../engine/geometry/system-findings.ts'
import { systemFromHeader } from '../../../../engine/geometry/system-header.ts'
import { systemFromWkt } from '../../../../engine/geometry/system-wkt.ts'
import { type SystemAnswer, systemOf } from '../../../../engine/geometry/systems.ts'
import type { Finding, Reading } from '../../import-contract.ts'
import { keptText } from '../../model/kept-text.ts'
import { proposeFields } from '../../model/propose-fields.ts'
import type { OpenFile } from './open-file.ts'

const weights: Record<SystemFindingCode, Finding['weight']> = {
  no_number: 'warn',
  unrecognised: 'ask',
  mixed_within_shape: 'ask',
  mixed_systems: 'ask',
  axes_swapped: 'ask',
  no_prefix: 'note',
  zone_unknown: 'ask',
  zone_differs: 'ask',
  declared_differs: 'ask',
  declared_refused: 'stop',
  far_from_meridian: 'ask',
  outside_china: 'ask',
  far_from_around: 'ask',
}
/** A reading that nothing speaks against and that is likelier than this needs nobody’s word. */
const sure = 0.6

/** How a file’s numbers are probably meant, with everything that speaks against it; `epsg` as proposed. Decides nothing. */
export function proposeReading(file: OpenFile, around: Position | undefined) {
  const declared = declaredSystem(file)
  const detection = detectSystem(
    file.shapes.map(({ surfaces }) => surfaces.flat()),
    { ...(declared ? { declared } : {}), order: file.order, ...(around ? { around } : {}) },
  )
  const [best] = detection.readings
  const findings = detection.findings.map(
    ({ code, shape, ring, point, values, count }): Finding => ({
      code,
      weight: weights[code],
      ...(ring === undefined ? {} : { ring }),
      ...(point === undefined ? {} : { point }),
      values: { ...values, ...(shape === undefined ? {} : { place: file.shapes[shape - 1]?.place ?? '' }) },
      count,
    }),
  )
  const samples = new Map<string, string>()
  for (const { attributes } of file.shapes)
    for (const [name, value] of Object.entries(attributes)) if (!samples.has(name)) samples.set(name, value)
  const attributes = [...samples]
    .slice(0, 200)
    .map(([name, sample]) => ({ name: keptText(name, 200), sample: keptText(sample, 100) }))
  const isDoubted = findings.some(({ weight }) => weight === 'ask' || weight === 'stop')
  const reading: Reading = {
    epsg: best?.epsg ?? null,
    swapped: best?.swapped ?? false,
    shift: 'none',
    confirmed: best !== undefined && best.confidence >= sure && !isDoubted,
    proposals: detection.readings.slice(0, 5).flatMap(proposalOf),
    findings,
    fields: proposeFields(attributes.map(({ name }) => name)),
    attributes,
    areaUnit: file.format === 'parcelTxt' ? 'hectare' : 'squareMetre',
    status: 'reserve',
  }
  return { reading, epsg: reading.epsg, perShape: detection.perShape }
}

function declaredSystem({ system: { epsg, wkt, header } }: OpenFile): SystemAnswer | undefined {
  if (epsg !== undefined) return systemOf(epsg)
  if (wkt) return systemFromWkt(wkt)
  return header ? systemFromHeader(header) : undefined
}

function proposalOf({ epsg, swapped, why, confidence }: SystemReading): Reading['proposals'] {
  const answer = systemOf(epsg)
  if (!answer.ok) return []
  const { zh, en } = answer.system.name
  return [{ epsg, name: zh, nameEn: en, swapped, why, confidence }]
}
