import { InputNumber, Select } from 'antd'
import type { Limit } from '../../../engine/lights/rule.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/index.ts'

type LimitFieldProps = {
  light: 'yellow' | 'red'
  limit: Limit | null
  unit: string
  isWhole: boolean
  label: string
  onChange: (limit: Limit | null) => void
}

/** ▲ 超过 10 百分点; left empty, the colour does not show. */
export function LimitField({ light, limit, unit, isWhole, label, onChange }: LimitFieldProps) {
  const t = useWords('lights')
  return (
    <div className="zt-light-line">
      <Light light={light} wordless />{' '}
      <Select
        size="small"
        value={limit?.op ?? 'over'}
        disabled={!limit}
        aria-label={`${label} ${t('over')} / ${t('from')}`}
        options={(['over', 'from'] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(op) => limit && onChange({ ...limit, op })}
      />{' '}
      <InputNumber<string>
        size="small"
        stringMode
        min="0"
        max="9999"
        {...(isWhole ? { precision: 0 } : {})}
        placeholder={t('never')}
        aria-label={label}
        value={limit?.value ?? null}
        onChange={(value) =>
          onChange(value === null || value === '' ? null : { op: limit?.op ?? 'over', value })
        }
      />{' '}
      {unit}
    </div>
  )
}
