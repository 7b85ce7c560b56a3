import { type Day, daysInMonth, type Month, partsOf } from '../../../../shared/days.ts'

/** Where today is among the months, by its day; nothing where it is not among them. */
export function TodayLine({ months, today }: { months: readonly Month[]; today: Day }) {
  const at = months.indexOf(today.slice(0, 7))
  if (at < 0) return null
  const { year, month, day } = partsOf(today)
  const place = at + (day - 0.5) / daysInMonth(year, month)
  return (
    <span
      className="zt-battle-today"
      aria-hidden="true"
      style={{ left: `calc(var(--first) + (100% - var(--first)) * ${place / months.length})` }}
    />
  )
}
