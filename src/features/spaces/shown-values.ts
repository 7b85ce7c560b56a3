import { type RefusalCode, systemOf } from '../../engine/geometry/systems.ts'
import { muFromSquareMetres } from '../../shared/area.ts'
import { formatDecimal } from '../../shared/decimal.ts'
import type { areaUnits, Finding, shifts } from './import-contract.ts'

export type Language = 'zh' | 'en'
type InBoth = { zh: string; en: string }

export const unitWords: Record<(typeof areaUnits)[number], InBoth> = {
  hectare: { zh: '公顷', en: 'hectares' },
  squareMetre: { zh: '平方米', en: 'square metres' },
  mu: { zh: '亩', en: 'mu' },
}
export const shiftWords: Record<(typeof shifts)[number], InBoth> = {
  none: { zh: '无偏移', en: 'Not shifted' },
  gcj02: { zh: '火星坐标（GCJ-02，高德、腾讯）', en: 'GCJ-02 (Amap, Tencent)' },
  bd09: { zh: '百度坐标（BD-09）', en: 'BD-09 (Baidu)' },
}
/** Why a system that a file names is not converted; `{value}` is what it names. */
export const refusalWords: Record<RefusalCode, InBoth> = {
  needs_seven_parameters: {
    zh: '文件写的是“{value}”，换算要用不公开的七参数。',
    en: 'The file says “{value}”, which needs seven parameters that are not public.',
  },
  local_system: {
    zh: '文件写的是地方坐标系“{value}”，这里不能换算。',
    en: 'The file says “{value}”, a local grid that cannot be converted here.',
  },
  unknown_system: {
    zh: '文件写的坐标系“{value}”认不出来。',
    en: 'The file says “{value}”, a system that is not known here.',
  },
  system_missing: { zh: '文件没有写坐标系。', en: 'The file names no system.' },
  zone_missing: { zh: '文件没有写带号，也没有中央经线。', en: 'The file names neither zone nor meridian.' },
  unknown_zone: {
    zh: '文件写的带号或中央经线“{value}”不在国内。',
    en: 'The file says zone or meridian “{value}”, which is not in China.',
  },
  unknown_unit: {
    zh: '文件写的计量单位“{value}”不是米。',
    en: 'The file says the unit “{value}”, which is not metres.',
  },
  contradiction: {
    zh: '文件写的“{value}”自相矛盾。',
    en: 'The file says “{value}”, which contradicts itself.',
  },
  unreadable: {
    zh: '文件里的坐标系说明“{value}”读不出来。',
    en: 'What the file says of its system, “{value}”, cannot be read.',
  },
}

/** `2000国家大地坐标系 3度第40带，东坐标带带号（EPSG:4528）`. */
export function systemName(epsg: number, language: Language): string {
  const answer = systemOf(epsg)
  if (!answer.ok) return `EPSG:${epsg}`
  return language === 'zh'
    ? `${answer.system.name.zh}（EPSG:${epsg}）`
    : `${answer.system.name.en} (EPSG:${epsg})`
}

export const squareMetresText = (areaM2: string) =>
  `${formatDecimal(areaM2, { digits: areaM2.includes('.') ? 1 : 0, grouping: true })} ㎡`

/** `14.25 亩（9,500 ㎡）`: 亩 for people, ㎡ for the record. */
export function areaText(areaM2: string, language: Language): string {
  const mu = formatDecimal(muFromSquareMetres(areaM2), { digits: 2, grouping: true })
  return language === 'zh'
    ? `${mu} 亩（${squareMetresText(areaM2)}）`
    : `${mu} mu (${squareMetresText(areaM2)})`
}

/** Where in its file a person finds a shape, in the words of the format. */
export function placeWords(place: string, format: string, language: Language, layer?: string | null): string {
  const within = layer ? (language === 'zh' ? `“${layer}”` : `“${layer}”, `) : ''
  const line = /^:\d+$/.test(place) ? place.slice(1) : undefined
  const [before, after] =
    format === 'shapefile'
      ? { zh: ['第 ', ' 条记录'], en: ['record ', ''] }[language]
      : format === 'geojson'
        ? { zh: ['第 ', ' 个要素'], en: ['feature ', ''] }[language]
        : format === 'dxf' && !line
          ? { zh: ['句柄 ', ''], en: ['handle ', ''] }[language]
          : { zh: ['第 ', ' 行'], en: ['line ', ''] }[language]
  return `${within}${before ?? ''}${line ?? place}${after ?? ''}`
}

/** Fills `{name}`; a part in `[…]` falls away where a value in it is not known. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return template
    .split(/\[([^\]]*)\]/)
    .map((part, at) =>
      at % 2 === 0 || [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => values[name])
        ? put(part)
        : '',
    )
    .join('')
}

const systemValues = new Set(['epsg', 'most'])
const areaValues = new Set(['areaM2'])

/** The values of a finding as its sentence shows them: systems by name, areas in 亩 and ㎡, units and shifts by their words. */
export function shownValues(
  { code, values }: Pick<Finding, 'code' | 'values'>,
  language: Language,
  format: string,
): Record<string, string> {
  const shown = (name: string, value: string | number): string => {
    const text = String(value)
    if (systemValues.has(name)) return systemName(Number(value), language)
    if (code === 'declared_differs' && (name === 'declared' || name === 'found'))
      return systemName(Number(value), language)
    if (code === 'area_differs' && (name === 'declared' || name === 'drawn')) return areaText(text, language)
    if (areaValues.has(name)) return squareMetresText(text)
    if (name === 'unit' || name === 'usual')
      return unitWords[text as keyof typeof unitWords]?.[language] ?? text
    if (name === 'shift') return shiftWords[text as keyof typeof shiftWords]?.[language] ?? text
    if (name === 'place' && text) return placeWords(text, format, language)
    if (name === 'refusal') {
      const words = refusalWords[text as RefusalCode]?.[language] ?? text
      return words.replace('{value}', String(values['value'] ?? ''))
    }
    return text
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(name, value)]))
}
