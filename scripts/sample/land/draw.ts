import type { Ring } from '../../../src/engine/geometry/position.ts'
import type { CorpsKey } from '../corps/profile.ts'
import { luck } from '../random.ts'
import type { Area } from './areas.ts'
import { jointed } from './divide.ts'
import { onPlane } from './frame.ts'
import { partsOf, type Site, sitesFor, type Wanted } from './lay-out.ts'
import type { Block } from './streets.ts'

/** A piece of land on the plane of the survey, not closed; `code` is its place among the blocks of its area. */
export type Drawn = {
  area: Area
  code: string
  ring: Ring
  /** Of the lot that it is; undefined for what nobody asked for. */
  number: string | undefined
  /** A border cuts its block. */
  atBorder: boolean
}

export const draw = (own: readonly Area[], corps: CorpsKey, wanted: readonly Wanted[]): Drawn[] => [
  ...sitesFor(own, wanted, luck(`sites-${corps}`)).flatMap(drawSite),
  ...own.flatMap((area) =>
    drawBorder(
      area,
      area.blocks.filter(({ whole }) => !whole),
    ),
  ),
]

const drawSite = (site: Site): Drawn[] => {
  const { area, column, row } = site
  const parts = partsOf(site, luck(`parts-${area.name}-${column}-${row}`))
  const rings = jointed(parts.map(({ ring }) => ring.map((point) => onPlane(area.frame, point))))
  const several = parts.filter(({ number }) => number === undefined).length > 1
  let count = 0
  return parts.map(({ number }, at) => ({
    area,
    code: `${codeOf(column, row)}${number === undefined && several ? `-${++count}` : ''}`,
    ring: rings[at] ?? [],
    number,
    atBorder: false,
  }))
}

const drawBorder = (area: Area, blocks: readonly Block[]): Drawn[] =>
  blocks.map(({ column, row, ring }, at) => {
    const twins = blocks.slice(0, at).filter((one) => one.column === column && one.row === row).length
    return {
      area,
      code: `${codeOf(column, row)}${twins > 0 ? `-${twins + 1}` : ''}`,
      ring: ring.map((point) => onPlane(area.frame, point)),
      number: undefined,
      atBorder: true,
    }
  })

const codeOf = (column: number, row: number) =>
  [row, column].map((part) => String(part).padStart(2, '0')).join('')
