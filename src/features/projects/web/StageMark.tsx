import { useLanguage } from '../../../web/i18n/index.ts'
import { type Stage, stages, stageWords } from '../stages.ts'
import './stage-mark.css'

/** The five phases that the fourteen stages fall into, each with a colour of its own. */
export type Phase = 'seek' | 'sign' | 'build' | 'run' | 'review'

const phases: Record<Stage, Phase> = {
  lead: 'seek',
  engaged: 'seek',
  negotiating: 'seek',
  underReview: 'seek',
  signed: 'sign',
  landed: 'sign',
  landSupplied: 'sign',
  started: 'build',
  underConstruction: 'build',
  completed: 'build',
  inProduction: 'run',
  aboveScale: 'run',
  fullCapacity: 'run',
  contractReview: 'review',
}

export const isStage = (text: unknown): text is Stage => stages.some((stage) => stage === text)
export const phaseOf = (stage: Stage): Phase => phases[stage]

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
