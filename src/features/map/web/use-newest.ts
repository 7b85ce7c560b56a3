import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { api } from '../../../web/api.ts'
import { useLineState, useLive } from '../../../web/live.ts'
import { Refresher } from '../../../web/map/refresher.ts'
import type { MapLibre } from '../../../web/map/start-map.ts'
import { useMapEvent } from '../../../web/map/use-map-event.ts'
import { type MapSource, sourcesMoved, standsBeside } from './what-moved.ts'

const freshMs = 6_000
const dayLookMs = 10_000
const unauthorized = 401

export type Newest = {
  /** The day of which all that is in sight has come; null is today, undefined none yet. */
  drawnDay: Day | null | undefined
  /** What somebody changed has just been drawn. */
  isFresh: boolean
  /** Some of it did not come. */
  isTorn: boolean
  retry: () => void
}

/** Reads anew what anybody changes: tiles behind what is drawn, counts, and the record that is open. */
export function useNewest(map: MapLibre | undefined, day: Day | undefined): Newest {
  const client = useQueryClient()
  const [drawnDay, setDrawnDay] = useState<Day | null>()
  const [isTorn, setTorn] = useState(false)
  const [freshAt, setFreshAt] = useState(0)
  const refresher = useRef<Refresher>(undefined)

  useEffect(() => {
    if (!map) return
    setDrawnDay(undefined)
    const own = new Refresher(map, () => setFreshAt(Date.now()))
    refresher.current = own
    return () => own.stop()
  }, [map])
  useMapEvent(map, 'idle', () => setDrawnDay(day ?? null))
  useMapEvent(map, 'error', ({ error }) => {
    // A session that ended shows the sign-in, as any refused request does.
    if ((error as { status?: number }).status === unauthorized) void api.get('/me').catch(() => undefined)
    else setTorn(true)
  })

  const readAnew = useCallback(
    (sources: readonly MapSource[]) => {
      if (sources.length === 0) return
      setTorn(false)
      refresher.current?.refresh(sources)
      void client.invalidateQueries({ predicate: standsBeside })
    },
    [client],
  )
  useLive((written) => readAnew(sourcesMoved(written)), day === undefined)

  // At midnight leases and reservations end and territories change hands, and nobody writes anything.
  const today = useRef(shanghaiDay(Date.now()))
  useEffect(() => {
    if (day !== undefined) return
    const timer = setInterval(() => {
      const now = shanghaiDay(Date.now())
      if (now !== today.current) readAnew(['land', 'projects'])
      today.current = now
    }, dayLookMs)
    return () => clearInterval(timer)
  }, [day, readAnew])

  // What did not come while the server could not be reached comes with it.
  const line = useLineState()
  const before = useRef(line)
  useEffect(() => {
    if (before.current === 'lost' && line === 'open' && isTorn) readAnew(['land', 'projects'])
    before.current = line
  }, [line, isTorn, readAnew])

  useEffect(() => {
    if (freshAt === 0) return
    const timer = setTimeout(() => setFreshAt(0), freshMs)
    return () => clearTimeout(timer)
  }, [freshAt])

  return { drawnDay, isFresh: freshAt > 0, isTorn, retry: () => readAnew(['land', 'projects']) }
}
