import { isDeepStrictEqual } from 'node:util'
import { contradictionsIn } from '../../../engine/land-rules/contradictions.ts'
import { judgeRule } from '../../../engine/land-rules/judge.ts'
import type { Judged, LandRule, Offer } from '../../../engine/land-rules/rule.ts'
import type { Db } from '../../../server/database/connect.ts'
import { compareDecimal } from '../../../shared/decimal.ts'
import { parcelKeysIn } from '../../spaces/model/number-key.ts'
import type { CheckedRule, Preconditions } from '../contract.ts'
import { type Answer, answersOf, figuresOf, offerOf } from '../model/offer.ts'
import { knownIndustry, leaves } from './industries.ts'
import {
  bindingSets,
  listConfirmations,
  listExemptions,
  listNamed,
  listPromises,
  listSets,
  type StoredConfirmation,
  type StoredExemption,
  type StoredSet,
} from './queries.ts'

export type Line = Record<string, unknown> & { id: string }
export type Check = Pick<
  Preconditions,
  | 'parcels'
  | 'unknownParcels'
  | 'rows'
  | 'formerExemptions'
  | 'contradictions'
  | 'blocking'
  | 'mustNameParcel'
  | 'industryCode'
>

/** Every rule that binds the parcels a project names, held against what it offers. */
export async function checkProject(db: Db, zoneId: string, line: Line): Promise<Check> {
  const keys = parcelKeysIn(textIn(line, 'parcelNo'))
  const named = await listNamed(db, zoneId, keys)
  const parcels = keys.flatMap((key) => named.find((one) => one.key === key) ?? [])
  const all = await listSets(db, zoneId)
  const unknownParcels = keys.filter((key) => !named.some((one) => one.key === key))
  const sets = bindingSets(
    all,
    parcels.map(({ id }) => id),
  )
  const promises = await listPromises(db, zoneId, line.id)
  const confirmations = await listConfirmations(db, zoneId, line.id)
  const exemptions = await listExemptions(db, zoneId, line.id)
  const figures = figuresOf(
    line,
    parcels.map(({ areaM2 }) => areaM2),
    promises,
  )
  const industryCode = textIn(line, 'industryCode')
  const registeredOn = textIn(line, 'companyRegistered.actual')
  const rows = sets.flatMap((set) => {
    const answers = answersOf(set.rules, saidOf(set, confirmations), registeredOn)
    const offer = offerOf(figures, answers, knownIndustry(industryCode))
    return set.rules.map((rule): CheckedRule => {
      const judged = judgeRule(rule, offer, leaves)
      const exemption = exemptionOf(set, rule, { ...judged, industry: offer.industry }, exemptions)
      const source =
        rule.kind === 'indicator' ? figures.get(rule.indicator)?.source : answers.get(rule.id)?.source
      return {
        setId: set.id,
        setName: set.name,
        setRevision: set.revision,
        rule,
        verdict: judged.verdict !== 'pass' && exemption && !exemption.isOutdated ? 'exempt' : judged.verdict,
        offered: judged.offered,
        margin: judged.margin,
        offer: source ?? null,
        exemption,
      }
    })
  })
  return {
    parcels: parcels.map(({ key: _, ...parcel }) => parcel),
    unknownParcels,
    mustNameParcel:
      all.some(({ everywhere, parcels: bound }) => !everywhere && bound.length > 0) &&
      (parcels.length === 0 || unknownParcels.length > 0),
    rows,
    formerExemptions: exemptions
      .filter(({ id }) => !rows.some(({ exemption }) => exemption?.id === id))
      .map(({ setId: _, verdict: _verdict, industry: _industry, ...exemption }) => exemption),
    contradictions: contradictionsOf(sets),
    blocking: rows.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown').length,
    industryCode,
  }
}

const textIn = (line: Line, field: string) => {
  const value = line[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/** What was said of a rule as it reads now, the latest. */
function saidOf(set: StoredSet, confirmations: readonly StoredConfirmation[]): Map<string, Answer> {
  const said = new Map<string, Answer>()
  for (const { setId, rule, holds, note, confirmedBy, confirmedAt } of confirmations) {
    const isOfRule = setId === set.id && set.rules.some((one) => isDeepStrictEqual(one, rule))
    if (!isOfRule || said.has(rule.id)) continue
    const source = { fields: [], top: null, bottom: null, note, person: confirmedBy, at: confirmedAt }
    said.set(rule.id, { holds, source: { by: 'confirmation', ...source } })
  }
  return said
}

/** A decision speaks of the rule and of the offer that it was made upon: of no other rule, and of no worse offer. */
function exemptionOf(
  set: StoredSet,
  rule: LandRule,
  judged: Seen,
  exemptions: readonly StoredExemption[],
): CheckedRule['exemption'] {
  const decided = exemptions.find((one) => one.setId === set.id && one.rule.id === rule.id)
  if (!decided) return null
  const { setId: _, rule: before, verdict: _verdict, industry: _industry, ...exemption } = decided
  return {
    ...exemption,
    isOutdated: !isDeepStrictEqual(before, rule) || isWorse(rule, decided, judged),
  }
}

type Seen = Judged & Pick<Offer, 'industry'>

function isWorse(
  rule: LandRule,
  { offered: before, ...decided }: StoredExemption,
  { offered, verdict, industry }: Seen,
): boolean {
  if (rule.kind === 'industry') return decided.industry !== industry
  if (rule.kind !== 'indicator') return decided.verdict === 'unknown' && verdict === 'fail'
  if (before === null || offered === null) return before !== offered
  if (rule.operator === 'between') return compareDecimal(before, offered) !== 0
  return rule.operator === 'atLeast'
    ? compareDecimal(offered, before) < 0
    : compareDecimal(offered, before) > 0
}

/** Each named with the sets it is of. */
export function contradictionsOf(sets: readonly StoredSet[]): Check['contradictions'] {
  const setOf = new Map(sets.flatMap((set) => set.rules.map((rule) => [rule, set] as const)))
  return contradictionsIn(
    sets.flatMap(({ rules }) => rules),
    leaves,
  ).map(({ why, rules }) => ({
    why,
    ruleIds: rules.map(({ id }) => id),
    setNames: [...new Set(rules.flatMap((rule) => setOf.get(rule)?.name ?? []))],
  }))
}
