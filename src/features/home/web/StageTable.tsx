import { Link } from '@tanstack/react-router'
import { showMoney, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import type { Condition } from '../../projects/contract.ts'
import { stages, stageWords } from '../../projects/stages.ts'
import { phaseOf } from '../../projects/web/StageMark.tsx'
import { type Figure, inCorps, inStage, ledgerSearch, ongoing, type Standing } from './use-standing.ts'
import './stage-table.css'

export type StandingProps = { standing: Standing; corpsName: (id: string | null) => string; total: Figure }

/** Corps down, stages across. */
export function StageTable({ standing, corpsName, total }: StandingProps) {
  const t = useWords('home')
  const { language } = useLanguage()
  const { corpsId: own } = useMe()
  return (
    <div className="zt-stage-table-place">
      <table className="zt-stage-table">
        <colgroup>
          <col className="zt-stage-table-corps" />
          <col span={stages.length} />
          <col className="zt-stage-table-all" />
          <col className="zt-stage-table-amount" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('corps')}</th>
            {stages.map((stage) => (
              <th key={stage} scope="col" className="zt-number" data-phase={phaseOf(stage)}>
                {stageWords[stage][language]}
              </th>
            ))}
            <th scope="col" className="zt-number zt-stage-table-sum">
              {t('all')}
            </th>
            <th scope="col" className="zt-number">
              {t('amount')}
              <span className="zt-quiet">{t('amountUnit')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.rows.map((row) => {
            const where = [ongoing, inCorps(row.corpsId)]
            const name = corpsName(row.corpsId)
            return (
              <tr
                key={row.corpsId ?? 'none'}
                data-own={(row.corpsId !== null && row.corpsId === own) || undefined}
              >
                <th scope="row">
                  <Link to="/ledger" search={ledgerSearch(where)}>
                    {name}
                  </Link>
                  {row.corpsId !== null && row.corpsId === own && (
                    <span className="zt-quiet"> {t('mine')}</span>
                  )}
                </th>
                {stages.map((stage) => {
                  const count = row.byStage.get(stage)?.count ?? 0
                  return (
                    <Count
                      key={stage}
                      count={count}
                      where={[...where, inStage(stage)]}
                      label={t('cell', { corps: name, stage: stageWords[stage][language], count })}
                    />
                  )
                })}
                <Count count={row.count} where={where} sum />
                <td className="zt-number">{showMoney(row.amountWan, { unit: '亿元' })}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('all')}</th>
            {stages.map((stage) => (
              <Count
                key={stage}
                count={standing.byStage.get(stage)?.count ?? 0}
                where={[ongoing, inStage(stage)]}
              />
            ))}
            <Count count={total.count} where={[ongoing]} sum />
            <td className="zt-number">{showMoney(total.amountWan, { unit: '亿元' })}</td>
          </tr>
          <tr className="zt-stage-table-amounts">
            <th scope="row">
              {t('amount')} <span className="zt-quiet">{t('amountUnit')}</span>
            </th>
            {stages.map((stage) => (
              <td key={stage} className="zt-number">
                {standing.byStage.has(stage)
                  ? showMoney(standing.byStage.get(stage)?.amountWan ?? null, { unit: '亿元' })
                  : ''}
              </td>
            ))}
            <td className="zt-number zt-stage-table-sum">{showMoney(total.amountWan, { unit: '亿元' })}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

type CountProps = { count: number; where: Condition[]; label?: string; sum?: boolean }

function Count({ count, where, label, sum = false }: CountProps) {
  return (
    <td className={sum ? 'zt-number zt-stage-table-sum' : 'zt-number'}>
      {count === 0 ? (
        <>
          <span className="zt-quiet" aria-hidden="true">
            ·
          </span>
          <span className="zt-unseen">0</span>
        </>
      ) : (
        <Link to="/ledger" search={ledgerSearch(where)} aria-label={label}>
          {showNumber(count)}
        </Link>
      )}
    </td>
  )
}
