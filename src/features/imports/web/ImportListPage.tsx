import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import type { LedgerImport } from '../contract.ts'
import { ledgerRoom } from './accepted-file.ts'
import { DropArea } from './DropArea.tsx'
import { ImportTable } from './ImportTable.tsx'
import { useArrived, useImportList } from './useImports.ts'
import './list.css'

const pageSize = 50
/** The most that the server gives at once. */
const most = 500

/** All imports of the zone, newest first, and the place where the next file goes. */
export function ImportListPage() {
  const t = useWords('imports')
  const may = useMay()
  const [limit, setLimit] = useState(pageSize)
  const { data, error, refetch, isFetching } = useImportList(limit)
  const navigate = useNavigate()
  const arrived = useArrived()
  function come(ledgerImport: LedgerImport) {
    arrived(ledgerImport)
    void navigate({ to: '/imports/$importId', params: { importId: ledgerImport.id } })
  }
  const left = data ? Math.min(data.total, most) - data.items.length : 0
  return (
    <Page title={t('title')} aside={data && data.total > 0 && t('count', { count: data.total })}>
      {may('import:create') ? (
        <DropArea room={ledgerRoom} onDone={come} onUncertain={() => void refetch()} />
      ) : (
        data && <p className="zt-import-refused">{t('drop.refused')}</p>
      )}
      {isFetching && !data && <LoadingBar />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.total === 0 && (
        <EmptyState title={t('empty.title')}>{may('import:create') && t('empty.text')}</EmptyState>
      )}
      {data && data.total > 0 && <ImportTable items={data.items} />}
      {left > 0 && (
        <Button className="zt-import-more" onClick={() => setLimit((now) => Math.min(now + pageSize, most))}>
          {t('list.more', { count: Math.min(left, pageSize) })}
        </Button>
      )}
    </Page>
  )
}
