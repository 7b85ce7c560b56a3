import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { parseSearch } from '../../../web/address.ts'

/** A link to an address as the server gives it, `/ledger?where=…`; the day looked at goes along. */
export function AddressLink({ address, children }: { address: string; children: ReactNode }) {
  const { pathname, search } = new URL(address, location.origin)
  return (
    <Link to={pathname} search={parseSearch(search) as never}>
      {children}
    </Link>
  )
}
