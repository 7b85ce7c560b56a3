import type { Phase } from '../../projects/phases.ts'
import { phases } from './project-looks.ts'
import '../../projects/web/stage-mark.css'
import './phase-mark.css'

/** A phase as the map draws it: its number in a circle of its colour. */
export function PhaseMark({ phase }: { phase: Phase }) {
  return (
    <span className="zt-phase-mark" data-phase={phase} aria-hidden="true">
      {phases.indexOf(phase as (typeof phases)[number]) + 1}
    </span>
  )
}
