/** What a file may cost. Bytes for sizes, counts for the rest; blank cells count for nothing. */
export type WorkbookLimits = {
  fileBytes: number
  /** All archive entries together, unpacked. */
  unpackedBytes: number
  /** How many times larger than packed one entry may be; entries below 64 MB are not asked. */
  packingRatio: number
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
