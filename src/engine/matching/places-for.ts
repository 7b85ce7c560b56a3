import type { Catalogue } from './catalogue.ts'
import { type PlaceLimits, usualLimits } from './catalogue-limits.ts'
import { type Place, partOf } from './place.ts'
import type { Need } from './project.ts'

/** The places whose area meets a need, the nearest to it first, and how many more there are than the limit. */
export function placesFor(
  { wholes, partable }: Catalogue,
  { kinds, areaM2, leastM2, mostM2 }: Need,
  { mostForProject }: PlaceLimits = usualLimits,
): { places: Place[]; leftOut: number } {
  const places: Place[] = []
  for (let at = firstAtLeast(wholes, leastM2); at < wholes.length; at++) {
    const place = wholes[at] as Place
    if (place.areaM2 > mostM2) break
    if (kinds.includes(place.spaces[0]?.kind ?? 'parcel')) places.push(place)
  }
  if (kinds.includes('parcel'))
    for (const parcel of partable) {
      const least = parcel.leastPartM2 ?? 0
      const most = parcel.areaM2 - least
      const wanted = Math.min(Math.max(areaM2, least), most)
      const isPart = wanted >= least && wanted > 0 && wanted < parcel.areaM2
      if (isPart && wanted >= leastM2 && wanted <= mostM2) places.push(partOf(parcel, wanted))
    }
  const off = (place: Place) => Math.abs(place.areaM2 - areaM2)
  places.sort((a, b) => off(a) - off(b) || (a.key < b.key ? -1 : 1))
  return {
    places: places.slice(0, mostForProject),
    leftOut: Math.max(0, places.length - mostForProject),
  }
}

function firstAtLeast(wholes: readonly Place[], areaM2: number): number {
  let low = 0
  let high = wholes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((wholes[middle]?.areaM2 ?? 0) < areaM2) low = middle + 1
    else high = middle
  }
  return low
}
