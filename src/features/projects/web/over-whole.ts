import type { Language } from '../../../web/i18n/index.ts'
import { amountParts, type OverWhole, partsOverWhole } from '../amount-parts.ts'
import type { Edit, LedgerRow } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { fieldLabel } from './field-words.ts'
import { showQuantity } from './quantity-text.ts'
import { rowValue } from './row-value.ts'

/** Names and amounts of a part that is larger than its whole, for a sentence. */
export function overWholeWords({ part, whole, partValue, wholeValue }: OverWhole, language: Language) {
  const amount = (key: string, value: string) => {
    const field = fieldByKey.get(key)
    return field ? showQuantity(value, field, language) : value
  }
  return {
    part: fieldLabel(part, language),
    partValue: amount(part, partValue),
    whole: fieldLabel(whole, language),
    wholeValue: amount(whole, wholeValue),
  }
}

export const overWholeOf = (row: LedgerRow, part?: string): OverWhole | undefined =>
  partsOverWhole(row).find((one) => part === undefined || one.part === part)

const concerned = new Set<string>(amountParts.flat())

/** The first project in which edits leave a part larger than its whole. */
export function firstOver(
  seen: ReadonlyMap<string, LedgerRow>,
  edits: readonly Edit[],
): (OverWhole & { name: string }) | undefined {
  for (const [id, own] of Map.groupBy(edits, (edit) => edit.projectId)) {
    const row = seen.get(id)
    if (!row || !own.some((edit) => concerned.has(edit.field))) continue
    const [over] = partsOverWhole({ ...row, ...Object.fromEntries(own.map((edit) => [edit.field, edit.to])) })
    if (over) return { ...over, name: rowValue(row, 'name') ?? '' }
  }
  return undefined
}
