import type { UnitKind } from '../contract.ts'
import type { OrganisationOn, Step } from '../reorganisation.ts'

export type KnownUnit = { id: string; parentId: string | null; kind: UnitKind; name: string; isNew: boolean }

/** The units that a step can name: those of the day, and those that earlier steps set up. */
export function knownUnits(items: OrganisationOn['items'], steps: readonly Step[]): KnownUnit[] {
  const units = new Map<string, KnownUnit>(
    items.map(({ id, parentId, kind, name }) => [id, { id, parentId, kind, name, isNew: false }]),
  )
  const add = (id: string, name: string, like: { kind: UnitKind; parentId: string | null }) =>
    units.set(id, { id, name, kind: like.kind, parentId: like.parentId, isNew: true })
  for (const step of steps) {
    if (step.kind === 'open') add(step.unitId, step.name, { kind: step.unitKind, parentId: step.parentId })
    const like = units.get(
      step.kind === 'split' ? step.unitId : step.kind === 'merge' ? (step.unitIds[0] ?? '') : '',
    )
    if (step.kind === 'split' && like) for (const part of step.parts) add(part.unitId, part.name, like)
    if (step.kind === 'merge' && like && !step.unitIds.includes(step.intoId))
      add(step.intoId, step.name ?? '', like)
    const renamed = step.kind === 'rename' ? units.get(step.unitId) : undefined
    if (step.kind === 'rename' && renamed) units.set(step.unitId, { ...renamed, name: step.name })
  }
  return [...units.values()]
}
