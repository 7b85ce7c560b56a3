import { showWhen } from '../../../shared/when.ts'
import { type Field, fieldByKey } from '../fields.ts'
import { usualUnit } from '../shown-units.ts'
import type { Corps } from './corps-names.ts'
import { showQuantity } from './quantity-text.ts'

type Language = 'zh' | 'en'

export const fieldLabel = (key: string, language: Language) => fieldByKey.get(key)?.[language] ?? key

/** A stored value as read in a sentence, whole and exact; what is unknown is shown as it is. */
export function valueText(
  field: Field,
  value: string,
  language: Language,
  corps: Pick<Corps, 'nameOf'>,
): string {
  if (field.kind === 'choice')
    return field.choices?.find((choice) => choice.value === value)?.[language] ?? value
  if (field.kind === 'corps') return corps.nameOf(value) ?? value
  if (field.kind === 'when') return showWhen(value, language)
  return usualUnit(field) && /^-?\d+(\.\d+)?$/.test(value) ? showQuantity(value, field, language) : value
}
