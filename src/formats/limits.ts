import type { ArchiveLimits } from './zip/archive.ts'

/** What a file may cost. Bytes for sizes, counts for the rest; blank cells count for nothing. */
export type WorkbookLimits = ArchiveLimits & {
  fileBytes: number
  columns: number
  /** Rows with content, in one sheet. */
  rows: number
  /** In all sheets. */
  cells: number
}

export const defaultLimits: WorkbookLimits = {
  fileBytes: 100 * 1024 ** 2,
  unpackedBytes: 1.5 * 1024 ** 3,
  packingRatio: 400,
  columns: 1_000,
  rows: 200_000,
  cells: 5_000_000,
}
