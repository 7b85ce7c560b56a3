import type { IndicatorRule, LandRule, Operator, Presence } from '../../../engine/land-rules/rule.ts'
import { compareDecimal, formatDecimal, roundDecimal } from '../../../shared/decimal.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { CheckedRule } from '../contract.ts'

type Language = 'zh' | 'en'

export const presenceWords: Record<Presence, Record<Language, string>> = {
  registered: { zh: '工商注册落在本区', en: 'Registered here' },
  taxed: { zh: '税收级次落在本区', en: 'Taxed here' },
  counted: { zh: '生产经营统计落在本区', en: 'Counted by the statistics here' },
}
const signs: Record<Exclude<Operator, 'between'>, string> = { atLeast: '≥', atMost: '≤' }
/** A ratio has no unit to write. */
export const unitWords = (unit: string) => (unit === '1' ? '' : ` ${unit}`)

/** A rule by its name: the indicator, or the condition itself. */
export function ruleName(rule: LandRule, language: Language): string {
  switch (rule.kind) {
    case 'indicator':
      return indicatorOf(rule.indicator)?.words[language] ?? rule.indicator
    case 'industry':
      return language === 'zh' ? '产业准入' : 'Industry admitted'
    case 'enterprise':
      return presenceWords[rule.presence][language]
    case 'statement':
      return rule.text
  }
}

/** What a rule asks for; empty where its name says it. */
export function requiredWords(rule: LandRule, language: Language): string {
  if (rule.kind === 'industry') {
    const [zh, en] = [rule.allow.join('、'), rule.allow.join(', ')]
    const forbidden = rule.forbid.join(language === 'zh' ? '、' : ', ')
    const parts = [
      ...(rule.allow.length > 0 ? [language === 'zh' ? `准入 ${zh}` : en] : []),
      ...(rule.forbid.length > 0 ? [language === 'zh' ? `禁止 ${forbidden}` : `not ${forbidden}`] : []),
    ]
    return parts.join(language === 'zh' ? '，' : ', ')
  }
  if (rule.kind !== 'indicator') return ''
  const { operator, value, upTo = value, unit } = rule
  const range = operator === 'between' ? `${value}–${upTo}` : `${signs[operator]} ${value}`
  return `${range}${unitWords(unit)}`
}

/** One failing rule in a sentence: what it asks for, and what there is. */
export function ruleWords({ rule, verdict, offered, margin }: CheckedRule, language: Language): string {
  const name = ruleName(rule, language)
  const required = requiredWords(rule, language)
  const asked = required === '' ? name : `${name} ${required}`
  if (verdict === 'unknown')
    return language === 'zh' ? `${asked}，尚无数据` : `${asked}, of which nothing is known`
  if (rule.kind !== 'indicator' || offered === null || margin === null)
    return language === 'zh' ? `${asked}，不满足` : `${asked}, not met`
  const has = shown(offered)
  const by = byWords(margin.replace('-', ''), language)
  if (isOver(rule, offered))
    return language === 'zh' ? `${asked}，现为 ${has}，超出${by}` : `${asked}, offered ${has}, ${by} too much`
  return language === 'zh' ? `${asked}，现为 ${has}，差${by}` : `${asked}, offered ${has}, ${by} short`
}

const isOver = ({ operator, value, upTo = value }: IndicatorRule, offered: string) =>
  operator === 'atMost' || (operator === 'between' && compareDecimal(offered, upTo) >= 0)

/** What is missed is never missed by nought. */
function byWords(margin: string, language: Language): string {
  const by = shown(margin)
  if (by !== '0') return language === 'zh' ? ` ${by}` : by
  return language === 'zh' ? '不到 0.01' : 'less than 0.01'
}

const mostNamed = 8
const longestName = 120
/** Failing rules in a sentence that can be read; all of them are on the project. */
export function rulesWords(rows: readonly CheckedRule[], language: Language): string {
  const isChinese = language === 'zh'
  const named = rows.slice(0, mostNamed).map((row) => {
    const words = ruleWords(row, language)
    return words.length > longestName ? `${words.slice(0, longestName)}…` : words
  })
  const left = rows.length - named.length
  const rest = isChinese ? `其余 ${left} 条见“供地与承诺”` : `${left} more under “Land and promises”`
  return [...named, ...(left > 0 ? [rest] : [])].join(isChinese ? '；' : '; ')
}

const shown = (value: string) => formatDecimal(roundDecimal(value, 2))
