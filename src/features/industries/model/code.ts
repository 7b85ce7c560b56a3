import { normaliseText } from '../../../engine/text/normalise.ts'
import type { Table } from './table.ts'

/** C3812, c3812, 3812, Ｃ38 and C are codes as people write them: a letter, 2 to 4 digits, or both. */
const written = /^([a-t])?\s*(\d{2,4})?$/i

export type WrittenCode = { letter: string | undefined; digits: string }

export function writtenCode(text: string): WrittenCode | undefined {
  const found = written.exec(normaliseText(text).trim())
  if (!found || (!found[1] && !found[2])) return undefined
  return { letter: found[1]?.toUpperCase(), digits: found[2] ?? '' }
}

/** The industry that a written code names; none where there is no such code, or it stands under another letter. */
export function industryCalled(table: Table, { letter, digits }: WrittenCode) {
  const entry = table.byCode.get(digits || (letter ?? ''))
  return entry && (letter === undefined || letter === entry.letter) ? entry : undefined
}
