import type { Condition } from '../../projects/contract.ts'
import type { ImportRow } from '../contract.ts'

/** Servers and proxies refuse addresses much beyond 8 KB; the rest of one needs room too. */
const longestAddress = 6000

/** The ledger's filter for the projects of these rows, by name; undefined where their names fill more than an address. */
export function conditionOf(rows: readonly Pick<ImportRow, 'name' | 'projectName'>[]): Condition | undefined {
  const names = [
    ...new Set(rows.map(({ name, projectName }) => projectName ?? name).filter((name) => name !== null)),
  ]
  if (names.length === 0 || names.some((name) => name.length > 300)) return undefined
  return encodeURIComponent(names.join(',')).length > longestAddress
    ? undefined
    : { field: 'name', op: 'is', value: names }
}
