import { useWords } from '../../../web/i18n/index.ts'
import type { PartClock } from '../contract.ts'
import { ClockText } from './ClockText.tsx'

/** A part with the clock of all its matters together, as words and as a bar. */
export function PartHead({ title, part }: { title: string; part: PartClock }) {
  const t = useWords('approvals')
  const { clock } = part
  return (
    <header className="zt-part">
      <h3 className="zt-part-title">{title}</h3>
      <ClockText clock={clock} isOver={part.done} isSum />
      <span className="zt-quiet">
        {part.done ? t('allDone') : !part.running && clock.used > 0 ? t('nobodysTurn') : ''}
      </span>
      {clock.limit !== null && (
        <div className="zt-part-bar" data-over={clock.overdue || undefined} aria-hidden="true">
          <span style={{ width: `${Math.min(100, (clock.used / clock.limit) * 100)}%` }} />
        </div>
      )}
    </header>
  )
}
