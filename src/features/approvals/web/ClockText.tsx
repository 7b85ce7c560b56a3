import { useWords } from '../../../web/i18n/index.ts'
import type { Clock } from '../contract.ts'

/** Working days used, left and until when. `isSum` is a part's clock: its day holds only if nothing stops. */
export function ClockText({
  clock,
  isOver,
  isSum = false,
}: {
  clock: Clock
  isOver: boolean
  isSum?: boolean
}) {
  const t = useWords('approvals')
  const { used, limit, left, overdue, dueOn } = clock
  return (
    <span className="zt-clock">
      <span>{limit === null ? t('used', { count: used }) : t('usedOf', { used, limit })}</span>
      {left !== null && overdue && (
        <span className="zt-clock-over">
          <span aria-hidden="true">■</span> {t('over', { count: -left })}
        </span>
      )}
      {left !== null && !overdue && !isOver && (
        <span>{left === 0 && dueOn !== null ? t('leftToday') : t('left', { count: left })}</span>
      )}
      {dueOn !== null && !isOver && !overdue && left !== 0 && (
        <span>{t(isSum ? 'dueIfRunning' : 'dueOn', { day: dueOn })}</span>
      )}
    </span>
  )
}
