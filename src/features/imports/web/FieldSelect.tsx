import { Select } from 'antd'
import { useMemo } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { type Field, fields } from '../../projects/fields.ts'

const groups = ['identity', 'amounts', 'people', 'stage', 'dates', 'progress'] as const
const nothing = ''

type Props = {
  value: string | null
  taken: ReadonlyMap<string, string>
  letter: string
  disabled: boolean
  doubtful: boolean
  onChange: (field: string | null) => void
}

type Option = { value?: string; label: string; words?: string; disabled?: boolean; options?: Option[] }

/** A field of the ledger, found by its name in either language or by another name that offices use. */
export function FieldSelect({ value, taken, letter, disabled, doubtful, onChange }: Props) {
  const t = useWords('imports')
  const { language } = useLanguage()
  const options = useMemo((): Option[] => {
    const optionOf = (field: Field): Option => {
      const other = field.key === value ? undefined : taken.get(field.key)
      const label = other ? `${field[language]}（${t('column.taken', { letter: other })}）` : field[language]
      return { value: field.key, label, disabled: other !== undefined, words: wordsOf(field) }
    }
    return [
      { value: nothing, label: t('column.leaveOut'), words: t('column.leaveOut') },
      ...groups.map((group) => ({
        label: t(`group.${group}`),
        options: fields.filter((field) => field.group === group).map(optionOf),
      })),
    ]
  }, [value, taken, language, t])
  return (
    <Select<string, Option>
      size="small"
      className="zt-field-select"
      showSearch={{
        filterOption: (typed, option) => option?.words?.includes(typed.trim().toLowerCase()) ?? false,
      }}
      aria-label={t('column.fieldLabel', { letter })}
      popupMatchSelectWidth={260}
      status={doubtful ? 'warning' : ''}
      value={value ?? nothing}
      labelRender={({ label }) =>
        value === null ? <span className="zt-quiet">{t('column.leftOut')}</span> : label
      }
      disabled={disabled}
      options={options}
      onChange={(chosen) => onChange(chosen === nothing ? null : chosen)}
    />
  )
}

const wordsOf = ({ zh, en, aliases }: Field) => [zh, en, ...aliases].join(' ').toLowerCase()
