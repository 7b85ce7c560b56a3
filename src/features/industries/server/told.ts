import type { Edition, Industry } from '../contract.ts'
import { type Entry, lineOf, tableOf } from '../model/table.ts'

/** An industry as it is sent, with what stands above it. */
export function toldOf(edition: Edition, entry: Entry): Industry {
  const table = tableOf(edition)
  const above = lineOf(table, entry.code).slice(0, -1)
  return {
    ...entry,
    children: table.beneath.get(entry.code)?.length ?? 0,
    path: above.map(({ code, letter, name }) => ({ code, letter, name })),
  }
}
