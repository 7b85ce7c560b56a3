import { addDays, type Day } from '../../../shared/days.ts'
import type { UnitKind } from '../contract.ts'
import type { Tools } from './bench.ts'
import { type Fault, faults as say, type Words } from './faults.ts'
import { goalBench } from './goal-bench.ts'
import { lastsTo, type Move, type PostNow, type State, spanWithout, standsOn, type UnitNow } from './state.ts'
import { territoryBench } from './territory-bench.ts'

/** The few things of which every step is made. Each changes the state and notes its move, or notes what is wrong. */
export type Workbench = ReturnType<typeof workbench>

export function workbench(state: State, { on, newId }: Tools) {
  const moves: Move[] = []
  const faults: Fault[] = []
  let left = 0
  let step: number | null = null

  const fault = (words: Words, rows: readonly string[] = []) => {
    faults.push({ ...words, step, rows: [...rows] })
    return undefined
  }
  const done = (move: Move) => moves.push(move)
  const nameOf = (id: string | null) => (id === null ? '' : (state.units.get(id)?.name ?? id))
  const tools = { on, newId, state, done }
  const land = territoryBench(tools)
  const aims = goalBench(tools)

  /** A unit that stands on the day. */
  function unit(id: string): UnitNow | undefined {
    const one = state.units.get(id)
    return one && standsOn(one, on) ? one : fault(one ? say.notStanding(one.name, on) : say.noUnit(id))
  }
  const children = (id: string) =>
    [...state.units.values()]
      .filter((one) => one.parentId === id && standsOn(one, on))
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
  const postsOf = (id: string) =>
    [...state.posts.values()].filter((post) => post.unitId === id && lastsTo(post, on))
  const projectsOf = (id: string) => [...state.projects.values()].filter((one) => one.corpsId === id)

  function nameIsFree(name: string, parentId: string | null, but: string) {
    const other = [...state.units.values()].find(
      (one) => one.parentId === parentId && one.name === name && one.id !== but && standsOn(one, on),
    )
    if (other) fault(say.nameTaken(name, nameOf(parentId)))
    return !other
  }

  function open(id: string, kind: UnitKind, given: string, parentId: string | null) {
    const name = given.trim()
    if (state.units.has(id)) return void fault(say.idTaken(name))
    if (kind === 'zone_office' || parentId === null) return void fault(say.needsParent(name))
    if (!unit(parentId) || !nameIsFree(name, parentId, id)) return
    const position = 1 + Math.max(0, ...[...state.units.values()].map((one) => one.position))
    state.units.set(id, { id, parentId, kind, name, position, fromOn: on, toOn: null })
    done({ what: 'open', id, kind, name, parentId, position })
  }

  function rename(id: string, given: string) {
    const one = unit(id)
    const to = given.trim()
    if (!one) return
    if (to === one.name) return void fault(say.sameName(to))
    if (!nameIsFree(to, one.parentId, id)) return
    done({ what: 'rename', id, from: one.name, to })
    one.name = to
  }

  /** Puts a unit under another; never under itself or what is below it. */
  function place(id: string, parentId: string) {
    const one = unit(id)
    const parent = unit(parentId)
    if (!one || !parent) return
    if (one.kind === 'zone_office') return void fault(say.zoneOffice(one.name))
    if (one.parentId === parentId) return void fault(say.alreadyThere(one.name, parent.name))
    for (let above: UnitNow | undefined = parent; above; above = state.units.get(above.parentId ?? ''))
      if (above.id === id) return void fault(say.cycle(one.name, parent.name))
    if (!nameIsFree(one.name, parentId, id)) return
    done({ what: 'place', id, from: one.parentId, to: parentId })
    one.parentId = parentId
  }

  /** Ends a unit the day before; refused while it holds anything. */
  function close(id: string) {
    const one = unit(id)
    if (!one) return
    if (one.kind === 'zone_office') return void fault(say.zoneOffice(one.name))
    const groups = children(id)
    const posts = postsOf(id)
    const projects = projectsOf(id)
    const territories = land.holdingsOf(id)
    const goals = aims.goalsOf(id)
    const held = { groups, posts, projects, territories, goals }
    if (Object.values(held).some((rows) => rows.length > 0))
      return void fault(
        say.stillHolds(one.name, {
          groups: groups.length,
          posts: posts.length,
          projects: projects.length,
          territories: territories.length,
          goals: goals.length,
        }),
        [
          ...groups.map((row) => `unit:${row.id}`),
          ...posts.map((row) => `member:${row.memberId}`),
          ...projects.map((row) => `project:${row.id}`),
          ...territories.map((row) => `territory:${row.territoryId}`),
        ],
      )
    const removed = one.fromOn >= on
    done({ what: 'close', unit: { ...one }, removed })
    if (removed) state.units.delete(id)
    else one.toOn = addDays(on, -1)
  }

  /** A closed unit stands again, as it was. */
  function reopen(was: UnitNow) {
    const known = state.units.get(was.id)
    if (known && standsOn(known, on)) return void left++
    if (was.parentId !== null && !unit(was.parentId)) return
    if (!nameIsFree(was.name, was.parentId, was.id)) return
    const toOn = was.toOn !== null && was.toOn < on ? null : was.toOn
    state.units.set(was.id, { ...was, toOn })
    done({ what: 'reopen', id: was.id, parentId: was.parentId, name: was.name, toOn })
  }

  /** From the day on the post is in another unit, or over; held there already, it is not held twice. */
  function handPost(post: PostNow, to: string | null) {
    if (post.unitId === to) return
    const removed = post.fromOn >= on
    const span = { fromOn: removed ? post.fromOn : on, toOn: post.toOn }
    const begins = to === null ? [] : begin(post, to, span)
    done({ what: 'hand_post', post: { ...post }, to, removed, begins })
    if (removed) state.posts.delete(post.id)
    else post.toOn = addDays(on, -1)
  }

  function begin(post: PostNow, unitId: string, span: { fromOn: Day; toOn: Day | null }) {
    const held = [...state.posts.values()].filter(
      (other) => other.memberId === post.memberId && other.unitId === unitId && other.role === post.role,
    )
    const pieces = spanWithout(span, held).map((piece) => ({ ...piece, id: newId() }))
    for (const piece of pieces) state.posts.set(piece.id, { ...post, ...piece, unitId })
    return pieces
  }

  /** A post given anew, as far as it is not held; the ids of what begins. */
  function appoint(post: PostNow): string[] {
    const span = { fromOn: post.fromOn >= on ? post.fromOn : on, toOn: post.toOn }
    if (!lastsTo(span, on)) return []
    const pieces = begin(post, post.unitId, span)
    for (const piece of pieces) done({ what: 'appoint', post: { ...post, ...piece } })
    return pieces.map(({ id }) => id)
  }

  /** To another corps; to null it leaves the zone, and what was under way is transferred. */
  function handProject(id: string, to: string | null, standing?: string) {
    const project = state.projects.get(id)
    if (!project || project.corpsId === to) return
    const under = ['ongoing', 'onHold'].includes(project.standing)
    const now = standing ?? (to === null && under ? 'transferred' : project.standing)
    done({ what: 'hand_project', id, from: project.corpsId, to, standing: [project.standing, now] })
    project.corpsId = to
    project.standing = now
  }

  /** A corps that can take projects. */
  function corps(id: string): UnitNow | undefined {
    const one = unit(id)
    return one && one.kind !== 'corps' ? fault(say.notCorps(one.name)) : one
  }

  return {
    on,
    state,
    moves,
    faults,
    fault,
    left: () => left,
    leave: () => void left++,
    atStep: (at: number | null) => {
      step = at
    },
    nameOf,
    unit,
    corps,
    lasts: (span: { toOn: Day | null }) => lastsTo(span, on),
    children,
    postsOf,
    projectsOf,
    open,
    rename,
    place,
    close,
    reopen,
    handPost,
    appoint,
    handProject,
    ...land,
    ...aims,
  }
}
