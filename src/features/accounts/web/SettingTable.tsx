import { useWords } from '../../../web/i18n/index.ts'
import { levels, meets, type Setting, type Settings, settings } from '../model/settings.ts'
import { SettingField } from './SettingField.tsx'
import { settingValueWords } from './setting-words.ts'

type SettingTableProps = { values: Settings; onChange?: (patch: Partial<Settings>) => void }

/** Setting, value, what it satisfies, and whether each level's demand is met by the value that stands here. */
export function SettingTable({ values, onChange }: SettingTableProps) {
  const t = useWords('security')
  return (
    <table className="zt-security-table">
      <thead>
        <tr>
          <th scope="col">{t('setting')}</th>
          <th scope="col">{t(onChange ? 'valueNew' : 'valueNow')}</th>
          <th scope="col">{t('satisfies')}</th>
          {levels.map((level) => (
            <th scope="col" key={level}>
              {t(`level${level}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {settings.map((setting) => (
          <tr key={setting.key}>
            <th scope="row">{t(`name.${setting.key}`)}</th>
            <td className="zt-security-value">
              {onChange ? (
                <SettingField setting={setting} values={values} onChange={onChange} />
              ) : (
                settingValueWords(t, setting, values)
              )}
            </td>
            <td>
              <span className="zt-security-matter">{t(`matter.${setting.matter}`)}</span>
              {t(`why.${setting.key}`)} <small className="zt-quiet">{t(`mark.${setting.mark}`)}</small>
            </td>
            {levels.map((level) => (
              <td key={level} data-level={t(`level${level}`)}>
                <Met setting={setting} met={meets(setting, level, values)} usual={usual(setting, level)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )

  function usual(setting: Setting, level: 2 | 3) {
    const { from, to } = setting.demands[level] ?? {}
    if (setting.kind !== 'number') return ''
    if (from !== undefined && to !== undefined) return t('between', { from, to })
    return from === undefined ? t('atMost', { to: to ?? 0 }) : t('atLeast', { from })
  }
}

function Met({ setting, met, usual }: { setting: Setting; met: boolean | null; usual: string }) {
  const t = useWords('security')
  if (met === null) return <span className="zt-quiet">{t('notAsked')}</span>
  return (
    <>
      <span className="zt-security-met" data-met={met}>
        {met ? `● ${t('met')}` : `■ ${t('notMet')}`}
      </span>
      {usual && setting.kind === 'number' && <small className="zt-quiet">{usual}</small>}
    </>
  )
}
