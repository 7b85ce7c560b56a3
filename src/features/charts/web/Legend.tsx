import { useWords } from '../../../web/i18n/index.ts'
import { Flag } from './Flag.tsx'
import './legend.css'

/** What the flags, the hatching and the line say: never the colour alone. */
export function Legend() {
  const t = useWords('charts')
  return (
    <ul className="zt-battle-legend" aria-label={t('legend')}>
      <li>
        <Flag state="done" /> {t('flag.done')}
      </li>
      <li>
        <Flag state="overdue" /> {t('flag.overdue')}
      </li>
      <li>
        <span className="zt-battle-swatch" data-slip /> {t('slip')}
      </li>
      <li>
        <span className="zt-battle-swatch" data-today /> {t('todayLine')}
      </li>
    </ul>
  )
}
