import { hasMask, readContact } from '../../../engine/text/contact.ts'
import { normaliseText } from '../../../engine/text/normalise.ts'
import type { Cell } from '../../../formats/workbook.ts'
import { type Field, fields } from '../../projects/fields.ts'
import { type CellReading, note, question, type RowIssue, received, taken } from './cell-reading.ts'
import { longestText, tidyLine, wordless } from './interpret-text.ts'

const otherOf = ({ personal }: Field) => fields.find((one) => one.personal && one.personal !== personal)

/** Whom to call: names and numbers often share a cell, and each goes where it belongs. A mask stays what it is until it meets its project. */
export function interpretContact(field: Field, cell: Cell): CellReading {
  const nothing = wordless(cell, true)
  if (nothing) return nothing
  const text = tidyLine(cell.kind === 'number' ? String(cell.value) : cell.text)
  if (text.length > longestText.text) return question('too_long', cell)
  if (hasMask(text)) return { value: normaliseText(text), issues: question('mask_unmatched', cell).issues }
  const found = readContact(text)
  if (!found) return question('contact_unclear', cell)
  const { names, phones } = found
  const [own, beside] = field.personal === 'name' ? [names, phones] : [phones, names]
  const other = otherOf(field)
  if (beside === null || !other) return own === null ? { value: null, issues: [] } : taken(own)
  return {
    value: own,
    issues: [note('contact_apart', cell, own)],
    beside: { field: other.key, value: beside },
  }
}

/** What cells said beside their own field; where the row says another thing already, a person chooses. */
export function placeBeside(
  told: readonly { field: string; value: string; cell: string; from: Cell }[],
  readings: Record<string, string | null>,
  issues: RowIssue[],
) {
  for (const { field, value, cell, from } of told) {
    if (issues.some((issue) => issue.field === field && issue.severity === 'question')) continue
    const own = readings[field] ?? null
    if (own === null) readings[field] = value
    if (own === null || own === value) continue
    delete readings[field]
    issues.push({
      code: 'contact_differs',
      severity: 'question',
      value: received(from),
      taken: null,
      suggestions: [own, value],
      cell,
      field,
    })
  }
}
