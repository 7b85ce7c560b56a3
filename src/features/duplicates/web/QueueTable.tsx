import { Link } from '@tanstack/react-router'
import { showMoney, showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { stageWords } from '../../projects/stages.ts'
import { isStage } from '../../projects/web/StageMark.tsx'
import { useCorps } from '../../projects/web/use-corps.ts'
import type { Duplicate, Twin } from '../contract.ts'
import { Reasons } from './Reasons.tsx'

export function QueueTable({ items }: { items: readonly Duplicate[] }) {
  const t = useWords('duplicates')
  return (
    <table className="zt-pairs">
      <thead>
        <tr>
          <th scope="col" className="zt-number">
            {t('score')}
          </th>
          <th scope="col">{t('older')}</th>
          <th scope="col">{t('newer')}</th>
          <th scope="col">{t('why')}</th>
          <th scope="col">
            <span className="zt-unseen">{t('look')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((pair) => (
          <tr key={`${pair.first.id} ${pair.second.id}`}>
            <td className="zt-number zt-pair-score">
              {pair.score}
              <span className="zt-quiet">%</span>
            </td>
            <td data-label={t('older')}>
              <TwinView twin={pair.first} />
            </td>
            <td data-label={t('newer')}>
              <TwinView twin={pair.second} />
            </td>
            <td>
              <Reasons reasons={pair.reasons} against={pair.against} />
              {pair.saidBefore && (
                <p className="zt-quiet">
                  {t('saidBefore', { by: pair.saidBefore.by, at: showTime(pair.saidBefore.at) })}
                </p>
              )}
            </td>
            <td className="zt-pair-look">
              <Link
                to="/ledger/duplicates/$firstId/$secondId"
                params={{ firstId: pair.first.id, secondId: pair.second.id }}
              >
                {t('look')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TwinView({ twin }: { twin: Twin }) {
  const { language } = useLanguage()
  const t = useWords('duplicates')
  const corps = useCorps()
  const facts = [
    twin.investor,
    twin.totalInvestment === null
      ? null
      : t('total', { total: showMoney(twin.totalInvestment, { unit: '亿元' }) }),
    twin.corps && corps.nameOf(twin.corps),
    isStage(twin.stage) ? stageWords[twin.stage][language] : null,
    twin.code,
  ].filter(Boolean)
  return (
    <>
      <span className="zt-pair-name">{twin.name}</span>
      <span className="zt-pair-facts">{facts.join(' · ')}</span>
    </>
  )
}
