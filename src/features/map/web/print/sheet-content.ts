import type { Palette } from '../../../../web/map/palette.ts'
import type { LegendLines } from './legend-lines.ts'
import type { SheetSize } from './paper.ts'
import type { Sight } from './print-scale.ts'
import type { SheetLayout } from './sheet-layout.ts'
import type { Say } from './sheet-words.ts'

/** All that stands on a sheet, ready to be drawn. */
export type SheetContent = {
  size: SheetSize
  layout: SheetLayout
  sight: Sight
  palette: Palette
  say: Say
  title: string
  filter: string
  date: { day: string; upTo: string }
  legend: {
    lines: LegendLines
    zoom: number
    by: 'stage' | 'light'
    unplaced: number
    isIllustrative: boolean
  }
  hasNorth: boolean
  within: string | undefined
  /** Who takes it out of the house; while it is being chosen, what will be said there. */
  trace: string
  stamp: readonly string[]
}
