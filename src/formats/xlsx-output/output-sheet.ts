export type ColumnFormat =
  | 'text'
  | 'integer' /** 1,280 */
  | 'grouped'
  | 'decimal1'
  | 'decimal2'
  | 'decimal4'
  | 'percent1'
  | 'date'
  | 'general'

/** Decimals are exact decimal text; dates are ISO `YYYY-MM-DD`, or with `THH:mm:ss`. */
export type OutputValue = string | number | { decimal: string } | { date: string } | null

export type OutputSheet = {
  name: string
  /** Width in characters. */
  columns: { title: string; width?: number; format?: ColumnFormat }[]
  /** Counted from the top of the sheet, title rows and header included. */
  frozenRows?: number
  frozenColumns?: number
  /** Lines above the header. */
  titleRows?: string[]
  /** Small lines between those and the header. */
  captionRows?: string[]
  /** At the head and foot of every printed page. */
  printed?: { header: string; footer: string }
  /** A PNG that the sheet repeats behind its cells. */
  background?: Buffer
  rows: AsyncIterable<OutputValue[]> | Iterable<OutputValue[]>
  autoFilter?: boolean
  /** One row beneath all others, outside the filter; asked for once they are written. */
  totalRow?: () => OutputValue[] | undefined
}

export type OutputNotice = {
  code: 'text_cut' | 'number_left_out' | 'sheet_renamed'
  sheet: string
  cell?: string
}

export type OutputProperties = {
  title?: string
  creator?: string
  created?: Date
  /** Kept in the file where no cell shows it. */
  custom?: Readonly<Record<string, string>>
  onNotice?: (notice: OutputNotice) => void
}
