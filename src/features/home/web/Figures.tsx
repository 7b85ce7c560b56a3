import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Static } from '../../../shared/schema.ts'
import { api } from '../../../web/api.ts'
import { nothing, showMoney, showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import type { Condition, Totals } from '../../projects/contract.ts'
import type { Late } from '../contract.ts'
import { inCorps, ledgerSearch, ongoing } from './use-standing.ts'

/** One line of figures for those who answer for a corps or the zone; each opens its rows. */
export function Figures({ late }: { late: Late }) {
  const t = useWords('home')
  const { corpsId } = useMe()
  const year = late.day.slice(0, 4)
  const own = late.scope === 'corps' && corpsId !== null ? [inCorps(corpsId)] : []
  const going = [ongoing, ...own]
  const signed: Condition[] = [{ field: 'signed.actual', op: 'is', value: [year] }, ...own]
  const [goingTotals, signedTotals] = [useTotals(going), useTotals(signed)]
  const count = (totals: Static<typeof Totals> | undefined) => (totals ? showNumber(totals.count) : nothing)
  return (
    <ul className="zt-figures">
      <li>
        <Link to="/ledger" search={ledgerSearch(going)}>
          {t('figures.ongoing')} <b>{count(goingTotals)}</b>
        </Link>
      </li>
      <li>
        <Link to="/ledger" search={ledgerSearch(going, '-totalInvestment')}>
          {t('figures.amount')}{' '}
          <b>
            {goingTotals ? showMoney(goingTotals.sums['totalInvestment'] ?? '0', { unit: '亿元' }) : nothing}
          </b>{' '}
          <span className="zt-quiet">{t('amountUnit')}</span>
        </Link>
      </li>
      <li>
        <Link to="/ledger" search={ledgerSearch(signed)}>
          {t('figures.signed', { year })} <b>{count(signedTotals)}</b>
        </Link>
      </li>
      <li>
        <Link to="/late">
          {t('figures.late')} <b>{showNumber(late.projects)}</b>
        </Link>
      </li>
    </ul>
  )
}

function useTotals(where: readonly Condition[]) {
  const { data } = useQuery({
    queryKey: ['ledger', 'totals', where],
    queryFn: () => api.get<Static<typeof Totals>>('/ledger/totals', { where: JSON.stringify(where) }),
  })
  return data
}
