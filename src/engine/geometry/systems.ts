import { retiredDatumOf } from './retired-systems.ts'

export type Width = 3 | 6
/** A Gauss-Krüger zone: transverse Mercator, scale 1, no false northing. */
export type Zone = {
  number: number
  /** Degrees of longitude. */
  width: Width
  centralMeridian: number
  /** The easting begins with the zone's number: 40526000 instead of 526000. */
  prefixed: boolean
  /** Metres. */
  falseEasting: number
}
/** A coordinate system we convert. `zone` is missing in geographic systems (degrees) and in Web Mercator. */
export type System = {
  epsg: number
  name: { zh: string; en: string }
  kind: 'geographic' | 'plane'
  datum: 'CGCS2000' | 'WGS84'
  zone?: Zone
}

export type RefusalCode =
  /** Beijing 1954, Xi'an 1980, New Beijing: `value` names it. Their seven parameters are not public. */
  | 'needs_seven_parameters'
  /** A city's own grid, such as 杭州2000坐标系. */
  | 'local_system'
  | 'unknown_system'
  /** Nothing is said of the system. */
  | 'system_missing'
  | 'zone_missing'
  | 'unknown_zone'
  | 'unknown_unit'
  /** A code and the parameters beside it name different systems. */
  | 'contradiction'
  /** No well-known text at all. */
  | 'unreadable'
export type SystemAnswer = { ok: true; system: System } | { ok: false; code: RefusalCode; value: string }

export const refused = (code: RefusalCode, value: string | number = ''): SystemAnswer => ({
  ok: false,
  code,
  value: String(value).slice(0, 80),
})

/** Zone numbers and codes of EPSG: the first code of each row, with prefix and by central meridian without. */
const grids: { width: Width; first: number; last: number; prefixed: number; plain: number }[] = [
  { width: 3, first: 25, last: 45, prefixed: 4513, plain: 4534 },
  { width: 6, first: 13, last: 23, prefixed: 4491, plain: 4502 },
]
/** Codes that mean the same as one of ours. */
const aliases: Record<number, number> = { 900913: 3857, 102100: 3857, 102113: 3857 }

export const meridianOf = (zone: number, width: Width) => (width === 3 ? zone * 3 : zone * 6 - 3)
export const zoneNear = (lon: number, width: Width) =>
  width === 3 ? Math.round(lon / 3) : Math.floor(lon / 6) + 1

export const systems: readonly System[] = [
  {
    epsg: 4490,
    name: { zh: '2000国家大地坐标系（经纬度）', en: 'CGCS2000, longitude and latitude' },
    kind: 'geographic',
    datum: 'CGCS2000',
  },
  {
    epsg: 4326,
    name: { zh: 'WGS 84（经纬度）', en: 'WGS 84, longitude and latitude' },
    kind: 'geographic',
    datum: 'WGS84',
  },
  {
    epsg: 3857,
    name: { zh: 'Web 墨卡托', en: 'Web Mercator' },
    kind: 'plane',
    datum: 'WGS84',
  },
  ...grids.flatMap(({ width, first, last, prefixed, plain }) =>
    [true, false].flatMap((withPrefix) =>
      Array.from({ length: last - first + 1 }, (_, at) =>
        planeSystem((withPrefix ? prefixed : plain) + at, first + at, width, withPrefix),
      ),
    ),
  ),
]

function planeSystem(epsg: number, number: number, width: Width, prefixed: boolean): System {
  const centralMeridian = meridianOf(number, width)
  const zh = prefixed ? `第${number}带，东坐标带带号` : `中央经线${centralMeridian}°，东坐标不带带号`
  const en = prefixed ? `zone ${number}, number in the easting` : `${centralMeridian}°E, no zone number`
  return {
    epsg,
    name: { zh: `2000国家大地坐标系 ${width}度${zh}`, en: `CGCS2000 ${width}-degree ${en}` },
    kind: 'plane',
    datum: 'CGCS2000',
    zone: {
      number,
      width,
      centralMeridian,
      prefixed,
      falseEasting: prefixed ? number * 1e6 + 5e5 : 5e5,
    },
  }
}

const byCode = new Map(systems.map((system) => [system.epsg, system]))
const byZone = new Map(
  systems.flatMap((system) => {
    const { zone } = system
    return zone ? [[`${zone.width} ${zone.number} ${zone.prefixed}`, system] as const] : []
  }),
)

/** The system of an EPSG code; refused with `needs_seven_parameters` or `unknown_system`. */
export function systemOf(epsg: number): SystemAnswer {
  const system = byCode.get(aliases[epsg] ?? epsg)
  if (system) return { ok: true, system }
  const retired = retiredDatumOf(epsg)
  return retired ? refused('needs_seven_parameters', retired) : refused('unknown_system', epsg)
}

/** CGCS2000 in a zone of 3° (25 to 45) or 6° (13 to 23). */
export const zoneSystem = (number: number, width: Width, prefixed: boolean): System | undefined =>
  byZone.get(`${width} ${number} ${prefixed}`)
