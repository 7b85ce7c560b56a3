import { type InputHTMLAttributes, type Ref, useId } from 'react'
import './fields.css'

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  inputRef?: Ref<HTMLInputElement>
}

/** A labelled input of the shell's own forms, which open without Ant Design. */
export function TextField({ label, hint, onChange, inputRef, ...rest }: TextFieldProps) {
  const hintId = useId()
  return (
    <label className="zt-field">
      <span>{label}</span>
      <input
        type="text"
        {...rest}
        ref={inputRef}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint && (
        <small id={hintId} className="zt-quiet">
          {hint}
        </small>
      )}
    </label>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

/** One of two or three, all in sight. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="zt-choice">
      <legend className="zt-unseen">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}
