import { useRef, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Button, EmptyState, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { Plan } from '../plan-contract.ts'
import { greedyKey } from '../plan-moves.ts'
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
  /** Null: a new plan; a plan: the same, changed. */
  const [asking, setAsking] = useState<Plan | null>()
  const [runId, setRunId] = useState<string>()
  const list = usePlans()
  const { data } = list
  const chosen = search['plan'] ?? data?.items[0]?.id
  const plan = usePlan(chosen)
  const besideId = data?.items.find(({ id }) => id === search['with'] && id !== chosen)?.id
  const { data: beside } = usePlan(besideId)
  /** The plan that the one on its way is a change of: the two are shown beside each other. */
  const changedFrom = useRef<string>(undefined)
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
          <Button kind="primary" onClick={() => setAsking(null)}>
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
              // Of somebody else's run nothing is known that it was a change of.
              const from = runId === running ? changedFrom.current : undefined
              void list.refetch().then(() => planId && setSearch({ plan: planId, with: from }))
            }}
          />
        )}
        {data?.items.length === 0 && !running && (
          <EmptyState title={t('plan.none')}>
            {t('plan.noneText')} {mayStart && t('plan.noneAct')}
          </EmptyState>
        )}
        {data && data.items.length > 0 && (
          <PlanList
            items={data.items}
            chosen={chosen}
            onChoose={(id) => setSearch({ plan: id, with: undefined })}
          />
        )}
        {plan.isError && <ErrorState error={plan.error} retry={() => void plan.refetch()} />}
        {plan.data && !plan.isError && chosen && (
          <PlanView
            plan={plan.data}
            others={(data?.items ?? []).filter(({ id }) => id !== plan.data.id)}
            beside={search['with'] === greedyKey ? greedyKey : beside?.id === besideId ? beside : undefined}
            onBeside={(id) => setSearch({ with: id })}
            onRemoved={() => setSearch({ plan: undefined, with: undefined })}
            onChange={mayStart ? () => setAsking(plan.data) : undefined}
          />
        )}
      </div>
      {asking !== undefined && (
        <PlanForm
          from={asking}
          onStarted={(id) => {
            changedFrom.current = asking?.id
            setRunId(id)
            setAsking(undefined)
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Page>
  )
}
