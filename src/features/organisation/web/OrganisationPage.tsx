import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { isDay } from '../../../shared/days.ts'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import { ActTimeline } from './ActTimeline.tsx'
import { HoldingsPanel } from './HoldingsPanel.tsx'
import { OrganisationTree } from './OrganisationTree.tsx'
import { useOrganisation, useReorganisations } from './use-reorganisations.ts'
import './organisation.css'

/** The units of a day that one chooses, and the acts that change them. */
export function OrganisationPage() {
  const t = useWords('reorganisation')
  const may = useMay()
  const { search, setSearch } = useAddress()
  const on = isDay(search['on']) ? search['on'] : undefined
  const unitId = search['unit']
  const organisation = useOrganisation(on)
  const acts = useReorganisations()
  const data = organisation.data
  const day = on ?? data?.today ?? ''
  const unit = data?.items.find(({ id }) => id === unitId)
  return (
    <Page
      title={t('frame:settings')}
      tabs={<SettingsTabs />}
      actions={
        may('reorganisation:create') && (
          <Link to="/settings/organisation/prepare">
            <Button type="primary">{t('prepare')}</Button>
          </Link>
        )
      }
      panel={
        unit && <HoldingsPanel unit={unit} on={on} day={day} onClose={() => setSearch({ unit: undefined })} />
      }
    >
      <div className="zt-organisation">
        <section aria-label={t('title')}>
          <div className="zt-organisation-day" data-other={(data && day !== data.today) || undefined}>
            <label htmlFor="zt-organisation-on">{t('on')}</label>
            <Input
              id="zt-organisation-on"
              type="date"
              value={day}
              onChange={(event) => setSearch({ on: event.target.value || undefined }, { replace: true })}
            />
            {data && day !== data.today && (
              <>
                <Button size="small" onClick={() => setSearch({ on: undefined })}>
                  {t('today')}
                </Button>
                <span role="status">{t(day < data.today ? 'past' : 'coming', { day })}</span>
              </>
            )}
          </div>
          {organisation.isPending && <LoadingBar />}
          {organisation.error && (
            <ErrorState error={organisation.error} retry={() => void organisation.refetch()} />
          )}
          {data && data.items.length === 0 && <EmptyState quiet title={t('noUnits')} />}
          {data && data.items.length > 0 && (
            <OrganisationTree
              organisation={data}
              chosen={unitId}
              onChoose={(id) => setSearch({ unit: id === unitId ? undefined : id })}
            />
          )}
        </section>
        <section aria-label={t('acts')}>
          <h2>{t('acts')}</h2>
          {acts.isPending && <LoadingBar />}
          {acts.error && <ErrorState error={acts.error} retry={() => void acts.refetch()} />}
          {acts.data && acts.data.total === 0 && (
            <EmptyState title={t('noActs')}>{t('noActsText')}</EmptyState>
          )}
          {acts.data && acts.data.total > 0 && (
            <ActTimeline acts={acts.data.items} chosen={day} onDay={(to) => setSearch({ on: to })} />
          )}
        </section>
      </div>
    </Page>
  )
}
