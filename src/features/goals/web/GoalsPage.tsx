import { showWhen } from '../../../shared/when.ts'
import { useAddress } from '../../../web/address.ts'
import { showPercent } from '../../../web/format.ts'
import { useLanguage, useWords, type Words } from '../../../web/i18n/index.ts'
import { useMay, useMe } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { GoalBoard } from '../contract.ts'
import { GoalCards } from './GoalCards.tsx'
import { allIllustrative } from './GoalFigures.tsx'
import { GoalPanel } from './GoalPanel.tsx'
import { GoalTable } from './GoalTable.tsx'
import { NewGoal } from './NewGoal.tsx'
import { useBoard } from './use-goals.ts'
import './goals.css'

/** What each corps is to reach in a period, and how far it is, against the time that has gone by. */
export function GoalsPage() {
  const t = useWords('goals')
  const may = useMay()
  const { language } = useLanguage()
  const { corpsId } = useMe()
  const isPhone = usePhone()
  const { search, setSearch } = useAddress()
  const { data, error, isPending, refetch } = useBoard(search['period'])
  if (!may('goal:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  const chosen = search['goal']
  const close = () => setSearch({ goal: undefined })
  const maySet = data?.abilities.includes('create') === true
  const toSet = () => setSearch({ goal: 'new' })
  const Shown = isPhone ? GoalCards : GoalTable
  const panel =
    !data || !chosen ? undefined : chosen === 'new' ? (
      maySet && (
        <NewGoal board={data} onSet={(period) => setSearch({ period, goal: undefined })} onClose={close} />
      )
    ) : (
      <GoalPanel key={chosen} id={chosen} units={data.units} onClose={close} />
    )
  return (
    <Page
      title={t('title')}
      aside={data && <span title={t('timeHint')}>{timeWords(data, t)}</span>}
      actions={
        maySet && (
          <Button kind="primary" onClick={toSet}>
            {t('set')}
          </Button>
        )
      }
      panel={panel}
    >
      {isPending && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && (
        <div className="zt-goals">
          <div className="zt-goals-bar">
            <label>
              {t('period')}{' '}
              <select
                value={data.period}
                onChange={(event) => setSearch({ period: event.target.value, goal: undefined })}
              >
                {data.periods.map((period) => (
                  <option key={period} value={period}>
                    {showWhen(period, language)}
                  </option>
                ))}
              </select>
            </label>
            {data.items.length > 0 && <span className="zt-quiet">{t('legend')}</span>}
            {allIllustrative(data.items) && (
              <span>
                <Illustrative /> {t('allIllustrative')}
              </span>
            )}
          </div>
          {data.items.length === 0 ? (
            <EmptyState title={t('none', { period: showWhen(data.period, language) })}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <Shown board={data} chosen={chosen} own={corpsId} />
          )}
        </div>
      )}
    </Page>
  )
}

const timeWords = ({ timeProgress }: GoalBoard, t: Words) =>
  t('timeProgress', { percent: showPercent(timeProgress) })
