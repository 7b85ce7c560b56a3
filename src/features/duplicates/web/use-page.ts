import { useAddress } from '../../../web/address.ts'

export const perPage = 50

/** Which page of a list the address names, from 1. */
export function usePage() {
  const { search, setSearch } = useAddress()
  const page = Math.max(1, Number.parseInt(search['page'] ?? '1', 10) || 1)
  const turn = (next: number) => setSearch({ page: next === 1 ? undefined : String(next) })
  return { page, turn, range: { limit: perPage, offset: (page - 1) * perPage } }
}
