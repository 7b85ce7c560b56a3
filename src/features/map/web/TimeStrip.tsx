import { useCallback, useMemo } from 'react'
import { addMonths, type Day, shanghaiDay } from '../../../shared/days.ts'
import { useAddress } from '../../../web/address.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, PauseIcon, PlayIcon } from '../../../web/ui/index.ts'
import { TimeLine } from './TimeLine.tsx'
import { stepAt, timeSteps } from './time-steps.ts'
import { useDraggedStep } from './use-dragged-step.ts'
import { usePlayback } from './use-playback.ts'
import './time-strip.css'

/** Two days set beside each other are a year apart at first. */
const monthsApart = -12

type TimeStripProps = {
  since: string
  until: string
  /** The day looked at is drawn whole: playback waits for it. */
  isDrawn: boolean
  /** The earlier day that stands beside. */
  vs: Day | undefined
}

/** The zone’s history under the map: a day to look at, all of them one after another, or two beside each other. */
export function TimeStrip({ since, until, isDrawn, vs }: TimeStripProps) {
  const t = useWords('map')
  const { day, setDay } = useAsOf()
  const { setSearch } = useAddress()
  const today = shanghaiDay(Date.now())
  const steps = useMemo(() => timeSteps(since, until, today), [since, until, today])
  const [shown, last] = [stepAt(steps, day ?? today), steps.length - 1]
  const goTo = useCallback(
    (step: number) => setDay(steps[step] === today ? undefined : steps[step]),
    [steps, today, setDay],
  )
  const [at, drag] = useDraggedStep(shown, goTo)
  const compareWith = useCallback((step: number) => setSearch({ vs: steps[step] }), [steps, setSearch])
  const earlierStep = vs === undefined ? -1 : Math.min(stepAt(steps, vs), shown - 1)
  const [earlierAt, dragEarlier] = useDraggedStep(earlierStep, compareWith)
  const { isPlaying, play, stop } = usePlayback({ shown, first: earlierStep + 1, last, isDrawn }, goTo)
  if (last < 1) return null
  const compare = () =>
    vs ? setSearch({ vs: undefined, differs: undefined }) : compareWith(aYearBefore(steps, shown))
  return (
    <div className="zt-time-strip">
      <button
        type="button"
        onClick={play}
        aria-label={t(isPlaying ? 'pause' : 'play')}
        title={t(isPlaying ? 'pause' : 'play')}
      >
        {isPlaying ? <PauseIcon /> : <PlayIcon />}
      </button>
      <output>{at === last ? t('frame:asOfToday') : steps[at]}</output>
      <TimeLine
        steps={steps}
        day={{
          at,
          onMove: (step) => {
            stop()
            drag(step)
          },
        }}
        earlier={vs ? { at: earlierAt, onMove: dragEarlier } : undefined}
      />
      <Button
        aria-pressed={vs !== undefined}
        disabled={!vs && shown === 0}
        title={t(vs ? 'compare.end' : shown === 0 ? 'compare.nothingBefore' : 'compare.begin')}
        onClick={compare}
      >
        {t('compare.short')}
      </Button>
    </div>
  )
}

const aYearBefore = (steps: readonly Day[], shown: number) => {
  const day = steps[shown]
  return day === undefined ? 0 : Math.min(stepAt(steps, addMonths(day, monthsApart)), shown - 1)
}
