import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { promiseStates } from '../model/promise-state.ts'
import type { PromisesAsked } from './asked.ts'
import { PromiseTable } from './PromiseTable.tsx'
import { PromiseTally } from './PromiseTally.tsx'
import { usePromises } from './use-promises.ts'
import './preconditions-tab.css'
import './promises-page.css'

const shownAtMost = 500

/** What projects promised and what came of it: what is late, short or due first, counted by corps. */
export function PromisesPage() {
  const t = useWords('preconditions')
  const may = useMay()
  const { search } = useAddress()
  const asked: PromisesAsked = {
    state: promiseStates.find((state) => state === search['state']),
    corps: search['corps'] || undefined,
  }
  const list = usePromises({ ...asked, limit: shownAtMost })
  const unitName = useUnitNames()
  const corpsName = (id: string | null) => (id === null ? t('kept.noCorps') : unitName(id))
  if (!may('project:read'))
    return (
      <Page title={t('kept.room')}>
        <RefusedState />
      </Page>
    )
  const { data } = list
  return (
    <Page title={t('kept.room')} aside={data && t('kept.counted', { count: data.total })}>
      {list.isPending && <LoadingBar />}
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {data && (
        <div className="zt-promises-page">
          {data.byCorps.length === 0 ? (
            <EmptyState title={t('kept.none')}>{t('kept.noneText')}</EmptyState>
          ) : (
            <>
              <PromiseTally rows={data.byCorps} corpsName={corpsName} asked={asked} />
              {data.total === 0 ? (
                <EmptyState quiet title={t('kept.noneSuch')} />
              ) : (
                <PromiseTable items={data.items} corpsName={corpsName} />
              )}
              {data.total > data.items.length && (
                <p className="zt-quiet">{t('kept.first', { count: data.items.length })}</p>
              )}
              <p className="zt-quiet">{t('kept.rule')}</p>
            </>
          )}
        </div>
      )}
    </Page>
  )
}
