import type { Actor } from '../../../server/access.ts'
import type { Database } from '../../../server/database/connect.ts'
import { addDays, type Day, shanghaiDay } from '../../../shared/days.ts'
import { addDecimal } from '../../../shared/decimal.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import { masked } from '../../projects/personal.ts'
import { fieldDifferences, parseImage, valuesOfImage } from '../../projects/server/timeline.ts'
import type { CorpsDifference, Differences, DifferencesQuery, ProjectDifference } from '../contract.ts'
import {
  type Between,
  type ChangedProject,
  type ChangedProjects,
  listChangedProjects,
  listPairs,
  type Pair,
} from './changed-projects.ts'

/** What is otherwise on the later day, per project, per corps and for the zone; what was removed in between counts. */
export async function readDifferences(
  database: Database,
  actor: Actor,
  between: Between,
  query: DifferencesQuery,
): Promise<Differences> {
  return database.within(actor, async (db) => {
    const changed = await listChangedProjects(db, actor.zoneId, between, query)
    const [before, after] = [standings(changed.from), standings(changed.to)]
    const places = new Map((await listUnits(db, actor.zoneId)).map(({ id, position }) => [id, position]))
    const corps = [...new Set([...before.keys(), ...after.keys()])]
      .sort(byPlace(places))
      .map((corpsId) => corpsDifference(corpsId, before.get(corpsId), after.get(corpsId), changed.moves))
    const ids = changed.page.map(({ id }) => id)
    const pairs = await listPairs(db, actor.zoneId, between, ids)
    const day = addDays(shanghaiDay(between.from), 1)
    return {
      zone: zoneOf(corps, changed.moves),
      corps,
      items: changed.page.map((one) => ({ ...one, changes: changesOf(one, pairs.get(one.id) ?? [], day) })),
      total: changed.total,
    }
  })
}

type Standing = CorpsDifference['from']
type Moves = ChangedProjects['moves']
const nothing: Standing = { count: 0, totalInvestment: '0' }

/** Corps in the zone's order, projects of none last. */
const byPlace = (places: ReadonlyMap<string, number>) => (one: string | null, other: string | null) =>
  placeOf(places, one) - placeOf(places, other) || ((one ?? '') < (other ?? '') ? -1 : 1)
const placeOf = (places: ReadonlyMap<string, number>, id: string | null) =>
  id === null ? Number.MAX_SAFE_INTEGER : (places.get(id) ?? Number.MAX_SAFE_INTEGER - 1)

const standings = (all: ChangedProjects['from']) =>
  new Map(all.map(({ corpsId, ...standing }): [string | null, Standing] => [corpsId, standing]))

function corpsDifference(
  corpsId: string | null,
  from: Standing = nothing,
  to: Standing = nothing,
  moves: Moves,
): CorpsDifference {
  const count = (of: (one: Moves[number]) => boolean) => countOf(moves.filter(of))
  return {
    ...{ corpsId, from, to },
    added: count((one) => one.kind === 'added' && one.corpsTo === corpsId),
    removed: count((one) => one.kind === 'removed' && one.corpsFrom === corpsId),
    changed: count((one) => one.kind === 'changed' && (one.corpsFrom === corpsId || one.corpsTo === corpsId)),
    movedIn: count((one) => one.kind === 'changed' && one.corpsTo === corpsId && one.corpsFrom !== corpsId),
    movedOut: count((one) => one.kind === 'changed' && one.corpsFrom === corpsId && one.corpsTo !== corpsId),
  }
}

const countOf = (moves: Moves) => moves.reduce((sum, { count }) => sum + count, 0)

function zoneOf(corps: readonly CorpsDifference[], moves: Moves): Differences['zone'] {
  const sum = (side: 'from' | 'to') =>
    corps.reduce<Standing>(
      (total, one) => ({
        count: total.count + one[side].count,
        totalInvestment: addDecimal(total.totalInvestment, one[side].totalInvestment),
      }),
      nothing,
    )
  const count = (kind: Moves[number]['kind']) => countOf(moves.filter((one) => one.kind === kind))
  return {
    from: sum('from'),
    to: sum('to'),
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
  }
}

const changesOf = ({ kind }: ChangedProject, pairs: readonly Pair[], day: Day) =>
  kind === 'removed'
    ? heldBy(pairs.find((pair) => pair.entity === 'project')?.before ?? null)
    : pairs.flatMap((pair) => fieldDifferences(pair.entity, pair.before, pair.after, day))

/** What a removed project's own row told; what it said of its months and dates still stands in theirs. */
const heldBy = (image: string | null): ProjectDifference['changes'] =>
  Object.entries(valuesOfImage('project', image ? parseImage(image) : null)).map(([field, from]) => ({
    ...{ field, period: null, from: masked(field, from), to: null },
  }))
