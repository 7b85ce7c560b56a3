import type { TableRow } from '../../../engine/ledger/tables.ts'
import type { Finding } from '../import-contract.ts'
import type { LeaseKind, RentUnit } from '../words.ts'
import type { Said } from './read-cells.ts'

/** What a row says of who holds its room; a first day that it does not say is null. */
export type Held = {
  kind: LeaseKind
  tenant: string | null
  contractNo: string | null
  fromOn: string | null
  toOn: string | null
  rent: string | null
  rentUnit: RentUnit | null
}

/** Fields as they would be written; what a row does not say is not there, and never clears anything. */
export type Facts = Record<string, string>

/** A row of a table, understood: of which room it speaks, and what it says. */
export type Line = {
  /** Sheet and row: by it a decision finds its row again. */
  place: string
  building: { name: string; number: string | null; key: string } | null
  level: number | null
  room: { number: string; key: string } | null
  areaM2: string | null
  of: { building: Facts; floor: Facts; room: Facts }
  parcel: string | null
  status: Said | null
  held: Held | null
  findings: Finding[]
}

export const finding = (
  code: string,
  weight: Finding['weight'],
  cell: string | null = null,
  value = '',
  values: Record<string, string> = {},
): Finding => ({ code, weight, cell, value: value.slice(0, 200), values })

export type DataRow = Pick<TableRow, 'number' | 'section'>
