import { TextField } from '../../../web/ui/index.ts'
import { typedFigure, typedText } from './typed.ts'

export type FactField<K extends string = string> = {
  key: K
  label: string
  figure?: boolean
  day?: boolean
}
export type Typed = Readonly<Record<string, string>>

/** What was typed into a field, as it is sent. */
export const sentOf = ({ figure }: FactField, text: string) => (figure ? typedFigure(text) : typedText(text))

type FactFieldsProps<F extends FactField> = {
  fields: readonly F[]
  textOf: (field: F) => string
  onType: (key: string, text: string) => void
}

/** Facts in the order in which they are asked for: words, figures, days. */
export const FactFields = <F extends FactField>({ fields, textOf, onType }: FactFieldsProps<F>) =>
  fields.map((field) => (
    <TextField
      key={field.key}
      label={field.label}
      {...(field.figure ? { inputMode: 'decimal' as const } : {})}
      {...(field.day ? { type: 'date' } : {})}
      value={textOf(field)}
      onChange={(text) => onType(field.key, text)}
    />
  ))
