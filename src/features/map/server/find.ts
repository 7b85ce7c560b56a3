import { parcelKey } from '../../spaces/model/number-key.ts'
import type { Findings } from '../contract.ts'
import type { Sheet } from './atlas.ts'
import { boundsAround } from './bounds.ts'
import { visibleProjectsOf } from './legend.ts'

const mostOfAKind = 8

/** What a search can fly to: those that begin with the words first. */
export function findOnMap(sheet: Sheet, visible: ReadonlySet<string> | undefined, q: string): Findings {
  const wanted = q.trim().toLowerCase()
  const key = parcelKey(q)?.toLowerCase() ?? wanted
  const best = <T>(items: Iterable<T>, textsOf: (item: T) => (string | null)[]) =>
    [...items]
      .flatMap((item) => {
        const at = Math.min(...textsOf(item).map((text) => place(text, wanted, key)))
        return at === Number.POSITIVE_INFINITY ? [] : [{ item, at }]
      })
      .sort((a, b) => a.at - b.at)
      .slice(0, mostOfAKind)
      .map(({ item }) => item)
  return {
    items: [
      ...best(sheet.land.territories, ({ name, unit }) => [name, unit]).map((area) => ({
        kind: 'territory' as const,
        id: area.id,
        label: area.unit ? `${area.name} · ${area.unit}` : area.name,
        bounds: area.bounds,
      })),
      ...best(sheet.land.parcels.values(), ({ number, name }) => [number, name]).map((parcel) => ({
        kind: 'parcel' as const,
        id: parcel.id,
        label: [parcel.number, parcel.name].filter(Boolean).join(' '),
        bounds: [parcel.west, parcel.south, parcel.east, parcel.north],
      })),
      ...best(sheet.sites.all.values(), ({ name }) => [name]).map(({ id, name, lon, lat }) => ({
        kind: 'building' as const,
        id,
        label: name,
        bounds: boundsAround({ lon, lat }),
      })),
      ...best(
        visibleProjectsOf(sheet, visible).filter(({ at }) => at),
        ({ name }) => [name],
      ).map(({ id, name, at }) => ({
        kind: 'project' as const,
        id,
        label: name,
        bounds: at ? boundsAround(at) : [],
      })),
    ],
  }
}

function place(text: string | null, wanted: string, key: string): number {
  if (!text) return Number.POSITIVE_INFINITY
  const at = [text.toLowerCase().indexOf(wanted), (parcelKey(text) ?? '').toLowerCase().indexOf(key)]
  return Math.min(...at.map((one) => (one < 0 ? Number.POSITIVE_INFINITY : one)))
}
