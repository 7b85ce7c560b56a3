import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { IndustryPicker } from '../../industries/web/IndustryPicker.tsx'
import type { Field } from '../../projects/fields.ts'
import { type ShownUnit, usualUnit } from '../../projects/shown-units.ts'
import { parseTyped } from '../../projects/web/typed-value.ts'
import type { ShowingHere } from './useShowing.ts'

type Props = {
  field: Field
  cell: string
  showing: ShowingHere
  busy: boolean
  onSave: (value: string) => void
  onCancel: () => void
}

/** One's own value for a cell, typed as offices write it and read back before it is kept. */
export function ValueEntry({ field, cell, showing, busy, onSave, onCancel }: Props) {
  const t = useWords('imports')
  const label = t('issue.ownLabel', { cell })
  const options =
    field.kind === 'corps'
      ? showing.corps.items.map(({ id, name }) => ({ value: id, label: name }))
      : field.choices?.map((choice) => ({ value: choice.value, label: choice[showing.language] }))
  if (field.kind === 'industry')
    return (
      <span className="zt-value-entry">
        <IndustryPicker
          isOpened
          size="small"
          value={null}
          label={label}
          disabled={busy}
          onPick={(code) => code && onSave(code)}
        />
        <Button size="small" type="text" onClick={onCancel}>
          {t('issue.cancel')}
        </Button>
      </span>
    )
  if (!options)
    return (
      <TypedEntry
        field={field}
        label={label}
        showing={showing}
        busy={busy}
        onSave={onSave}
        onCancel={onCancel}
      />
    )
  return (
    <span className="zt-value-entry">
      <Select
        size="small"
        autoFocus
        defaultOpen
        showSearch={{ optionFilterProp: 'label' }}
        className="zt-value-choice"
        aria-label={label}
        placeholder={t('issue.choose')}
        options={options}
        disabled={busy}
        onChange={(value: string) => onSave(value)}
      />
      <Button size="small" type="text" onClick={onCancel}>
        {t('issue.cancel')}
      </Button>
    </span>
  )
}

function TypedEntry({
  field,
  label,
  showing,
  busy,
  onSave,
  onCancel,
}: Omit<Props, 'cell'> & { label: string }) {
  const t = useWords('imports')
  const words = useWords('projects')
  const [text, setText] = useState('')
  const unit = unitFor(field, showing.units.get(field.key))
  const typed =
    text.trim() === '' ? undefined : parseTyped(field, text, { t: words, corps: showing.corps, unit })
  const value = typed?.ok ? typed.value : null
  const save = () => value !== null && onSave(value)
  const Entry = field.kind === 'longText' ? Input.TextArea : Input
  return (
    <span className="zt-value-entry">
      <Entry
        size="small"
        autoFocus
        className="zt-value-typed"
        aria-label={label}
        status={typed && !typed.ok ? 'error' : ''}
        value={text}
        {...(unit && field.kind !== 'longText' ? { suffix: <span className="zt-quiet">{unit}</span> } : {})}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && field.kind !== 'longText') save()
          if (event.key === 'Escape') onCancel()
        }}
      />
      <Button size="small" type="primary" disabled={value === null} loading={busy} onClick={save}>
        {t('issue.save')}
      </Button>
      <Button size="small" type="text" onClick={onCancel}>
        {t('issue.cancel')}
      </Button>
      <span className="zt-value-read" role="status">
        {typed && !typed.ok && typed.message}
        {value !== null &&
          value !== text.trim() &&
          t('issue.readAs', { value: showing.show(field.key, value) })}
      </span>
    </span>
  )
}

/** A bare number is in the unit of the file's column, as far as the ledger shows such a unit. */
function unitFor(field: Field, ofFile: string | undefined): ShownUnit | undefined {
  const known: readonly ShownUnit[] = ['亿元', '万元', '万美元', '亩', '㎡']
  return known.find((unit) => unit === ofFile) ?? usualUnit(field)
}
