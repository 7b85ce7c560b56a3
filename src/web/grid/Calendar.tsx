import { addMonths, dayToShow, monthPage, partsOf, today } from './calendar.ts'
import { type GridTexts, say } from './texts.ts'

type Props = {
  /** The day shown as chosen, or any text: the month it says is shown, else that of today. */
  day: string
  texts: GridTexts
  onShow: (day: string) => void
  onPick: (day: string) => void
}

/** A month to pick from with the pointer; the keyboard moves the day in the editor itself. */
export function Calendar({ day, texts, onShow, onPick }: Props) {
  const shown = dayToShow(day)
  const { year, month } = partsOf(shown)
  const prefix = shown.slice(0, 7)
  return (
    <div className="ztg-calendar">
      <div className="ztg-calendar-head">
        <button
          type="button"
          tabIndex={-1}
          aria-label={say(texts, 'previousMonth')}
          onClick={() => onShow(addMonths(shown, -1))}
        >
          ‹
        </button>
        <span>{say(texts, 'monthTitle', { year, month })}</span>
        <button
          type="button"
          tabIndex={-1}
          aria-label={say(texts, 'nextMonth')}
          onClick={() => onShow(addMonths(shown, 1))}
        >
          ›
        </button>
      </div>
      <div className="ztg-calendar-days">
        {say(texts, 'weekdays')
          .split(' ')
          .map((name) => (
            <span key={name} className="ztg-weekday">
              {name}
            </span>
          ))}
        {monthPage(shown).map((one) => (
          <button
            key={one}
            type="button"
            tabIndex={-1}
            aria-label={`${partsOf(one).day} · ${one}`}
            aria-pressed={one === day}
            className={`ztg-day${one.startsWith(prefix) ? '' : ' ztg-other-month'}${one === today() ? ' ztg-today' : ''}`}
            onClick={() => onPick(one)}
          >
            {partsOf(one).day}
          </button>
        ))}
      </div>
    </div>
  )
}
