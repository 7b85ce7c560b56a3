import { sql } from 'kysely'
import type { MatchInput } from '../../../engine/matching/input.ts'
import type { Rule } from '../../../engine/matching/rule.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { listPromisesOf, listSets } from '../../preconditions/server/queries.ts'
import { criteriaBy, usualWeights } from '../criteria.ts'
import type { PlanAsked, PlanInput, PlanWho } from '../plan-contract.ts'
import { landRuleWords } from './land-rule-words.ts'
import { needsOf } from './need.ts'
import { linesFor } from './plan-projects.ts'
import { planRules } from './plan-rules.ts'
import { weightsIn } from './rank.ts'
import { supposed } from './thresholds.ts'
import { readProjects } from './zone-project.ts'
import { readSpaces, type ZoneSpaces } from './zone-spaces.ts'

/** All that a plan is made of, with the names that its answer is told in. */
export type Gathered = {
  asked: PlanAsked
  input: MatchInput
  zone: ZoneSpaces
  who: ReadonlyMap<string, PlanWho>
  wordsOf: ReturnType<typeof landRuleWords>
}

const usualGap = 0.005
const usualSeconds = 60

/** Whoever plans knows of every project, so that spaces and projects are read as one. */
export async function gather(db: Db, actor: Actor, today: Day, told: PlanInput): Promise<Gathered> {
  const { zoneId } = actor
  await refuseOtherUnits(db, zoneId, told.quotas ?? [])
  const lines = await linesFor(db, actor, today, told)
  const ids = lines.map(({ id }) => id)
  const zone = await readSpaces(db, zoneId, today, ids)
  if (zone.spaces.length === 0)
    throw new Problem(
      'invalid_input',
      say(
        '没有可供的空间：“空间”里没有能供的地块，也没有将空出的单元。',
        'There is no space to offer: no parcel that can be supplied, and no room that comes free.',
      ),
    )
  const needs = await needsOf(db, zoneId, lines, today)
  const projects = await readProjects(
    db,
    zoneId,
    lines.map((line, at) => ({ line, need: needs[at] as (typeof needs)[number] })),
  )
  const promises = await listPromisesOf(db, zoneId, ids)
  const sets = supposed(await listSets(db, zoneId), told.thresholds ?? [])
  const parcelIds = zone.spaces.flatMap(({ kind, id }) => (kind === 'parcel' ? [id] : []))
  const { rules, figures } = planRules(
    sets,
    parcelIds,
    lines.map((line) => ({ line, promised: promises.get(line.id) ?? [] })),
  )
  const asked: PlanAsked = {
    stages: told.projectIds ? null : (told.stages ?? []),
    ...{ named: Boolean(told.projectIds), projectIds: told.projectIds ?? null },
    projects: lines.length,
    spaces: zone.spaces.length,
    weights: { ...usualWeights, ...weightsIn(told.weights ?? '') },
    gap: told.gap ?? usualGap,
    mostSeconds: told.mostSeconds ?? usualSeconds,
    acceptUnknown: told.acceptUnknown ?? true,
    ...{ quotas: told.quotas ?? [], thresholds: told.thresholds ?? [] },
  }
  return {
    asked,
    zone,
    who: new Map(
      lines.map((line) => [
        line.id,
        { id: line.id, name: String(line['name']), corpsId: (line['corps'] as string | undefined) ?? null },
      ]),
    ),
    wordsOf: landRuleWords(sets),
    input: {
      projects: projects.map((one) => ({
        ...one,
        figures: { ...one.figures, ...figures.get(one.id), id: one.id },
      })),
      spaces: zone.spaces,
      rules: [...rules, ...ownLand(zone)],
      criteria: criteriaBy(asked.weights as typeof usualWeights),
      quotas: asked.quotas.map(({ unitId, measure, most }, at) => ({
        ...{ id: String(at), corps: unitId, measure, most },
        ...{ kind: null, least: null },
      })),
      acceptUnknown: asked.acceptUnknown,
    },
  }
}

/** Land that a project’s own line names is nobody else's of the plan. */
const ownLand = ({ spaces, named }: ZoneSpaces): Rule[] =>
  spaces.flatMap(({ id: space }): Rule[] => {
    const values = named.get(space)
    const bound = { on: 'project', indicator: 'id', isPerMu: false, unit: '', projects: null } as const
    return values ? [{ ...bound, id: 'need.named', op: 'oneOf', values, spaces: [space] }] : []
  })

/** A limit of what is no corps would bind nobody. */
async function refuseOtherUnits(db: Db, zoneId: string, quotas: readonly { unitId: string }[]) {
  const { rows } = await sql<{ id: string }>`
    select id from unit where zone_id = ${zoneId} and kind = 'corps' and removed_at is null`.execute(db)
  const corps = new Set(rows.map(({ id }) => id))
  if (quotas.every(({ unitId }) => corps.has(unitId))) return
  throw new Problem(
    'invalid_input',
    say('上限只能给兵团：选中的单位不是兵团。', 'Limits are for corps; a unit chosen is none.'),
  )
}
