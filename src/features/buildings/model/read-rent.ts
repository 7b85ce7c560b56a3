import { normaliseText } from '../../../engine/text/normalise.ts'
import type { Reading } from '../import-contract.ts'
import type { RentUnit } from '../words.ts'
import { finding, type Line } from './line.ts'
import { numberIn, rentUnitIn } from './read-cells.ts'
import type { Cells } from './row-cells.ts'

const leading = /^(\d[\d,，.]*)\s*(.*)$/

/** A rent with its unit, from the cell, the header or what somebody chose; without one it is left out, and told. */
export function rentIn(
  line: Line,
  cells: Cells,
  field: 'rent' | 'askingRent',
  { rentUnit }: Reading,
): { rent: string; unit: RentUnit } | undefined {
  const text = cells.text(field)
  if (text === null) return undefined
  const [, digits = '', words = ''] = leading.exec(normaliseText(text)) ?? []
  const rent = numberIn(digits, 4)
  const leave = (code: string) => {
    line.findings.push(finding(code, 'warn', cells.at(field), text))
    return undefined
  }
  if (rent === undefined || Number(rent) > 1_000_000) return leave('rent_unread')
  const unit = rentUnitIn(words) ?? rentUnitIn(cells.header(field)) ?? rentUnit
  if (unit === 'whole') return leave('rent_whole')
  return unit ? { rent, unit } : leave('rent_no_unit')
}
