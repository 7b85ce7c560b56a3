import type { Day } from '../../shared/days.ts'
import type { Figures, Point, SpaceKind } from './space.ts'

export type Need = {
  kinds: readonly SpaceKind[]
  /** What it asks for, and between which it can be met. */
  areaM2: number
  leastM2: number
  mostM2: number
  on: Day
  /** The last day on which the place may get ready; null: any. */
  latestOn: Day | null
  /** How long it stays; null: for good. */
  days: number | null
  loadTPerM2: number | null
  heightM: number | null
}
export type Project = {
  id: string
  corps: string
  need: Need
  /** What the zone gains from it on a perfect place, in a unit that all projects share, such as 万元 of tax a year. */
  gain: number
  /** Totals of the project, and codes; per-mu figures are made of them on each place. */
  figures: Figures
  /** Where its chain partners are. */
  partners: readonly Point[]
}
