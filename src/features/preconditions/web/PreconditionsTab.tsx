import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showArea } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { useEvidence } from '../../evidence/web/use-evidence.ts'
import type { Preconditions } from '../contract.ts'
import { ruleName } from '../model/rule-words.ts'
import { ActualDialog } from './ActualDialog.tsx'
import type { Asked } from './asked.ts'
import { CheckTable } from './CheckTable.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { ExemptDialog } from './ExemptDialog.tsx'
import { FairReviews } from './FairReviews.tsx'
import { FormerExemptions } from './FormerExemptions.tsx'
import { PromiseDialog } from './PromiseDialog.tsx'
import { PromiseList } from './PromiseList.tsx'
import { usePreconditions } from './use-preconditions.ts'
import './preconditions-tab.css'

/** Under which conditions the project is supplied with land, how it stands against each, and what it promises. */
export function PreconditionsTab({ projectId }: { projectId: string }) {
  const t = useWords('preconditions')
  const answer = usePreconditions(projectId)
  const evidence = useEvidence(projectId)
  const [asked, setAsked] = useState<Asked>()
  const check = answer.data
  if (answer.isError) return <ErrorState error={answer.error} retry={() => void answer.refetch()} quiet />
  if (!check) return <LoadingBar />
  const close = () => setAsked(undefined)
  const papers = evidence.data?.papers ?? []
  return (
    <>
      <section aria-label={t('conditions')}>
        <div className="zt-section-head">
          <h2>{t('conditions')}</h2>
          <span className={check.blocking === 0 ? 'zt-quiet' : 'zt-verdict-count'}>
            {check.rows.length > 0 &&
              t(check.blocking === 0 ? 'allKept' : 'blocking', { count: check.blocking })}
          </span>
        </div>
        <Parcels check={check} />
        <p>
          <Link to="/projects/$projectId/places" params={{ projectId } as never}>
            {t('matching:link')}
          </Link>
        </p>
        <Contradictions check={check} />
        {check.rows.length === 0 ? (
          <EmptyState title={t('noRules')} quiet>
            {t('noRulesHint')}
          </EmptyState>
        ) : (
          <CheckTable check={check} onAsk={setAsked} />
        )}
        <FormerExemptions check={check} />
      </section>
      <PromiseList check={check} onAsk={setAsked} />
      <FairReviews projectId={projectId} check={check} papers={papers} />
      {asked?.act === 'confirm' && <ConfirmDialog projectId={projectId} row={asked.row} onClose={close} />}
      {asked?.act === 'exempt' && (
        <ExemptDialog projectId={projectId} row={asked.row} papers={papers} onClose={close} />
      )}
      {asked?.act === 'actual' && (
        <ActualDialog promise={asked.promise} indicators={check.indicators} papers={papers} onClose={close} />
      )}
      {asked?.act === 'promise' && (
        <PromiseDialog projectId={projectId} check={check} indicator={asked.indicator} onClose={close} />
      )}
    </>
  )
}

function Parcels({ check: { parcels, unknownParcels, mustNameParcel } }: { check: Preconditions }) {
  const t = useWords('preconditions')
  if (parcels.length + unknownParcels.length === 0)
    return mustNameParcel ? (
      <p className="zt-verdict-count">{t('mustName')}</p>
    ) : (
      <p className="zt-quiet">{t('noParcel')}</p>
    )
  return (
    <p className="zt-check-parcels">
      {parcels.map(({ id, number, name, areaM2 }) => (
        <span key={id}>
          <Link to="/space" search={{ parcel: id } as never}>
            {number ?? name}
          </Link>{' '}
          <span className="zt-quiet">{t('mu', { area: showArea(areaM2) })}</span>
        </span>
      ))}
      {unknownParcels.map((key) => (
        <span key={key} className={mustNameParcel ? 'zt-verdict-count' : 'zt-quiet'}>
          {t('unknownParcel', { number: key })}
        </span>
      ))}
    </p>
  )
}

function Contradictions({ check: { contradictions, rows } }: { check: Preconditions }) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  return contradictions.map(({ why, ruleIds, setNames }) => {
    const rules = rows
      .filter(({ rule }) => ruleIds.includes(rule.id))
      .map(({ rule }) => ruleName(rule, language))
    return (
      <p key={ruleIds.join()} className="zt-contradiction" role="alert">
        {t(`contradiction.${why}`, {
          rules: [...new Set(rules)].join(t('and')),
          sets: setNames.join(t('and')),
        })}
      </p>
    )
  })
}
