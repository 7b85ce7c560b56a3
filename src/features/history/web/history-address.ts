import { isMonth } from '../../../shared/days.ts'
import { fieldByKey, isEditable } from '../../projects/fields.ts'

/** A field whose history is open, as the address says it: `started.actual`, `problem@2022-03`. */
export const historyAddress = (field: string, period?: string) => (period ? `${field}@${period}` : field)

/** Undefined for what is no field with a history. */
export function fieldOfAddress(text: string | undefined): { key: string; period?: string } | undefined {
  const [key = '', period] = (text ?? '').split('@')
  const field = fieldByKey.get(key)
  if (!field || !isEditable(field)) return undefined
  return field.store.in === 'progress' && isMonth(period) ? { key, period } : { key }
}
