import { useMemo } from 'react'
import type { Day } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { yearMarks } from './time-steps.ts'

const yearsWithRoom = { desk: 7, phone: 3 }

type Thumb = { at: number; onMove: (step: number) => void }
type TimeLineProps = {
  steps: readonly Day[]
  /** The day that is looked at. */
  day: Thumb
  /** The earlier one beside it, which stays before it. */
  earlier: Thumb | undefined
}

/** The years with a thumb for each day that is shown; arrow keys move it month by month. */
export function TimeLine({ steps, day, earlier }: TimeLineProps) {
  const t = useWords('map')
  const isPhone = usePhone()
  const marks = useMemo(() => yearMarks(steps, yearsWithRoom[isPhone ? 'phone' : 'desk']), [steps, isPhone])
  const last = steps.length - 1
  const range = (label: string, { at, onMove }: Thumb, [least, most]: readonly [number, number]) => (
    <input
      type="range"
      min={0}
      max={last}
      value={at}
      aria-label={label}
      aria-valuetext={steps[at]}
      onChange={({ target }) => onMove(Math.min(most, Math.max(least, Number(target.value))))}
    />
  )
  return (
    <div className="zt-time-line" data-two={earlier !== undefined || undefined}>
      {earlier && range(t('compare.earlier'), earlier, [0, day.at - 1])}
      {range(t('timeStrip'), day, [earlier ? earlier.at + 1 : 0, last])}
      <div className="zt-time-years" aria-hidden="true">
        {marks.map(({ year, at: share }) => (
          <span key={year} style={{ insetInlineStart: `min(${share * 100}%, 100% - 2.4em)` }}>
            {year}
          </span>
        ))}
      </div>
    </div>
  )
}
