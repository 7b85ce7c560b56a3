import type { Ring } from '../../../src/engine/geometry/position.ts'
import type { Luck } from '../random.ts'
import type { Area } from './areas.ts'
import { divide } from './divide.ts'
import { areaOf } from './rings.ts'

/** Land of a size, ㎡, that must be somewhere. */
export type Wanted = { number: string; areaM2: number }
/** A site: one or two blocks, and what is wanted of it. */
export type Site = { area: Area; column: number; row: number; ring: Ring; free: number; wanted: Wanted[] }
/** A part of a site; without number nobody asked for it. Along the streets. */
export type Part = { number: string | undefined; ring: Ring }

export const squareMetresPerMu = 10_000 / 15
/** No other parcel is smaller or larger. */
export const [smallest, largest] = [20.1 * squareMetresPerMu, 260 * squareMetresPerMu]
const wantedPerSite = 3
/** What is smaller is not cut off as a strip: it gets a neighbour to share its side of the site with. */
const slim = 15 * squareMetresPerMu

/** Finds a site for everything that is wanted, the largest first, spread over the blocks that no border cuts. */
export const sitesFor = (areas: readonly Area[], wanted: readonly Wanted[], chance: Luck): Site[] => {
  const blocks = areas.flatMap((area) =>
    area.blocks.filter(({ whole }) => whole).map((one) => ({ area, one })),
  )
  let sites = shuffled(blocks, chance).map(({ area, one }) => siteOf(area, one.column, one.row, one.ring))
  for (const [at, want] of [...wanted].sort((a, b) => b.areaM2 - a.areaM2).entries()) {
    const order = sites
      .map((_, index) => sites[(index + at * 13) % sites.length])
      .filter((one) => one !== undefined)
    const fitting = order.find((site) => fits(site, want))
    const site = fitting ?? joined(order, want)
    if (!site) throw new Error(`There is no place for ${want.number}, ${want.areaM2} ㎡.`)
    if (!fitting) sites = [...sites.filter((other) => !isWithin(other, site)), site]
    site.wanted.push(want)
    site.free -= want.areaM2
  }
  return sites
}

const siteOf = (area: Area, column: number, row: number, ring: Ring): Site => ({
  area,
  column,
  row,
  ring,
  free: areaOf(ring),
  wanted: [],
})

const fits = ({ free, wanted }: Site, { areaM2 }: Wanted) =>
  wanted.length < wantedPerSite && free - areaM2 >= smallest * (areaM2 < slim ? 2 : 1)

/** Two blocks beside each other, with the street between them. */
const joined = (sites: readonly Site[], want: Wanted): Site | undefined => {
  for (const left of sites) {
    const right = sites.find(
      (one) => one.area === left.area && one.row === left.row && one.column === left.column + 1,
    )
    if (!right || left.wanted.length > 0 || right.wanted.length > 0) continue
    const [[a, b, c, d], [e, f, g, h]] = [left.ring, right.ring]
    if (!a || !b || !c || !d || !e || !f || !g || !h) continue
    const site = siteOf(left.area, left.column, left.row, [a, b, e, f, g, h, c, d])
    if (fits(site, want)) return site
  }
  return undefined
}

const isWithin = (other: Site, { area, row, column }: Site) =>
  other.area === area && other.row === row && (other.column === column || other.column === column + 1)

const shuffled = <T>(list: readonly T[], chance: Luck): T[] =>
  list
    .map((one) => ({ one, place: chance.part() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)

/** The parts of a site: what is wanted, and the rest in pieces as they are usual. */
export const partsOf = ({ ring, free, wanted }: Site, chance: Luck): Part[] => {
  const slimFirst = [...wanted].sort((a, b) => a.areaM2 - b.areaM2)
  const slims = slimFirst.filter(({ areaM2 }) => areaM2 < slim)
  const beside = slims.length > 0 ? [Math.min(free - smallest, 1.5 * smallest)] : []
  const rest = piecesOf(free - (beside[0] ?? 0), chance)
  const parts: { number?: string; areaM2: number }[] = [
    ...slims,
    ...beside.map((areaM2) => ({ areaM2 })),
    ...slimFirst.filter(({ areaM2 }) => areaM2 >= slim),
    ...rest.map((areaM2) => ({ areaM2 })),
  ]
  const rings = divide(
    ring,
    parts.map(({ areaM2 }) => areaM2),
  )
  return rings.map((part, at) => ({ number: parts[at]?.number, ring: part }))
}

const piecesOf = (area: number, chance: Luck): number[] => {
  const count =
    area > largest ? Math.ceil(area / (largest * 0.8)) : area > 4 * smallest && chance.chance(0.12) ? 2 : 1
  const first = count === 2 ? area * (0.35 + chance.part() * 0.3) : area / count
  return [first, ...Array.from({ length: count - 1 }, () => (area - first) / (count - 1))]
}
