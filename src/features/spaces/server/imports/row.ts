import type { ParcelImportRow } from '../../import-contract.ts'
import type { Drawn } from '../../model/drawn.ts'
import type { Understood } from '../../model/understand-shape.ts'

/** A shape of a file, understood and judged: one line of the check. */
export type JudgedRow = Omit<Understood, 'drawn'> & {
  id: string
  ordinal: number
  place: string
  layer: string | null
  attributes: Record<string, string>
  drawn: Drawn | undefined
  territoryId: string | null
  verdict: ParcelImportRow['verdict']
  parcelId: string | null
  /** Its revision as the check saw it. */
  parcelRevision: number | null
  areaBy: 'declared' | 'drawn' | null
}
