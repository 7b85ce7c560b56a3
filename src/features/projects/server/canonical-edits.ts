import { tidyPhones } from '../../../engine/text/contact.ts'
import { Problem, say } from '../../../server/errors.ts'
import { hasBegun } from '../../../shared/days.ts'
import { parseDecimal, roundDecimal } from '../../../shared/decimal.ts'
import { readIndustry } from '../../industries/model/read-industry.ts'
import type { Edits } from '../contract.ts'
import { type Field, fieldByKey } from '../fields.ts'
import { checkValue } from './validate.ts'

/**
 * Edits with their amounts in the one form in which they are kept and compared: `100.0` is `100`, an area has 4
 * decimals, a telephone number no spaces, an industry its bare code. A month that has not begun is refused: it would hide what is told of this one.
 */
export function canonicalEdits({ edits, period, reason }: Edits, now: Date): Edits {
  if (period) refuseUnbegun(period, now)
  const canonical = edits.map((edit) => {
    const field = fieldByKey.get(edit.field)
    if (!field) return edit
    // What was kept before industries were read stands as it was written, and must be found so.
    const from = field.kind === 'industry' ? edit.from : canonicalOf(field, edit.from)
    return { ...edit, from, to: canonicalOf(field, edit.to) }
  })
  return { edits: canonical, ...(period ? { period } : {}), ...(reason ? { reason } : {}) }
}

export function refuseUnbegun(month: string, now: Date) {
  if (hasBegun(month, now)) return
  throw new Problem(
    'invalid_input',
    say(
      `月份 ${month} 还没有开始或不存在，请填本月或以前的月份。`,
      `The month ${month} has not begun or does not exist; give this month or an earlier one.`,
    ),
  )
}

/** A value that is none of its field is left as it came, to be refused by its cell. */
export function canonicalOf(field: Field, value: string | null): string | null {
  if (value !== null && field.kind === 'industry') {
    const read = readIndustry(value)
    return read.ok ? read.code : value
  }
  if (value !== null && field.personal === 'phone') return tidyPhones(value) ?? value
  if (value === null || !exact.has(field.kind) || checkValue(field, value)) return value
  const decimal = parseDecimal(value) ?? value
  return areas.has(field.kind) ? roundDecimal(decimal, areaDecimals) : decimal
}

const areaDecimals = 4 // as the columns keep them
const areas = new Set<Field['kind']>(['area', 'floorArea'])
const exact = new Set<Field['kind']>(['money', 'foreign', ...areas])
