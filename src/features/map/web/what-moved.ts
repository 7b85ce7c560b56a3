import { isDrawnFrom } from '../drawn-tables.ts'

/** What of a page shows what the map shows: also the record that is open beside it. */
const kindsBeside = new Set<unknown>(['map', 'parcels', 'project', 'buildings'])
export const standsBeside = ({ queryKey: [kind] }: { queryKey: readonly unknown[] }) => kindsBeside.has(kind)

export type MapSource = 'land' | 'projects'

/** Which sources show otherwise after a write; undefined: anything may have been written. Projects stand on parcels, so they move with the land. */
export function sourcesMoved(written: readonly string[] | undefined): MapSource[] {
  if (!written || isDrawnFrom(written, 'land')) return ['land', 'projects']
  return [
    ...(isDrawnFrom(written, 'sites', 'kept') ? (['land'] as const) : []),
    ...(isDrawnFrom(written, 'projects', 'rights') ? (['projects'] as const) : []),
  ]
}
