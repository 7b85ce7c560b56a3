import { App } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button, ErrorState } from '../../../web/ui/index.ts'
import type { PlanRun } from '../plan-contract.ts'
import { shownGap } from './plan-words.ts'
import { shownNumber } from './shown-number.ts'
import { usePlanActs, usePlanRun } from './use-plans.ts'

type PlanProgressProps = { runId: string; onDone: (planId: string | null) => void }

/** How far the computation is: the bound, the best plan so far, the time it took. */
export function PlanProgress({ runId, onDone }: PlanProgressProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const { message } = App.useApp()
  const { cancel } = usePlanActs()
  const [isGone, setGone] = useState(false)
  const run = usePlanRun(isGone ? undefined : runId, (ended) => {
    if (ended.problem)
      message.error(t('plan.run.failed', { name: ended.name, why: ended.problem[language] }), 12)
    onDone(ended.planId)
  })
  const { data } = run
  if (isGone) return null
  if (run.isError) return <ErrorState quiet error={run.error} retry={() => onDone(null)} />
  if (!data) return null

  async function stop() {
    try {
      await cancel.mutateAsync(runId)
      setGone(true)
      message.success(t('plan.run.cancelled'))
      onDone(null)
    } catch (problem) {
      message.error((problem as Error).message)
    }
  }

  return (
    <section className="zt-plan-run" aria-label={t('plan.run.title', { name: data.name })} aria-live="polite">
      <div className="zt-section-head">
        <h2>{t('plan.run.title', { name: data.name })}</h2>
        {data.mayCancel && (
          <Button disabled={cancel.isPending} onClick={() => void stop()}>
            {t('plan.run.cancel')}
          </Button>
        )}
      </div>
      <p className="zt-quiet">
        {t('plan.run.by', { person: data.by, projects: data.projects ?? 0, spaces: data.spaces ?? 0 })}
      </p>
      <progress
        aria-label={t(`plan.run.phase.${data.phase}`)}
        max={data.mostSeconds || 1}
        value={Math.min(data.seconds, data.mostSeconds)}
      />
      <p className="zt-plan-figures">
        <b>{t(`plan.run.phase.${data.phase}`)}</b>
        {figures(data).map((one) => (
          <span key={one}>{one}</span>
        ))}
      </p>
    </section>
  )

  function figures({ bound, best, seconds, mostSeconds }: PlanRun): string[] {
    return [
      ...(bound === null ? [] : [t('plan.run.bound', { value: shownNumber(bound, 1) })]),
      ...(best === null ? [] : [t('plan.run.best', { value: shownNumber(best, 1) })]),
      ...(bound && best !== null ? [t('plan.run.gap', { gap: shownGap((bound - best) / bound) })] : []),
      t('plan.run.seconds', { seconds: shownNumber(seconds, 0), most: mostSeconds }),
    ]
  }
}
