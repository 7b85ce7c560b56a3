import type { Covers } from '../../../engine/land-rules/rule.ts'
import { industryCalled, writtenCode } from '../../industries/model/code.ts'
import { tableOf } from '../../industries/model/table.ts'
import { isWithin, readRule } from '../../industries/model/within.ts'

/** By the edition in force. */
const table = tableOf('2019')

/** What a rule names, C, C34, 3411 or C34–C36, holds a code, or the whole of another such range. */
export const covers: Covers = (named, code) => {
  const [rule, inner] = [readRule(table, named), readRule(table, code)]
  return (
    rule !== undefined &&
    inner !== undefined &&
    isWithin(table, inner.from, rule) &&
    isWithin(table, inner.to, rule)
  )
}

export const isIndustryRule = (named: string) => readRule(table, named) !== undefined

/** A code that a ledger has, if it is one of the classification. */
export function knownIndustry(text: string | null): string | null {
  const code = text === null ? undefined : writtenCode(text)
  return (code && industryCalled(table, code)?.code) ?? null
}
