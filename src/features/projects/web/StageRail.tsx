import { shanghaiDay } from '../../../shared/days.ts'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { LedgerRow } from '../contract.ts'
import { phaseOf } from '../phases.ts'
import { stageWords } from '../stages.ts'
import { type RailState, type RailStop, railOf } from './next-milestone.ts'
import './stage-rail.css'

const marks: Record<RailState, string> = { passed: '', current: '', ahead: '', late: '■' }

/** The fourteen stages as a rail: what is behind, where the project stands, what is planned and what is late. */
export function StageRail({ row, unproven }: { row: LedgerRow; unproven: ReadonlySet<string> }) {
  const t = useWords('projects')
  const stops = railOf(row, shanghaiDay(Date.now()))
  return (
    <ol className="zt-rail-stops" aria-label={t('rail.label')}>
      {stops.map((stop, at) => (
        <Stop
          key={stop.stage}
          stop={stop}
          isUnproven={unproven.has(stop.stage) && (stop.state === 'passed' || stop.state === 'current')}
          isPlain={stop.when === null && stop.state !== 'current' && stops[at - 1]?.state !== 'current'}
        />
      ))}
    </ol>
  )
}

/** `isPlain`: nothing is known of it, so a narrow screen leaves it out. */
function Stop({ stop, isPlain, isUnproven }: { stop: RailStop; isPlain: boolean; isUnproven: boolean }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const when = stop.when === null ? '' : showWhen(stop.when, language)
  const kind = stop.when === null ? '' : t(stop.isActual ? 'date.actual' : 'date.plan')
  return (
    <li
      className="zt-rail-stop"
      data-plain={isPlain || undefined}
      data-state={stop.state}
      data-unproven={isUnproven || undefined}
      data-phase={phaseOf(stop.stage)}
      aria-current={stop.state === 'current' ? 'step' : undefined}
      title={[
        stageWords[stop.stage][language],
        t(`rail.${stop.state}`),
        isUnproven && t('evidence:noEvidence'),
        when && `${kind} ${when}`,
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <span className="zt-rail-point" aria-hidden="true">
        {marks[stop.state]}
      </span>
      <span className="zt-rail-word">{stageWords[stop.stage][language]}</span>
      {isUnproven && (
        <span className={stop.state === 'current' ? 'zt-rail-unproven' : 'zt-unseen'}>
          {t('evidence:noEvidence')}
        </span>
      )}
      <span className="zt-rail-when" data-actual={stop.isActual || undefined}>
        {when}
        <span className="zt-unseen">
          {t(`rail.${stop.state}`)} {kind}
        </span>
      </span>
    </li>
  )
}
