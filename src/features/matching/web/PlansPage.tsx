import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { PlanForm } from './PlanForm.tsx'
import { PlanList } from './PlanList.tsx'
import { PlanProgress } from './PlanProgress.tsx'
import { PlanView } from './PlanView.tsx'
import { usePlan, usePlans } from './use-plans.ts'
import './places-page.css'
import './plans-page.css'
import '../../preconditions/web/preconditions-tab.css'

/** Places for all projects that wait for one, at once: plans made so far, one on its way, and the one looked at. */
export function PlansPage() {
  const t = useWords('matching')
  const may = useMay()
  const { search, setSearch } = useAddress()
  const [isAsking, setAsking] = useState(false)
  const [runId, setRunId] = useState<string>()
  const list = usePlans()
  const { data } = list
  const chosen = search['plan'] ?? data?.items[0]?.id
  const plan = usePlan(chosen)
  const running = runId ?? data?.running?.id
  if (!may('plan:read'))
    return (
      <Page title={t('plan.title')}>
        <RefusedState />
      </Page>
    )
  const mayStart = data?.abilities.includes('create') && !running
  return (
    <Page
      title={t('plan.title')}
      actions={
        mayStart && (
          <Button kind="primary" onClick={() => setAsking(true)}>
            {t('plan.start')}
          </Button>
        )
      }
    >
      {list.isPending && <LoadingBar />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      <div className="zt-plans-page">
        {running && (
          <PlanProgress
            key={running}
            runId={running}
            onDone={(planId) => {
              setRunId(undefined)
              void list.refetch().then(() => planId && setSearch({ plan: planId }))
            }}
          />
        )}
        {data?.items.length === 0 && !running && (
          <EmptyState title={t('plan.none')}>
            {t('plan.noneText')} {mayStart && t('plan.noneAct')}
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <PlanList items={data.items} chosen={chosen} onChoose={(id) => setSearch({ plan: id })} />
        )}
        {plan.isError && <ErrorState error={plan.error} retry={() => void plan.refetch()} />}
        {plan.data && !plan.isError && chosen && (
          <PlanView plan={plan.data} onRemoved={() => setSearch({ plan: undefined })} />
        )}
      </div>
      {isAsking && (
        <PlanForm
          onStarted={(id) => {
            setRunId(id)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  )
}
