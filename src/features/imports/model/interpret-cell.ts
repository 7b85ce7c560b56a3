import { isErrorValue } from '../../../engine/ledger/blank-words.ts'
import type { Cell } from '../../../formats/workbook.ts'
import type { Field } from '../../projects/fields.ts'
import { blank, type CellContext, type CellReading, note, question, storable } from './cell-reading.ts'
import { interpretAmount, isAmount } from './interpret-amount.ts'
import { interpretContact } from './interpret-contact.ts'
import { interpretDate } from './interpret-date.ts'
import { interpretIndustry } from './interpret-industry.ts'
import { interpretChoice, interpretCode, interpretCorps, interpretText } from './interpret-text.ts'

/** Readings of one column by what its cells say: ledgers repeat themselves. */
export type KnownReadings = Map<string, CellReading>
const mostKnown = 5000

/** `interpretCell`, once for cells that say the same. */
export function interpretOnce(
  known: KnownReadings,
  field: Field,
  cell: Cell,
  context: CellContext,
): CellReading {
  if (cell.note !== undefined || cell.text.length > 100) return interpretCell(field, cell, context)
  const key = `${cell.kind} ${cell.value} ${cell.format ?? ''} ${cell.text}`
  const reading = known.get(key) ?? interpretCell(field, cell, context)
  if (known.size < mostKnown) known.set(key, reading)
  return reading
}

/** What one cell says for a field: the value to store, and whatever is not exactly what the cell says. */
export function interpretCell(field: Field, cell: Cell, context: CellContext): CellReading {
  const reading = read(field, cell, context)
  if (!cell.note) return reading
  return {
    ...reading,
    issues: [
      ...reading.issues,
      { ...note('cell_note', cell, reading.value ?? null), value: storable(cell.note, longestNote) },
    ],
  }
}
const longestNote = 2000

function read(field: Field, cell: Cell, context: CellContext): CellReading {
  if (cell.kind === 'blank' || cell.text.trim() === '')
    return cell.formula ? question('formula_without_value', cell) : blank
  if (cell.kind === 'error' || (/^\s*[#＃]/.test(cell.text) && isErrorValue(cell.text)))
    return question('error_cell', cell)
  if (isAmount(field)) return interpretAmount(field, cell, context)
  if (field.kind === 'when') return interpretDate(field, cell, context)
  if (field.kind === 'choice') return interpretChoice(field, cell, context)
  if (field.kind === 'corps') return interpretCorps(field, cell, context)
  if (field.kind === 'industry') return interpretIndustry(field, cell, context)
  if (field.personal) return interpretContact(field, cell)
  return field.kind === 'code' ? interpretCode(cell) : interpretText(field, cell)
}
