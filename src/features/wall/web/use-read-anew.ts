import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Day } from '../../../shared/days.ts'
import { useLineState, useLive } from '../../../web/live.ts'
import { partsMoved, type WallPart } from '../model/parts-moved.ts'

/** Between two readings: a zone in which an import runs is not asked without end. */
const betweenMs = 250

/** Reads the figures again when anybody changes anything, when the line to the server is back, and when a day begins. */
export function useReadAnew(day: Day, isPast: boolean) {
  const client = useQueryClient()
  const state = useRef({ isBusy: false, wanted: new Set<WallPart>() })

  const readAnew = useCallback(
    async (parts: readonly WallPart[]) => {
      const own = state.current
      for (const part of parts) own.wanted.add(part)
      if (own.isBusy) return
      own.isBusy = true
      // One reading is let come home before the next: what is asked again and again would never come.
      while (own.wanted.size > 0) {
        const asked = [...own.wanted]
        own.wanted.clear()
        await Promise.all(asked.map((part) => client.invalidateQueries({ queryKey: ['wall', part] })))
        await new Promise((done) => setTimeout(done, betweenMs))
      }
      own.isBusy = false
    },
    [client],
  )
  useLive((written) => void readAnew(partsMoved(written)), !isPast)

  const isLost = useIsLost()
  const before = useRef({ isLost, day })
  useEffect(() => {
    const { isLost: wasLost, day: former } = before.current
    before.current = { isLost, day }
    if ((wasLost && !isLost) || former !== day) void readAnew(['land', 'projects'])
  }, [isLost, day, readAnew])
}

/** Since when the server is out of reach; undefined while it is there. */
export function useOfflineSince(isPast: boolean): number | undefined {
  const isLost = useIsLost() && !isPast
  const [since, setSince] = useState<number>()
  useEffect(() => setSince(isLost ? Date.now() : undefined), [isLost])
  return since
}

const watchNetwork = (heard: () => void) => {
  addEventListener('online', heard)
  addEventListener('offline', heard)
  return () => {
    removeEventListener('online', heard)
    removeEventListener('offline', heard)
  }
}

/** The server does not answer, or this machine has no network: a line may seem open long after. */
function useIsLost(): boolean {
  const line = useLineState()
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  return line === 'lost' || !isOnline
}
