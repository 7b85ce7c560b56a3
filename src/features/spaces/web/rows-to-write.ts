import type { ParcelImportCounts } from '../import-contract.ts'

/** What applying would write: what is clear and nobody left out, and what somebody took though it is in doubt. */
export const rowsToWrite = (counts: Omit<ParcelImportCounts, 'areaM2'>): number =>
  counts.new + counts.changed - counts.skipped + counts.taken
