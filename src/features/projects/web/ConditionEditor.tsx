import { Button, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Field, fieldByKey } from '../fields.ts'
import { toShown, unitWord } from '../shown-units.ts'
import { unitOf, useMoneyUnits } from './column-units.ts'
import { type FieldFilter, type FilterMode, modesOf, shapeOf } from './field-filter.ts'
import { fieldLabel, valueText } from './field-words.ts'
import type { LedgerState } from './ledger-state.ts'
import { parseTyped } from './typed-value.ts'
import { useCorps } from './use-corps.ts'
import { ValueList } from './ValueList.tsx'
import './condition-editor.css'

type Props = {
  filter: FieldFilter
  state: LedgerState
  /** Applied at once; the list behind answers while one chooses. */
  onChange: (filter: FieldFilter) => void
  onDone: () => void
}

export function ConditionEditor({ filter: given, state, onChange: apply, onDone }: Props) {
  const t = useWords('projects')
  // What is being chosen may not ask for anything yet; then it is nowhere but here.
  const [filter, setFilter] = useState(given)
  const onChange = (next: FieldFilter) => {
    setFilter(next)
    apply(next)
  }
  const { language } = useLanguage()
  const field = fieldByKey.get(filter.field)
  if (!field) return null
  const modes = modesOf(field)
  const shape = shapeOf(field)
  const modeWord = (mode: FilterMode) =>
    mode === 'between' ? t(shape === 'days' ? 'mode.period' : 'mode.range') : t(`mode.${mode}`)
  return (
    <div className="zt-condition">
      <div className="zt-condition-head">
        <strong>{fieldLabel(field.key, language)}</strong>
        <Button type="text" size="small" onClick={onDone}>
          {t('filter.done')}
        </Button>
      </div>
      <Segmented<FilterMode>
        size="small"
        value={filter.mode}
        options={modes.map((mode) => ({ value: mode, label: modeWord(mode) }))}
        onChange={(mode) => onChange({ ...filter, mode })}
        aria-label={t('filter.how')}
      />
      {(filter.mode === 'is' || filter.mode === 'isNot') && (
        <ValueList
          field={field}
          state={state}
          values={filter.values}
          onChange={(values) => onChange({ ...filter, values })}
        />
      )}
      {filter.mode === 'contains' && modes.includes('contains') && (
        <TextPiece text={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      )}
      {filter.mode === 'between' && (
        <Bounds field={field} filter={filter} onChange={onChange} onDone={onDone} />
      )}
    </div>
  )
}

function TextPiece({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useWords('projects')
  const [typed, setTyped] = useState(text)
  return (
    <Input
      autoFocus
      value={typed}
      maxLength={300}
      placeholder={t('filter.containsHint')}
      aria-label={t('filter.containsHint')}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!(event.nativeEvent as InputEvent).isComposing) onChange(event.target.value)
      }}
      onCompositionEnd={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function Bounds({ field, filter, onChange, onDone }: { field: Field } & Omit<Props, 'state'>) {
  const t = useWords('projects')
  const days = shapeOf(field) === 'days'
  return (
    <div className="zt-bounds">
      {(['atLeast', 'atMost'] as const).map((bound) => (
        <Bound
          key={bound}
          field={field}
          bound={bound}
          label={days ? t(`filter.${bound === 'atLeast' ? 'from' : 'to'}`) : t(`filter.${bound}`)}
          value={filter[bound]}
          onChange={(value) => onChange({ ...filter, [bound]: value })}
          onDone={onDone}
        />
      ))}
      <p className="zt-condition-hint">
        {days ? t('filter.daysHint') : field.kind === 'money' ? t('filter.moneyHint') : null}
      </p>
    </div>
  )
}

type BoundProps = {
  field: Field
  bound: 'atLeast' | 'atMost'
  label: string
  value: string
  onChange: (value: string) => void
  onDone: () => void
}

function Bound({ field, bound, label, value, onChange, onDone }: BoundProps) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const id = useId()
  const unit = unitOf(field.key, useMoneyUnits())
  const initial = value === '' ? '' : unit ? toShown(value, unit) : valueText(field, value, language, corps)
  const [typed, setTyped] = useState(initial)
  const read = parseTyped(field, typed, { t, corps, unit })
  const apply = () => {
    if (read.ok && (read.value ?? '') !== value) onChange(read.value ?? '')
  }
  const example =
    field.kind === 'money' ? t('filter.moneyExample') : unit === undefined ? t('filter.dayExample') : ''
  return (
    <label htmlFor={id}>
      <span>{label}</span>
      <Input
        id={id}
        autoFocus={bound === 'atLeast'}
        value={typed}
        placeholder={example}
        suffix={unit && unitWord(unit, language)}
        status={read.ok ? '' : 'error'}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          apply()
          if (read.ok) onDone()
        }}
      />
      <span className="zt-bound-read" role="status">
        {read.ok ? (read.value === null ? '' : valueText(field, read.value, language, corps)) : read.message}
      </span>
    </label>
  )
}
