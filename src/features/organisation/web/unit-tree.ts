import type { Unit } from '../contract.ts'

/** A unit at its depth in the tree, with the ids of itself and all below it. */
export type Branch = { unit: Unit; depth: number; within: ReadonlySet<string> }

/** Units of the day as one list in the order of the tree; a unit whose parent is gone stands at the top. */
export function branchesOf(units: readonly Unit[], day: string): Branch[] {
  const standing = units.filter((unit) => unit.fromOn <= day && (unit.toOn === null || unit.toOn >= day))
  const known = new Set(standing.map((unit) => unit.id))
  const below = (parentId: string | null) =>
    standing
      .filter(
        (unit) => (unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null) === parentId,
      )
      .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, 'zh'))
  const grow = (unit: Unit, depth: number): Branch[] => {
    const children = below(unit.id).flatMap((child) => grow(child, depth + 1))
    return [
      { unit, depth, within: new Set([unit.id, ...children.map((child) => child.unit.id)]) },
      ...children,
    ]
  }
  return below(null).flatMap((unit) => grow(unit, 0))
}
