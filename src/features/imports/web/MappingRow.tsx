import { Select } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { ColumnMapping } from '../contract.ts'
import { fieldLabel, showUnit } from '../show-value.ts'
import { FieldSelect } from './FieldSelect.tsx'
import { type Confidence, type DraftColumn, needsLook, unitsOf } from './mapping.ts'

type Props = {
  column: ColumnMapping
  current: DraftColumn
  confidence: Confidence
  /** Letter of the column that a field is already taken from. */
  taken: ReadonlyMap<string, string>
  disabled: boolean
  onField: (field: string | null) => void
  onUnit: (unit: string | null) => void
}

const marks: Record<Confidence, string> = {
  learned: '●',
  certain: '●',
  chosen: '●',
  likely: '●',
  doubtful: '▲',
  none: '○',
  unneeded: '○',
}

export function MappingRow({ column, current, confidence, taken, disabled, onField, onUnit }: Props) {
  const t = useWords('imports')
  const { language } = useLanguage()
  const others = column.runnersUp.filter(({ field }) => field !== current.field && !taken.has(field))
  return (
    <tr data-confidence={confidence} data-out={current.field === null || undefined}>
      <th scope="row" className="zt-mapping-letter">
        {column.letter}
      </th>
      <td className="zt-mapping-header">
        {column.header === '' ? <span className="zt-quiet">{t('column.noHeader')}</span> : column.header}
        {column.hidden && <span className="zt-tag">{t('column.hidden')}</span>}
      </td>
      <td className="zt-mapping-samples">
        {column.samples.slice(0, 3).map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat and never move
          <span key={index} className="zt-received" title={sample}>
            {sample}
          </span>
        ))}
      </td>
      <td className="zt-mapping-field">
        <FieldSelect
          value={current.field}
          taken={taken}
          letter={column.letter}
          disabled={disabled}
          doubtful={needsLook(confidence)}
          onChange={onField}
        />
      </td>
      <td className="zt-mapping-unit">
        <UnitSelect
          field={current.field}
          unit={current.unit}
          letter={column.letter}
          disabled={disabled}
          onChange={onUnit}
        />
        {column.unitBy === 'learned' && current.unit !== null && current.unit === column.unit && (
          <span className="zt-quiet">{t('column.unitLearned')}</span>
        )}
      </td>
      <td className="zt-mapping-confidence">
        <span className="zt-confidence">
          <span aria-hidden="true">{marks[confidence]}</span> {t(`confidence.${confidence}`)}
        </span>
        <span className="zt-quiet">{t(`reason.${reasonOf(column, confidence)}`)}</span>
        {!disabled &&
          confidence !== 'chosen' &&
          confidence !== 'learned' &&
          confidence !== 'certain' &&
          others.length > 0 && (
            <span className="zt-mapping-others">
              {t('column.orMaybe')}
              {others.slice(0, 3).map(({ field }) => (
                <button key={field} type="button" className="zt-link" onClick={() => onField(field)}>
                  {fieldLabel(field, language)}
                </button>
              ))}
            </span>
          )}
      </td>
    </tr>
  )
}

const reasonOf = ({ reason, field }: ColumnMapping, confidence: Confidence) => {
  if (confidence === 'chosen' || confidence === 'unneeded') return confidence
  return reason === 'learned' && field === null ? 'learnedOut' : reason
}

type UnitProps = {
  field: string | null
  unit: string | null
  letter: string
  disabled: boolean
  onChange: (unit: string | null) => void
}

function UnitSelect({ field, unit, letter, disabled, onChange }: UnitProps) {
  const t = useWords('imports')
  const { language } = useLanguage()
  const units = unitsOf(field)
  if (units.length === 0) return null
  const all = unit === null || units.includes(unit) ? units : [unit, ...units]
  return (
    <Select
      size="small"
      className="zt-mapping-unit-choice"
      aria-label={t('column.unitLabel', { letter })}
      placeholder={t('column.unitUnknown')}
      allowClear
      popupMatchSelectWidth={false}
      status={unit === null ? 'warning' : ''}
      value={unit ?? undefined}
      disabled={disabled}
      options={all.map((value) => ({ value, label: showUnit(value, language) }))}
      onChange={(value) => onChange(value ?? null)}
    />
  )
}
