import { blankCell, booleanCell, errorCell, isoDateCell, numberCell, textCell } from '../cells.ts'
import type { Notices } from '../notices.ts'
import { isNumberText } from '../numbers/exact-decimal.ts'
import type { NumberFormat } from '../numbers/number-format.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { type Cell, columnName } from '../workbook.ts'
import { unescapeXstring } from './string-item.ts'

/** What all sheets of a workbook share. */
export type SharedParts = {
  strings: string[]
  formats: (NumberFormat | undefined)[]
  date1904: boolean
  notices: Notices
}

/** A cell as the XML has it. */
export type RawCell = {
  column: number
  row: number
  type: string
  style: number
  value: string | undefined
  inline: string | undefined
  formula: string | undefined
}

/** The cell's meaning, or undefined if there is nothing in it. */
export const readCell = (
  raw: RawCell,
  sheet: string,
  part: string,
  shared: SharedParts,
): Cell | undefined => {
  const place = () => ({ sheet, cell: `${columnName(raw.column)}${raw.row}` })
  const cell = resultOf(raw, shared, part, place)
  if (raw.formula === undefined) return cell
  if (cell === undefined && raw.value === undefined) shared.notices.add('formula_without_value', place())
  const result = cell ?? blankCell()
  result.formula = raw.formula
  return result
}

const resultOf = (
  raw: RawCell,
  shared: SharedParts,
  part: string,
  place: () => { sheet: string; cell: string },
) => {
  const { type, value, inline } = raw
  if (type === 'inlineStr') return textOrNothing(inline ?? unescapeXstring(value ?? ''))
  if (value === undefined || value === '') return undefined
  const format = shared.formats[raw.style]
  switch (type) {
    case 's': {
      const text = shared.strings[Number(value)]
      if (text === undefined) {
        throw new UnreadableFile('damaged', {
          part,
          cell: place().cell,
          reason: `shared string ${value} is missing`,
        })
      }
      return textOrNothing(text)
    }
    case 'str':
      return textOrNothing(unescapeXstring(value))
    case 'b':
      return booleanCell(value.trim() === '1' || value.trim() === 'true')
    case 'e':
      return errorCell(value.trim())
    case 'd':
      return isoDateCell(value, format)
    default: {
      const number = value.trim()
      if (!isNumberText(number)) return textOrNothing(value)
      return numberCell(number, format, shared.date1904, () =>
        shared.notices.add('date_out_of_range', place()),
      )
    }
  }
}

const textOrNothing = (text: string) => {
  const cell = textCell(text)
  return cell.text === '' ? undefined : cell
}
