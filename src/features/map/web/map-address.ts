import { type Day, isDay } from '../../../shared/days.ts'
import { keptShares } from '../../matching/contract.ts'
import { lights } from '../../projects/stages.ts'
import { parcelStatuses } from '../../spaces/statuses.ts'
import { type DifferenceKind, differenceKinds } from '../differences-contract.ts'
import { type Colouring, phases } from './project-looks.ts'

/** Centre in degrees and zoom. */
export type View = { lon: number; lat: number; zoom: number }

/** All that decides what the map shows: kept in the address, so that a view can be sent to a colleague. */
export type MapAsked = {
  view: View | undefined
  unitId: string | undefined
  chain: string | undefined
  by: Colouring
  /** Statuses, what is kept, phases and lights that are taken off the map, and its base. */
  hidden: ReadonlySet<string>
  parcelId: string | undefined
  projectId: string | undefined
  buildingId: string | undefined
  /** A plan of places that lies over the map. */
  planId: string | undefined
  /** A lasso or box, as the ledger takes it. */
  within: string | undefined
  isListed: boolean
  /** The earlier day that stands beside the one looked at, and which kind of difference is open. */
  vs: Day | undefined
  differs: DifferenceKind | undefined
}

const hideable = new Set<string>([
  ...parcelStatuses,
  ...keptShares,
  'buildings',
  ...phases,
  ...lights,
  'base',
])
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const idIn = (text: string | undefined) => (text && uuid.test(text) ? text : undefined)

export const viewText = ({ lon, lat, zoom }: View) =>
  `${lon.toFixed(5)},${lat.toFixed(5)},${Number(zoom.toFixed(2))}`

export function viewOf(text: string | undefined): View | undefined {
  const parts = text?.split(',') ?? []
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return undefined
  const [lon = Number.NaN, lat = Number.NaN, zoom = Number.NaN] = parts.map(Number)
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22
  return isPlace ? { lon, lat, zoom } : undefined
}

export const askedOf = (search: Readonly<Record<string, string | undefined>>): MapAsked => ({
  view: viewOf(search['at']),
  unitId: idIn(search['corps']),
  chain: search['chain'] || undefined,
  by: search['by'] === 'light' ? 'light' : 'stage',
  hidden: new Set(search['hide']?.split(',').filter((key) => hideable.has(key))),
  parcelId: idIn(search['parcel']),
  projectId: idIn(search['project']),
  buildingId: idIn(search['building']),
  planId: idIn(search['plan']),
  within: search['within'] || undefined,
  isListed: search['show'] === 'list',
  vs: isDay(search['vs']) ? search['vs'] : undefined,
  differs: differenceKinds.find((kind) => kind === search['differs']),
})

/** What the address says of those hidden, with one hidden or shown again; undefined when none is. */
export function hiddenText(hidden: ReadonlySet<string>, toggled: string): string | undefined {
  const next = new Set(hidden)
  if (!next.delete(toggled)) next.add(toggled)
  return [...hideable].filter((key) => next.has(key)).join(',') || undefined
}
