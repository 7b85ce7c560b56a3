import { useWords } from '../../../web/i18n/index.ts'
import type { ListedBlocker } from '../contract.ts'

/** Open, late, solved or withdrawn: a shape and a word, red only where somebody is late. */
export function BlockerState({
  blocker: { state, late },
}: {
  blocker: Pick<ListedBlocker, 'state' | 'late'>
}) {
  const t = useWords('blockers')
  const [shape, word] = late
    ? ['■', t('late')]
    : state === 'open'
      ? ['○', t('open')]
      : [state === 'solved' ? '✓' : '×', t(state)]
  return (
    <span className={late ? 'zt-blocker-state zt-late' : 'zt-blocker-state'} data-state={state}>
      <span aria-hidden="true">{shape}</span> {word}
    </span>
  )
}
