/** A field of the ledger as the mapping sees it. */
export interface FieldSpec {
  key: string
  /** The name first (in each language), then aliases: other headers that mean the same. */
  labels: readonly string[]
  kind: FieldKind
  group?: string
  choices?: readonly string[]
  /** Whether a text is one of the choices as the import reads them; without it, it must be one of them exactly. */
  isChoice?: (text: string) => boolean
}

export type FieldKind =
  | 'text'
  | 'money'
  | 'foreign'
  | 'area'
  | 'perMu'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'choice'
  | 'percent'
  | 'code'

/** A column of a table as the mapping sees it. */
export interface HeaderColumn {
  index: number
  header: string
  parts: readonly string[]
  hidden: boolean
}

export interface HeaderProposal {
  index: number
  /** Undefined is never used: null is "take nothing from this column". */
  field: string | null
  /** 1 exact or learned; below 0.6 nothing is mapped by itself. */
  confidence: number
  reason: 'learned' | 'exact' | 'alias' | 'similar' | 'values' | 'none'
  /** Other fields it may be, best first, at most three. */
  runnersUp: { field: string; confidence: number }[]
}
