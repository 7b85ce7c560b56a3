import type { Pattern } from '../../../web/map/patterns.ts'
import { type ParcelStatus, parcelStatuses } from '../../spaces/statuses.ts'

/** Names of the theme’s colours, and what lies over the fill. */
export type StatusLook = { fill: string; mark: string; pattern: Pattern }

const [offer, supply, built, idle] = [
  'parcel-offer-mark',
  'parcel-supply-mark',
  'parcel-built-mark',
  'parcel-idle-mark',
]
const marks: Record<ParcelStatus, readonly [mark: string, pattern: Pattern]> = {
  reserve: [offer, 'dots'],
  preparing: [offer, 'rising'],
  cleared: [offer, 'none'],
  listed: [supply, 'level'],
  granted: [supply, 'none'],
  building: [supply, 'falling'],
  built: [built, 'none'],
  inefficient: [idle, 'cross'],
  idle: [idle, 'upright'],
}

/** Each status by hue, lightness and pattern: any two that share a pattern differ in lightness. */
export const statusLooks = Object.fromEntries(
  parcelStatuses.map((status): [ParcelStatus, StatusLook] => [
    status,
    { fill: `parcel-${status}`, mark: marks[status][0], pattern: marks[status][1] },
  ]),
) as Record<ParcelStatus, StatusLook>
