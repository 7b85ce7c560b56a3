/** What a wall reads together. */
export type WallPart = 'land' | 'projects'

const landTables = new Set(['parcel', 'territory', 'territory_holding', 'unit'])
/** With what lights, tasks and need to know depend on. */
const projectTables = new Set([
  ...['project', 'milestone', 'progress', 'month_task', 'light_rule', 'project_place'],
  ...['project_guest', 'agreement', 'benefit_share', 'post', 'unit'],
])

/** Which of it shows otherwise after a write; undefined: anything may have been written. */
export function partsMoved(written: readonly string[] | undefined): WallPart[] {
  if (!written) return ['land', 'projects']
  return [
    ...(written.some((table) => landTables.has(table)) ? (['land'] as const) : []),
    ...(written.some((table) => projectTables.has(table)) ? (['projects'] as const) : []),
  ]
}
