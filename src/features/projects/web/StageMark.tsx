import { useLanguage } from '../../../web/i18n/index.ts'
import { stages, stageWords } from '../stages.ts'
import { isStage, phaseOf } from './stage-phase.ts'
import './stage-mark.css'

export { isStage, type Phase, phaseOf } from './stage-phase.ts'

/** A stage in little: its place on the rail of fourteen, and its word. */
export function StageMark({ stage }: { stage: string | null }) {
  const { language } = useLanguage()
  if (!isStage(stage)) return <span className="zt-quiet">—</span>
  const place = stages.indexOf(stage) + 1
  return (
    <span className="zt-stage-mark" data-phase={phaseOf(stage)}>
      <span className="zt-stage-track" aria-hidden="true">
        <span style={{ width: `${(place / stages.length) * 100}%` }} />
      </span>
      {stageWords[stage][language]}
    </span>
  )
}
