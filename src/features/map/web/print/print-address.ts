import type { Box } from '../../../../web/map/start-map.ts'
import { askedOf, type MapAsked } from '../map-address.ts'
import { type Dpi, fineness, type Paper, papers, type Turn } from './paper.ts'

/** What of the ground: all that the screen showed, the whole zone (or the corps asked for), or at a round scale. */
export type Extent = 'sight' | 'zone' | number

/** The map as it was left, and the sheet that it is put on: all in the address. */
export type PrintAsked = {
  map: MapAsked
  /** What the screen showed. */
  sight: Box | undefined
  paper: Paper
  turn: Turn
  dpi: Dpi
  extent: Extent
  /** Undefined: the one proposed. */
  title: string | undefined
  hasLegend: boolean
  hasNorth: boolean
}

export const longestTitle = 80

const oneIn = <T extends string>(words: readonly T[], text: string | undefined, usual: T): T =>
  words.find((word) => word === text) ?? usual

export const boxText = (box: Box) => box.map((degrees) => degrees.toFixed(5)).join(',')

export function boxIn(text: string | undefined): Box | undefined {
  const parts = text?.split(',') ?? []
  if (parts.length !== 4 || parts.some((part) => part.trim() === '')) return undefined
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts.map(Number)
  const isBox = west >= -180 && east <= 180 && south >= -85 && north <= 85 && west < east && south < north
  return isBox ? [west, south, east, north] : undefined
}

export function printAskedOf(search: Readonly<Record<string, string | undefined>>): PrintAsked {
  const sight = boxIn(search['sight'])
  const scale = Number(search['scale'])
  const isScale = Number.isInteger(scale) && scale >= 100 && scale <= 5_000_000
  return {
    map: askedOf(search),
    sight,
    paper: oneIn(papers, search['paper'], 'a3'),
    turn: search['turn'] === 'upright' ? 'upright' : 'across',
    dpi: fineness.find((dpi) => String(dpi) === search['dpi']) ?? 150,
    extent: isScale ? scale : search['scale'] === 'zone' || !sight ? 'zone' : 'sight',
    title: search['title']?.trim().slice(0, longestTitle) || undefined,
    hasLegend: !search['without']?.split(',').includes('legend'),
    hasNorth: !search['without']?.split(',').includes('north'),
  }
}

export function withoutText({ hasLegend, hasNorth }: Pick<PrintAsked, 'hasLegend' | 'hasNorth'>) {
  return [...(hasLegend ? [] : ['legend']), ...(hasNorth ? [] : ['north'])].join(',') || undefined
}
