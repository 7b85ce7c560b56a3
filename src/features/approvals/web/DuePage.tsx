import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { type DueState, dueStates } from '../due-states.ts'
import { DueCards } from './DueCards.tsx'
import { DueTable } from './DueTable.tsx'
import { DueTally } from './DueTally.tsx'
import { Provisional } from './Provisional.tsx'
import { useDue } from './use-approvals.ts'
import './due-page.css'

const shownAtMost = 500

/** Every approval under way, the most pressing first; the counts by corps open to their rows. */
export function DuePage() {
  const t = useWords('approvals')
  const may = useMay()
  const isPhone = usePhone()
  const { search } = useAddress()
  const corps = search['corps']
  const due = dueStates.find((one) => one === search['due']) as DueState | undefined
  const list = useDue({ corps, due, limit: shownAtMost })
  const unitName = useUnitNames()
  const corpsName = (id: string | null) => (id === null ? t('noCorps') : unitName(id))
  if (!may('project:read'))
    return (
      <Page title={t('room')}>
        <RefusedState />
      </Page>
    )
  const { data } = list
  const isEmpty = data !== undefined && data.byCorps.length === 0
  return (
    <Page title={t('room')} aside={data && t('counted', { total: totalOf(data.byCorps) })}>
      {list.isPending && <LoadingBar />}
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {isEmpty && <EmptyState title={t('noneDue')}>{t('noneDueText')}</EmptyState>}
      {data && !isEmpty && (
        <div className="zt-due-page">
          <Provisional years={data.provisionalYears} />
          <DueTally rows={data.byCorps} corpsName={corpsName} corps={corps} due={due} />
          <h2>
            {corps ? corpsName(corps === 'none' ? null : corps) : t('allCorps')}{' '}
            <span className="zt-quiet">
              {due
                ? t('countedDue', { total: data.total, due: t(due) })
                : t('counted', { total: data.total })}
            </span>
          </h2>
          {data.total === 0 && <EmptyState quiet title={t('noneSuch')} />}
          {data.total > 0 &&
            (isPhone ? (
              <DueCards items={data.items} corpsName={corpsName} />
            ) : (
              <DueTable items={data.items} corpsName={corpsName} />
            ))}
          {data.total > data.items.length && (
            <p className="zt-quiet">{t('more500', { count: data.items.length })}</p>
          )}
        </div>
      )}
    </Page>
  )
}

const totalOf = (rows: readonly { counts: Record<DueState, number> }[]) =>
  rows.reduce((sum, { counts }) => sum + dueStates.reduce((own, due) => own + counts[due], 0), 0)
