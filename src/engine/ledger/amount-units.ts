import { normaliseText, unifyBrackets } from '../text/normalise.ts'

const multipliers = {
  '': 0,
  ...{ 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 },
} as const
export type Multiplier = keyof typeof multipliers

export type Currency = '元' | '美元' | '欧元' | '港元' | '日元' | '英镑' | '外币'
export type BaseUnit =
  | Currency
  | '㎡'
  | '亩'
  | '公顷'
  | '平方公里'
  | '元/亩'
  | '元/㎡'
  | '元/公顷'
  | '元/平方公里'
  | '%'
  | '‰'

/** A unit as read from a cell or header: 万元, 亿美元, 万㎡, 万元/亩, %. */
export type AmountUnit = `${Multiplier}${BaseUnit}`

export interface SplitUnit {
  multiplier: Multiplier
  base: BaseUnit
}

/** Spellings after `normaliseText` in lower case, so ㎡ is m2 and ％ is %. Longer ones first within a base. */
const spellings: [RegExp, BaseUnit][] = [
  [/^(?:美元|美金|usd|us\$|\$)/, '美元'],
  [/^(?:欧元|eur|€)/, '欧元'],
  [/^(?:港元|港币|港纸|hkd|hk\$)/, '港元'],
  [/^(?:日元|日圆|jpy)/, '日元'],
  [/^(?:英镑|gbp|£)/, '英镑'],
  [/^(?:韩元|韩币|新台币|台币|新加坡元|新币|加元|加币|澳元|澳币|瑞士法郎|瑞郎|卢布|外币)/, '外币'],
  [/^(?:人民币)?(?:元整?|圆整?|块)(?:人民币)?/, '元'],
  [/^(?:人民币|rmb|cny|¥)/, '元'],
  [/^(?:平方公里|平方千米|km\^?2)/, '平方公里'],
  [/^(?:平方米|平方|平米|m\^?2|㎡|平(?!方))/, '㎡'],
  [/^(?:公顷|ha(?![a-z]))/, '公顷'],
  [/^亩/, '亩'],
  [/^(?:%|百分比)/, '%'],
  [/^‰/, '‰'],
]
const perArea: Partial<Record<BaseUnit, BaseUnit>> = {
  亩: '元/亩',
  '㎡': '元/㎡',
  公顷: '元/公顷',
  平方公里: '元/平方公里',
}
const multiplierForm = /^(?:[十百千万]?亿|[十百千]?万|[十百千])/

export function powerOf(multiplier: Multiplier): number {
  return multipliers[multiplier]
}

/** The multiplier at the start of `text` (万, 千万, 亿 …), or ''. */
export function readMultiplier(text: string): Multiplier {
  return (multiplierForm.exec(text)?.[0] ?? '') as Multiplier
}

/** The unit at the start of `text` (normalised, lower case), with how much of the text it took. */
export function readBase(text: string): { base: BaseUnit; length: number } | undefined {
  for (const [form, base] of spellings) {
    const found = form.exec(text)
    if (!found) continue
    const length = found[0].length
    const per = base === '元' ? /^(?:\/|每)/.exec(text.slice(length)) : null
    const area = per && readBase(text.slice(length + 1))
    const compound = area && perArea[area.base]
    return compound ? { base: compound, length: length + 1 + area.length } : { base, length }
  }
  return undefined
}

/** A text that is a unit and nothing else: "万元", "亿美元", "m²", "万元/亩·年". */
export function parseUnit(text: string): AmountUnit | undefined {
  const clean = normaliseText(text)
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^(?:金额|计量)?单位:?/, '')
    .replace(/^人民币(?=.)/, '')
  const english = englishUnit(clean)
  if (english) return english
  const multiplier = readMultiplier(clean)
  const rest = clean.slice(multiplier.length)
  const unit = readBase(rest)
  if (!unit) return multiplier === '万' || multiplier === '亿' ? onlyMultiplier(multiplier, rest) : undefined
  if (!/^(?:[/·]?年|人民币|,?人民币)?$/.test(rest.slice(unit.length))) return undefined
  return `${multiplier}${unit.base}`
}

const englishMultipliers: Record<string, Multiplier> = {
  '': '',
  k: '千',
  '10k': '万',
  m: '百万',
  million: '百万',
  '10m': '千万',
  '100m': '亿',
  bn: '十亿',
  billion: '十亿',
}
const englishForm = /^(cny|rmb|usd|us\$|eur|hkd)(10k|100m|10m|k|m|million|bn|billion)?$/

/** "CNY 100m", "USD 10k", "mu": as headers in English say them, our own exports among them. */
function englishUnit(clean: string): AmountUnit | undefined {
  if (clean === 'mu') return '亩'
  const [, currency, size = ''] = englishForm.exec(clean) ?? []
  const base = currency && readBase(currency)?.base
  return base ? `${englishMultipliers[size] ?? ''}${base}` : undefined
}

/** "（亿）" and "（万）" over a column mean 元. */
function onlyMultiplier(multiplier: Multiplier, rest: string): AmountUnit | undefined {
  return rest === '' ? `${multiplier}元` : undefined
}

export function splitUnit(unit: AmountUnit): SplitUnit {
  const multiplier = readMultiplier(unit)
  return { multiplier, base: unit.slice(multiplier.length) as BaseUnit }
}

const currencies: readonly BaseUnit[] = ['元', '美元', '欧元', '港元', '日元', '英镑', '外币']

export function isCurrency(base: BaseUnit): base is Currency {
  return currencies.includes(base)
}

/**
 * The unit that a header or a title line gives to its cells: "总投资（亿元）", "单位：万元", "年产值/亿元". When it
 * names several (用地（亩）/厂房（㎡）) there is none, save that a 单位 line may give one for money beside others.
 */
export function unitInHeader(header: string): AmountUnit | undefined {
  const text = unifyBrackets(normaliseText(header.slice(0, 300))).toLowerCase()
  const unitLine = /单位\s*:/.test(text)
  const found = new Set<AmountUnit>()
  for (const piece of pieces(text)) {
    const unit = parseUnit(piece)
    if (unit) found.add(unit)
  }
  if (found.size <= 1) return [...found][0]
  const money = [...found].filter((unit) => splitUnit(unit).base === '元')
  return unitLine && money.length === 1 ? money[0] : undefined
}

/** Where a header may say its unit: in brackets, after 单位:, or at its end behind a separator or a full stop of words. */
function pieces(text: string): string[] {
  const out: string[] = []
  for (const match of text.matchAll(/\(([^()]*)\)/g)) out.push(...parts(match[1] ?? ''))
  for (const match of text.matchAll(/单位\s*:\s*([^()]*)/g)) out.push(...parts(match[1] ?? ''))
  const bare = text.replace(/\([^()]*\)/g, '').trim()
  const tail = /[/、:,\s-]\s*([^/、:,\s-]+)$/.exec(bare)?.[1] ?? (parseUnit(bare) ? bare : undefined)
  if (tail) out.push(tail)
  const glued = /[^\d十百千万亿]((?:[十百千万]?亿|[十百千]?万)(?:元|美元|美金))$/.exec(bare)?.[1]
  if (glued) out.push(glued)
  return out
}

/** One piece may list units (万元、亩); 万元/亩 is one unit, so the slash cuts only where the whole is none. */
function parts(content: string): string[] {
  if (parseUnit(content)) return [content]
  return content
    .split(/[、,;|\s]|或/)
    .map((part) => part.replace(/^.*:/, ''))
    .flatMap((part) => (parseUnit(part) ? [part] : part.split('/')))
}
