import { useEffect, useMemo, useState } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { PauseIcon, PlayIcon } from '../../../web/ui/index.ts'
import { stepAt, timeSteps, yearMarks } from './time-steps.ts'
import './time-strip.css'

/** Dragging passes many days; only the one where the hand rests is asked for. */
const restMs = 220
/** A step of the playback stands so long once it is drawn. */
const standMs = 700

type TimeStripProps = { since: string; until: string; map: MapLibre }

/** The zone’s history under the map: a day to look at, and all of them one after another. */
export function TimeStrip({ since, until, map }: TimeStripProps) {
  const t = useWords('map')
  const { day, setDay } = useAsOf()
  const today = shanghaiDay(Date.now())
  const steps = useMemo(() => timeSteps(since, until, today), [since, until, today])
  const marks = useMemo(() => yearMarks(steps), [steps])
  const shown = stepAt(steps, day ?? today)
  const [dragged, setDragged] = useState<number>()
  const [isPlaying, setPlaying] = useState(false)
  const last = steps.length - 1
  const at = dragged ?? shown
  /** The day that is drawn whole: playback waits for it. */
  const [drawnDay, setDrawnDay] = useState<string>()
  useMapEvent(map, 'idle', () => setDrawnDay(day ?? today))
  const isDrawn = drawnDay === (day ?? today)

  // The thumb stays where the hand left it until the address says the same: let go of at once, it would jump back first.
  useEffect(() => {
    if (dragged === undefined) return
    if (dragged === shown) return setDragged(undefined)
    const timer = setTimeout(() => {
      const step = steps[dragged]
      setDay(step === today ? undefined : step)
    }, restMs)
    return () => clearTimeout(timer)
  }, [dragged, shown, steps, today, setDay])

  useEffect(() => {
    // At the end: the first day is on its way, and playback waits for it.
    if (!isPlaying || !isDrawn || shown >= last) return
    const timer = setTimeout(() => {
      if (shown + 1 >= last) setPlaying(false)
      const step = steps[shown + 1]
      setDay(step === today ? undefined : step)
    }, standMs)
    return () => clearTimeout(timer)
  }, [isPlaying, isDrawn, shown, last, steps, today, setDay])

  if (last < 1) return null
  const play = () => {
    setPlaying(!isPlaying)
    if (!isPlaying && shown >= last) setDay(steps[0])
  }
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
      <div className="zt-time-line">
        <input
          type="range"
          min={0}
          max={last}
          value={at}
          aria-label={t('timeStrip')}
          aria-valuetext={steps[at]}
          onChange={({ target }) => {
            setPlaying(false)
            setDragged(Number(target.value))
          }}
        />
        <div className="zt-time-years" aria-hidden="true">
          {marks.map(({ year, at: share }) => (
            <span key={year} style={{ insetInlineStart: `${share * 100}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}
