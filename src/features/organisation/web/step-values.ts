import type { UnitKind } from '../contract.ts'
import type { Step, StepKind } from '../reorganisation.ts'
import type { KnownUnit } from './step-units.ts'

type Part = {
  name: string
  groupIds?: string[]
  memberIds?: string[]
  projectIds?: string[]
  territoryIds?: string[]
}
/** What the form of a step holds; which of it counts depends on the kind. */
export type StepValues = {
  unitId: string
  unitIds: string[]
  intoId: string
  name: string
  unitKind: UnitKind
  parentId: string
  fromId: string
  toId: string
  whichPosts: 'all' | 'none' | 'chosen'
  whichProjects: 'all' | 'none' | 'chosen'
  whichTerritories: 'all' | 'none' | 'chosen'
  territories: string[]
  members: string[]
  projects: string[]
  parts: Part[]
  rest: number
  posts?: string
  projectsTo?: string
  groups?: string
  territoriesTo?: string
  goals?: string
}

export function stepOf(
  kind: StepKind,
  values: StepValues,
  units: readonly KnownUnit[],
  newId: () => string = () => crypto.randomUUID(),
): Step {
  const { unitId, parentId } = values
  const name = values.name?.trim() ?? ''
  const some = (extent: 'all' | 'none' | 'chosen', ids: string[]) =>
    extent === 'all' ? ('all' as const) : extent === 'none' ? [] : ids
  switch (kind) {
    case 'rename':
      return { kind, unitId, name }
    case 'open':
      return { kind, unitId: newId(), unitKind: values.unitKind, name, parentId }
    case 'move':
      return { kind, unitId, parentId }
    case 'hand_over':
      return {
        kind,
        fromId: values.fromId,
        toId: values.toId,
        members: some(values.whichPosts, values.members),
        projects: some(values.whichProjects, values.projects),
        territories: some(values.whichTerritories, values.territories),
      }
    case 'split': {
      const parts = values.parts.map((part) => ({
        unitId: newId(),
        name: part.name.trim(),
        groupIds: part.groupIds ?? [],
        memberIds: part.memberIds ?? [],
        projectIds: part.projectIds ?? [],
        territoryIds: part.territoryIds ?? [],
      }))
      return { kind, unitId, parts, restTo: parts[values.rest]?.unitId ?? '' }
    }
    case 'merge': {
      const into = units.find((unit) => unit.id === values.intoId)
      const named = name === '' || name === into?.name ? {} : { name }
      return { kind, unitIds: values.unitIds, intoId: into ? into.id : newId(), ...named }
    }
    case 'close':
      return {
        kind,
        unitId,
        posts: values.posts ?? null,
        projects: values.projectsTo ?? null,
        groups: values.groups ?? null,
        territories: values.territoriesTo ?? null,
        goals: values.goals ?? 'end',
      }
    case 'reverse':
      throw new Error('An act is taken back from its own page.')
  }
}
