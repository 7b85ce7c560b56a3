import type { PlaceLimits } from './catalogue-limits.ts'
import { type Place, wholePlace } from './place.ts'
import type { Room } from './space.ts'

/** Rooms of one floor as one place: the fewest first, then those whose ids lie nearest, as room numbers do. */
export function combineRooms(
  rooms: readonly Room[],
  { mostRooms, mostOnFloor }: PlaceLimits,
): { places: Place[]; leftOut: number } {
  const places: Place[] = []
  let leftOut = 0
  for (const [, floor] of [...Map.groupBy(rooms, (room) => room.floor)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    let kept = 0
    for (const chosen of combinations(floor.length, mostRooms)) {
      if (kept >= mostOnFloor) break
      kept++
      places.push(
        wholePlace(
          chosen.map((index) => floor[index] as Room),
          null,
        ),
      )
    }
    leftOut += countOf(floor.length, mostRooms) - kept
  }
  return { places, leftOut }
}

function* combinations(count: number, most: number): Generator<number[]> {
  for (let size = 2; size <= Math.min(most, count); size++)
    for (let span = size - 1; span < count; span++)
      for (let first = 0; first + span < count; first++)
        for (const inner of chosenOf(first + 1, first + span, size - 2)) yield [first, ...inner, first + span]
}

function* chosenOf(from: number, to: number, size: number): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let one = from; one + size <= to; one++)
      for (const rest of chosenOf(one + 1, to, size - 1)) yield [one, ...rest]
}

function countOf(count: number, most: number): number {
  let all = 0
  let ways = count
  for (let size = 2; size <= Math.min(most, count); size++) {
    ways = (ways * (count - size + 1)) / size
    all += ways
  }
  return all
}
