import { normaliseText } from '../text/normalise.ts'
import { retiredDatumNamed } from './retired-systems.ts'
import { refused, type SystemAnswer, systemOf, type Width, zoneSystem } from './systems.ts'

/** 2000国家大地坐标系, 国家2000坐标系, CGCS2000, China 2000, 2000. A city's name before it makes it a grid of its own. */
const national =
  /^(?:国家|中国|全国)?(?:2000|CGCS-?2000|CHINA-?2000)(?:国家)?(?:大地)?(?:坐标系?)?(?:统)?(?:\(?CGCS2000\)?)?$|^(?:中国|国家)大地坐标系2000$/i
const worldwide = /^WGS-?(?:19)?84(?:坐标系)?$/i
const degrees = /^(?:十进制)?(?:度|degrees?)$|经纬度|地理坐标/i
const metres = /^(?:米|m|metres?|meters?)$/i

/**
 * The system that the header of a list of boundary points names: 坐标系, 几度分带, 带号 (or 中央子午线), 投影类型, 计量单位.
 * Of plane systems it answers the one with the zone's number in the easting; whether the numbers have it, they
 * themselves tell.
 */
export function systemFromHeader(header: Readonly<Record<string, string>>): SystemAnswer {
  const said = new Map(Object.entries(header).map(([key, value]) => [squeeze(key), squeeze(value)] as const))
  const name = said.get('坐标系') ?? said.get('坐标系统') ?? ''
  if (name === '') return refused('system_missing')
  const retired = retiredDatumNamed(name)
  if (retired) return refused('needs_seven_parameters', retired)
  const unit = said.get('计量单位') ?? ''
  const inDegrees = degrees.test(unit) || degrees.test(said.get('投影类型') ?? '') || degrees.test(name)
  const datum = name.replace(/[(,]?(?:经纬度|地理坐标系?)\)?/, '')
  if (worldwide.test(datum)) return inDegrees ? systemOf(4326) : refused('unknown_system', name)
  if (!national.test(datum)) return refused(/2000|坐标/.test(name) ? 'local_system' : 'unknown_system', name)
  if (inDegrees) return systemOf(4490)
  if (unit !== '' && !metres.test(unit)) return refused('unknown_unit', unit)
  return zoneOf(said)
}

const squeeze = (text: string) => normaliseText(text).replace(/\s/g, '')

function zoneOf(said: ReadonlyMap<string, string>): SystemAnswer {
  const width = widthOf(said.get('几度分带') ?? said.get('分带') ?? '')
  const number = numberIn(said.get('带号'))
  const meridian = numberIn(said.get('中央子午线') ?? said.get('中央经线'))
  if (number === undefined && meridian === undefined) return refused('zone_missing')
  const widths: Width[] = width ? [width] : [3, 6]
  for (const each of widths) {
    const zone = number ?? (each === 3 ? (meridian ?? 0) / 3 : ((meridian ?? 0) + 3) / 6)
    const system = zoneSystem(zone, each, true)
    if (!system) continue
    const agrees = meridian === undefined || system.zone?.centralMeridian === meridian
    return agrees ? { ok: true, system } : refused('contradiction', `${number} ${meridian}°`)
  }
  return refused('unknown_zone', number ?? `${meridian}°`)
}

const widthOf = (text: string): Width | undefined =>
  /^(?:3|三)/.test(text) ? 3 : /^(?:6|六)/.test(text) ? 6 : undefined

function numberIn(text: string | undefined): number | undefined {
  const match = /^(?:第)?(\d+(?:\.\d+)?)(?:带|度|°)?(?:E)?$/.exec(text ?? '')
  return match ? Number(match[1]) : undefined
}
