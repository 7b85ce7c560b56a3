import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { LedgerRows } from './use-ledger-rows.ts'

/** The list that a record was opened from: the way to the next one and out. */
export type Neighbours = {
  step: (id: string, by: 1 | -1) => (() => void) | undefined
  close: () => void
}

const NeighboursContext = createContext<Neighbours | null>(null)
export const useNeighbours = () => useContext(NeighboursContext)

type Props = { rows: LedgerRows; onOpen: (id: string) => void; onClose: () => void; children: ReactNode }

export function NeighboursProvider({ rows, onOpen, onClose, children }: Props) {
  const neighbours = useMemo<Neighbours>(
    () => ({
      step: (id, by) => {
        const offset = rows.offsetOf(id)
        const next = offset === undefined ? -1 : offset + by
        if (next < 0 || next >= (rows.total ?? 0)) return undefined
        return async () => {
          const row = rows.rowAt(next) ?? (await rows.all(next, next + 1))[0]
          if (row) onOpen(row.id)
        }
      },
      close: onClose,
    }),
    [rows, onOpen, onClose],
  )
  return <NeighboursContext value={neighbours}>{children}</NeighboursContext>
}
