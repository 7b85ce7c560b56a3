import { type Decimal, parseDecimal, signOfDecimal } from '../../../shared/decimal.ts'

/** What was typed, as it is sent; nothing is null. */
export const typedText = (text: string) => text.normalize('NFC').trim() || null

/** A figure as people type it: 9,407 or ９４０７. */
export const typedFigure = (text: string) => text.normalize('NFKC').replace(/[,，\s]/g, '') || null

/** As many digits as an area is kept with. */
const areaForm = /^\d{1,10}(\.\d{1,4})?$/

/** An area above nought; undefined while it is none that can be kept. */
export function typedArea(text: string): Decimal | undefined {
  const area = parseDecimal(typedFigure(text) ?? '')
  return area !== undefined && areaForm.test(area) && signOfDecimal(area) > 0 ? area : undefined
}

export const isAreaUnread = (text: string) => text.trim() !== '' && typedArea(text) === undefined

/** A rent is asked by the month or by the day: the one typed takes the other's place. */
export function askingOf(month: string | null | undefined, day: string | null | undefined) {
  if (month) return { askingRent: month, askingRentUnit: 'month' as const }
  if (day) return { askingRent: day, askingRentUnit: 'day' as const }
  return month === null || day === null ? { askingRent: null, askingRentUnit: null } : {}
}
