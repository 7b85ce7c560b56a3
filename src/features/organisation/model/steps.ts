import type { Step } from '../reorganisation.ts'
import { faults as say, type Words } from './faults.ts'
import type { Move } from './state.ts'
import { takeBack } from './take-back.ts'
import type { Workbench } from './workbench.ts'

export type Carried = (reorganisationId: string) => { title: string; moves: readonly Move[] } | undefined
type Of<K extends Step['kind']> = Extract<Step, { kind: K }>
type Doer<K extends Step['kind']> = (bench: Workbench, step: Of<K>, carried: Carried) => Words

const words = (zh: string, en: string): Words => ({ zh, en })

/** What each kind of step means, and how it is told: with the names of the moment before it. */
const doers: { [K in Step['kind']]: Doer<K> } = {
  rename(bench, { unitId, name }) {
    const before = bench.nameOf(unitId)
    bench.rename(unitId, name)
    return words(`“${before}”更名为“${name.trim()}”`, `“${before}” is renamed “${name.trim()}”`)
  },

  open(bench, { unitId, unitKind, name, parentId }) {
    bench.open(unitId, unitKind, name, parentId)
    const parent = bench.nameOf(parentId)
    return words(`在“${parent}”下设立“${name.trim()}”`, `“${name.trim()}” is set up under “${parent}”`)
  },

  move(bench, { unitId, parentId }) {
    bench.place(unitId, parentId)
    const [name, parent] = [bench.nameOf(unitId), bench.nameOf(parentId)]
    return words(`“${name}”划归“${parent}”`, `“${name}” goes to “${parent}”`)
  },

  hand_over(bench, { fromId, toId, members, projects, territories = [] }) {
    const leaves = toId === 'leave'
    const from = bench.nameOf(fromId)
    if (bench.unit(fromId) && (leaves || bench.unit(toId))) {
      const posts = chosen(bench, fromId, members, bench.postsOf(fromId), (post) => post.memberId)
      const handed = chosen(bench, fromId, projects, bench.projectsOf(fromId), (one) => one.id)
      const areas = chosen(bench, fromId, territories, bench.holdingsOf(fromId), (one) => one.territoryId)
      if (posts.length + handed.length + areas.length === 0) bench.fault(say.nothingThere(from))
      const to = leaves ? null : toId
      for (const post of posts) bench.handPost(post, to)
      for (const area of areas) bench.handTerritory(area, to)
      if (handed.length > 0 && (to === null || bench.corps(to)))
        for (const one of handed) bench.handProject(one.id, to)
    }
    const [zh, en] = extent(members, projects, territories)
    return leaves
      ? words(`“${from}”的${zh}划出本区`, `${en} of “${from}” leave the zone`)
      : words(
          `“${from}”的${zh}移交“${bench.nameOf(toId)}”`,
          `${en} of “${from}” go to “${bench.nameOf(toId)}”`,
        )
  },

  split(bench, step) {
    const name = bench.nameOf(step.unitId)
    split(bench, step)
    const names = step.parts.map((part) => `“${part.name.trim()}”`)
    return words(`“${name}”分设为${names.join('、')}`, `“${name}” is split into ${names.join(', ')}`)
  },

  merge(bench, step) {
    const names = step.unitIds.map((id) => `“${bench.nameOf(id)}”`)
    merge(bench, step)
    const into = bench.nameOf(step.intoId)
    return words(`${names.join('、')}合并为“${into}”`, `${names.join(', ')} become “${into}”`)
  },

  close(bench, { kind: _, unitId, ...destinations }) {
    const name = bench.nameOf(unitId)
    const { projects } = destinations
    if (bench.unit(unitId)) empty(bench, unitId, destinations)
    bench.close(unitId)
    return projects === 'leave'
      ? words(`“${name}”撤销，其项目划出本区`, `“${name}” is closed; its projects leave the zone`)
      : words(`“${name}”撤销`, `“${name}” is closed`)
  },

  reverse(bench, { reorganisationId }, carried) {
    const act = carried(reorganisationId)
    if (act) takeBack(bench, act.moves)
    else bench.fault(say.notDone)
    const title = act?.title ?? ''
    return words(`恢复“${title}”之前的状态`, `What “${title}” changed is put back`)
  },
}

/** Does one step and returns it in words. */
export const doStep = (bench: Workbench, step: Step, carried: Carried): Words =>
  (doers[step.kind] as Doer<Step['kind']>)(bench, step as never, carried)

function chosen<Row>(
  bench: Workbench,
  unitId: string,
  which: 'all' | readonly string[],
  rows: Row[],
  idOf: (row: Row) => string,
): Row[] {
  if (which === 'all') return rows
  const wanted = new Set(which)
  const here = new Set(rows.map(idOf))
  const missing = [...wanted].filter((id) => !here.has(id)).length
  if (missing > 0) bench.fault(say.notHeld(bench.nameOf(unitId), missing))
  return rows.filter((row) => wanted.has(idOf(row)))
}

type Some = 'all' | readonly string[]

