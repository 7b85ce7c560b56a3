import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Cell } from '../model/cell.ts'
import { milestoneText } from './cell-words.ts'
import { Flag } from './Flag.tsx'

/** A month of a project in two lines: its flag, its task, the milestones that stand in it. */
export function CellFace({ cell }: { cell: Cell }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const { state, task, milestones } = cell
  return (
    <span className="zt-battle-face">
      {(state === 'done' || state === 'overdue') && <Flag state={state} />}
      {task && <span>{task.text}</span>}
      {milestones.map((one) => (
        <b key={one.kind} data-reached={one.state === 'done' || undefined}>
          {milestoneText(one, t, language)}
        </b>
      ))}
    </span>
  )
}
