import { useRef } from 'react'
import { shanghaiDay } from '../../shared/days.ts'
import { useAsOf } from '../as-of.ts'
import { useWords } from '../i18n/index.ts'
import { useMay } from '../session.tsx'
import { Button, ClockIcon } from '../ui/index.ts'
import './as-of.css'

/** The first day that the calendar offers: no zone's records are older. */
const earliest = '2000-01-01'

/** Always in view: which day is looked at, and the calendar to look at another. */
export function AsOfButton() {
  const t = useWords('frame')
  const { day } = useAsOf()
  const may = useMay()
  if (!may('project:read')) return null
  return (
    <span className={`zt-as-of${day ? ' zt-as-of-past' : ''}`} title={t('asOfHint')}>
      <ClockIcon />
      <span className="zt-as-of-words">{day ?? t('asOfToday')}</span>
      <DayInput />
    </span>
  )
}

function DayInput() {
  const t = useWords('frame')
  const { day, setDay } = useAsOf()
  const input = useRef<HTMLInputElement>(null)
  const today = shanghaiDay(Date.now())
  return (
    <input
      ref={input}
      type="date"
      className="zt-as-of-day"
      aria-label={t('asOfLabel')}
      min={earliest}
      max={today}
      value={day ?? today}
      onClick={() => input.current?.showPicker()}
      onChange={(event) => {
        const { value, validity } = event.target
        if (value && validity.valid) setDay(value === today ? undefined : value)
      }}
    />
  )
}

/** Nobody must take yesterday's ledger for today's. */
export function PastBar() {
  const t = useWords('frame')
  const { day, setDay } = useAsOf()
  if (!day) return null
  return (
    <div className="zt-past-bar" role="status">
      <ClockIcon />
      <strong>{t('pastTitle', { day })}</strong>
      <span>{t('pastHint')}</span>
      <Button onClick={() => setDay(undefined)}>{t('backToToday')}</Button>
    </div>
  )
}
