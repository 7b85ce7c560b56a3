import { maskName, maskPhone, readContact } from '../../../engine/text/contact.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { masked } from '../../projects/personal.ts'
import type { ImportRow, ImportTable, Issue, UndoPreview } from '../contract.ts'

/** Who brought the file sees what it says while the import is open; what the ledger holds stays masked for them, too. */
export const seesFile = (
  { createdById, status }: { createdById: string | null; status: string },
  { memberId }: { memberId: string | null },
) => createdById === memberId && (status === 'read' || status === 'checked')

/** A cell of the file that tells whom to call, masked whatever else stands in it. */
function maskCell(text: string): string {
  const found = readContact(text)
  if (!found) return maskName(maskPhone(text))
  const { names, phones } = found
  return [names && maskName(names), phones && maskPhone(phones)].filter(Boolean).join(' ')
}

const mobile = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g
const isPersonal = (key: string | null) => fieldByKey.get(key ?? '')?.personal !== undefined

export const shownRow = (row: ImportRow, isOwn: boolean): ImportRow => ({
  ...row,
  differences: row.differences.map((difference) => ({
    ...difference,
    from: masked(difference.field, difference.from),
    to: isOwn ? difference.to : masked(difference.field, difference.to),
  })),
})

export const shownIssue = (issue: Issue, isOwn: boolean): Issue =>
  isOwn || !isPersonal(issue.field)
    ? issue
    : {
        ...issue,
        value: maskCell(issue.value),
        taken: issue.taken && maskCell(issue.taken),
        suggestions: issue.suggestions.map(maskCell),
        resolution: issue.resolution && { value: issue.resolution.value && maskCell(issue.resolution.value) },
      }

export const shownTables = (tables: readonly ImportTable[], isOwn: boolean): ImportTable[] =>
  tables.map((table) =>
    isOwn
      ? table
      : {
          ...table,
          titleLines: table.titleLines.map(maskNumbers),
          aside: table.aside.map((line) => ({ ...line, text: maskNumbers(line.text) })),
          columns: table.columns.map((column) => ({
            ...column,
            samples: column.samples.map(isPersonal(column.field) ? maskCell : maskNumbers),
          })),
        },
  )
const maskNumbers = (text: string) => text.replace(mobile, '$1****$2')

export const shownUndo = (edited: UndoPreview['edited']): UndoPreview['edited'] =>
  edited.map((fact) => ({
    ...fact,
    before: masked(fact.field, fact.before),
    imported: masked(fact.field, fact.imported),
    now: masked(fact.field, fact.now),
  }))
