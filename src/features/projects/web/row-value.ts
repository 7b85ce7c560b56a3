import type { LedgerRow } from '../contract.ts'

/** A field's value on a ledger row; what is not there is null. */
export function rowValue(row: LedgerRow, key: string): string | null {
  const value: unknown = row[key]
  return typeof value === 'string' ? value : null
}
