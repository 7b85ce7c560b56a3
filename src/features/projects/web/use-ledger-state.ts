import { useCallback, useMemo } from 'react'
import { useAddress } from '../../../web/address.ts'
import type { View } from '../contract.ts'
import {
  addressFrom,
  addressKeys,
  addressOf,
  isModified,
  type LedgerState,
  stateOfAddress,
  stateOfView,
} from './ledger-state.ts'

export type LedgerScreen = {
  state: LedgerState
  view: View | undefined
  /** The address names a view that is no longer there, or not shared any more. */
  isViewMissing: boolean
  isModified: boolean
  change: (patch: Partial<LedgerState>, options?: { replace?: boolean }) => void
  /** Another view, as it was saved; null is the whole ledger. */
  open: (view: string | null) => void
}

/** The ledger's state, read from the address and written there. */
export function useLedgerState(views: readonly View[]): LedgerScreen {
  const { search, setSearch } = useAddress()
  const text = JSON.stringify(addressFrom(search))
  const address = useMemo(() => addressFrom(JSON.parse(text) as Record<string, unknown>), [text])
  const view = views.find(({ id }) => id === address.view)
  const base = useMemo(() => stateOfView(view?.definition), [view])
  const state = useMemo(() => stateOfAddress(address, base), [address, base])

  const say = useCallback(
    (next: Partial<Record<(typeof addressKeys)[number], string>>, replace: boolean) =>
      setSearch(Object.fromEntries(addressKeys.map((key) => [key, next[key]])), { replace }),
    [setSearch],
  )
  const change = useCallback(
    (patch: Partial<LedgerState>, { replace = false } = {}) =>
      say(addressOf({ ...state, ...patch }, view?.id ?? null, base), replace),
    [say, state, view, base],
  )
  const open = useCallback((id: string | null) => say(id === null ? {} : { view: id }, false), [say])

  return {
    state,
    view,
    change,
    open,
    isViewMissing: address.view !== undefined && view === undefined,
    isModified: isModified(address),
  }
}

/** The list behind a record has no tabs and no field's history of its own. */
export const withoutTab = ({ tab: _, history: __, ...search }: Record<string, unknown>) => search
