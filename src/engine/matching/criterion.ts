/** What a place is judged by, beyond the rules. */
export type CriterionKind =
  /** Totals of the project named by `figure`, on each mu of the place. */
  | 'perMu'
  /** Metres to its chain partners, on average. */
  | 'partners'
  /** What may not be parted again of what is left of a parcel, as a share of it: 1 is a scrap, 0 is nothing lost. */
  | 'fragment'
  /** Days it is ready after the need. */
  | 'late'
  /** How far its area is off what is asked for, as a share of that. */
  | 'areaFit'
  /** What it bears and how high it is, as a multiple of the need. */
  | 'load'
  | 'height'

export type Criterion = {
  id: string
  kind: CriterionKind
  figure?: string
  weight: number
  /** The figure that counts 0 and the one that counts 1; between them it counts in proportion, beyond them no more. */
  zero: number
  one: number
}
/** `free`: nothing is asked, so nothing is lost; `unknown` counts 0. */
export type Marked = {
  criterion: string
  kind: CriterionKind
  state: 'known' | 'unknown' | 'free'
  figure: number | null
  /** The figures behind it, in the order of dividing: total and mu, ready and need day, offered and asked. */
  from: readonly (number | null)[]
  mark: number
  weight: number
  /** Its share of the whole score. */
  points: number
}
