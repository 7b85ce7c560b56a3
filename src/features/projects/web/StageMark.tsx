import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { isStage, phaseOf } from '../phases.ts'
import { stages, stageWords } from '../stages.ts'
import './stage-mark.css'

export { isStage, type Phase, phaseOf } from '../phases.ts'

/** A stage in little: its place on the rail of fourteen, and its word. */
export function StageMark({ stage, isUnproven = false }: { stage: string | null; isUnproven?: boolean }) {
  const t = useWords('evidence')
  const { language } = useLanguage()
  if (!isStage(stage)) return <span className="zt-quiet">—</span>
  const place = stages.indexOf(stage) + 1
  return (
    <span
      className="zt-stage-mark"
      data-phase={phaseOf(stage)}
      data-unproven={isUnproven || undefined}
      title={isUnproven ? `${stageWords[stage][language]} · ${t('noEvidence')}` : undefined}
    >
      <span className="zt-stage-track" aria-hidden="true">
        <span style={{ width: `${(place / stages.length) * 100}%` }} />
      </span>
      {stageWords[stage][language]}
      {isUnproven && <span className="zt-stage-unproven">{t('noEvidence')}</span>}
    </span>
  )
}
