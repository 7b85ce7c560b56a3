import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { LedgerImport, Verdict } from '../contract.ts'
import { Pages } from './Pages.tsx'
import { RowTable } from './RowTable.tsx'
import { useCheckPlace } from './useCheckPlace.ts'
import { useRows } from './useImports.ts'

export const rowsPerPage = 50

/** The rows of one verdict, a page at a time, narrowed by name. */
export function RowView({
  ledgerImport,
  verdict,
  editable,
}: {
  ledgerImport: LedgerImport
  verdict: Exclude<Verdict, 'doubt'>
  editable: boolean
}) {
  const t = useWords('imports')
  const { q, page, turn, row } = useCheckPlace()
  const query = { verdict, limit: rowsPerPage, offset: (page - 1) * rowsPerPage, ...(q ? { q } : {}) }
  const { data, error, refetch, isFetching } = useRows(ledgerImport.id, query)
  return (
    <div className="zt-check-view">
      <FindRows />
      {isFetching && !data && <LoadingBar />}
      {error && !data && <ErrorState quiet error={error} retry={() => void refetch()} />}
      {data && data.items.length === 0 && (
        <EmptyState quiet title={q ? t('check.noneFound', { q }) : t(`check.none.${verdict}`)} />
      )}
      {data && data.items.length > 0 && (
        <RowTable
          ledgerImport={ledgerImport}
          verdict={verdict}
          rows={data.items}
          pointed={row}
          editable={editable}
        />
      )}
      {data && <Pages page={page} size={rowsPerPage} total={data.total} words="pages.range" onTurn={turn} />}
    </div>
  )
}

const pause = 250

/** Narrows the rows by name while one types; an IME’s half-made text does not count. */
export function FindRows() {
  const t = useWords('imports')
  const { q, find } = useCheckPlace()
  const [typed, setTyped] = useState(q)
  const [composing, setComposing] = useState(false)
  useEffect(() => setTyped(q), [q])
  useEffect(() => {
    if (composing || typed === q) return
    const timer = setTimeout(() => find(typed.trim()), pause)
    return () => clearTimeout(timer)
  })
  return (
    <Input
      className="zt-check-find"
      type="search"
      allowClear
      value={typed}
      placeholder={t('check.search')}
      aria-label={t('check.search')}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
