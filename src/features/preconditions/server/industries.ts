import type { Leaves } from '../../../engine/land-rules/rule.ts'
import { industryCalled, writtenCode } from '../../industries/model/code.ts'
import { tableOf } from '../../industries/model/table.ts'
import { readRule } from '../../industries/model/within.ts'

/** By the edition in force. */
const table = tableOf('2019')

/** In the order of the standard: what lies beneath a code, or a range of them, stands in one run. */
const narrowest = table.entries.flatMap(({ code }) => (table.beneath.has(code) ? [] : code))
const places = new Map(narrowest.map((code, at) => [code, at]))
const endOf = (code: string, end: 0 | -1): number => {
  const inner = table.beneath.get(code)?.at(end)
  return inner ? endOf(inner.code, end) : (places.get(code) ?? 0)
}

const mostKept = 1000
const kept = new Map<string, ReadonlySet<string>>()

/** The 小类 that a rule names by C, C34, 3411 or C34–C36. */
export const leaves: Leaves = (named) => {
  const before = kept.get(named)
  if (before) return before
  const rule = readRule(table, named)
  const found = new Set(rule ? narrowest.slice(endOf(rule.from, 0), endOf(rule.to, -1) + 1) : [])
  if (kept.size >= mostKept) kept.clear()
  kept.set(named, found)
  return found
}

export const isIndustryRule = (named: string) => readRule(table, named) !== undefined

/** A code that a ledger has, if it is one of the classification. */
export function knownIndustry(text: string | null): string | null {
  const code = text === null ? undefined : writtenCode(text)
  return (code && industryCalled(table, code)?.code) ?? null
}
