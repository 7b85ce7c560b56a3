import { fieldByKey } from '../fields.ts'
import { type LedgerColumn, usualWidth } from './ledger-state.ts'

/** The column at another place, counted in the whole list. */
export function moveColumn(columns: readonly LedgerColumn[], key: string, to: number): LedgerColumn[] {
  const moved = columns.find((column) => column.key === key)
  if (!moved) return [...columns]
  const others = columns.filter((column) => column !== moved)
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, moved)
}

/** Hides a shown column; shows a hidden one at the end, in its usual width. The last one stays. */
export function toggleColumn(columns: readonly LedgerColumn[], key: string): LedgerColumn[] {
  const field = fieldByKey.get(key)
  if (!columns.some((column) => column.key === key))
    return field ? [...columns, { key, width: usualWidth(field), frozen: false }] : [...columns]
  return columns.length === 1 ? [...columns] : columns.filter((column) => column.key !== key)
}

/** Frozen columns stand first: a newly frozen one after those already frozen, a thawed one before the rest. */
export function toggleFrozen(columns: readonly LedgerColumn[], key: string): LedgerColumn[] {
  const changed = columns.map((column) =>
    column.key === key ? { ...column, frozen: !column.frozen } : column,
  )
  const own = changed.filter((column) => column.key === key)
  const rest = changed.filter((column) => column.key !== key)
  return [...rest.filter(({ frozen }) => frozen), ...own, ...rest.filter(({ frozen }) => !frozen)]
}
