import { Outlet } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import type { GridSelectionFigures } from '../../../web/grid/index.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import { ExportLink } from './ExportLink.tsx'
import { GridSettings } from './GridSettings.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { LedgerGrid } from './LedgerGrid.tsx'
import { askOf } from './ledger-query.ts'
import { NeighboursProvider } from './Neighbours.tsx'
import { NewProject } from './NewProject.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useLedgerKeys } from './use-ledger-keys.ts'
import { useLedgerRows } from './use-ledger-rows.ts'
import { type LedgerScreen, withoutTab } from './use-ledger-state.ts'
import type { Views } from './use-views.ts'
import { ViewTabs } from './ViewTabs.tsx'
import './desk-ledger.css'

export function DeskLedger({ screen, views }: { screen: LedgerScreen; views: Views }) {
  const t = useWords('projects')
  const may = useMay()
  const { navigate, params } = useAddress()
  const { state, change } = screen
  const ask = useMemo(() => askOf(state), [state])
  const rows = useLedgerRows(ask)
  const search = useRef<InputRef>(null)
  const [figures, setFigures] = useState<GridSelectionFigures | null>(null)
  const [creating, setCreating] = useState(false)
  const open = (id: string) => void navigate({ to: `/ledger/${id}`, search: true } as never)
  const showHistory = (id: string, key: string) =>
    void navigate({
      to: `/ledger/${id}`,
      search: ((before: Record<string, unknown>) => ({ ...before, history: key })) as never,
    } as never)
  const close = () => void navigate({ to: '/ledger', search: withoutTab } as never)
  useLedgerKeys({ search, isOpen: params['projectId'] !== undefined, close })

  return (
    <NeighboursProvider rows={rows} onOpen={open} onClose={close}>
      <Page
        full
        title={t('ledger')}
        aside={rows.total === undefined ? undefined : t('count', { count: rows.total })}
        tabs={<ViewTabs screen={screen} views={views} />}
        actions={
          <>
            {may('duplicate:read') && (
              <Button onClick={() => void navigate({ to: '/ledger/duplicates' } as never)}>
                {t('duplicates')}
              </Button>
            )}
            {may('import:create') && (
              <Button onClick={() => void navigate({ to: '/imports' } as never)}>{t('import')}</Button>
            )}
            {may('export:create') && <ExportLink state={state} total={rows.total} />}
            {may('project:create') && (
              <Button type="primary" onClick={() => setCreating(true)}>
                {t('new.open')}
              </Button>
            )}
          </>
        }
        panel={<Outlet />}
      >
        <div className="zt-ledger-bar">
          <LedgerFilters
            state={state}
            change={change}
            search={search}
            end={<GridSettings state={state} change={change} />}
          />
          {screen.isViewMissing && <p className="zt-ledger-notice">{t('view.missing')}</p>}
        </div>
        <div className="zt-ledger-grid">
          {rows.isStale && <LoadingBar />}
          {rows.error ? (
            <ErrorState error={rows.error} retry={rows.retry} />
          ) : (
            <LedgerGrid
              screen={screen}
              ask={ask}
              rows={rows}
              onOpen={open}
              onHistory={showHistory}
              onFigures={setFigures}
              onNew={() => setCreating(true)}
            />
          )}
        </div>
        <StatusLine figures={figures} total={rows.total} isStale={rows.isStale} />
      </Page>
      {creating && <NewProject onClose={() => setCreating(false)} onCreated={open} />}
    </NeighboursProvider>
  )
}
