import { useWords } from '../../../web/i18n/index.ts'
import type { AgreementState } from '../contract.ts'

const shapes: Record<AgreementState, string> = {
  proposed: '▲',
  agreed: '●',
  done: '✓',
  refused: '×',
  withdrawn: '×',
  stopped: '■',
  replaced: '○',
  takenBack: '○',
}

/** Where an agreement stands: a shape and a word. */
export function StateMark({ state }: { state: AgreementState }) {
  const t = useWords('cooperation')
  return (
    <span className="zt-cooperation-state" data-state={state}>
      <span aria-hidden="true">{shapes[state]}</span> {t(`state.${state}`)}
    </span>
  )
}
