import { Input, Select } from 'antd'
import { reasonKinds } from '../../../engine/duplicates/kinds.ts'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, FilterBar, LoadingBar } from '../../../web/ui/index.ts'
import { Pages } from '../../imports/web/Pages.tsx'
import { DuplicatesFrame } from './DuplicatesFrame.tsx'
import { QueueTable } from './QueueTable.tsx'
import { useQueue } from './use-duplicates.ts'
import { perPage, usePage } from './use-page.ts'

/** Pairs of projects that may be one, the surest first. */
export function QueuePage() {
  const t = useWords('duplicates')
  const { search, setSearch } = useAddress()
  const { page, turn, range } = usePage()
  const { reason, q } = search
  const { data, error, refetch, isFetching } = useQueue({ ...range, reason, q })
  const narrowed = Boolean(reason || q)
  return (
    <DuplicatesFrame aside={data && t('queue.count', { count: data.total })}>
      <p className="zt-duplicates-lead">{t('queue.lead')}</p>
      <FilterBar label={t('queue.filter')}>
        <Input.Search
          className="zt-duplicates-search"
          allowClear
          defaultValue={q ?? ''}
          placeholder={t('queue.search')}
          aria-label={t('queue.search')}
          onSearch={(text) => setSearch({ q: text.trim() || undefined, page: undefined })}
        />
        <Select
          className="zt-duplicates-reason"
          aria-label={t('queue.reason')}
          value={reason ?? ''}
          onChange={(value) => setSearch({ reason: value || undefined, page: undefined })}
          options={[
            { value: '', label: t('queue.anyReason') },
            ...reasonKinds.map((kind) => ({ value: kind, label: t(`reasonName.${kind}`) })),
          ]}
        />
      </FilterBar>
      {isFetching && <LoadingBar />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.total === 0 && (
        <EmptyState title={t(narrowed ? 'queue.nothingFits' : 'queue.none')}>
          {!narrowed && t('queue.noneText')}
        </EmptyState>
      )}
      {data && data.items.length > 0 && <QueueTable items={data.items} />}
      {data && (
        <Pages page={page} size={perPage} total={data.total} words="duplicates:queue.pages" onTurn={turn} />
      )}
    </DuplicatesFrame>
  )
}
