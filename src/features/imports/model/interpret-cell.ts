import { isErrorValue } from '../../../engine/ledger/blank-words.ts'
import type { Cell } from '../../../formats/workbook.ts'
import type { Field } from '../../projects/fields.ts'
import { blank, type CellContext, type CellReading, note, question, storable } from './cell-reading.ts'
import { interpretAmount, isAmount } from './interpret-amount.ts'
import { interpretDate } from './interpret-date.ts'
import { interpretChoice, interpretCode, interpretCorps, interpretText } from './interpret-text.ts'

/** What one cell says for a field: the value to store, and whatever is not exactly what the cell says. */
export function interpretCell(field: Field, cell: Cell | undefined, context: CellContext): CellReading {
  if (!cell) return blank
  const reading = read(field, cell, context)
  if (!cell.note) return reading
  return { value: reading.value, issues: [...reading.issues, { ...note('cell_note', cell, reading.value ?? null), value: storable(cell.note, longestNote) }] }
}
const longestNote = 2000

function read(field: Field, cell: Cell, context: CellContext): CellReading {
  if (cell.kind === 'blank' || cell.text.trim() === '') return cell.formula ? question('formula_without_value', cell) : blank
  if (cell.kind === 'error' || isErrorValue(cell.text)) return question('error_cell', cell)
  if (isAmount(field)) return interpretAmount(field, cell, context)
  if (field.kind === 'when') return interpretDate(field, cell, context)
  if (field.kind === 'choice') return interpretChoice(field, cell)
  if (field.kind === 'corps') return interpretCorps(cell, context)
  return field.kind === 'code' ? interpretCode(cell) : interpretText(field, cell)
}
