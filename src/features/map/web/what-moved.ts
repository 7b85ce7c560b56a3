/** Tables that a map’s sources are drawn from; undefined: anything may have been written. */
const landTables = new Set(['parcel', 'territory', 'territory_holding', 'unit'])
const roomTables = new Set(['building', 'floor', 'room', 'lease'])
/** With who may know of a project, which changes what a person sees. */
const projectTables = new Set([
  'project',
  'progress',
  'milestone',
  'month_task',
  'light_rule',
  'project_place',
  'project_guest',
  'agreement',
  'benefit_share',
  'post',
])

/** What of a page shows what the map shows: also the record that is open beside it. */
const kindsBeside = new Set<unknown>(['map', 'parcels', 'project', 'buildings'])
export const standsBeside = ({ queryKey: [kind] }: { queryKey: readonly unknown[] }) => kindsBeside.has(kind)

export type MapSource = 'land' | 'projects'

/** Which sources show otherwise after a write. Projects stand on parcels, so they move with the land. */
export function sourcesMoved(written: readonly string[] | undefined): MapSource[] {
  if (!written) return ['land', 'projects']
  if (written.some((table) => landTables.has(table))) return ['land', 'projects']
  const moved: MapSource[] = written.some((table) => roomTables.has(table)) ? ['land'] : []
  return written.some((table) => projectTables.has(table)) ? [...moved, 'projects'] : moved
}
