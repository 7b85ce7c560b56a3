import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { supportAsked } from './asked.ts'
import { ChartTabs } from './ChartTabs.tsx'
import { SupportCards } from './SupportCards.tsx'
import { SupportFilters } from './SupportFilters.tsx'
import { SupportPanel } from './SupportPanel.tsx'
import { SupportTable } from './SupportTable.tsx'
import { useSupports } from './use-supports.ts'
import './charts.css'
import './support.css'

const atATime = 100

/** The support chart 保障图: what each project needs, of whom, by when. */
export function SupportPage() {
  const t = useWords('charts')
  const may = useMay()
  const isPhone = usePhone()
  const { search, setSearch } = useAddress()
  const asked = supportAsked(search)
  const [limit, setLimit] = useState(atATime)
  const { data, error, isPending, refetch } = useSupports(asked, limit)
  const unitName = useUnitNames()
  if (!may('project:read'))
    return (
      <Page title={t('support')}>
        <RefusedState />
      </Page>
    )
  const corpsName = (id: string | null) => (id === null ? t('noCorps') : unitName(id))
  const close = () => setSearch({ support: undefined, project: undefined, as: undefined })
  const open = search['support']
  const Shown = isPhone ? SupportCards : SupportTable
  const isNarrowed = Boolean(asked.corps || asked.kind || asked.of || asked.state || asked.q)
  const isEmpty = data?.total === 0
  return (
    <Page
      title={t('support')}
      aside={data && t('supportsCounted', data.counts)}
      tabs={<ChartTabs />}
      actions={
        may('project:update') && (
          <Button kind="primary" onClick={() => setSearch({ support: 'new', project: undefined })}>
            {t('add')}
          </Button>
        )
      }
      panel={
        open && (
          <SupportPanel
            key={`${open}${search['project'] ?? ''}${search['as'] ?? ''}`}
            id={open}
            chart={data}
            onClose={close}
          />
        )
      }
    >
      {isPending && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && (
        <div className="zt-chart-room zt-support-room">
          <SupportFilters asked={asked} chart={data} />
          {isEmpty && !isNarrowed && data.counts.met === 0 && (
            <EmptyState title={t('noSupportsYet')}>{t('noSupportsText')}</EmptyState>
          )}
          {isEmpty && (isNarrowed || data.counts.met > 0) && <EmptyState quiet title={t('noneSuch')} />}
          {!isEmpty && <Shown items={data.items} corpsName={corpsName} />}
          {data.total > data.items.length && limit < 500 && (
            <Button onClick={() => setLimit(Math.min(500, limit + atATime))}>
              {t('more', { count: Math.min(atATime, data.total - data.items.length) })}
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}
