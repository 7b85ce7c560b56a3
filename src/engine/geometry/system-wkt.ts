import { retiredDatumNamed } from './retired-systems.ts'
import { type RefusalCode, refused, type SystemAnswer, systemOf, type Width, zoneSystem } from './systems.ts'
import { childOf, readWkt, textOf, type WktNode } from './wkt.ts'

const planeNames = ['PROJCS', 'PROJCRS', 'PROJECTEDCRS']
const geographicNames = ['GEOGCS', 'GEOGCRS', 'GEODCRS', 'BASEGEOGCRS', 'BASEGEODCRS', 'GEOGRAPHICCRS']

/**
 * The system a .prj file names. Its parameters (datum, central meridian, false easting) decide; an EPSG code beside
 * them must agree. Refused with a code if they do not, or if we do not convert it.
 */
export function systemFromWkt(wkt: string): SystemAnswer {
  const read = readWkt(wkt)
  if (!read) return refused('unreadable', wkt)
  // Heights and bounds are wrapped around the system itself.
  const inner = childOf(read, 'SOURCECRS') ?? read
  const root = childOf(inner, ...planeNames, ...geographicNames)
  const node = [...planeNames, ...geographicNames].includes(inner.name) ? inner : root
  if (!node) return refused('unknown_system', textOf(inner) || inner.name)
  const coded = codeOf(node)
  const described = planeNames.includes(node.name) ? planeOf(node) : geographicOf(node)
  if (coded === undefined) return described
  const byCode = systemOf(coded)
  if (!described.ok || !byCode.ok) return !byCode.ok && described.ok ? byCode : described
  return sameProjection(byCode, described)
    ? byCode
    : refused('contradiction', `EPSG:${coded} ${textOf(node)}`)
}

function codeOf(node: WktNode): number | undefined {
  const authority = childOf(node, 'AUTHORITY', 'ID')
  const [by, code] = authority?.values ?? []
  return String(by).toUpperCase() === 'EPSG' && Number.isInteger(Number(code)) ? Number(code) : undefined
}

function sameProjection(a: SystemAnswer, b: SystemAnswer): boolean {
  if (!a.ok || !b.ok) return false
  return (
    a.system.datum === b.system.datum &&
    a.system.kind === b.system.kind &&
    a.system.zone?.centralMeridian === b.system.zone?.centralMeridian &&
    a.system.zone?.falseEasting === b.system.zone?.falseEasting
  )
}

function geographicOf(node: WktNode): SystemAnswer {
  const datum = datumOf(node)
  if (typeof datum !== 'string') return datum
  return systemOf(datum === 'CGCS2000' ? 4490 : 4326)
}

/** The datum's own name counts; the system's name only stands in for an old one that is told nowhere else. */
function datumOf(node: WktNode): 'CGCS2000' | 'WGS84' | SystemAnswer {
  const geographic = geographicNames.includes(node.name) ? node : childOf(node, ...geographicNames)
  const datum = geographic && childOf(geographic, 'DATUM', 'ENSEMBLE', 'GEODETICDATUM', 'TRF')
  const name = textOf(datum)
  const retired = retiredDatumNamed(name) ?? retiredDatumNamed(textOf(geographic))
  if (retired) return refused('needs_seven_parameters', retired)
  if (!geographic || !datum) return refused('unknown_system', textOf(node))
  const prime = childOf(geographic, 'PRIMEM')
  if (prime && prime.values[1] !== 0) return refused('unknown_system', textOf(prime))
  if (/china[\s_]*(?:geodetic[\s_]*coordinate[\s_]*system[\s_]*)?2000|CGCS[\s_]*2000/i.test(name))
    return 'CGCS2000'
  if (/WGS[\s_]*(?:19)?84|world[\s_]*geodetic[\s_]*system[\s_]*(?:of[\s_]*)?1984/i.test(name)) return 'WGS84'
  return refused('unknown_system', name)
}

function planeOf(node: WktNode): SystemAnswer {
  const datum = datumOf(node)
  if (typeof datum !== 'string') return datum
  const conversion = childOf(node, 'CONVERSION') ?? node
  const method = textOf(childOf(conversion, 'PROJECTION', 'METHOD')).replace(/[\s-]/g, '_')
  if (/mercator_auxiliary_sphere|pseudo_mercator/i.test(method) || /pseudo.mercator/i.test(textOf(node)))
    return datum === 'WGS84' ? systemOf(3857) : refused('unknown_system', textOf(node))
  const unit = childOf(node, 'UNIT', 'LENGTHUNIT')
  if (unit && unit.values[1] !== 1) return refused('unknown_unit', textOf(unit))
  if (datum !== 'CGCS2000' || !/^(?:transverse_mercator|gauss_kr(?:u|ü|ue)ger)$/i.test(method))
    return refused('unknown_system', textOf(node))
  return gridOf(conversion, textOf(node))
}

function gridOf(conversion: WktNode, name: string): SystemAnswer {
  const values = new Map(
    conversion.children
      .filter((child) => child.name === 'PARAMETER')
      .map((child) => [textOf(child).toLowerCase().replace(/[\s_]/g, ''), Number(child.values[1])]),
  )
  const value = (standard: number, ...keys: string[]) =>
    keys.map((key) => values.get(key)).find((found) => found !== undefined) ?? standard
  const meridian = value(Number.NaN, 'centralmeridian', 'longitudeofnaturalorigin')
  const easting = value(Number.NaN, 'falseeasting')
  const usual =
    value(1, 'scalefactor', 'scalefactoratnaturalorigin') === 1 &&
    value(0, 'falsenorthing') === 0 &&
    value(0, 'latitudeoforigin', 'latitudeofnaturalorigin') === 0
  const failure: RefusalCode = usual ? 'unknown_zone' : 'unknown_system'
  // 117° is the middle of zone 39 of 3° and of zone 20 of 6°: one projection by two names.
  const widths: Width[] = /3[\s_-]*degree|3度/i.test(name) || !/CM|6/i.test(name) ? [3, 6] : [6, 3]
  for (const width of usual ? widths : [])
    for (const prefixed of [true, false]) {
      const system = zoneSystem(width === 3 ? meridian / 3 : (meridian + 3) / 6, width, prefixed)
      if (system?.zone?.falseEasting === easting) return { ok: true, system }
    }
  return refused(failure, `${name} ${meridian}° ${easting}`)
}
