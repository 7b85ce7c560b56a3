import type { PlaceLimits } from './catalogue-limits.ts'
import { type Place, wholePlace } from './place.ts'
import type { Parcel } from './space.ts'

/** Two or three neighbours as one place, the pairs first; a border told by one side holds for both. */
export function joinParcels(
  parcels: readonly Parcel[],
  { leastBorderM, mostParcels, mostJoins }: PlaceLimits,
): { places: Place[]; leftOut: number } {
  const indexOf = new Map(parcels.map(({ id }, index) => [id, index]))
  const borders: Map<number, number>[] = parcels.map(() => new Map())
  for (const [index, { neighbours }] of parcels.entries())
    for (const { id, borderM } of neighbours) {
      const other = indexOf.get(id)
      if (other === undefined || other === index || borderM < leastBorderM) continue
      const border = Math.max(borderM, borders[index]?.get(other) ?? 0)
      borders[index]?.set(other, border)
      borders[other]?.set(index, border)
    }
  const places: Place[] = []
  let leftOut = 0
  const add = (indices: number[], borderM: number) => {
    if (places.length >= mostJoins) leftOut++
    else
      places.push(
        wholePlace(
          indices.map((index) => parcels[index] as Parcel),
          borderM,
        ),
      )
  }
  const near = (index: number) => [...(borders[index] ?? [])].sort(([a], [b]) => a - b)
  if (mostParcels >= 2)
    for (const index of parcels.keys())
      for (const [other, border] of near(index)) if (other > index) add([index, other], border)
  if (mostParcels >= 3)
    for (const middle of parcels.keys()) {
      const ends = near(middle)
      for (const [at, [one, first]] of ends.entries())
        for (const [other, second] of ends.slice(at + 1)) {
          const third = borders[one]?.get(other)
          // Three that all touch are found from each of them, and told once.
          if (third !== undefined && middle > Math.min(one, other)) continue
          // Each holds by its longest two borders.
          const border = third === undefined ? Math.min(first, second) : middleOf(first, second, third)
          add(
            [one, middle, other].sort((a, b) => a - b),
            border,
          )
        }
    }
  return { places, leftOut }
}

const middleOf = (...all: number[]) => all.sort((a, b) => a - b)[1] ?? 0
