import type { Difference } from '../contract.ts'

/** What an official looks for first in a line of the ledger. */
const main = ['investor', 'totalInvestment', 'stage', 'corps', 'code', 'landArea', 'officer', 'chain']
/** Stands in a column of its own. */
const elsewhere = new Set(['name'])

/** The values given, without the name, main ones first, the others in the order of the file. */
export function mainFirst(values: readonly Difference[]): Difference[] {
  const given = values.filter(({ field, to }) => to !== null && !elsewhere.has(field))
  const rank = ({ field }: Difference) => (main.includes(field) ? main.indexOf(field) : main.length)
  return given.toSorted((a, b) => rank(a) - rank(b))
}
