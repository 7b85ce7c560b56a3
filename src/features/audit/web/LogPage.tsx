import { Button } from 'antd'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { EntryPanel } from './EntryPanel.tsx'
import { LogFilters } from './LogFilters.tsx'
import { LogTable } from './LogTable.tsx'
import { SealState } from './SealState.tsx'
import { useLog } from './use-log.ts'
import './log.css'

export function LogPage() {
  const t = useWords('audit')
  const may = useMay()
  if (!may('audit:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  return <Log />
}

/** What was done in the zone, newest first; an entry opens beside the list. */
function Log() {
  const t = useWords('audit')
  const { search, setSearch } = useAddress()
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useLog(search)
  const entries = data?.pages.flatMap((page) => page.items) ?? []
  const total = data?.pages[0]?.total
  const at = entries.findIndex((entry) => String(entry.position) === search['open'])
  const open = entries[at]
  const step = (to: number) => {
    const entry = entries[to]
    return entry && (() => setSearch({ open: String(entry.position) }, { replace: true }))
  }
  return (
    <Page
      title={t('title')}
      aside={data && (typeof total === 'number' ? t('total', { count: total }) : t('uncounted'))}
      panel={
        open && (
          <EntryPanel
            key={open.position}
            entry={open}
            onPrevious={step(at - 1)}
            onNext={step(at + 1)}
            onClose={() => setSearch({ open: undefined })}
          />
        )
      }
    >
      <SealState />
      <LogFilters />
      {isFetching && <LoadingBar />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && entries.length === 0 && <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      {entries.length > 0 && (
        <LogTable
          entries={entries}
          open={open?.position}
          onOpen={(entry) => setSearch({ open: String(entry.position) })}
        />
      )}
      {hasNextPage && (
        <div className="zt-log-more">
          <Button onClick={() => void fetchNextPage()} loading={isFetching}>
            {t('older')}
          </Button>
          <span className="zt-quiet">{t('loaded', { count: entries.length })}</span>
        </div>
      )}
    </Page>
  )
}
