import type { LandRule, Offer } from '../../../engine/land-rules/rule.ts'
import type { Quantity } from '../../../engine/land-rules/units.ts'
import { multiplyDecimal, signOfDecimal, sumDecimal } from '../../../shared/decimal.ts'
import type { OfferSource, PromiseEntry } from '../contract.ts'

type Figure = { quantity: Quantity; source: OfferSource }
export type Answer = { holds: boolean; source: OfferSource }

const none: OfferSource = {
  by: 'ledger',
  fields: [],
  top: null,
  bottom: null,
  note: null,
  person: null,
  at: null,
}

/** What the ledger's amounts (万元, ㎡) say by themselves: investment, output and tax by the mu. */
const quotients: [indicator: string, field: string][] = [
  ['fixedInvestIntensity', 'fixedAssetInvestment'],
  ['outputPerMu', 'expectedOutput'],
  ['taxPerMu', 'expectedTax'],
]
const amounts: [indicator: string, field: string][] = [
  ['totalInvestment', 'totalInvestment'],
  ['fixedInvestment', 'fixedAssetInvestment'],
  ['output', 'expectedOutput'],
  ['tax', 'expectedTax'],
]

/** Figures by indicator: the promise before the ledger. `areas`: ㎡ of the parcels, where the ledger has no area. */
export function figuresOf(
  line: Record<string, unknown>,
  areas: readonly string[],
  promises: readonly PromiseEntry[],
): Map<string, Figure> {
  const text = (field: string) => (typeof line[field] === 'string' ? line[field] : null)
  const figures = new Map<string, Figure>()
  for (const [indicator, field] of amounts) {
    const value = text(field)
    if (value !== null)
      figures.set(indicator, {
        quantity: { value, unit: '万元' },
        source: { ...none, fields: [field], top: value },
      })
  }
  const own = text('landArea')
  const area = own ?? (areas.length > 0 ? sumDecimal(areas) : null)
  for (const [indicator, field] of quotients) {
    const value = text(field)
    if (value === null || area === null || signOfDecimal(area) <= 0) continue
    figures.set(indicator, {
      quantity: perMu(value, area),
      source: { ...none, fields: [field, own === null ? 'parcelNo' : 'landArea'], top: value, bottom: area },
    })
  }
  for (const { indicator, value, unit, source, promisedBy, promisedAt } of promises)
    figures.set(indicator, {
      quantity: { value, unit },
      source: { ...none, by: 'promise', note: source, person: promisedBy, at: promisedAt },
    })
  return figures
}

/** 万元 ÷ ㎡ × 10,000 is 万元 by the hectare, and exact. */
const perMu = (value: string, m2: string): Quantity => ({
  value: multiplyDecimal(value, '10000'),
  over: m2,
  unit: '万元/公顷',
})

/** What is known of whether conditions hold that have no figure: what a person said last, else the day of an event. */
export function answersOf(
  rules: readonly LandRule[],
  said: ReadonlyMap<string, Answer>,
  registeredOn: string | null,
): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  for (const rule of rules) {
    const answer = said.get(rule.id)
    if (answer) answers.set(rule.id, answer)
    else if (rule.kind === 'enterprise' && rule.presence === 'registered' && registeredOn !== null)
      answers.set(rule.id, {
        holds: true,
        source: { ...none, by: 'milestone', fields: ['companyRegistered'], note: registeredOn },
      })
  }
  return answers
}

/** As the engine judges it. */
export const offerOf = (
  figures: ReadonlyMap<string, Figure>,
  answers: ReadonlyMap<string, Answer>,
  industry: string | null,
): Offer => ({
  figures: new Map([...figures].map(([key, { quantity }]) => [key, quantity])),
  industry,
  answers: new Map([...answers].map(([key, { holds }]) => [key, holds])),
})
