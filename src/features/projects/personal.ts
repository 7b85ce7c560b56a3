import { hasMask, maskName, maskPhone } from '../../engine/text/contact.ts'
import { type Field, fieldByKey } from './fields.ts'

const masks = { name: maskName, phone: maskPhone }

/** A field's value as everybody may see it: people's names and numbers behind their masks. */
export const shownOf = (field: Field, value: string): string =>
  field.personal ? masks[field.personal](value) : value

/** The same by the field's key, of a value that may not be there. */
export function masked(key: string, value: string | null): string | null {
  const field = fieldByKey.get(key)
  return field && value !== null ? shownOf(field, value) : value
}

/** A mask where a name or number should be: it stands for the value that it hides, and for no other. */
export const isMask = (field: Field | undefined, value: string | null | undefined): value is string =>
  field?.personal !== undefined && typeof value === 'string' && hasMask(value)
