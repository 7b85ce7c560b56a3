import { useEffect, useState } from 'react'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { useAsOf } from '../../../web/as-of.ts'

const lookMs = 1_000

const minute = () => Math.floor(Date.now() / 60_000)

/** The minute in Shanghai; it moves on by itself. */
export function useMinute(): number {
  const [now, setNow] = useState(minute)
  useEffect(() => {
    // Looked at often, so that it is right after the machine slept.
    const timer = setInterval(() => setNow(minute()), lookMs)
    return () => clearInterval(timer)
  }, [])
  return now * 60_000
}

/** The day that the wall shows: the one in the address, or today, which becomes the next at midnight. */
export function useShownDay(): { day: Day; isPast: boolean } {
  const { day } = useAsOf()
  const [today, setToday] = useState(() => shanghaiDay(Date.now()))
  useEffect(() => {
    const timer = setInterval(() => setToday(shanghaiDay(Date.now())), lookMs)
    return () => clearInterval(timer)
  }, [])
  return { day: day ?? today, isPast: day !== undefined }
}
