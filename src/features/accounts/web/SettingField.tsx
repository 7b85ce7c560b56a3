import { useWords } from '../../../web/i18n/index.ts'
import { type FactorDemand, factorDemands, type Setting, type Settings } from '../model/settings.ts'

type SettingFieldProps = {
  setting: Setting
  values: Settings
  onChange: (patch: Partial<Settings>) => void
}

/** One setting being edited: a number with its bounds, a switch, or whom the second factor is asked of. */
export function SettingField({ setting, values, onChange }: SettingFieldProps) {
  const t = useWords('security')
  const { key, kind, from, to } = setting
  const label = t(`name.${key}`)
  if (kind === 'factor')
    return (
      <select
        aria-label={label}
        value={values.secondFactor}
        onChange={(event) => onChange({ secondFactor: event.target.value as FactorDemand })}
      >
        {factorDemands.map((demand) => (
          <option key={demand} value={demand}>
            {t(`factor.${demand}`)}
          </option>
        ))}
      </select>
    )
  if (kind === 'switch')
    return (
      <select
        aria-label={label}
        value={values[key] ? 'on' : 'off'}
        onChange={(event) => onChange({ [key]: event.target.value === 'on' })}
      >
        <option value="on">{t('on')}</option>
        <option value="off">{t('off')}</option>
      </select>
    )
  return (
    <label>
      <input
        type="number"
        aria-label={label}
        min={from}
        max={to}
        step={1}
        value={Number.isNaN(values[key]) ? '' : String(values[key])}
        onChange={(event) => onChange({ [key]: event.target.valueAsNumber })}
      />{' '}
      {t(`unit.${key}`)}
      {key === 'wallDays' && <small className="zt-quiet"> {t('zeroNever')}</small>}
    </label>
  )
}
