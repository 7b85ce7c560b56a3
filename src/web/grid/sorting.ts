import type { GridSort } from './grid-types.ts'

/** A column goes ascending → descending → unsorted; `add` keeps the other columns, in their order. */
export function nextSort(sort: readonly GridSort[], key: string, add: boolean): GridSort[] {
  const now = sort.find((one) => one.key === key)
  const next = !now ? [{ key, descending: false }] : now.descending ? [] : [{ key, descending: true }]
  if (!add) return next
  return now ? sort.flatMap((one) => (one.key === key ? next : [one])) : [...sort, ...next]
}
