import { Link } from '@tanstack/react-router'
import { sumDecimal } from '../../../shared/decimal.ts'
import { showMoney, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { standings, standingWords } from '../../projects/stages.ts'
import { StageTable } from './StageTable.tsx'
import { StandingLists } from './StandingLists.tsx'
import { ledgerSearch, ongoing, useStanding } from './use-standing.ts'

/** The ledger by corps and stage, in exact counts; every number opens its rows. With figures above, its head is without. */
export function WhereWeStand({ withFigures }: { withFigures: boolean }) {
  const t = useWords('home')
  const { language } = useLanguage()
  const may = useMay()
  const { seesWholeZone } = useMe()
  const phone = usePhone()
  const standing = useStanding()
  const unitName = useUnitNames()
  if (standing.error) return <ErrorState error={standing.error} retry={standing.retry} />
  if (standing.isPending)
    return (
      <div className="zt-home-waiting">
        <LoadingBar />
      </div>
    )
  if (standing.byStanding.size === 0)
    return (
      <EmptyState
        title={t('empty')}
        action={
          may('import:create') && (
            <Link to="/imports" className="zt-button zt-button-primary">
              {t('toImport')}
            </Link>
          )
        }
      >
        {t(may('import:create') ? 'emptyText' : 'emptyTextReader')}
      </EmptyState>
    )

  const total = standing.rows.reduce((sum, row) => sum + row.count, 0)
  const amountWan = sumDecimal(standing.rows.map((row) => row.amountWan ?? '0'))
  const others = standings.filter((one) => one !== 'ongoing' && standing.byStanding.has(one))
  const corpsName = (id: string | null) => (id === null ? t('noCorps') : unitName(id))
  const Shown = phone ? StandingLists : StageTable
  return (
    <section aria-labelledby="home-standing">
      <header className="zt-home-head">
        <h2 id="home-standing">
          <Link to="/ledger" search={ledgerSearch([ongoing])}>
            {withFigures
              ? t('byCorpsAndStage')
              : t('standing', { total: showNumber(total), amount: showMoney(amountWan, { unit: '亿元' }) })}
          </Link>
        </h2>
        {may('goal:read') && <Link to="/goals">{t('goals:toGoals')}</Link>}
        {!seesWholeZone && <p className="zt-quiet">{t('ownUnsigned')}</p>}
        {others.length > 0 && (
          <p className="zt-quiet">
            {t('others')}
            {others.map((one) => (
              <Link
                key={one}
                to="/ledger"
                search={ledgerSearch([{ field: 'standing', op: 'is', value: [one] }])}
              >
                {standingWords[one][language]} {showNumber(standing.byStanding.get(one)?.count ?? 0)}
              </Link>
            ))}
          </p>
        )}
      </header>
      <Shown standing={standing} corpsName={corpsName} total={{ count: total, amountWan }} />
    </section>
  )
}
