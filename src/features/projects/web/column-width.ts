import type { Language } from '../../../web/i18n/index.ts'
import { type Field, fieldByKey } from '../fields.ts'
import { usualWidth } from './ledger-state.ts'

/** English headers and choices are longer than the Chinese ones that the usual widths are made for. */
function roomyWidth(field: Field): number {
  const header = field.en.length * 7.4 + 18
  // Before a stage's word stands its place on the rail.
  const rail = field.key === 'stage' ? 34 : 0
  const choice = Math.max(0, ...(field.choices ?? []).map(({ en }) => en.length * 6.9)) + rail + 18
  return Math.round(Math.max(usualWidth(field), header, choice))
}

/** A column as wide as its words; a width that somebody drew stays as drawn. */
export const shownWidth = (field: Field, width: number, language: Language) =>
  language === 'en' && width === usualWidth(field) ? roomyWidth(field) : width

/** Back again: the address and the views keep the usual width, whatever the language. */
export function keptWidth(key: string, width: number, language: Language): number {
  const field = fieldByKey.get(key)
  return field && language === 'en' && width === roomyWidth(field) ? usualWidth(field) : width
}
