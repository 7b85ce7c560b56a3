import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Blocker } from '../contract.ts'
import { levelWords } from '../ladder.ts'
import { ladderOf } from './ladder-stops.ts'
import './ladder-rail.css'

/** The ladder of one blocker: the rungs behind it with their days, where it is, and what is still above. */
export function LadderRail({ blocker }: { blocker: Blocker }) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const isOpen = blocker.state === 'open'
  return (
    <ol className="zt-ladder" aria-label={t('ladder')} data-closed={isOpen ? undefined : true}>
      {ladderOf(blocker).map(({ level, state, since }) => (
        <li key={level} data-state={state} aria-current={state === 'current' && isOpen ? 'step' : undefined}>
          <span className="zt-ladder-point" aria-hidden="true">
            {state === 'current' && !isOpen && (blocker.state === 'solved' ? '✓' : '×')}
          </span>
          <span className="zt-ladder-word">{levelWords[level][language]}</span>
          <span className="zt-ladder-since">
            {since ?? ''}
            <span className="zt-unseen">
              {state === 'current' && !isOpen ? t(blocker.state) : t(`rung.${state}`)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
