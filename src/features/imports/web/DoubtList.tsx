import { App } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { ImportRow, LedgerImport } from '../contract.ts'
import { DoubtRow } from './DoubtRow.tsx'
import { decisionOfKey } from './decision-keys.ts'
import { Pages } from './Pages.tsx'
import { FindRows, rowsPerPage } from './RowView.tsx'
import { useCheckPlace } from './useCheckPlace.ts'
import { type Decision, useDecide, useRows } from './useImports.ts'
import { useShowing } from './useShowing.ts'

/** Rows that may be a project the ledger has: each is decided by a click or a key. */
export function DoubtList({ ledgerImport, editable }: { ledgerImport: LedgerImport; editable: boolean }) {
  const t = useWords('imports')
  const { message } = App.useApp()
  const { q, page, turn, row: pointed } = useCheckPlace()
  const query = {
    verdict: 'doubt' as const,
    limit: rowsPerPage,
    offset: (page - 1) * rowsPerPage,
    ...(q ? { q } : {}),
  }
  const { data, error, refetch, isFetching } = useRows(ledgerImport.id, query)
  const decide = useDecide(ledgerImport.id)
  const showing = useShowing(ledgerImport)
  const list = useRef<HTMLOListElement>(null)
  const rows = data?.items ?? []
  const left = ledgerImport.counts?.doubt ?? 0

  const focusRow = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[index]?.focus()
  const onDecide = (row: ImportRow, decision: Decision) =>
    decide.mutate(
      { rowId: row.id, ...decision },
      { onError: (problem) => void message.error(`${t('doubt.saveFailed')} ${problem.message}`) },
    )
  function onKeyDown(event: KeyboardEvent, row: ImportRow, index: number) {
    // Keys typed into a control inside the row are that control's, but for the arrows between rows.
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.target !== event.currentTarget) return
      event.preventDefault()
      return focusRow(index + (event.key === 'ArrowDown' ? 1 : -1))
    }
    const decision = editable ? decisionOfKey(event.key, row.candidates) : undefined
    if (!decision) return
    event.preventDefault()
    onDecide(row, decision)
    const next = rows.findIndex((other, at) => at > index && other.decision === null)
    if (next >= 0) focusRow(next)
  }

  return (
    <div className="zt-check-view">
      <div className="zt-doubt-bar">
        <FindRows />
        {editable && rows.length > 0 && <span className="zt-quiet zt-doubt-keys">{t('doubt.keys')}</span>}
        {rows.length > 0 && (
          <span className="zt-doubt-left" role="status">
            {left > 0 ? t('doubt.left', { count: left }) : t('doubt.done')}
          </span>
        )}
      </div>
      {isFetching && !data && <LoadingBar />}
      {error && !data && <ErrorState quiet error={error} retry={() => void refetch()} />}
      {data && rows.length === 0 && (
        <EmptyState quiet title={q ? t('check.noneFound', { q }) : t('check.none.doubt')} />
      )}
      <ol className="zt-doubts" ref={list}>
        {rows.map((row, index) => (
          <DoubtRow
            key={row.id}
            row={row}
            pointed={row.id === pointed}
            editable={editable}
            showing={showing}
            onDecide={(decision) => onDecide(row, decision)}
            onKeyDown={(event) => onKeyDown(event, row, index)}
          />
        ))}
      </ol>
      {data && <Pages page={page} size={rowsPerPage} total={data.total} words="pages.range" onTurn={turn} />}
    </div>
  )
}
