import { useWords } from '../../../web/i18n/index.ts'
import { TextField } from '../../../web/ui/index.ts'
import { typedFigure, typedText } from './typed.ts'

export type FactField<K extends string = string> = {
  key: K
  label: string
  figure?: boolean
  day?: boolean
  maxLength?: number
  /** One of these. */
  choices?: readonly { value: string; label: string }[]
}
export type Typed = Readonly<Record<string, string>>

/** What was typed into a field, as it is sent. */
export const sentOf = ({ figure }: FactField, text: string) => (figure ? typedFigure(text) : typedText(text))

type FactFieldsProps<F extends FactField> = {
  fields: readonly F[]
  textOf: (field: F) => string
  onType: (key: string, text: string) => void
}

/** Facts in the order in which they are asked for: words, figures, days, choices. */
export const FactFields = <F extends FactField>({ fields, textOf, onType }: FactFieldsProps<F>) =>
  fields.map((field) =>
    field.choices ? (
      <ChoiceField
        key={field.key}
        label={field.label}
        choices={field.choices}
        value={textOf(field)}
        onChange={(value) => onType(field.key, value)}
      />
    ) : (
      <TextField
        key={field.key}
        label={field.label}
        {...(field.figure ? { inputMode: 'decimal' as const } : {})}
        {...(field.day ? { type: 'date' } : {})}
        {...(field.maxLength ? { maxLength: field.maxLength } : {})}
        value={textOf(field)}
        onChange={(text) => onType(field.key, text)}
      />
    ),
  )

type ChoiceFieldProps = {
  label: string
  choices: NonNullable<FactField['choices']>
  value: string
  onChange: (value: string) => void
}

/** Nothing is chosen until somebody does. */
function ChoiceField({ label, choices, value, onChange }: ChoiceFieldProps) {
  const t = useWords('buildingActs')
  return (
    <label className="zt-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {value === '' && <option value="">{t('choose')}</option>}
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  )
}
