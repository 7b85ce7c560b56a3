import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { levels } from '../ladder.ts'
import { askedOf } from './asked.ts'
import { BlockerCards } from './BlockerCards.tsx'
import { BlockerFilters } from './BlockerFilters.tsx'
import { BlockerTable } from './BlockerTable.tsx'
import { BlockerTally } from './BlockerTally.tsx'
import { ListHead } from './ListHead.tsx'
import { useBlockers } from './use-blockers.ts'
import './blockers-page.css'

const shownAtMost = 500

/** Every blocker that one may see, the longest first; the counts by corps and level open to their rows. */
export function BlockersPage() {
  const t = useWords('blockers')
  const may = useMay()
  const isPhone = usePhone()
  const { search } = useAddress()
  const asked = askedOf(search)
  const list = useBlockers({ ...asked, limit: shownAtMost })
  const unitName = useUnitNames()
  const corpsName = (id: string | null) => (id === null ? t('noCorps') : unitName(id))
  if (!may('project:read'))
    return (
      <Page title={t('room')}>
        <RefusedState />
      </Page>
    )
  const { data } = list
  const all = data?.byCorps.reduce(
    (sum, { counts }) => sum + levels.reduce((own, level) => own + counts[level], 0),
    0,
  )
  const isNarrowed = Boolean(asked.kind || asked.waiting || asked.raised || asked.state)
  return (
    <Page
      title={t('room')}
      aside={all !== undefined && t('counted', { count: all, state: t(asked.state ?? 'open') })}
    >
      {list.isPending && <LoadingBar />}
      {list.error && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {data && (
        <div className="zt-blockers-page">
          <BlockerFilters asked={asked} />
          {all === 0 && !isNarrowed && (
            <EmptyState title={t('noneOpen')} action={<Link to="/ledger">{t('toLedger')}</Link>}>
              {t('noneOpenText')}
            </EmptyState>
          )}
          {all === 0 && isNarrowed && <EmptyState quiet title={t('noneSuch')} />}
          {all !== 0 && (
            <>
              <BlockerTally rows={data.byCorps} corpsName={corpsName} asked={asked} />
              <ListHead asked={asked} total={data.total} corpsName={corpsName} />
              {data.total === 0 && <EmptyState quiet title={t('noneSuch')} />}
              {data.total > 0 &&
                (isPhone ? (
                  <BlockerCards items={data.items} corpsName={corpsName} />
                ) : (
                  <BlockerTable items={data.items} corpsName={corpsName} asked={asked} />
                ))}
              {data.total > data.items.length && (
                <p className="zt-quiet">{t('first500', { count: data.items.length })}</p>
              )}
              <p className="zt-quiet zt-blockers-rule">{t('daysRule')}</p>
            </>
          )}
        </div>
      )}
    </Page>
  )
}
