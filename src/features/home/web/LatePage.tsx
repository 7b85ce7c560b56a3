import { useAddress } from '../../../web/address.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { LateCorps } from './LateCorps.tsx'
import { LateRows } from './LateRows.tsx'
import { useLate } from './use-home.ts'
import './home.css'

/** Everything that is late, the longest first; the address names the corps. */
export function LatePage() {
  const t = useWords('home')
  const may = useMay()
  const { search } = useAddress()
  const corps = search['corps']
  const late = useLate(corps)
  if (!may('project:read'))
    return (
      <Page title={t('late')}>
        <RefusedState />
      </Page>
    )
  const pages = late.data?.pages ?? []
  const [first] = pages
  const items = pages.flatMap((page) => page.items)
  const total = (first?.projects ?? 0) + (first?.approvals ?? 0)
  return (
    <Page
      title={t('late')}
      aside={
        first &&
        t('lateCounted', { projects: showNumber(first.projects), approvals: showNumber(first.approvals) })
      }
    >
      <div className="zt-home-list zt-late-page">
        {late.isPending && <LoadingBar />}
        {late.error && <ErrorState error={late.error} retry={() => void late.refetch()} />}
        {first && first.byCorps.length > 1 && <LateCorps byCorps={first.byCorps} chosen={corps} />}
        {first && total === 0 && (
          <EmptyState title={t(`lateNone.${first.scope}`)}>{t('lateNoneText')}</EmptyState>
        )}
        <LateRows items={items} withCorps={first?.scope === 'zone' && !corps} />
        {late.hasNextPage && (
          <Button onClick={() => void late.fetchNextPage()}>
            {t('ownMore', { count: total - items.length })}
          </Button>
        )}
      </div>
    </Page>
  )
}
