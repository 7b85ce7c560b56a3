import { boundsOf, judgeRule } from '../../../engine/land-rules/judge.ts'
import type { IndicatorRule, IndustryRule, LandRule } from '../../../engine/land-rules/rule.ts'
import { areAlike, type Quantity, type Unit, units } from '../../../engine/land-rules/units.ts'
import type { Rule } from '../../../engine/matching/rule.ts'
import type { Figures } from '../../../engine/matching/space.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import { figuresOf } from '../../preconditions/model/offer.ts'
import { knownIndustry, leaves } from '../../preconditions/server/industries.ts'
import type { StoredSet } from '../../preconditions/server/queries.ts'
import { landRuleKey } from './land-rule-words.ts'

type Line = Record<string, unknown> & { id: string }
export type Promised = readonly { indicator: string; value: string; unit: Unit }[]
type Offered = { id: string; figures: ReadonlyMap<string, Quantity>; industry: string | null }

/** Figures that follow from a total of the ledger and the mu of the very place. */
const totals: Readonly<Record<string, string>> = {
  taxPerMu: 'tax',
  outputPerMu: 'output',
  fixedInvestIntensity: 'investment',
}
/** What two numbers may differ by for rounding alone. */
const rounding = 1e-12

/**
 * The parcels' rules as plain values that can go to a thread, and the figures that projects are held against. As at the
 * door, a promise goes before the ledger; what people confirm is the same on every place and left to the door.
 */
export function planRules(
  sets: readonly StoredSet[],
  parcelIds: readonly string[],
  projects: readonly { line: Line; promised: Promised }[],
): { rules: Rule[]; figures: Map<string, Figures> } {
  const offered = projects.map(({ line, promised }): Offered => {
    // Without an area nothing is by the mu but what was promised so.
    const all = figuresOf({ ...line, landArea: null }, [], promised.map(entryOf))
    return {
      id: line.id,
      figures: new Map([...all].map(([key, { quantity }]) => [key, quantity])),
      industry: knownIndustry(typeof line['industryCode'] === 'string' ? line['industryCode'] : null),
    }
  })
  const rules = sets.flatMap((set) => {
    const parcels = set.parcels.map(({ id }) => id)
    const spaces = parcelIds.filter((id) => set.everywhere || parcels.includes(id))
    return spaces.length === 0
      ? []
      : set.rules.flatMap((rule) => rulesOf(landRuleKey(set, rule), rule, spaces))
  })
  return { rules, figures: new Map(offered.map((one) => [one.id, landFigures(one)])) }

  function rulesOf(id: string, rule: LandRule, spaces: readonly string[]): Rule[] {
    if (rule.kind === 'indicator') return indicatorRules(id, rule, spaces, offered)
    return rule.kind === 'industry' ? industryRules(id, rule, spaces, offered) : []
  }
}

/** Who promised and when is of no use to a rule. */
const entryOf = ({ indicator, value, unit }: Promised[number]) => ({
  ...{ id: '', indicator, value, unit, checkStage: 'fullCapacity' as const, dueOn: null, source: '' },
  ...{ promisedBy: '', promisedAt: '', revision: 1 },
})

const landFigure = (indicator: string) => `land.${indicator}`
const commonUnit = (indicator: string, unit: Unit): Unit => indicatorOf(indicator)?.unit ?? unit

const landFigures = ({ figures, industry }: Offered): Figures => ({
  ...Object.fromEntries(
    [...figures].map(([indicator, quantity]) => [
      landFigure(indicator),
      numberIn(quantity, commonUnit(indicator, quantity.unit)),
    ]),
  ),
  industry,
})

/** Null where it measures something else. */
function numberIn({ value, unit }: Quantity, to: Unit): number | null {
  if (!areAlike(unit, to)) return null
  const [own, other] = [units[unit], units[to]]
  return (Number(value) * Number(own.times) * Number(other.over)) / (Number(own.over) * Number(other.times))
}

function indicatorRules(
  id: string,
  rule: IndicatorRule,
  spaces: readonly string[],
  offered: readonly Offered[],
): Rule[] {
  const { indicator } = rule
  const unit = commonUnit(indicator, rule.unit)
  const { lower, upper } = boundsOf(rule)
  const limits = (common: object) =>
    [
      ...(lower ? [{ op: 'atLeast', value: slack(numberIn(lower, unit), -1) }] : []),
      ...(upper ? [{ op: 'atMost', value: slack(numberIn(upper, unit), 1) }] : []),
    ].map((limit) => ({ id, on: 'project', unit, spaces, ...common, ...limit }) as Rule)
  const total = totals[indicator]
  if (total === undefined) return limits({ indicator: landFigure(indicator), isPerMu: false, projects: null })
  const promised = offered.filter(({ figures }) => figures.has(indicator)).map(({ id: project }) => project)
  const perMu = { indicator: total, isPerMu: true }
  if (promised.length === 0) return limits({ ...perMu, projects: null })
  const others = offered.filter(({ figures }) => !figures.has(indicator)).map(({ id: project }) => project)
  return [
    ...limits({ indicator: landFigure(indicator), isPerMu: false, projects: promised }),
    ...(others.length > 0 ? limits({ ...perMu, projects: others }) : []),
  ]
}

const slack = (value: number | null, direction: 1 | -1) =>
  value === null ? null : value + direction * Math.abs(value) * rounding

/** Codes of the projects that a rule admits whole; one that it admits in part may be either, and is not known. */
function industryRules(
  id: string,
  rule: IndustryRule,
  spaces: readonly string[],
  offered: readonly Offered[],
): Rule[] {
  const verdictOn = (industry: string | null) =>
    judgeRule(rule, { figures: new Map(), industry, answers: new Map() }, leaves).verdict
  const verdicts = new Map(
    [...new Set(offered.map(({ industry }) => industry))].map((one) => [one, verdictOn(one)]),
  )
  const ids = (isUnknown: boolean) =>
    offered
      .filter(({ industry }) => (verdicts.get(industry) === 'unknown') === isUnknown)
      .map(({ id: project }) => project)
  const [known, unknown] = [ids(false), ids(true)]
  const values = [...verdicts].flatMap(([code, verdict]) =>
    verdict === 'pass' && code !== null ? [code] : [],
  )
  const common = { id, on: 'project', isPerMu: false, unit: '', spaces, op: 'oneOf', values } as const
  return [
    ...(known.length > 0 ? [{ ...common, indicator: 'industry', projects: known }] : []),
    // No project has this figure: it stays unknown.
    ...(unknown.length > 0 ? [{ ...common, indicator: 'industry.narrower', projects: unknown }] : []),
  ]
}
