import { useWords } from '../../../web/i18n/index.ts'
import './illustrative.css'

/** Marks what no newspaper printed and no office reported: made up for the sample zone. */
export function Illustrative() {
  const t = useWords('projects')
  return (
    <span className="zt-illustrative" title={t('illustrativeHint')}>
      {t('illustrative')}
    </span>
  )
}
