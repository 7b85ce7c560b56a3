import { Link, Outlet } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, Light, LoadingBar, Page } from '../../../web/ui/index.ts'
import type { LedgerRow } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { filtersOf } from './field-filter.ts'
import { Illustrative } from './Illustrative.tsx'
import { LassoChip } from './LassoChip.tsx'
import { askOf } from './ledger-query.ts'
import { NeighboursProvider } from './Neighbours.tsx'
import { NewProject } from './NewProject.tsx'
import { NoRows } from './NoRows.tsx'
import { PhoneFilters } from './PhoneFilters.tsx'
import { showQuantity } from './quantity-text.ts'
import { rowValue } from './row-value.ts'
import { SearchBox } from './SearchBox.tsx'
import { StageMark } from './StageMark.tsx'
import { useCorps } from './use-corps.ts'
import { useLedgerRows } from './use-ledger-rows.ts'
import { type LedgerScreen, withoutTab } from './use-ledger-state.ts'
import type { Views } from './use-views.ts'
import './phone-ledger.css'

const atATime = 40

/** The ledger in one hand: big rows, the search on top, conditions in a sheet. */
export function PhoneLedger({ screen, views }: { screen: LedgerScreen; views: Views }) {
  const t = useWords('projects')
  const may = useMay()
  const { navigate } = useAddress()
  const { state, change } = screen
  const ask = useMemo(() => askOf({ ...state, group: null }), [state])
  const rows = useLedgerRows(ask)
  const [shown, setShown] = useState(atATime)
  const [isFiltering, setFiltering] = useState(false)
  const [isCreating, setCreating] = useState(false)
  const count = Math.min(shown, rows.total ?? 0)
  const open = useCallback((id: string) => void navigate({ to: `/projects/${id}` } as never), [navigate])
  const close = useCallback(() => void navigate({ to: '/ledger', search: withoutTab } as never), [navigate])

  const { need } = rows
  useEffect(() => need(0, count), [need, count])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at its top
  useEffect(() => setShown(atATime), [ask])

  const filterCount = filtersOf(state.where).length
  return (
    <NeighboursProvider rows={rows} onOpen={open} onClose={close}>
      <Page
        title={t('ledger')}
        aside={rows.total === undefined ? undefined : t('count', { count: rows.total })}
        actions={
          <>
            {may('duplicate:read') && (
              <Button onClick={() => void navigate({ to: '/ledger/duplicates' } as never)}>
                {t('duplicates')}
              </Button>
            )}
            {may('project:create') && <Button onClick={() => setCreating(true)}>{t('new.open')}</Button>}
          </>
        }
      >
        <div className="zt-phone-bar">
          <SearchBox q={state.q} onSearch={(q) => change({ q }, { replace: true })} />
          <Button onClick={() => setFiltering(true)}>
            {filterCount === 0 ? t('filter.open') : t('filter.openCount', { count: filterCount })}
          </Button>
        </div>
        <LassoChip
          within={state.within}
          hint={t('filter.lassoHint')}
          onDrop={() => change({ within: null })}
        />
        {views.ready.length + views.items.length > 0 && (
          <Select
            className="zt-phone-view"
            aria-label={t('view.label')}
            value={screen.view?.id ?? ''}
            onChange={(id) => screen.open(id === '' ? null : id)}
            options={[
              ...views.ready.map(({ id, name }) => ({ value: id, label: name })),
              { value: '', label: t('view.all') },
              ...views.items.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {rows.error ? (
          <ErrorState error={rows.error} retry={rows.retry} />
        ) : rows.total === undefined ? (
          <LoadingBar />
        ) : rows.total === 0 ? (
          <NoRows screen={screen} onNew={() => setCreating(true)} />
        ) : (
          <ul className="zt-phone-rows">
            {Array.from({ length: count }, (_, at) => rows.rowAt(at)).map((row, at) => (
              <li key={row?.id ?? at}>{row ? <BigRow row={row} /> : <span className="zt-phone-row" />}</li>
            ))}
          </ul>
        )}
        {count < (rows.total ?? 0) && (
          <More
            onSeen={() => setShown((before) => before + atATime)}
            label={t('phone.more', { count: (rows.total ?? 0) - count })}
          />
        )}
        <PhoneFilters
          isOpen={isFiltering}
          onClose={() => setFiltering(false)}
          screen={screen}
          total={rows.total}
        />
        {isCreating && <NewProject onClose={() => setCreating(false)} onCreated={open} />}
        <Outlet />
      </Page>
    </NeighboursProvider>
  )
}

function BigRow({ row }: { row: LedgerRow }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const money = fieldByKey.get('totalInvestment')
  const total = rowValue(row, 'totalInvestment')
  const corpsId = rowValue(row, 'corps')
  return (
    <Link to={`/projects/${row.id}`} className="zt-phone-row">
      <span className="zt-phone-name">
        {rowValue(row, 'name')} {row['provenance'] === 'illustrative' && <Illustrative />}
      </span>
      <span className="zt-phone-money">
        {total !== null && money ? showQuantity(total, money, language, { isBrief: true }) : '—'}
      </span>
      <span className="zt-phone-facts">
        <StageMark stage={rowValue(row, 'stage')} isUnproven={rowValue(row, 'stageProof') === 'none'} />
        <span>{corpsId !== null ? (corps.nameOf(corpsId) ?? '') : t('phone.noCorps')}</span>
      </span>
      <Light light={rowValue(row, 'light')} />
    </Link>
  )
}

/** Asks for more as soon as it comes into sight; a button for those who do not scroll. */
function More({ onSeen, label }: { onSeen: () => void; label: string }) {
  const place = useRef<HTMLButtonElement>(null)
  const latest = useRef(onSeen)
  latest.current = onSeen
  useEffect(() => {
    if (!place.current) return
    const watch = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && latest.current(),
      { rootMargin: '400px' },
    )
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  return (
    <button ref={place} type="button" className="zt-phone-more" onClick={onSeen}>
      {label}
    </button>
  )
}
