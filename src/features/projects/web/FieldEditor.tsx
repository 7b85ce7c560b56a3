import { Input, Select } from 'antd'
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { IndustryPicker } from '../../industries/web/IndustryPicker.tsx'
import { type Field, isEditable } from '../fields.ts'
import { toShown, unitWord } from '../shown-units.ts'
import { unitOf, useMoneyUnits } from './column-units.ts'
import { fieldLabel, valueText } from './field-words.ts'
import { parseTyped } from './typed-value.ts'
import { useCorps } from './use-corps.ts'

type Props = {
  field: Field
  value: string | null
  /** What was typed before and not taken. */
  untaken?: { to: string | null } | null
  onDone: (to: string | null) => void
  onCancel: () => void
}

/** The open editor of one field: a list for choices, a text line or block for all else, read as it is typed. */
export function FieldEditor(props: Props) {
  const { language } = useLanguage()
  if (props.field.kind === 'industry')
    return (
      <span className="zt-field-editor">
        <IndustryPicker
          isOpened
          value={props.value}
          label={fieldLabel(props.field.key, language)}
          onPick={props.onDone}
          onLeave={props.onCancel}
        />
      </span>
    )
  return props.field.kind === 'choice' || props.field.kind === 'corps' ? (
    <ChoiceEditor {...props} />
  ) : (
    <TextEditor {...props} />
  )
}

function ChoiceEditor({ field, value, onDone, onCancel }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const mayClear = !field.required && field.key !== 'stage' && field.key !== 'standing'
  const choices =
    field.kind === 'corps'
      ? corps.items.map(({ id, name }) => ({ value: id, label: name }))
      : (field.choices ?? []).map((choice) => ({ value: choice.value, label: choice[language] }))
  return (
    <Select
      className="zt-field-editor"
      autoFocus
      defaultOpen
      showSearch={choices.length > 8 ? { optionFilterProp: 'label' } : false}
      value={value}
      aria-label={fieldLabel(field.key, language)}
      popupMatchSelectWidth={false}
      options={mayClear ? [...choices, { value: '', label: t('edit.none') }] : choices}
      onSelect={(next: string | null) => onDone(next || null)}
      onBlur={onCancel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    />
  )
}

function TextEditor({ field, value, untaken, onDone, onCancel }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const unit = unitOf(field.key, useMoneyUnits())
  const textOf = (kept: string | null) =>
    kept === null ? '' : unit ? toShown(kept, unit) : valueText(field, kept, language, corps)
  const initial = textOf(value)
  const [text, setText] = useState(untaken ? textOf(untaken.to) : initial)
  const isPhone = usePhone()
  const left = useRef(false)
  const isLong = field.kind === 'longText'
  const read = parseTyped(field, text, { t, corps, unit })

  function leave(save: boolean) {
    if (left.current) return
    if (save && text !== initial && !read.ok) return
    left.current = true
    if (save && text !== initial && read.ok && isEditable(field)) onDone(read.value)
    else onCancel()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave(false)
    } else if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      leave(true)
    }
  }
  const shared = {
    autoFocus: true,
    value: text,
    status: read.ok ? ('' as const) : ('error' as const),
    'aria-label': fieldLabel(field.key, language),
    'aria-invalid': !read.ok,
    onKeyDown,
    onBlur: () => leave(true),
    // Typing replaces a short value; a long text is mostly added to.
    onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      isLong ? event.target.setSelectionRange(text.length, text.length) : event.target.select(),
  }
  const told =
    read.ok && read.value !== null && text !== initial && (unit !== undefined || field.kind === 'when')
      ? valueText(field, read.value, language, corps)
      : ''
  return (
    <span className="zt-field-editor">
      {isLong ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 2, maxRows: 12 }}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <Input
          {...shared}
          suffix={unit ? unitWord(unit, language) : undefined}
          placeholder={field.kind === 'when' ? t('filter.dayExample') : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <span className={read.ok ? 'zt-editor-told' : 'zt-editable-problem'} role="status">
        {read.ok ? (isLong ? t(isPhone ? 'edit.phoneHint' : 'edit.longHint') : told) : read.message}
      </span>
    </span>
  )
}
