import type { LedgerImport } from '../contract.ts'

/** Checked, and neither now nor after an answer would it change anything. */
export const changesNothing = ({ status, counts }: Pick<LedgerImport, 'status' | 'counts'>): boolean =>
  status === 'checked' &&
  counts !== null &&
  counts.new + counts.changed + counts.doubt + counts.questions === 0
