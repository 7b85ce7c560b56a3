import { useWords } from '../../../web/i18n/index.ts'
import type { Approval } from '../contract.ts'
import type { DueState } from '../due-states.ts'
import './due-mark.css'

const shapes: Record<DueState | Approval['state'], string> = {
  overdue: '■',
  soon: '▲',
  running: '●',
  stopped: '‖',
  waiting: '○',
  granted: '✓',
  refused: '×',
  withdrawn: '×',
}

/** Where a matter stands: a shape and a word, and a colour only where somebody must hurry. */
export function DueMark({ state }: { state: DueState | Approval['state'] }) {
  const t = useWords('approvals')
  return (
    <span className="zt-due-mark" data-state={state}>
      <span aria-hidden="true">{shapes[state]}</span> {t(state)}
    </span>
  )
}
