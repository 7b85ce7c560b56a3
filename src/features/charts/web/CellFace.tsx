import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Cell } from '../model/cell.ts'
import { milestoneText } from './cell-words.ts'
import { Flag } from './Flag.tsx'

/** A month of a project in two lines: its flag, its task, the milestones that stand in it. */
export function CellFace({ cell }: { cell: Cell }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const { state, task, milestones } = cell
  // Of two lines what is still to be done has the first.
  const undoneFirst = milestones.toSorted((a, b) => Number(a.state === 'done') - Number(b.state === 'done'))
  const taskIsLast = Boolean(task?.doneOn) && milestones.some((one) => one.state !== 'done')
  return (
    <span className="zt-battle-face">
      {(state === 'done' || state === 'overdue') && <Flag state={state} />}
      {task && !taskIsLast && <span>{task.text}</span>}
      {undoneFirst.map((one) => (
        <b key={one.kind} data-reached={one.state === 'done' || undefined}>
          {milestoneText(one, t, language)}
        </b>
      ))}
      {task && taskIsLast && <span>{task.text}</span>}
    </span>
  )
}
