import { useWords } from '../../../web/i18n/index.ts'
import { useCorps } from '../../projects/web/use-corps.ts'

type Props = { value: string | undefined; onChange: (event: { target: { value: string } }) => void }

/** All corps, one, or projects without any. */
export function CorpsChoice({ value, onChange }: Props) {
  const t = useWords('charts')
  const corps = useCorps()
  return (
    <select className="zt-chart-select" aria-label={t('corps')} value={value ?? ''} onChange={onChange}>
      <option value="">{t('everyCorps')}</option>
      {corps.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value="none">{t('noCorps')}</option>
    </select>
  )
}
