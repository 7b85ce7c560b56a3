import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { showDay } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { thresholdWords } from './asked-differences.ts'
import { PlanBeside, type PlanBesideProps } from './PlanBeside.tsx'
import { PlanBinding } from './PlanBinding.tsx'
import { PlanFigures } from './PlanFigures.tsx'
import { PlanPlaced } from './PlanPlaced.tsx'
import { ProjectLink } from './ProjectLink.tsx'
import { leftOutSentences, proofSentence } from './plan-words.ts'
import { shownNumber } from './shown-number.ts'
import { usePlanActs } from './use-plans.ts'

type PlanViewProps = Omit<PlanBesideProps, 'corpsName'> & {
  /** Undefined: no plan can be started. */
  onChange: (() => void) | undefined
  onRemoved: () => void
}

/** One plan: the proof, who goes where, who is left out and why, what holds it back. */
export function PlanView({ plan, others, beside, onBeside, onChange, onRemoved }: PlanViewProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const corpsName = useUnitNames()
  const { message, modal } = App.useApp()
  const { remove } = usePlanActs()
  const [isAdopting, setAdopting] = useState(false)
  const { id, name, revision, asked, answer, abilities, adoptedBy } = plan
  const mayAdopt =
    abilities.includes('update') &&
    adoptedBy === null &&
    answer.placed.length > 0 &&
    asked.thresholds.length === 0

  const askToRemove = () =>
    modal.confirm({
      ...{ title: t('plan.removeSure', { name }), okText: t('plan.remove'), cancelText: t('cancel') },
      async onOk() {
        await remove.mutateAsync({ id, revision }).then(
          () => {
            onRemoved()
            message.success(t('plan.removed'))
          },
          (problem: Error) => message.error(problem.message),
        )
      },
    })

  return (
    <article className="zt-plan" aria-label={name}>
      <div className="zt-section-head">
        <h2>{name}</h2>
        <span className="zt-plan-acts">
          {mayAdopt && (
            <Button kind="primary" onClick={() => setAdopting(true)}>
              {t('plan.adopt.act')}
            </Button>
          )}
          {onChange && <Button onClick={onChange}>{t('plan.change.act')}</Button>}
          {answer.placed.length > 0 && (
            <Link to="/map" search={{ plan: id } as never} className="zt-button zt-button-plain">
              {t('plan.onMap')}
            </Link>
          )}
          {abilities.includes('remove') && <Button onClick={askToRemove}>{t('plan.remove')}</Button>}
        </span>
      </div>
      <p className="zt-plan-proof">{proofSentence(plan, t)}</p>
      {adoptedBy && (
        <p>
          {t('plan.adopted', {
            person: adoptedBy,
            day: showDay(plan.adoptedAt),
            until: showDay(plan.adoptedUntil),
          })}
        </p>
      )}
      {asked.thresholds.length > 0 && (
        <p>{t('plan.change.supposed', { thresholds: thresholdWords(asked.thresholds, { t, language }) })}</p>
      )}
      <p className="zt-quiet">
        {t('plan.asked', {
          ...{ projects: asked.projects, spaces: asked.spaces, gap: shownNumber(asked.gap * 100) },
          unknown: t(asked.acceptUnknown ? 'plan.accepted' : 'plan.notAccepted'),
        })}
      </p>
      <PlanFigures answer={answer} />
      <PlanBeside plan={plan} others={others} beside={beside} onBeside={onBeside} corpsName={corpsName} />
      <section aria-labelledby="zt-plan-placed">
        <h3 id="zt-plan-placed">{t('plan.placed')}</h3>
        <PlanPlaced items={answer.placed} corpsName={corpsName} />
      </section>
      {answer.leftOut.length > 0 && (
        <>
          <h3>{t('plan.leftOut')}</h3>
          <ul className="zt-plan-left">
            {answer.leftOut.map((one) => (
              <li key={one.project.id}>
                <ProjectLink project={one.project} />
                <span className="zt-quiet">{corpsName(one.project.corpsId)}</span>
                {leftOutSentences(one, { t, language, corpsName }).map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <PlanBinding answer={answer} corpsName={corpsName} />
      <p className="zt-quiet">{t('plan.method')}</p>
      {isAdopting && <AdoptDialog plan={plan} onClose={() => setAdopting(false)} />}
    </article>
  )
}
