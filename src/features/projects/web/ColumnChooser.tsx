import { Button, Checkbox, Input, Segmented } from 'antd'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Field, fieldByKey, fields } from '../fields.ts'
import { moveColumn, toggleColumn, toggleFrozen } from './column-order.ts'
import { setMoneyUnit, unitOf, useMoneyUnits } from './column-units.ts'
import { fieldGroups, matchesField } from './FieldPicker.tsx'
import { fieldLabel } from './field-words.ts'
import { type LedgerColumn, type LedgerState, usualColumns } from './ledger-state.ts'
import './column-chooser.css'

type Props = {
  state: LedgerState
  change: (patch: Partial<LedgerState>, options?: { replace?: boolean }) => void
}

/** Which columns are shown, in what order, which stay in sight, and in what unit amounts stand. */
export function ColumnChooser({ state, change }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const [wanted, setWanted] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const set = (columns: LedgerColumn[]) => change({ columns }, { replace: true })
  const fits = (key: string) => {
    const field = fieldByKey.get(key)
    return field !== undefined && matchesField(field, wanted)
  }
  const shown = state.columns.filter(({ key }) => fits(key))
  const hidden = fields.filter(
    (field) => fits(field.key) && !state.columns.some(({ key }) => key === field.key),
  )

  return (
    <div className="zt-columns">
      <Input
        autoFocus
        value={wanted}
        placeholder={t('columns.find')}
        aria-label={t('columns.find')}
        onChange={(event) => setWanted(event.target.value)}
      />
      <div className="zt-columns-lists">
        <h2>{t('columns.shown', { count: state.columns.length })}</h2>
        <ul>
          {shown.map((column) => (
            <ShownColumn
              key={column.key}
              column={column}
              isLast={state.columns.length === 1}
              isDragged={dragged === column.key}
              onDrag={setDragged}
              onDrop={() =>
                dragged &&
                set(
                  moveColumn(
                    state.columns,
                    dragged,
                    state.columns.findIndex(({ key }) => key === column.key),
                  ),
                )
              }
              onStep={(by) =>
                set(
                  moveColumn(
                    state.columns,
                    column.key,
                    state.columns.findIndex(({ key }) => key === column.key) + by,
                  ),
                )
              }
              onHide={() => set(toggleColumn(state.columns, column.key))}
              onFreeze={() => set(toggleFrozen(state.columns, column.key))}
            />
          ))}
        </ul>
        {fieldGroups.map((group) => {
          const own = hidden.filter((field) => field.group === group)
          if (own.length === 0) return null
          return (
            <section key={group}>
              <h3>{t(`group.${group}`)}</h3>
              <ul>
                {own.map((field: Field) => (
                  <li key={field.key}>
                    <Checkbox checked={false} onChange={() => set(toggleColumn(state.columns, field.key))}>
                      {fieldLabel(field.key, language)}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        {shown.length + hidden.length === 0 && (
          <p className="zt-quiet">{t('filter.noField', { text: wanted })}</p>
        )}
      </div>
      <div className="zt-columns-foot">
        <span className="zt-quiet">{t('columns.hint')}</span>
        <Button size="small" onClick={() => set([...usualColumns])}>
          {t('columns.reset')}
        </Button>
      </div>
    </div>
  )
}

type ShownProps = {
  column: LedgerColumn
  isLast: boolean
  isDragged: boolean
  onDrag: (key: string | null) => void
  onDrop: () => void
  onStep: (by: 1 | -1) => void
  onHide: () => void
  onFreeze: () => void
}

function ShownColumn({ column, isLast, isDragged, onDrag, onDrop, onStep, onHide, onFreeze }: ShownProps) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const units = useMoneyUnits()
  const label = fieldLabel(column.key, language)
  const field = fieldByKey.get(column.key)
  const unit = unitOf(column.key, units)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onStep(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      draggable
      data-dragged={isDragged || undefined}
      onKeyDown={onKeyDown}
      onDragStart={() => onDrag(column.key)}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={onDrop}
    >
      <span className="zt-columns-grip" aria-hidden="true">
        ⠿
      </span>
      <Checkbox checked disabled={isLast} onChange={onHide}>
        {label}
      </Checkbox>
      {field?.kind === 'money' && (unit === '亿元' || unit === '万元') && (
        <Segmented<'亿元' | '万元'>
          size="small"
          aria-label={t('columns.unit', { field: label })}
          value={unit}
          onChange={(next) => setMoneyUnit(column.key, next)}
          options={[
            { value: '亿元', label: t('unit.yi') },
            { value: '万元', label: t('unit.wan') },
          ]}
        />
      )}
      <button type="button" className="zt-columns-freeze" aria-pressed={column.frozen} onClick={onFreeze}>
        {column.frozen ? t('columns.frozen') : t('columns.freeze')}
      </button>
    </li>
  )
}
