import { catalogueOf } from '../../../engine/matching/catalogue.ts'
import { rankPlaces } from '../../../engine/matching/rank.ts'
import { smallestConflict } from '../../../engine/matching/rules-in-the-way.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { holdProject } from '../../evidence/server/held.ts'
import { listPromises, listSets } from '../../preconditions/server/queries.ts'
import { isHolding } from '../../projects/stages.ts'
import type { RankedPlace, RankedPlaces, RankQuery } from '../contract.ts'
import { type CriterionKey, criteriaBy, criterionKeys, usualWeights } from '../criteria.ts'
import { landChecks } from './land-checks.ts'
import { needOf } from './need.ts'
import { listReserved, mayReserve } from './reservations.ts'
import { readProject } from './zone-project.ts'
import type { ZoneSpaces } from './zone-spaces.ts'

const usualLimit = 50

/** Every place of the zone for one project: those that pass all rules by score, then those of which something is not known, then the others. */
export async function rankFor(
  db: Db,
  actor: Actor,
  projectId: string,
  { weights: told, limit = usualLimit }: RankQuery,
  { zone, today }: { zone: ZoneSpaces; today: Day },
): Promise<RankedPlaces> {
  const { line, standing, abilities } = await holdProject(db, actor, projectId, 'read')
  const need = await needOf(db, actor.zoneId, projectId, line, today)
  const project = await readProject(db, actor.zoneId, line, need)
  const sets = await listSets(db, actor.zoneId)
  const { checksOn, wordsOf } = landChecks(sets, line, await listPromises(db, actor.zoneId, projectId))
  const weights = { ...usualWeights, ...weightsIn(told ?? '') }
  const { ranked, leftOut } = rankPlaces(project, catalogueOf(zone.spaces), [], criteriaBy(weights), {
    more: (_, place) => checksOn(place),
  })
  const items = ranked.slice(0, limit).map(
    ({ place, score, checks, marks, behind, ...ranked }, at): RankedPlace => ({
      ...{ rank: at + 1, kind: place.kind, areaM2: place.areaM2, leftM2: place.leftM2, score },
      standing: ranked.standing,
      parts: place.spaces.flatMap((id) => zone.parts.get(id) ?? []),
      checks: checks.map((check) => ({
        ...check,
        required: typeof check.required === 'object' && check.required ? [...check.required] : check.required,
        offered: isTold(check.offered) ? check.offered : null,
        words: wordsOf(check.rule),
      })),
      marks: marks.map(({ kind: _, from, criterion, ...mark }) => ({
        ...mark,
        criterion: criterion as CriterionKey,
        from: [...from],
      })),
      behind: behind.map(({ criterion, points }) => ({ criterion: criterion as CriterionKey, points })),
    }),
  )
  const count = (wanted: RankedPlace['standing']) =>
    ranked.filter(({ standing: one }) => one === wanted).length
  const counts = { pass: count('pass'), unknown: count('unknown'), fail: count('fail') }
  return {
    need,
    reservations: await listReserved(db, actor.zoneId, today, projectId),
    items,
    total: ranked.length,
    counts,
    spaces: zone.spaces.length,
    leftOut,
    conflict:
      counts.pass > 0
        ? []
        : smallestConflict(
            ranked.map(({ checks }) =>
              checks.filter(({ standing }) => standing !== 'pass').map(({ rule }) => rule),
            ),
          ).map((rule) => ({ rule, words: wordsOf(rule) })),
    weights,
    standing,
    abilities: [
      ...abilities.filter((one) => one === 'read' || (one === 'update' && !actor.asOf)),
      ...(mayReserve(actor) && isHolding(standing) ? ['reserve'] : []),
    ],
  }
}

/** Land bears any load: that is no number to send. */
export const isTold = (offered: unknown) => typeof offered !== 'number' || Number.isFinite(offered)

export const weightsIn = (told: string): Partial<Record<CriterionKey, number>> =>
  Object.fromEntries(
    told
      .split(',')
      .map((one) => one.split(':'))
      .filter(([key]) => criterionKeys.some((known) => known === key))
      .map(([key, weight]) => [key, Math.min(10, Number(weight))]),
  )