function extent(members: Some, projects: Some, territories: Some): [string, string] {
  const told = (which: Some, zh: string, en: string) =>
    which === 'all' ? [[`全部${zh}`, `all ${en}`]] : which.length > 0 ? [[`部分${zh}`, `some ${en}`]] : []
  const parts = [
    ...told(members, '任职', 'posts'),
    ...told(projects, '项目', 'projects'),
    ...told(territories, '辖区', 'territories'),
  ]
  return [parts.map((part) => part[0]).join('和'), parts.map((part) => part[1]).join(' and ')]
}

type Destinations = Omit<Of<'close'>, 'kind' | 'unitId'>

/** Moves out what a unit holds, as far as it is said where to. */
function empty(bench: Workbench, unitId: string, to: Destinations) {
  for (const group of bench.children(unitId))
    if (to.groups === 'close') {
      empty(bench, group.id, to)
      bench.close(group.id)
    } else if (to.groups !== null) bench.place(group.id, to.groups)
  if (to.posts !== null && (to.posts === 'end' || bench.unit(to.posts)))
    for (const post of bench.postsOf(unitId)) bench.handPost(post, to.posts === 'end' ? null : to.posts)
  const heir = to.goals && to.goals !== 'end' && bench.goalsOf(unitId).length > 0 ? to.goals : null
  bench.handGoals(unitId, heir && bench.corps(heir) ? heir : null)
  const { territories } = to
  if (territories && (territories === 'leave' || bench.unit(territories)))
    for (const area of bench.holdingsOf(unitId))
      bench.handTerritory(area, territories === 'leave' ? null : territories)
  const projects = bench.projectsOf(unitId)
  if (to.projects === null || projects.length === 0) return
  if (to.projects === 'leave') for (const one of projects) bench.handProject(one.id, null)
  else if (bench.corps(to.projects)) for (const one of projects) bench.handProject(one.id, to.projects)
}

function split(bench: Workbench, { unitId, parts, restTo }: Of<'split'>) {
  const unit = bench.unit(unitId)
  if (!unit) return
  if (unit.kind === 'zone_office') return void bench.fault(say.zoneOffice(unit.name))
  if (parts.every((part) => part.unitId !== restTo)) return void bench.fault(say.restNowhere)
  const given = parts.flatMap((part) => [
    ...part.groupIds,
    ...part.memberIds,
    ...part.projectIds,
    ...(part.territoryIds ?? []),
  ])
  if (new Set(given).size < given.length) return void bench.fault(say.partsOverlap)
  for (const part of parts) {
    bench.open(part.unitId, unit.kind, part.name, unit.parentId)
    if (!bench.state.units.has(part.unitId)) return
  }
  for (const part of parts) {
    for (const group of chosen(bench, unitId, part.groupIds, bench.children(unitId), (one) => one.id))
      bench.place(group.id, part.unitId)
    for (const post of chosen(bench, unitId, part.memberIds, bench.postsOf(unitId), (one) => one.memberId))
      bench.handPost(post, part.unitId)
    for (const one of chosen(bench, unitId, part.projectIds, bench.projectsOf(unitId), (row) => row.id))
      bench.handProject(one.id, part.unitId)
    const areas = bench.holdingsOf(unitId)
    for (const area of chosen(bench, unitId, part.territoryIds ?? [], areas, (one) => one.territoryId))
      bench.handTerritory(area, part.unitId)
  }
  empty(bench, unitId, { posts: restTo, projects: restTo, groups: restTo, territories: restTo })
  bench.close(unitId)
}

function merge(bench: Workbench, { unitIds, intoId, name }: Of<'merge'>) {
  const units = unitIds.map((id) => bench.unit(id)).filter((unit) => unit !== undefined)
  const [first] = units
  if (!first || units.length < unitIds.length) return
  if (new Set(unitIds).size < unitIds.length) return void bench.fault(say.twice)
  if (units.some((unit) => unit.kind !== first.kind)) return void bench.fault(say.differentKinds)
  if (!unitIds.includes(intoId)) {
    if (!name?.trim()) return void bench.fault(say.newName)
    bench.open(intoId, first.kind, name, first.parentId)
    if (!bench.state.units.has(intoId)) return
  }
  for (const unit of units) if (unit.id !== intoId) fold(bench, unit.id, intoId)
  if (unitIds.includes(intoId) && name?.trim() && name.trim() !== bench.nameOf(intoId))
    bench.rename(intoId, name)
}

/** All of one unit goes into another, and it closes; of groups of one name and kind only the other's stays. */
function fold(bench: Workbench, fromId: string, intoId: string) {
  const there = bench.children(intoId)
  for (const group of bench.children(fromId)) {
    const twin = there.find((one) => one.name === group.name && one.kind === group.kind)
    if (twin && twin.id !== group.id) fold(bench, group.id, twin.id)
    else if (group.id !== intoId) bench.place(group.id, intoId)
  }
  empty(bench, fromId, {
    posts: intoId,
    projects: intoId,
    groups: null,
    territories: intoId,
    goals: intoId,
  })
  bench.close(fromId)
}
