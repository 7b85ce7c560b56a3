import { Link } from '@tanstack/react-router'
import { showMoney, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { stages, stageWords } from '../../projects/stages.ts'
import { phaseOf } from '../../projects/web/StageMark.tsx'
import type { StandingProps } from './StageTable.tsx'
import { type Figure, inCorps, inStage, ledgerSearch, ongoing } from './use-standing.ts'
import './standing-lists.css'

/** The same figures for a phone: one list by corps, one by stage, rows as high as a thumb. */
export function StandingLists({ standing, corpsName }: StandingProps) {
  const t = useWords('home')
  const { language } = useLanguage()
  return (
    <div className="zt-standing-lists">
      <h3>{t('byCorps')}</h3>
      <ul>
        {standing.rows.map((row) => (
          <li key={row.corpsId ?? 'none'}>
            <Link to="/ledger" search={ledgerSearch([ongoing, inCorps(row.corpsId)])}>
              <span>{corpsName(row.corpsId)}</span>
              <Figures {...row} />
            </Link>
          </li>
        ))}
      </ul>
      <h3>{t('byStage')}</h3>
      <ul>
        {stages
          .filter((stage) => standing.byStage.has(stage))
          .map((stage) => (
            <li key={stage}>
              <Link to="/ledger" search={ledgerSearch([ongoing, inStage(stage)])} data-phase={phaseOf(stage)}>
                <span>{stageWords[stage][language]}</span>
                <Figures {...(standing.byStage.get(stage) ?? { count: 0, amountWan: null })} />
              </Link>
            </li>
          ))}
      </ul>
    </div>
  )
}

function Figures({ count, amountWan }: Figure) {
  const t = useWords('home')
  return (
    <>
      <span className="zt-number">{t('total', { total: showNumber(count) })}</span>
      <span className="zt-number">
        {showMoney(amountWan, { unit: '亿元' })} <span className="zt-quiet">{t('amountUnit')}</span>
      </span>
    </>
  )
}
