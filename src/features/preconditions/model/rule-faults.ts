import type { IndicatorRule, LandRule } from '../../../engine/land-rules/rule.ts'
import { kindOfUnit } from '../../../engine/land-rules/units.ts'
import { compareDecimal, parseDecimal } from '../../../shared/decimal.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { RuleInput } from '../contract.ts'

type Fault = { zh: string; en: string }
export type Read = { rule: LandRule } | { fault: Fault }

const fault = (zh: string, en: string): Read => ({ fault: { zh, en } })

/** A rule as it is kept, of what was sent for it; or what is wrong with it. */
export function readRule(input: RuleInput, id: string): Read {
  const common = { id, checkStage: input.checkStage, source: input.source.trim() }
  switch (input.kind) {
    case 'indicator':
      return readFigure(input, common)
    case 'industry': {
      const [allow, forbid] = [input.allow ?? [], input.forbid ?? []]
      return allow.length + forbid.length === 0
        ? fault('产业准入没有写行业代码', 'the industries admitted name no code')
        : { rule: { ...common, kind: 'industry', allow, forbid } }
    }
    case 'enterprise':
      return input.presence
        ? { rule: { ...common, kind: 'enterprise', presence: input.presence } }
        : fault('没有写企业在哪方面落户', 'it is not said in what the enterprise must be here')
    case 'statement':
      return input.text
        ? { rule: { ...common, kind: 'statement', text: input.text.trim() } }
        : fault('条件没有写内容', 'the condition has no words')
  }
}

function readFigure(
  { indicator: key, operator, unit, ...input }: RuleInput,
  common: Pick<IndicatorRule, 'id' | 'checkStage' | 'source'>,
): Read {
  const indicator = indicatorOf(key ?? '')
  const value = parseDecimal(input.value ?? '')
  const upTo = parseDecimal(input.upTo ?? '')
  if (!indicator || !operator || !unit || value === undefined)
    return fault(
      '指标、比较方式、数值和单位要写全',
      'an indicator, a comparison, a value and a unit are needed',
    )
  const { zh, en } = indicator.words
  if (kindOfUnit(unit) !== kindOfUnit(indicator.unit))
    return fault(
      `“${zh}”按“${indicator.unit}”计，不能换算成“${unit}”`,
      `“${en}” is measured in “${indicator.unit}”, which “${unit}” cannot be converted to`,
    )
  if (compareDecimal(value, '0') < 0)
    return fault(`“${zh}”的数值 ${value} 小于 0`, `“${en}” has ${value}, which is below nought`)
  const rule = { ...common, kind: 'indicator', indicator: indicator.key, operator, value, unit } as const
  if (operator !== 'between') return { rule }
  if (upTo === undefined) return fault(`“${zh}”缺上限`, `“${en}” has no upper bound`)
  if (compareDecimal(value, upTo) > 0)
    return fault(
      `“${zh}”的下限 ${value} 大于上限 ${upTo}`,
      `“${en}” runs from ${value} to ${upTo}, which is less`,
    )
  return { rule: { ...rule, upTo } }
}
