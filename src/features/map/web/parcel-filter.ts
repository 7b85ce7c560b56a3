import type { FilterSpecification } from 'maplibre-gl'
import { parcelStatuses } from '../../spaces/statuses.ts'
import type { Filtered } from './style-parts.ts'

/** Parcels that are shown: of the corps asked for, in a status that is not hidden. */
export const parcelFilter = ({ unitId, hidden }: Filtered): FilterSpecification =>
  [
    'all',
    ['!', ['in', ['get', 'status'], ['literal', parcelStatuses.filter((status) => hidden.has(status))]]],
    ...(unitId ? [['==', ['get', 'unit'], unitId]] : []),
  ] as unknown as FilterSpecification
