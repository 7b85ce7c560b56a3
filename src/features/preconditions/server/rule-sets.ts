import { v7 as uuidv7 } from 'uuid'
import type { LandRule } from '../../../engine/land-rules/rule.ts'
import { kindOfUnit, unitsOf } from '../../../engine/land-rules/units.ts'
import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, say } from '../../../server/errors.ts'
import { indicators } from '../../indicators/catalogue.ts'
import type { Preconditions, RuleSetInput, RuleSetPatch, RuleSets } from '../contract.ts'
import { readRule } from '../model/rule-faults.ts'
import { rulePresets } from '../presets.ts'
import { contradictionsOf } from './check.ts'
import { isIndustryRule } from './industries.ts'
import { ruleSetPolicy } from './policy.ts'
import { bindingSets, listLinks, listParcelIds, listSets, type StoredSet } from './queries.ts'
import { faultyRule, movedOn } from './refusals.ts'

export const catalogue: Preconditions['indicators'] = indicators.map(({ perMu: _, ...indicator }) => ({
  ...indicator,
  units: unitsOf(kindOfUnit(indicator.unit)),
}))

/** All sets of the zone, the published examples to make others of, and the indicators that rules speak of. */
export async function readSets(db: Db, actor: Actor): Promise<RuleSets> {
  const sets = await listSets(db, actor.zoneId)
  const abilities = abilitiesOn(ruleSetPolicy, actor, undefined)
  return {
    items: sets.map((set) => ({ ...set, contradictions: contradictionsAround(sets, set), abilities })),
    total: sets.length,
    presets: rulePresets.map((preset) => ({ ...preset, rules: [...preset.rules] })),
    indicators: catalogue,
    abilities,
  }
}

/** In a set by itself, and with those that bind one of its parcels too. */
function contradictionsAround(sets: readonly StoredSet[], set: StoredSet) {
  const together = bindingSets(
    sets,
    set.everywhere
      ? sets.flatMap(({ parcels }) => parcels.map(({ id }) => id))
      : set.parcels.map(({ id }) => id),
  )
  const others = together.filter(({ id }) => id !== set.id)
  const own = contradictionsOf([set])
  // Two sets of different parcels never meet, though a set of every parcel meets both.
  const across = others.flatMap((other) => contradictionsOf([set, other]))
  const isNew = ({ ruleIds }: { ruleIds: string[] }) =>
    ruleIds.some((id) => !set.rules.some((rule) => rule.id === id))
  return [...own, ...across.filter(isNew)]
}

export async function addSet(db: Db, author: Author, input: RuleSetInput): Promise<string> {
  const id = uuidv7()
  const { parcelIds, rules, name, source, everywhere, preset = null } = input
  const set = {
    id,
    name: name.trim(),
    preset,
    everywhere,
    rules: readRules(rules, []),
    source: source.trim(),
  }
  await insertRows(db, author, 'rule_set', [set])
  await link(db, author, id, everywhere ? [] : parcelIds)
  return id
}

export async function changeSet(db: Db, author: Author, id: string, patch: RuleSetPatch) {
  const before = await findSet(db, author.zoneId, id)
  const { revision, parcelIds, rules, name, source, everywhere } = patch
  const set = { name: name.trim(), everywhere, rules: readRules(rules, before.rules), source: source.trim() }
  const written = await updateRows(db, author, 'rule_set', [{ id, revision, set }])
  if (written.size === 0) throw movedOn()
  await link(db, author, id, everywhere ? [] : parcelIds)
}

export async function removeSet(db: Db, author: Author, id: string, revision: number) {
  await findSet(db, author.zoneId, id)
  const patch = { id, revision, set: { removedAt: author.at } }
  if ((await updateRows(db, author, 'rule_set', [patch], 'remove')).size === 0) throw movedOn()
  await link(db, author, id, [])
}

export const findSet = async (db: Db, zoneId: string, id: string): Promise<StoredSet> =>
  found(
    (await listSets(db, zoneId)).find((set) => set.id === id),
    say('供地条件', 'set of land conditions'),
    id,
  )

/** A rule keeps its id while it is edited. An id of no rule before, or there twice, would be answered with another's. */
function readRules(inputs: RuleSetInput['rules'], before: readonly LandRule[]): LandRule[] {
  const kept = new Set(before.map(({ id }) => id))
  return inputs.map((input, at) => {
    const read = readRule(input, input.id && kept.delete(input.id) ? input.id : uuidv7())
    if ('fault' in read) throw faultyRule(at + 1, read.fault)
    const { rule } = read
    const unknown =
      rule.kind === 'industry' && [...rule.allow, ...rule.forbid].find((one) => !isIndustryRule(one))
    if (unknown)
      throw faultyRule(
        at + 1,
        say(`“${unknown}”不是国民经济行业分类里的代码`, `“${unknown}” is no code of GB/T 4754`),
      )
    return rule
  })
}

/** The parcels of a set, these and no others. */
async function link(db: Db, author: Author, setId: string, parcelIds: readonly string[]) {
  const links = await listLinks(db, author.zoneId, setId)
  const gone = links.filter(({ parcelId }) => !parcelIds.includes(parcelId))
  const removed = gone.map(({ id, revision }) => ({ id, revision, set: { removedAt: author.at } }))
  await updateRows(db, author, 'rule_set_parcel', removed, 'remove')
  const fresh = parcelIds.filter((parcelId) => !links.some((one) => one.parcelId === parcelId))
  const there = await listParcelIds(db, author.zoneId, fresh)
  for (const id of fresh)
    found(
      there.find((one) => one === id),
      say('地块', 'parcel'),
      id,
    )
  await insertRows(
    db,
    author,
    'rule_set_parcel',
    fresh.map((parcelId) => ({ id: uuidv7(), ruleSetId: setId, parcelId })),
  )
}
