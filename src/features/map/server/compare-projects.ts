import type { DifferenceKind } from '../differences-contract.ts'
import { type Change, changesBetween } from './changes-between.ts'
import type { Difference } from './compare-land.ts'
import type { PlacedProject } from './projects.ts'

/** What is otherwise of the projects that the map shows, both lists as far as one person may know of them. */
export function compareProjects(
  before: readonly PlacedProject[],
  after: readonly PlacedProject[],
): Difference<PlacedProject>[] {
  const then = new Map(before.map((project) => [project.id, project]))
  const now = new Map(after.map((project) => [project.id, project]))
  const told = (
    kinds: DifferenceKind[],
    sides: { before: PlacedProject[]; after: PlacedProject[] },
    changes: Change[] = [],
  ): Difference<PlacedProject> => ({ of: 'project', kinds, ...sides, changes })
  return [
    ...after.filter(({ id }) => !then.has(id)).map((is) => told(['projectNew'], { before: [], after: [is] })),
    ...before.flatMap((was) => {
      const is = now.get(was.id)
      if (!is) return [told(['projectGone'], { before: [was], after: [] })]
      const changes = changesOf(was, is)
      return changes.length > 0 ? [told(kindsOf(changes), { before: [was], after: [is] }, changes)] : []
    }),
  ]
}

function kindsOf(changes: readonly Change[]): DifferenceKind[] {
  const fields = new Set(changes.map(({ field }) => field))
  const isElse = [...fields].some((field) => field !== 'stage' && field !== 'light')
  return [
    ...(fields.has('stage') ? (['stage'] as const) : []),
    ...(fields.has('light') ? (['light'] as const) : []),
    ...(isElse ? (['projectOther'] as const) : []),
  ]
}

/** A project without a light is drawn grey. */
const drawnAs = (project: PlacedProject) => ({
  ...project,
  light: project.light ?? 'grey',
  place: project.at ? `${project.at.lon},${project.at.lat}` : null,
})

const changesOf = (was: PlacedProject, is: PlacedProject) =>
  changesBetween(drawnAs(was), drawnAs(is), [
    ['stage', 'stage'],
    ['light', 'light'],
    ['standing', 'standing'],
    ['name', 'name'],
    ['corps', 'corpsId'],
    ['chain', 'chain'],
    ['total', 'total'],
    ['place', 'place'],
  ])
