import type { Db } from '../../../server/database/connect.ts'
import type { Language } from '../../../server/errors.ts'
import type { MeasureKey } from '../../goals/measures.ts'
import { listAreas } from '../../territories/server/queries.ts'
import type { Outcome } from '../model/carry.ts'
import type { GoalNow, Move, State } from '../model/state.ts'
import type { Preview } from '../reorganisation.ts'
import { namesOfProjects } from './organisation-on.ts'
import { planAct } from './plan.ts'
import { loadState, type StoredAct } from './reorganisation-queries.ts'

type Reader = { language: Language; mayReadProjects: boolean }
type Names = (id: string | null) => string | null

/** What an act moves, with names: of a draft as it would be on its day, of one in effect as it was. */
export async function readPreview(db: Db, zoneId: string, act: StoredAct, reader: Reader): Promise<Preview> {
  if (act.moves) {
    const state = await loadState(db, zoneId)
    return shown(db, zoneId, { state, moves: act.moves, faults: [], left: 0 }, state, reader)
  }
  const { before, ...outcome } = await planAct(db, zoneId, act)
  return shown(db, zoneId, outcome, before, reader)
}

async function shown(
  db: Db,
  zoneId: string,
  { state, moves, faults, left }: Omit<Outcome, 'lines'>,
  before: State,
  { language, mayReadProjects }: Reader,
): Promise<Preview> {
  const closed = new Map(moves.flatMap((move) => (move.what === 'close' ? [[move.unit.id, move.unit]] : [])))
  const opened = new Map(moves.flatMap((move) => (move.what === 'open' ? [[move.id, move]] : [])))
  const nameOf: Names = (id) =>
    id === null
      ? null
      : ([state.units, closed, opened, before.units].map((units) => units.get(id)?.name).find(Boolean) ?? id)
  const members = new Map(
    (await db.selectFrom('member').select(['id', 'name']).where('zoneId', '=', zoneId).execute()).map(
      ({ id, name }) => [id, name],
    ),
  )
  const handed = moves.filter((move) => move.what === 'hand_project')
  const inTheWay = faults.flatMap(({ rows }) => rows.map((row) => row.split(':')))
  const projectIds = [
    ...handed.map(({ id }) => id),
    ...inTheWay.flatMap(([kind, id]) => (kind === 'project' && id ? [id] : [])),
  ]
  const projects = new Map(
    mayReadProjects ? (await namesOfProjects(db, zoneId, projectIds)).map(({ id, name }) => [id, name]) : [],
  )
  const areaIds = [
    ...moves.flatMap((move) => ('holding' in move ? move.holding.territoryId : [])),
    ...inTheWay.flatMap(([kind, id]) => (kind === 'territory' && id ? [id] : [])),
  ]
  const areas = new Map((await listAreas(db, zoneId, areaIds)).map(({ id, name }) => [id, name]))
  const territories = moves.flatMap((move) => territoryRow(move, areas, nameOf))
  const passing = passingGoals(moves)
  const goals = moves.flatMap((move) => goalRows(move, nameOf)).filter(({ id }) => !passing.has(id))
  const units = moves.map((move) => unitRow(move, nameOf)).filter((row) => row !== undefined)
  const posts = moves.map((move) => postRow(move, members, nameOf)).filter((row) => row !== undefined)
  const rowName = (row: string) => {
    const [kind, id = ''] = row.split(':')
    const names = { member: members, project: projects, territory: areas }[kind as string]
    return (kind === 'unit' ? nameOf(id) : names?.get(id)) ?? []
  }
  return {
    faults: faults.map((fault) => ({
      step: fault.step,
      message: fault[language],
      rows: fault.rows.flatMap(rowName),
    })),
    left,
    counts: {
      units: units.length,
      posts: posts.length,
      projects: handed.length,
      territories: territories.length,
      goals: goals.length,
    },
    units,
    posts,
    projects: mayReadProjects
      ? handed.map(({ id, from, to, standing }) => ({
          id,
          name: projects.get(id) ?? '',
          from: nameOf(from),
          to: nameOf(to),
          leaves: standing[1] === 'transferred' && standing[0] !== 'transferred',
        }))
      : null,
    territories,
    goals,
  }
}

function unitRow(move: Move, nameOf: Names): Preview['units'][number] | undefined {
  switch (move.what) {
    case 'open':
      return { id: move.id, name: move.name, what: 'open', from: null, to: nameOf(move.parentId) }
    case 'rename':
      return { id: move.id, name: move.to, what: 'rename', from: move.from, to: move.to }
    case 'place':
      return {
        id: move.id,
        name: nameOf(move.id) ?? '',
        what: 'place',
        from: nameOf(move.from),
        to: nameOf(move.to),
      }
    case 'close':
      return {
        id: move.unit.id,
        name: move.unit.name,
        what: 'close',
        from: nameOf(move.unit.parentId),
        to: null,
      }
    case 'reopen':
      return { id: move.id, name: move.name, what: 'reopen', from: null, to: nameOf(move.parentId) }
    default:
      return undefined
  }
}

function postRow(
  move: Move,
  members: ReadonlyMap<string, string>,
  nameOf: Names,
): Preview['posts'][number] | undefined {
  if (move.what !== 'hand_post' && move.what !== 'appoint') return undefined
  const { id, memberId, role, unitId } = move.post
  const member = members.get(memberId) ?? ''
  return move.what === 'appoint'
    ? { id, member, role, from: null, to: nameOf(unitId) }
    : { id, member, role, from: nameOf(unitId), to: nameOf(move.to) }
}

function territoryRow(
  move: Move,
  areas: ReadonlyMap<string, string>,
  nameOf: Names,
): Preview['territories'][number][] {
  if (move.what !== 'hand_territory' && move.what !== 'hold') return []
  const { id, territoryId, unitId } = move.holding
  const name = areas.get(territoryId) ?? ''
  return move.what === 'hold'
    ? [{ id, name, from: null, to: nameOf(unitId) }]
    : [{ id, name, from: nameOf(unitId), to: nameOf(move.to) }]
}

function goalRows(move: Move, nameOf: Names): Preview['goals'] {
  if (move.what !== 'hand_goals') return []
  const row = ({ id, unitId, measure, period, value }: GoalNow, what: 'ends' | 'begins') => ({
    id,
    unit: nameOf(unitId) ?? '',
    measure: measure as MeasureKey,
    period,
    value,
    what,
  })
  return [...move.ends.map(({ goal }) => row(goal, 'ends')), ...(move.sets ? [row(move.sets, 'begins')] : [])]
}

/** Goals that one step sets and a later one ends: of three corps merged, those of the first two together. */
function passingGoals(moves: readonly Move[]): ReadonlySet<string> {
  const handed = moves.filter((move) => move.what === 'hand_goals')
  const set = new Set(handed.map(({ sets }) => sets?.id))
  return new Set(handed.flatMap(({ ends }) => ends.map(({ goal }) => goal.id)).filter((id) => set.has(id)))
}
