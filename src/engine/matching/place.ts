import { type Day, daysBetween } from '../../shared/days.ts'
import type { Parcel, Point, Room, Space, SpaceKind } from './space.ts'

export type PlaceKind = 'parcel' | 'part' | 'joined' | 'room' | 'rooms'
/** What a project can take. */
export type Place = {
  /** Unlike any other place's; a part's tells its area. */
  key: string
  kind: PlaceKind
  spaces: readonly Space[]
  areaM2: number
  /** Of a parcel taken in part: what is left, and how much of that may not be parted again. */
  leftM2: number
  leastLeftM2: number
  /** The shortest border that joins it; null where nothing is joined. */
  borderM: number | null
  /** A day number; null: not known. */
  readyDay: number | null
  /** No limit on land; null: not known. */
  loadTPerM2: number | null
  heightM: number | null
  position: Point | null
}
/** A place as answers name it. */
export type PlaceName = { kind: PlaceKind; spaces: string[]; areaM2: number; leftM2: number }

export const epoch: Day = '2000-01-01'
export const dayNumberOf = (day: Day): number => daysBetween(epoch, day)
/** A mu is 2,000 / 3 ㎡. */
export const muOf = (areaM2: number) => (areaM2 * 3) / 2000

export const spaceKindOf = ({ spaces }: Place): SpaceKind => spaces[0]?.kind ?? 'parcel'
export const nameOf = ({ kind, spaces, areaM2, leftM2 }: Place): PlaceName => ({
  kind,
  spaces: spaces.map(({ id }) => id),
  areaM2,
  leftM2,
})

/** Whole spaces, one or more together. */
export function wholePlace(spaces: readonly Space[], borderM: number | null): Place {
  const isRoom = spaces[0]?.kind === 'room'
  const kind = isRoom ? (spaces.length > 1 ? 'rooms' : 'room') : spaces.length > 1 ? 'joined' : 'parcel'
  const areaM2 = spaces.reduce((sum, space) => sum + space.areaM2, 0)
  const unlimited = Number.POSITIVE_INFINITY
  const rooms = spaces.filter((space): space is Room => space.kind === 'room')
  return {
    key: spaces.map(({ id }) => JSON.stringify(id)).join('+'),
    kind,
    spaces,
    areaM2,
    leftM2: 0,
    leastLeftM2: 0,
    borderM,
    readyDay: worst(
      spaces.map(({ readyOn }) => (readyOn === null ? null : dayNumberOf(readyOn))),
      Math.max,
    ),
    loadTPerM2: isRoom
      ? worst(
          rooms.map((room) => room.loadTPerM2),
          Math.min,
        )
      : unlimited,
    heightM: isRoom
      ? worst(
          rooms.map((room) => room.heightM),
          Math.min,
        )
      : unlimited,
    position: middleOf(spaces, areaM2),
  }
}

export function partOf(parcel: Parcel, areaM2: number): Place {
  const whole = wholePlace([parcel], null)
  return {
    ...whole,
    key: `${whole.key}:${areaM2}`,
    kind: 'part',
    areaM2,
    leftM2: parcel.areaM2 - areaM2,
    leastLeftM2: parcel.leastPartM2 ?? 0,
  }
}

/** Not known if one is not known. */
export const worst = (all: readonly (number | null)[], of: (...all: number[]) => number): number | null =>
  all.some((one) => one === null) ? null : of(...(all as number[]))

function middleOf(spaces: readonly Space[], areaM2: number): Point | null {
  let east = 0
  let north = 0
  for (const { position, areaM2: share } of spaces) {
    if (position === null) return null
    east += (position[0] * share) / areaM2
    north += (position[1] * share) / areaM2
  }
  return [east, north]
}
